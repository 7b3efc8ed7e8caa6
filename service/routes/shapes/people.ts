import { z } from "zod";
import { PEOPLE, TOKEN_ROLES } from "../../access/roles.ts";
import { settingsShape } from "../../access/settings.ts";
import { dayText, unitRef } from "./common.ts";

const login = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u,
    "字母、数字、汉字及 . _ @ - letters, digits and . _ @ -",
  );
const personName = z.string().trim().min(1).max(40);
/** only its length is looked at here: what it is worth is judged where the person is known */
const password = z.string().min(1).max(1000);
const secret = z.string().min(20).max(100);

export const waysIn = z
  .object({
    /** somebody can sign in with a password */
    password: z.boolean(),
    /** the name of the organisation's own sign-in; null where there is none */
    sso: z.object({ name: z.string().nullable() }).nullable(),
    /** nobody has an account yet: the first one is made by the link that the service printed */
    first: z.boolean(),
  })
  .meta({ id: "WaysIn" });
export type WaysIn = z.infer<typeof waysIn>;

export const signInRequest = z
  .strictObject({
    login: z.string().min(1).max(200),
    password,
    /** six digits of the app, or a recovery code */
    code: z.string().max(60).optional(),
  })
  .meta({ id: "SignInRequest" });

export const setupRequest = z
  .strictObject({
    secret,
    login,
    name: personName,
    password,
    /** the topmost unit, or a path from it; made when it is not there */
    unit: z.string().trim().min(1).max(600),
  })
  .meta({ id: "SetupRequest" });
export const invitationRequest = z
  .strictObject({ secret, password })
  .meta({ id: "InvitationRequest" });
export const passwordSet = z
  .object({ login: z.string(), name: z.string(), role: z.enum(PEOPLE) })
  .meta({ id: "PasswordSet" });

const session = z.object({
  id: z.string(),
  way: z.enum(["password", "second-factor", "sso", "token"]),
  createdAt: z.string(),
  lastAt: z.string(),
  expiresAt: z.string(),
  address: z.string(),
  agent: z.string(),
  current: z.boolean(),
});
export const account = z
  .object({
    login: z.string(),
    name: z.string(),
    role: z.enum(PEOPLE),
    unit: unitRef,
    until: z.string().nullable(),
    hasPassword: z.boolean(),
    sso: z.boolean(),
    secondFactor: z.boolean(),
    /** the organisation asks for it and it is not there yet */
    secondFactorOwed: z.boolean(),
    recoveryCodesLeft: z.int(),
    sessions: z.array(session),
  })
  .meta({ id: "Account" });
export type Account = z.infer<typeof account>;

export const newPasswordRequest = z
  .strictObject({ password, next: password })
  .meta({ id: "NewPasswordRequest" });
export const withPassword = z.strictObject({ password }).meta({ id: "WithPassword" });
export const totpOffered = z
  .object({
    /** base32, to be typed where no QR code can be read */
    secret: z.string(),
    uri: z.string(),
    /** the same secret sealed for this account, to be sent back with the first code */
    sealed: z.string(),
  })
  .meta({ id: "TotpOffered" });
export type TotpOffered = z.infer<typeof totpOffered>;
export const totpConfirmed = z
  .strictObject({ sealed: z.string().max(400), code: z.string().max(20), password })
  .meta({ id: "TotpConfirmed" });
export const recoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: "RecoveryCodes" });
export const done = z.object({ done: z.literal(true) }).meta({ id: "Done" });
export const ended = z.object({ ended: z.int() }).meta({ id: "Ended" });

export const user = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    role: z.enum(PEOPLE),
    unit: unitRef,
    createdAt: z.string(),
    /** the last day on which the account may be used */
    until: z.string().nullable(),
    state: z.enum(["active", "invited", "expired", "disabled"]),
    hasPassword: z.boolean(),
    sso: z.string().nullable(),
    secondFactor: z.boolean(),
    sessions: z.int(),
    lastSeenAt: z.string().nullable(),
  })
  .meta({ id: "User" });
export type User = z.infer<typeof user>;
export const userList = z
  .object({ users: z.array(user), settings: settingsShape })
  .meta({ id: "UserList" });
export type UserList = z.infer<typeof userList>;

const linkOut = z.object({
  /** to be handed over in person or by an internal channel; shown once */
  address: z.string(),
  expiresAt: z.string(),
});
export const userRequest = z
  .strictObject({
    login,
    name: personName,
    role: z.enum(PEOPLE),
    unit: z.int(),
    until: dayText.nullable().default(null),
    /** the account's name at the organisation's own sign-in */
    sso: z.string().trim().min(1).max(200).nullable().default(null),
  })
  .meta({ id: "UserRequest" });
export const userAnswer = z.object({ user, link: linkOut.nullable() }).meta({ id: "UserAnswer" });
export type UserAnswer = z.infer<typeof userAnswer>;
export const userChange = z
  .strictObject({
    name: personName.optional(),
    role: z.enum(PEOPLE).optional(),
    unit: z.int().optional(),
    until: dayText.nullable().optional(),
    sso: z.string().trim().min(1).max(200).nullable().optional(),
    disabled: z.boolean().optional(),
    /** the telephone was lost: the person sets up a new one */
    removeSecondFactor: z.literal(true).optional(),
  })
  .meta({ id: "UserChange" });

export const token = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(TOKEN_ROLES),
    unit: unitRef,
    /** the only reports that it may pull; null for all that its role may see */
    reports: z.array(z.string()).nullable(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
    state: z.enum(["active", "expired", "revoked"]),
  })
  .meta({ id: "Token" });
export type Token = z.infer<typeof token>;
export const tokenList = z
  .object({
    tokens: z.array(token),
    reports: z.array(z.object({ id: z.string(), title: z.string() })),
  })
  .meta({ id: "TokenList" });
export type TokenList = z.infer<typeof tokenList>;
export const tokenRequest = z
  .strictObject({
    /** what it is for, never a person's name */
    name: z.string().trim().min(1).max(60),
    role: z.enum(TOKEN_ROLES).default("auditor"),
    unit: z.int(),
    reports: z.array(z.string().max(80)).min(1).max(100).nullable().default(null),
    days: z.int().min(1).max(366).default(90),
  })
  .meta({ id: "TokenRequest" });
export const tokenAnswer = z.object({ text: z.string(), token }).meta({ id: "TokenAnswer" });
export type TokenAnswer = z.infer<typeof tokenAnswer>;
