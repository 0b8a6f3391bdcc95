import type { Clock } from "../../../base/clock.ts";
import { randomSecret, sameSecret } from "../../shared/secrets.ts";
import type { ApiClient, ApiUser, Privilege } from "./privileges.ts";

/** Jamf Pro's user tokens live for 30 minutes. */
export const USER_TOKEN_SECONDS = 1800;

export interface Token {
  value: string;
  expiresAt: number;
  holder: { type: "client"; client: ApiClient } | { type: "user"; user: ApiUser };
}

/** Tokens in circulation. They end by the clock, or when a user gives one back. */
export class Tokens {
  readonly #live = new Map<string, Token>();
  readonly #clients: readonly ApiClient[];
  readonly #users: readonly ApiUser[];
  readonly #clock: Clock;

  constructor(clients: readonly ApiClient[], users: readonly ApiUser[], clock: Clock) {
    this.#clients = clients;
    this.#users = users;
    this.#clock = clock;
  }

  /** @returns null when id or secret is wrong */
  forClient(clientId: string, clientSecret: string): Token | null {
    const client = this.#clients.find((known) => known.clientId === clientId);
    // The comparison runs for an unknown id as well, so that time does not tell which ids exist.
    const right = sameSecret(clientSecret, client?.clientSecret ?? randomSecret());
    if (!client || !right) return null;
    return this.#issue({ type: "client", client }, client.tokenLifetimeSeconds);
  }

  /** @returns null when name or password is wrong */
  forUser(username: string, password: string): Token | null {
    const user = this.#users.find((known) => known.username === username);
    const right = sameSecret(password, user?.password ?? randomSecret());
    if (!user || !right) return null;
    return this.#issue({ type: "user", user }, USER_TOKEN_SECONDS);
  }

  /** A live token, or null. */
  find(value: string | null): Token | null {
    const token = value === null ? undefined : this.#live.get(value);
    if (!token) return null;
    if (token.expiresAt > this.#clock.now()) return token;
    this.#live.delete(token.value);
    return null;
  }

  end(token: Token): void {
    this.#live.delete(token.value);
  }

  /** Ends all tokens at once, as a restart of the server does. */
  endAll(): void {
    this.#live.clear();
  }

  #issue(holder: Token["holder"], seconds: number): Token {
    const now = this.#clock.now();
    for (const token of this.#live.values()) {
      if (token.expiresAt <= now) this.#live.delete(token.value);
    }
    const token: Token = { value: randomSecret(), expiresAt: now + seconds * 1000, holder };
    this.#live.set(token.value, token);
    return token;
  }
}

export function privilegesOf(token: Token): readonly Privilege[] {
  return token.holder.type === "client"
    ? token.holder.client.privileges
    : token.holder.user.privileges;
}
