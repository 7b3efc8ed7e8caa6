import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterEach, expect, test } from "vitest";
import { ssoOf } from "../../../service/access/sso.ts";
import { aPerson } from "../a-person.ts";
import { aService } from "../a-service.ts";

const running: Server[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await new Promise((closed) => each.close(closed));
});

const SITE = "http://shixian.example";

/** A real OpenID provider whose sign-in page is answered by whoever asks, as that account. */
async function aProvider(account: string): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  running.push(server);
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "shixian",
        client_secret: "a secret of the test",
        redirect_uris: [`${SITE}/v1/sso/callback`],
      },
    ],
    cookies: { keys: ["test"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    void (async () => {
      const { prompt, params } = await provider.interactionDetails(request, response);
      if (prompt.name === "login")
        return provider.interactionFinished(request, response, { login: { accountId: account } });
      const grant = new provider.Grant({ accountId: account, clientId: String(params.client_id) });
      grant.addOIDCScope("openid profile");
      const grantId = await grant.save();
      return provider.interactionFinished(request, response, { consent: { grantId } });
    })();
  });
  return issuer;
}

async function aSite(account: string) {
  const issuer = new URL(await aProvider(account));
  const config = {
    issuer,
    client: "shixian",
    secret: "a secret of the test",
    claim: "sub",
    name: "市统一认证",
  };
  return aService({ sso: ssoOf(config, new URL(SITE)), publicUrl: new URL(SITE) });
}

/** A browser that follows the provider's redirects with its cookies, up to our own address. */
async function throughTheProvider(from: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(from);
  for (let i = 0; i < 12 && at.origin !== SITE; i++) {
    const answer = await fetch(at, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      jar.set(name, value);
    }
    at = new URL(answer.headers.get("location") ?? "", at);
  }
  return at;
}

const cookies = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

test("somebody whose account is known here comes in by the organisation's own sign-in", async () => {
  const service = await aSite("u-1042");
  const { id } = await aPerson(service, "auditor", "青屿区");
  await service.db.write([{ sql: "UPDATE users SET sso = 'u-1042' WHERE id = ?", args: [id] }]);
  expect(await (await service.request("/v1/sign-in")).json()).toMatchObject({
    sso: { name: "市统一认证" },
  });
  const start = await service.request("/v1/sso/start");
  const address = new URL(start.headers.get("location") ?? "");
  expect(address.searchParams.get("code_challenge_method")).toBe("S256");
  expect(start.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Lax/);
  const back = await throughTheProvider(address.href);
  const entered = await service.request(`${back.pathname}${back.search}`, {
    headers: { cookie: cookies(start) },
  });
  expect([entered.status, entered.headers.get("location")]).toEqual([302, "/"]);
  const me = await service.request("/v1/me", { headers: { cookie: cookies(entered) } });
  expect(await me.json()).toMatchObject({ role: "auditor", person: true });
  // the code is spent, and another browser's answer is nobody's
  for (const cookie of [cookies(start), ""]) {
    const again = await service.request(`${back.pathname}${back.search}`, { headers: { cookie } });
    expect(again.headers.get("location")).toBe("/sign-in?problem=sso-failed");
  }
});

test("an account that is not known here lets nobody in, and is written down", async () => {
  const service = await aSite("u-7");
  const start = await service.request("/v1/sso/start");
  const back = await throughTheProvider(start.headers.get("location") ?? "");
  const refused = await service.request(`${back.pathname}${back.search}`, {
    headers: { cookie: cookies(start) },
  });
  expect(refused.headers.get("location")).toBe("/sign-in?problem=sso-unknown");
  expect(cookies(refused)).not.toContain("shixian_session");
  expect(await service.db.values("SELECT act FROM audit")).toEqual([["sign-in.refused"]]);
});
