import { log } from "./0001-log.ts";
import { access } from "./0002-access.ts";
import { derived } from "./0003-derived.ts";
import { shadow } from "./0004-shadow.ts";
import { rules } from "./0005-rules.ts";
import { portalFiles } from "./0006-portal-files.ts";
import { roles } from "./0007-roles.ts";
import { deviceKeys } from "./0012-device-keys.ts";
import { people } from "./0020-people.ts";
import { audit } from "./0021-audit.ts";
import { unitHistory } from "./0022-unit-history.ts";
import { scaleOut } from "./0030-scale-out.ts";
import { caseKeys } from "./0031-case-keys.ts";
import { recounts } from "./0040-recounts.ts";
import { shadowIndexes } from "./0010-shadow-indexes.ts";

export interface Migration {
  id: string;
  statements: readonly string[];
}

/** In order. One that has been released is never edited; the next one mends it. */
export const migrations: readonly Migration[] = [
  access,
  log,
  derived,
  shadow,
  rules,
  portalFiles,
  roles,
  shadowIndexes,
  deviceKeys,
  people,
  audit,
  unitHistory,
  scaleOut,
  caseKeys,
  recounts,
].sort((a, b) => (a.id < b.id ? -1 : 1));
