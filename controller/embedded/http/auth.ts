import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../../base/clock.ts";
import { noPermission, Problem } from "./answers.ts";

/** A right of an administrator, in the shape of the admin API. */
export interface Privilege {
  type: string;
  target: string;
  scope: { all: boolean; ids: string[]; tags: string[] };
  /** Tags that the Controller adds to what this administrator creates. */
  defaultTags?: string[];
  functions?: string[];
}

/** An administrator of the embedded Controller. */
export interface AdminUser {
  username: string;
  password: string;
  /** `local` when left out. */
  providerName?: string | undefined;
  /** Everything when left out. */
  privileges?: readonly Privilege[] | undefined;
  /** The Controller demands a second factor, which a plain login cannot give (412). */
  needsSecondFactor?: boolean | undefined;
  /** The second factor that POST /authentication/otp takes; none is right when left out. */
  oneTimePassword?: string | undefined;
}

/** Administrators as a file gives them; see {@link AdminUser}. */
export const adminUsersSchema = z
  .array(
    z.strictObject({
      username: z.string().min(1),
      password: z.string().min(1),
      providerName: z.string().min(1).optional(),
      privileges: z
        .array(
          z.strictObject({
            type: z.string(),
            target: z.string(),
            scope: z
              .strictObject({
                all: z.boolean().default(false),
                ids: z.array(z.string()).default([]),
                tags: z.array(z.string()).default([]),
              })
              .default({ all: true, ids: [], tags: [] }),
            defaultTags: z.array(z.string()).default([]),
            functions: z.array(z.string()).default([]),
          }),
        )
        .optional(),
      needsSecondFactor: z.boolean().optional(),
      oneTimePassword: z.string().optional(),
    }),
  )
  .min(1);

export const EVERYTHING: Privilege = {
  type: "All",
  target: "All",
  scope: { all: true, ids: [], tags: [] },
  defaultTags: [],
  functions: [],
};

/** Whether a set of rights covers an action on a target, and on one object of it when given. */
export function allows(
  privileges: readonly Privilege[],
  type: string,
  target: string,
  object?: { id: string; tags: readonly string[] },
): boolean {
  return privileges.some(
    (one) =>
      (one.type === "All" || one.type === type) &&
      (one.target === "All" || one.target === target) &&
      (object === undefined ||
        one.scope.all ||
        one.scope.ids.includes(object.id) ||
        one.scope.tags.some((tag) => object.tags.includes(tag))),
  );
}

export interface SignedIn {
  user: AdminUser;
  privileges: readonly Privilege[];
  token: string;
  expiresMs: number;
  /** What the account needs beside its password has been given. */
  complete: boolean;
}

/** Administrators and their tokens. Any number of logins is fine: some clients log in before each call. */
export class Administrators {
  readonly #users: readonly AdminUser[];
  readonly #tokens = new Map<string, SignedIn>();
  readonly #clock: Clock;
  readonly #lifeMinutes: () => number;

  constructor(users: readonly AdminUser[], clock: Clock, tokenLifeMinutes: () => number) {
    this.#users = users;
    this.#clock = clock;
    this.#lifeMinutes = tokenLifeMinutes;
  }

  /** The account with this name and password, of those that the Controller was started with. */
  find(providerName: string, username: string, password: string): AdminUser | undefined {
    const user = this.#users.find(
      (one) => one.username === username && (one.providerName ?? "local") === providerName,
    );
    return user !== undefined && sameSecret(user.password, password) ? user : undefined;
  }

  /** A token for an account whose password was right; `complete` once its second factor was, too. */
  issue(user: AdminUser, complete = user.needsSecondFactor !== true): SignedIn {
    const token = randomBytes(24).toString("base64url");
    const signedIn: SignedIn = {
      user,
      privileges: user.privileges ?? [EVERYTHING],
      token,
      complete,
      expiresMs: this.#clock.now() + this.#lifeMinutes() * 60_000,
    };
    this.#tokens.set(token, signedIn);
    return signedIn;
  }

  /** Who an Authorization header stands for. One `Bearer` too many is forgiven: a known client sends two. */
  fromHeader(header: string | undefined): SignedIn {
    const token = (header ?? "").replace(/^(Bearer\s+){1,2}/i, "").trim();
    const signedIn = this.#tokens.get(token);
    if (signedIn === undefined || signedIn.expiresMs <= this.#clock.now()) {
      this.#tokens.delete(token);
      throw new Problem(401, "Token error. Login again.");
    }
    return signedIn;
  }

  signOut(token: string): void {
    this.#tokens.delete(token);
  }

  /** Forgets every token, as a restart of the Controller or a revocation does. */
  forgetTokens(): void {
    this.#tokens.clear();
  }
}

/** @throws Problem 403 */
export function demand(
  who: SignedIn,
  type: string,
  target: string,
  object?: { id: string; tags: readonly string[] },
): void {
  if (!allows(who.privileges, type, target, object)) throw noPermission();
}

/** Compares in constant time. */
export function sameSecret(known: string, given: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(known), digest(given));
}

/** @throws Problem 403 unless it is so */
export function noPermissionUnless(allowed: boolean): void {
  if (!allowed) throw noPermission();
}
