import * as client from "openid-client";
import type { OidcConfig } from "../config.ts";

export const CALLBACK = "/v1/sso/callback";

/** What must be remembered while the person is away at the organisation's own sign-in; it travels in a sealed cookie. */
export interface Away {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Sso {
  /** what the button says; null for the general words */
  name: string | null;
  begin(): Promise<{ address: URL; away: Away }>;
  /**
   * @param address where the person came back to, with what the provider added
   * @returns the account's name there, as the configured claim says it
   * @throws Error of the client library when anything does not fit
   */
  finish(address: URL, away: Away): Promise<string>;
}

/** Authorization code with PKCE, state and nonce, by a certified client. The provider is asked for its addresses when first needed, and again after a failure. */
export function ssoOf(config: OidcConfig, publicUrl: URL): Sso {
  const redirect = new URL(CALLBACK, publicUrl).href;
  let found: Promise<client.Configuration> | undefined;
  const provider = (): Promise<client.Configuration> =>
    (found ??= client
      .discovery(config.issuer, config.client, config.secret, undefined, {
        // an office's own network may have no certificates: the deployer wrote http:
        ...(config.issuer.protocol === "http:" && { execute: [client.allowInsecureRequests] }),
        timeout: 10,
      })
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      }));
  return {
    name: config.name ?? null,
    async begin() {
      const away = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirect,
        scope: "openid profile",
        state: away.state,
        nonce: away.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(away.verifier),
        code_challenge_method: "S256",
      });
      return { address, away };
    },
    async finish(address, away) {
      const tokens = await client.authorizationCodeGrant(
        await provider(),
        // behind a proxy our own address differs from the one that the provider knows
        new URL(`${redirect}${address.search}`),
        {
          pkceCodeVerifier: away.verifier,
          expectedState: away.state,
          expectedNonce: away.nonce,
          idTokenExpected: true,
        },
      );
      const claim = tokens.claims()?.[config.claim];
      if (typeof claim !== "string" || claim === "") throw new Error("the claim is missing");
      return claim;
    },
  };
}
