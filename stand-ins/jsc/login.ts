import { randomBytes, randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import type { Clock } from "../../base/clock.ts";
import { randomSecret, sameSecret } from "../shared/secrets.ts";

/** Tokens of JSC live for 15 minutes. */
export const TOKEN_SECONDS = 900;

/** An integration of the portal (Integrations > Risk API): the key pair that signs in. */
export interface Application {
  applicationId: string;
  applicationSecret: string;
  /** The API that the key pair is for; a token for another one is refused. `risk` when left out. */
  audience?: string;
}

/** Issues and checks tokens. The signing key is the stand-in's own and lives as long as it does. */
export class Login {
  readonly #key = randomBytes(32);
  readonly #applications: readonly Application[];
  readonly #clock: Clock;
  readonly customerId = randomUUID();

  constructor(applications: readonly Application[], clock: Clock) {
    this.#applications = applications;
    this.#clock = clock;
  }

  /** @returns a JWT, or null when id or secret is wrong */
  async signIn(id: string, secret: string): Promise<string | null> {
    const application = this.#applications.find(({ applicationId }) => applicationId === id);
    const right = sameSecret(secret, application?.applicationSecret ?? randomSecret());
    if (!application || !right) return null;
    const now = Math.floor(this.#clock.now() / 1000);
    return new SignJWT({ customer_id: this.customerId })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setSubject(application.applicationId)
      .setAudience(application.audience ?? "risk")
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_SECONDS)
      .setJti(randomUUID())
      .sign(this.#key);
  }

  /** The application that a live Risk token belongs to, or null for a token that is over, forged or for another API. */
  async check(token: string): Promise<string | null> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        audience: "risk",
        algorithms: ["HS256"],
        currentDate: new Date(this.#clock.now()),
      });
      return payload.sub ?? null;
    } catch {
      return null;
    }
  }
}
