import type { Strings } from "../strings.ts";

export const problem: Strings["problem"] = {
  title: {
    "malformed-json": "The request is not valid JSON",
    "invalid-request": "The request is not as it must be",
    "not-json": "The request must be application/json",
    "length-required": "The request must state its length",
    "too-large": "The request is too large",
    "sign-in": "Sign in first",
    unsigned: "The request is not signed with the device's key",
    forbidden: "Not allowed",
    "cross-site": "Requests from other sites are not taken",
    "not-found": "Not found",
    "unknown-report": "There is no such report",
    "unknown-case": "No such case",
    "unknown-unit": "No such unit",
    "unknown-regime": "No such rule set",
    "not-for-all": "The file concerns other units too",
    "file-refused": "The file could not be taken",
    "file-too-large": "The file is too large",
    "unknown-portal-file": "No such portal file",
    "too-many-offers": "Too many offers wait",
    "bad-code": "The enrolment code is not valid",
    "not-acceptable": "This format cannot be given",
    overloaded: "The service is busy",
    "store-busy": "The database is busy",
    "store-full": "The disk is full or cannot be written",
    internal: "An error within the service",
  },
  detail: {
    "malformed-json": "The body could not be parsed as JSON.",
    "invalid-request": "Mend what `errors` points at and try again.",
    "not-json": "Set Content-Type to application/json.",
    "length-required": "Content-Length is missing.",
    "too-large": "One request holds at most 4 MB: send several.",
    "sign-in": "The token is missing, wrong, expired or revoked.",
    unsigned:
      "This device enrolled with a key, and its requests are signed with it; or the organisation requires keys: enrol it again.",
    forbidden: "Who you are does not allow this.",
    "cross-site": "The request carries a session but was not made by a page of this service.",
    "not-found": "There is nothing at this address.",
    "unknown-report": "The reports are listed at /v1/reports.",
    "unknown-case": "The case does not exist or lies outside the units that you may see.",
    "unknown-unit": "The unit does not exist or lies outside what you may see.",
    "unknown-regime": "The rule set neither ships nor was imported.",
    "not-for-all":
      "A year's notice, and another version of rules that are there, hold for every unit: a system administrator of all of them imports it. Under a name of its own your unit may import it.",
    "file-refused": "The file cannot be read; nothing was imported.",
    "file-too-large":
      "An uploaded file may have 128 MB: split it, or import it on the server with shixian import.",
    "unknown-portal-file": "The file does not exist or lies outside the units that you look after.",
    "too-many-offers":
      "50 files that were offered wait for an administrator: offer more when they are decided.",
    "bad-code": "The code is unknown, spent or expired: ask the administrator for a new one.",
    "not-acceptable": "The formats are json, csv and xlsx.",
    overloaded:
      "Too much is waiting to be stored; nothing of this batch was taken. Send it again soon.",
    "store-busy": "Nothing was stored. Try again soon.",
    "store-full":
      "Nothing was stored. The administrator must look at disk space and permissions; then simply send it again.",
    internal: "It was not done. Try again; if it persists, tell the administrator.",
  },
};
