import { linksTold } from "../access/case-names.ts";
import { route } from "../http/route.ts";
import { caseKeysAnswer } from "./shapes/access.ts";

/** What a browser that was enrolled before a rotation needs to name cases as those enrolled after it. */
export const getCaseKeys = route(
  ["device"],
  {
    method: "get",
    path: "/v1/case-keys",
    summary: "更换后的办件密钥 · the case keys of later rotations",
    answer: caseKeysAnswer,
  },
  ({ deps }) => ({ caseKeyLinks: linksTold(deps.keys) }),
);
