import type { Clock } from "../../base/clock.ts";
import { UpstreamError } from "./errors.ts";

export interface Token {
  value: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** Milliseconds from issue to expiry. */
  lifetimeMs: number;
}

/** API clients may have tokens of a minute: renewing by a fixed half minute would leave them half useless. */
function margin(token: Token): number {
  return Math.min(30_000, token.lifetimeMs * 0.1);
}

/**
 * Keeps one token, fetching it once however many callers wait for it. `withToken` renews it once when the remote
 * refuses it, because a token can be revoked before its time.
 */
export function tokenKeeper(clock: Clock, fetchToken: () => Promise<Token>) {
  let token: Token | undefined;
  let fetching: Promise<Token> | undefined;

  const current = async (): Promise<Token> => {
    if (token !== undefined && clock.now() < token.expiresAt - margin(token)) return token;
    fetching ??= fetchToken()
      .then((fetched) => (token = fetched))
      .finally(() => (fetching = undefined));
    return fetching;
  };

  return {
    /** @param refused failures that mean "this token is not accepted" */
    async withToken<T>(
      refused: readonly UpstreamError["failure"][],
      work: (token: string) => Promise<T>,
    ): Promise<T> {
      const used = await current();
      try {
        return await work(used.value);
      } catch (error) {
        if (!(error instanceof UpstreamError) || !refused.includes(error.failure)) throw error;
        if (token === used) token = undefined;
        return work((await current()).value);
      }
    },
  };
}
