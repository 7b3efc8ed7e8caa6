import type { Context, Hono } from "hono";
import { type DescribeRouteOptions, describeRoute, resolver } from "hono-openapi";
import { z } from "zod";
import type { ProblemCode } from "#shared/strings/zh-CN/problem.ts";
import { type Caller, NOBODY, actorOf } from "../access/caller.ts";
import type { Role } from "../access/roles.ts";
import type { Said } from "../audit/audit-log.ts";
import { type Outcome, type Statement, isDisk } from "../db/database.ts";
import { problem } from "../routes/shapes/common.ts";
import { addressOf } from "./address.ts";
import { type Leave, authorised, sameSiteOnly, signedByItsKey } from "./auth.ts";
import { jsonIn, jsonText } from "./body.ts";
import type { Deps } from "./deps.ts";
import type { RATES } from "./rate-limits.ts";
import { type FieldError, Problem, STATUS, databaseCode } from "./problem.ts";

export interface Asked<Q, B, W> {
  deps: Deps;
  c: Context;
  caller: W;
  query: Q;
  body: B;
  params: Record<string, string>;
  /** where the request came from */
  address: string;
  /** Writes down what the caller did, and what is to be stored with it, in one transaction. Views are written down before they are answered. */
  record(
    said: Omit<Said, "actor" | "address"> & { actor?: Said["actor"] },
    statements?: readonly Statement[],
  ): Promise<Outcome[]>;
}

interface Spec<Q, B, A> {
  method: "get" | "post" | "delete";
  path: string;
  summary: string;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** the body is a file's bytes, which the act takes from the request itself */
  upload?: true;
  answer: z.ZodType<A>;
  /** media type of an answer that is text */
  type?: string;
  /** other media types that the same address can answer with */
  also?: readonly string[];
  /** besides those that follow from callers and body */
  refuses?: readonly ProblemCode[];
  /** no program: somebody who has signed in */
  people?: true;
  /** a token that is limited to some reports may call it too: the route sees to the limit */
  narrow?: true;
  /** also before the second factor that the organisation asks for is set up */
  early?: true;
}

export interface Route {
  method: "get" | "post" | "delete";
  path: string;
  /** who may call: roles, or anyone at all */
  callers: readonly Role[] | "anyone";
  leave: Omit<Leave, "roles">;
  mount(app: Hono, deps: Deps): void;
}

/** A route that only `callers` may use: shape in, act, shape out. Whoever has no leave learns nothing about the shape. */
export const route = <Q = unknown, B = unknown, A = unknown>(
  callers: readonly Role[],
  spec: Spec<Q, B, A>,
  act: Act<Q, B, A, Caller>,
): Route =>
  made(
    callers,
    spec,
    {
      caller: (c, deps) => authorised(c, deps, { roles: callers, ...leaveOf(spec) }),
      stands: (c, deps, caller, text) => signedByItsKey(c, deps, caller, text),
    },
    act,
  );

/** A route for strangers too. */
export const openRoute = <Q = unknown, B = unknown, A = unknown>(
  spec: Spec<Q, B, A>,
  act: Act<Q, B, A, null>,
): Route => made("anyone", spec, { caller: async () => null, stands: () => undefined }, act);

type Act<Q, B, A, W> = (asked: Asked<Q, B, W>) => Promise<A | Response> | A | Response;

const leaveOf = ({ people, narrow, early }: Omit<Leave, "roles">): Omit<Leave, "roles"> => ({
  people: people ?? false,
  narrow: narrow ?? false,
  early: early ?? false,
});

interface Admission<W> {
  /** who asks, before anything is read */
  caller(c: Context, deps: Deps): Promise<W>;
  /** throws when what was sent is not the caller's own */
  stands(c: Context, deps: Deps, caller: W, text: string): void;
}

const made = <Q, B, A, W extends Caller | null>(
  callers: readonly Role[] | "anyone",
  spec: Spec<Q, B, A>,
  admission: Admission<W>,
  act: Act<Q, B, A, W>,
): Route => ({
  method: spec.method,
  path: spec.path,
  callers,
  leave: leaveOf(spec),
  mount(app, deps) {
    app.on(
      spec.method.toUpperCase(),
      // hono writes `:id`, OpenAPI `{id}`: hono-openapi turns one into the other
      spec.path,
      describeRoute(described(callers, spec)),
      async (c) => {
        const address = addressOf(c, deps.behindProxy);
        const within = withinLimits(deps, address);
        if (callers === "anyone") within("stranger", address);
        const caller = await admission.caller(c, deps).catch((error: unknown) => {
          // guessing costs as much as knocking
          if (error instanceof Problem && error.code === "sign-in") within("stranger", address);
          throw error;
        });
        if (caller !== null)
          within(caller.kind === "device" ? "device" : "caller", caller.publicId);
        const text = spec.body ? await jsonText(c) : "";
        admission.stands(c, deps, caller, text);
        const { query, body } = parsed(c, spec, text);
        const actor = caller === null ? NOBODY : actorOf(caller);
        const answer = await act({
          deps,
          c,
          caller,
          query,
          body,
          params: c.req.param(),
          address,
          record: (said, statements) => {
            const written = deps.audit.write({ actor, address, ...said }, statements);
            return statements ? written : written.catch(unrecorded);
          },
        });
        return answer instanceof Response ? answer : c.json(answer as object);
      },
    );
  },
});

/** A view that cannot be written down is not given, and says so: "nothing was stored" is no answer to somebody who reads. */
function unrecorded(error: unknown): never {
  const code = databaseCode(error);
  throw code !== undefined && isDisk(code) ? new Problem("not-recorded") : error;
}

/** A call from within this process has no address, and no limit. @throws Problem `too-many-requests` */
const withinLimits =
  ({ limits, now }: Deps, address: string) =>
  (kind: keyof typeof RATES, who: string): void => {
    const wait = address === "" ? 0 : limits.take(kind, who, now());
    if (wait > 0)
      throw new Problem("too-many-requests", { headers: { "retry-after": String(wait) } });
  };

function parsed<Q, B, A>(c: Context, spec: Spec<Q, B, A>, text: string): { query: Q; body: B } {
  const query = spec.query ? checked(spec.query, c.req.query(), "?") : (undefined as Q);
  if (!spec.body) return { query, body: undefined as B };
  if (c.req.header("authorization") === undefined) sameSiteFor(c);
  return { query, body: checked(spec.body, jsonIn(text), "") };
}

/** An enrolling extension is another origin by nature, and brings no cookie. */
const sameSiteFor = (c: Context): void => {
  if (!isExtension(c.req.header("origin"))) sameSiteOnly(c);
};

export const isExtension = (origin: string | undefined): boolean =>
  origin !== undefined && /^(chrome|moz)-extension:\/\/[\w-]+$/.test(origin);

/** @throws Problem with the place and rule of each fault, and nothing of what was sent */
export function checked<T>(schema: z.ZodType<T>, value: unknown, base: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message, code }): FieldError => ({
    pointer: base + path.map((part) => `/${String(part)}`).join(""),
    // this one message repeats the sender's own key
    detail: code === "unrecognized_keys" ? "unrecognized key" : message,
  }));
  throw new Problem("invalid-request", { errors });
}

function described<Q, B, A>(
  callers: readonly Role[] | "anyone",
  spec: Spec<Q, B, A>,
): DescribeRouteOptions {
  const refusals: ProblemCode[] = [
    ...(callers === "anyone" ? [] : (["sign-in", "forbidden"] as const)),
    ...(callers !== "anyone" && callers.includes("device") ? (["unsigned"] as const) : []),
    ...(spec.query || spec.body ? (["invalid-request"] as const) : []),
    ...(spec.body
      ? (["malformed-json", "not-json", "length-required", "too-large", "cross-site"] as const)
      : []),
    ...(spec.upload
      ? (["length-required", "file-too-large", "file-refused", "overloaded", "cross-site"] as const)
      : []),
    ...(spec.refuses ?? []),
    "too-many-requests",
    "internal",
    "store-busy",
    "store-full",
    "not-recorded",
  ];
  const byStatus = Map.groupBy(new Set(refusals), (code) => STATUS[code]);
  const json = { schema: resolver(spec.answer) };
  return {
    summary: spec.summary,
    description:
      callers === "anyone"
        ? "anyone may call"
        : `may call: ${callers.join(", ")}${spec.people ? " (signed in, no tokens)" : ""}`,
    ...(callers !== "anyone" && {
      security: spec.people ? [{ session: [] }] : [{ token: [] }, { session: [] }],
    }),
    ...(spec.query && { parameters: parametersOf(spec.query) }),
    ...(spec.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: resolver(spec.body) as never } },
      },
    }),
    ...(spec.upload && {
      requestBody: {
        required: true,
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      },
    }),
    responses: {
      200: {
        description: "done",
        content: {
          [spec.type ?? "application/json"]: json,
          ...Object.fromEntries(
            (spec.also ?? []).map((type) => [
              type,
              { schema: { type: "string", format: "binary" } },
            ]),
          ),
        },
      },
      ...Object.fromEntries(
        [...byStatus].map(([status, codes]) => [
          status,
          {
            description: codes.join(", "),
            content: { "application/problem+json": { schema: resolver(problem) } },
          },
        ]),
      ),
    },
  };
}

type Parameters = NonNullable<DescribeRouteOptions["parameters"]>;

function parametersOf(query: z.ZodType): Parameters {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({
    in: "query",
    name,
    required: required.includes(name),
    schema,
  })) as Parameters;
}
