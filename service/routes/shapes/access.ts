import { z } from "zod";
import { CASE_KEY_HASHES } from "../../access/keyed-hash.ts";
import { ROLES } from "../../access/roles.ts";
import { unitRef } from "./common.ts";

export const enrolRequest = z
  .strictObject({
    /** the one-time code, as `shixian enroll` or the dashboard printed it */
    code: z.string().min(8).max(64),
    /** how this browser profile should be called; never a person's name */
    name: z.string().trim().min(1).max(60).optional(),
    /** the unit that the code must be of, where the asker knows it: by its path */
    unit: z.string().trim().min(1).max(400).optional(),
    /** base64 of the SPKI of an ECDSA key over P-256: from then on every request of the device is signed with it (RFC 9421) */
    publicKey: z
      .string()
      .regex(/^[A-Za-z0-9+/]{120,128}={0,2}$/)
      .optional(),
  })
  .meta({ id: "EnrolRequest" });
const caseKeyLinks = z.array(
  z.object({
    /** base64 of 32 bytes */
    secret: z.string(),
    hash: z.enum(CASE_KEY_HASHES),
  }),
);
export const caseKeysAnswer = z.object({ caseKeyLinks }).meta({ id: "CaseKeys" });
export const enrolAnswer = z
  .object({
    deviceId: z.string(),
    /** shown once; the service keeps only its hash */
    token: z.string(),
    unit: unitRef,
    /** base64 of 32 bytes: the key with which case numbers are hashed before they leave the browser */
    caseKeySecret: z.string(),
    /** of the HMAC: SHA-256, or SM3 where the deployer requires it */
    caseKeyHash: z.enum(CASE_KEY_HASHES),
    /** of later rotations, in order: the name of a case is hashed once more with each. A browser that does not know them may do without */
    caseKeyLinks,
    service: z.object({ name: z.string(), version: z.string(), wireVersion: z.int() }),
  })
  .meta({ id: "EnrolAnswer" });

export const me = z
  .object({
    role: z.enum(ROLES),
    id: z.string(),
    name: z.string(),
    unit: unitRef,
    expiresAt: z.string().nullable(),
    /** somebody who has signed in with an account, and no program's token */
    person: z.boolean(),
    /** the second factor that the organisation asks for comes first */
    owesSecondFactor: z.boolean(),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;

export const sessionRequest = z
  .strictObject({ token: z.string().min(1).max(200) })
  .meta({ id: "SessionRequest" });

export const enrolmentRequest = z
  .strictObject({
    unit: z.int(),
    /** the code dies after so many hours */
    hours: z
      .int()
      .min(1)
      .max(24 * 30)
      .default(24),
  })
  .meta({ id: "EnrolmentRequest" });
export const enrolment = z
  .object({ code: z.string(), unit: unitRef, expiresAt: z.string() })
  .meta({ id: "Enrolment" });

export const unit = z
  .object({
    id: z.int(),
    name: z.string(),
    path: z.string(),
    parent: z.int().nullable(),
    depth: z.int(),
    devices: z.int(),
    lastSeenAt: z.string().nullable(),
  })
  .meta({ id: "Unit" });
export const unitList = z.object({ units: z.array(unit) }).meta({ id: "UnitList" });
export type UnitList = z.infer<typeof unitList>;

export const device = z
  .object({
    /** the public part of its token */
    id: z.string(),
    name: z.string(),
    unit: unitRef,
    enrolledAt: z.string(),
    revokedAt: z.string().nullable(),
    /** its requests are signed with a key that never leaves the browser */
    signs: z.boolean(),
    /** when it last sent anything, by our clock */
    lastSeenAt: z.string().nullable(),
    /** whole days since then, or since it was enrolled; null for a revoked device */
    silentDays: z.int().nullable(),
    /** its clock less ours when it last sent, ms */
    clockOffsetMs: z.int().nullable(),
    clockWrong: z.boolean(),
    /** numbers that never arrived, as inclusive runs; the first hundred */
    gaps: z.array(z.tuple([z.int(), z.int()])).max(100),
    missing: z.int(),
    refused: z.int(),
    /** numbers used twice: the browser profile was copied */
    conflicts: z.int(),
  })
  .meta({ id: "Device" });
export const deviceChange = z
  .strictObject({
    /** never a person's name */
    name: z.string().trim().min(1).max(60),
  })
  .meta({ id: "DeviceChange" });
export const deviceList = z.object({ devices: z.array(device) }).meta({ id: "DeviceList" });
export type DeviceList = z.infer<typeof deviceList>;
