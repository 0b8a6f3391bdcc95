import type { Clock } from "../../base/clock.ts";

/** What a Controller tells its administrators without being asked. */
export interface AdminMessage {
  level: "Information" | "Warning" | "Error";
  category: string;
  message: string;
  sources: string[];
  /** RFC 3339. */
  created: string;
  count: number;
}

/** Distinct messages that are kept; the oldest goes first. */
const MESSAGES = 100;

/** The state of the Controller as a machine: maintenance mode and messages. */
export class Health {
  /** While it lasts, nothing can be changed. */
  maintenance = false;
  #messages: AdminMessage[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get messages(): readonly AdminMessage[] {
    return this.#messages;
  }

  /** The same message again is counted, not repeated. */
  tell(level: AdminMessage["level"], category: string, message: string): void {
    const created = new Date(this.#clock.now()).toISOString().replace("Z", "000Z");
    const known = this.#messages.find((one) => one.message === message);
    if (known === undefined) {
      this.#messages.push({ level, category, message, sources: ["embedded"], created, count: 1 });
      if (this.#messages.length > MESSAGES) this.#messages.shift();
    } else {
      known.count += 1;
      known.created = created;
    }
  }
}
