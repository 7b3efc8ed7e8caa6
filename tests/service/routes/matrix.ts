/**
 * Who may call what, by hand, beside what the routes themselves state. Whoever is not named is refused: 401 for a stranger, an expired session
 * or token and a revoked device, 403 for everybody else.
 *
 *   D a device     T an auditor's token     R a token for one report     Y a system administrator's token
 *   S system administrator   E security administrator   A auditor   V supervisor   W reviewer   O observer
 */
export const MATRIX: Readonly<Record<string, string>> = {
  "get /healthz": "anyone",
  "get /readyz": "anyone",
  "get /metrics": "Y S",

  // coming in
  "get /v1/sign-in": "anyone",
  "post /v1/sign-in": "anyone",
  "post /v1/session": "anyone",
  "delete /v1/session": "anyone",
  "get /v1/sso/start": "anyone",
  "get /v1/sso/callback": "anyone",
  "post /v1/setup": "anyone",
  "post /v1/invitation": "anyone",
  "get /v1/me": "D T R Y S E A V W O",

  // one's own account: people only
  "get /v1/account": "S E A V W O",
  "post /v1/account/password": "S E A V W O",
  "post /v1/account/totp": "S E A V W O",
  "post /v1/account/totp/confirm": "S E A V W O",
  "post /v1/account/totp/remove": "S E A V W O",
  "delete /v1/account/sessions": "S E A V W O",
  "delete /v1/account/sessions/:id": "S E A V W O",

  // users, roles, tokens: the security administrator in person
  "get /v1/users": "E",
  "post /v1/users": "E",
  "post /v1/users/:id": "E",
  "post /v1/users/:id/link": "E",
  "delete /v1/users/:id/sessions": "E",
  "get /v1/tokens": "E",
  "post /v1/tokens": "E",
  "delete /v1/tokens/:id": "E",
  "post /v1/settings": "E",

  // the record of acts: the auditor in person
  "get /v1/audit": "A",

  // units and devices
  "get /v1/units": "T R Y S E A V W O",
  "post /v1/units": "Y S",
  "post /v1/units/:id": "Y S",
  "post /v1/units/import": "Y S",
  "get /v1/units/history": "T Y S A",
  "post /v1/enrol": "anyone",
  "post /v1/enrolments": "Y S V O",
  "get /v1/devices": "Y S V O",
  "post /v1/devices/:id": "Y S V O",
  "delete /v1/devices/:id": "Y S V O",
  "post /v1/observations": "D",
  "get /v1/case-keys": "D",
  "get /v1/own-observations": "D V O",

  // figures and cases
  "get /v1/reports": "T R A V W",
  "get /v1/reports/:id": "T R A V W",
  "get /v1/cases": "T A V W",
  "get /v1/event-logs": "T A V",
  "get /v1/cases/:key": "T A V W",
  "post /v1/cases/lookup": "A V",
  "post /v1/cases/:key/escalation": "A",
  "post /v1/cases/:key/number": "V",
  "get /v1/cases/:key/number": "A",
  "post /v1/imports/plan": "T Y S A V",
  "post /v1/imports": "T Y S A V",

  // rules and portal files
  "get /v1/calendar": "D T R Y S E A V W O",
  "get /v1/calendar/changes": "T A V W",
  "post /v1/jobs": "T A V W",
  "get /v1/jobs/:id": "T Y S A V W",
  "get /v1/rules": "T Y S A V W",
  "post /v1/rules/check": "Y S",
  "post /v1/rules/files": "Y S",
  "post /v1/rules/choices": "Y S",
  "get /v1/portals": "T Y S A V W",
  "get /v1/portal-files": "D T Y S E A V W O",
  "post /v1/portal-files": "D Y S V",
  "get /v1/portal-files/offers": "T Y S A V",
  "post /v1/portal-files/decisions": "Y S V",
};

/** What somebody may still call who owes the second factor that the organisation asks for. */
export const EARLY: readonly string[] = [
  "get /v1/me",
  "get /v1/units",
  "get /v1/account",
  "post /v1/account/password",
  "post /v1/account/totp",
  "post /v1/account/totp/confirm",
  "delete /v1/account/sessions",
  "delete /v1/account/sessions/:id",
];

/** Asked by somebody of 省/东县 about what belongs to 省/西县: none of it is there. `{unit}` and so on are the west's. */
export const ELSEWHERE: Readonly<
  Record<
    string,
    { as: string; path?: string; json?: Readonly<Record<string, unknown>>; code: string }
  >
> = {
  "post /v1/users": {
    as: "E",
    json: { login: "wanderer", name: "过路人", role: "observer", unit: "{unit}" },
    code: "unknown-unit",
  },
  "post /v1/users/:id": {
    as: "E",
    path: "/v1/users/{user}",
    json: { name: "他" },
    code: "unknown-user",
  },
  "post /v1/users/:id/link": { as: "E", path: "/v1/users/{user}/link", code: "unknown-user" },
  "delete /v1/users/:id/sessions": {
    as: "E",
    path: "/v1/users/{user}/sessions",
    code: "unknown-user",
  },
  "post /v1/tokens": { as: "E", json: { name: "x", unit: "{unit}" }, code: "unknown-unit" },
  "delete /v1/tokens/:id": { as: "E", path: "/v1/tokens/{token}", code: "unknown-token" },
  "delete /v1/account/sessions/:id": {
    as: "A",
    path: "/v1/account/sessions/{session}",
    code: "unknown-session",
  },
  "post /v1/units": { as: "S", json: { name: "新单位", parent: "{unit}" }, code: "unknown-unit" },
  "post /v1/units/:id": {
    as: "S",
    path: "/v1/units/{unit}",
    json: { name: "改" },
    code: "unknown-unit",
  },
  "post /v1/devices/:id": {
    as: "S",
    path: "/v1/devices/{device}",
    json: { name: "改" },
    code: "unknown-device",
  },
  "delete /v1/devices/:id": { as: "S", path: "/v1/devices/{device}", code: "unknown-device" },
  "post /v1/enrolments": { as: "S", json: { unit: "{unit}" }, code: "unknown-unit" },
  "get /v1/reports/:id": {
    as: "A",
    path: "/v1/reports/delays-by-department?unit={unit}",
    code: "unknown-unit",
  },
  "get /v1/cases": { as: "A", path: "/v1/cases?unit={unit}", code: "unknown-unit" },
  "get /v1/event-logs": { as: "A", path: "/v1/event-logs?unit={unit}", code: "unknown-unit" },
  "get /v1/cases/:key": { as: "A", path: "/v1/cases/{key}", code: "unknown-case" },
  "post /v1/cases/:key/escalation": {
    as: "A",
    path: "/v1/cases/{key}/escalation",
    json: { reason: "群众反映久拖不决" },
    code: "unknown-case",
  },
  "post /v1/cases/:key/number": {
    as: "V",
    path: "/v1/cases/{key}/number",
    json: { number: "XK20260002" },
    code: "unknown-case",
  },
  "get /v1/cases/:key/number": { as: "A", path: "/v1/cases/{key}/number", code: "unknown-case" },
  "get /v1/calendar/changes": {
    as: "A",
    path: "/v1/calendar/changes?unit={unit}",
    code: "unknown-unit",
  },
  "get /v1/jobs/:id": { as: "A", path: "/v1/jobs/{job}", code: "not-found" },
  "post /v1/jobs": { as: "A", json: { file: 1, unit: "{unit}" }, code: "unknown-unit" },
  "post /v1/rules/choices": {
    as: "S",
    json: { unit: "{unit}", regime: "national" },
    code: "unknown-unit",
  },
};
