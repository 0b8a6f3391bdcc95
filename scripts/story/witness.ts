import { SdpxError } from "../../base/errors.ts";
import type { SessionEvent } from "../../controller/embedded/index.ts";
import type { CacheEvent } from "../../posture-cache/index.ts";
import type { OverrideEvent } from "../../stand-ins/index.ts";

/** What the story's services told, in the order in which it happened. */
export type Sighting = { at: number } & (
  | { from: "cache"; event: CacheEvent }
  | { from: "controller"; event: SessionEvent }
  | { from: "jsc"; event: OverrideEvent }
);

/**
 * Writes down every event of every service and lets the story wait for one of them. Nothing is polled and nothing is
 * slept through: a step is over when its event is seen, or has failed when its time is up.
 */
export class Witness {
  readonly #sightings: Sighting[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #now: () => number;

  /** @param now milliseconds of a clock that only moves forward */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  readonly cache = (event: CacheEvent): void =>
    this.#note({ at: this.#now(), from: "cache", event });
  readonly controller = (event: SessionEvent): void =>
    this.#note({ at: this.#now(), from: "controller", event });
  readonly jsc = (event: OverrideEvent): void =>
    this.#note({ at: this.#now(), from: "jsc", event });

  /** A place in the record: what is waited for from here on must come later. */
  mark(): number {
    return this.#sightings.length;
  }

  since(mark: number): readonly Sighting[] {
    return this.#sightings.slice(mark);
  }

  /**
   * Waits for the first sighting after `mark` of which `pick` makes something.
   * @throws SdpxError `step-not-observed` when `timeoutMs` pass without one, with what was seen instead
   */
  until<T>(
    what: string,
    mark: number,
    pick: (sighting: Sighting) => T | undefined,
    timeoutMs: number,
  ): Promise<{ seen: T; at: number }> {
    let next = mark;
    return new Promise((resolve, reject) => {
      const look = () => {
        for (; next < this.#sightings.length; next += 1) {
          const sighting = this.#sightings[next];
          const seen = sighting && pick(sighting);
          if (sighting === undefined || seen === undefined) continue;
          clearTimeout(timer);
          this.#waiting.delete(look);
          return resolve({ seen, at: sighting.at });
        }
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(
          new SdpxError(
            "step-not-observed",
            `within ${timeoutMs / 1000} s nobody saw that ${what}`,
            {
              where: "the story",
              list: this.since(mark).map(describe),
              fix: "the list above is what was seen instead; SDPX_STORY_LOG=info shows what the posture cache logs",
            },
          ),
        );
      }, timeoutMs);
      this.#waiting.add(look);
      look();
    });
  }

  #note(sighting: Sighting): void {
    this.#sightings.push(sighting);
    for (const look of [...this.#waiting]) look();
  }
}

/** One sighting in a line, for a step that failed. */
function describe({ from, event }: Sighting): string {
  const { type, ...rest } = event as { type?: string } & Record<string, unknown>;
  const facts = Object.entries(rest)
    .filter(
      ([key, value]) => key !== "at" && ["string", "number", "boolean"].includes(typeof value),
    )
    .map(([key, value]) => `${key} ${String(value)}`);
  return `${from}: ${[type ?? "override", ...facts].join(", ")}`;
}
