import type { Strings } from "../strings.ts";

export const panel: Strings["panel"] = {
  title: "Shixian",
  enabled: "Mark pages",
  enabledHint: "When off, the marks vanish at once and nothing is recorded.",
  thisPage: "This page",
  noCases: "No cases were recognised on this page.",
  waiting: (n) => `${n} ${n === 1 ? "record waits" : "records wait"} to be sent`,
  grant: (site) => `Use on ${site} (reload the page)`,
  waitingNone: "Nothing waits to be sent.",
  since: (time) => `The oldest is from ${time}`,
  refused: (n) =>
    `The service refused ${n} ${n === 1 ? "record" : "records"}; please tell the administrator.`,
  unrecorded: (n, since, last) =>
    n === 1
      ? `One look at ${last} could not be recorded.`
      : `${n} looks from ${since} to ${last} could not be recorded.`,
  diskFull:
    "The disk is full. All that was recorded before is kept: free some space, and send or export what waits.",
  storeFailed:
    "The browser's store failed. All that was recorded before is kept: restart the browser; if it happens again, tell the administrator.",
  understood: "Understood",
  lastSent: (time) => `Last sent: ${time}`,
  sendNow: "Send now",
  exportFile: "Export what waits (to carry by hand)",
  sending: "Sending…",
  unit: (name, address) => `Connected: ${name} (${address})`,
  notEnrolled: "Not connected to a service: pages are marked, nothing is recorded.",
  connect: "Connect to a service",
  language: "Language",
  error: {
    offline: "The service cannot be reached. Records are kept here and sent when it can.",
    busy: "The service is busy; it will be tried again.",
    moved:
      "The service has moved or the address is wrong. Records are kept here; please connect again.",
    unenrolled:
      "This device is no longer authorised. Records are kept here; please ask the administrator for a new code.",
    copied:
      "Another device uses this one's identity (perhaps a copied browser profile). Records are kept here; please connect again with a new code.",
    refused: "The service refused this batch; it will be tried again.",
    unexpected: "The service gave an unexpected answer; it will be tried again.",
  },
  options: {
    title: "Connect to a service",
    intro:
      "Ask your administrator for the service address and a one-time code. You enter them once.",
    address: "Service address",
    code: "Code",
    codeForMove: "Empty when only the service's address has changed",
    managedPortals: (n: number) => `Enable the ${n} portals that your organisation lists`,
    managedPortalsDone: "Enabled: open the portal page again.",
    name: 'Device name (optional, such as "window 3")',
    submit: "Connect",
    done: (unit) =>
      `Connected to “${unit}”. From now on the case pages that you look at are recorded.`,
    privacy:
      "Case numbers are hashed on this computer before they are sent; applicants' names, phones and ID numbers are never taken.",
    failure: {
      "bad-address": "That is no service address. Example: http://10.1.2.3:8787.",
      unreachable: "The address cannot be reached; check the network and the address.",
      "bad-code": "The code is wrong, used or expired; please ask the administrator for a new one.",
      "not-a-service": "There is no Shixian service at that address.",
      "not-known-there":
        "The service at this address does not know this browser: check the address, or enrol with a code.",
      "other-device-waiting":
        "Records still wait here for the former service; send them before changing.",
    },
  },
};
