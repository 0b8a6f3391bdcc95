import { matchesGlob } from "./glob.ts";

/** One request that a stand-in answered. Bodies and headers are left out: they carry secrets. */
export interface JournalEntry {
  /** Epoch milliseconds by the stand-in's clock, when the request arrived. */
  at: number;
  method: string;
  path: string;
  /** Query string without `?`, decoded; empty when there is none. */
  query: string;
  /** Status sent, or 0 when the connection was dropped. */
  status: number;
  /** The fault that was injected into this request. */
  fault?: string;
}

/** What happened at a stand-in, oldest first; the oldest entries go when it is full. */
export class Journal {
  #entries: JournalEntry[] = [];
  readonly #limit: number;

  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    // Dropping in blocks keeps adding cheap when a benchmark sends hundreds of thousands.
    if (this.#entries.length > this.#limit * 1.1) this.#entries = this.#entries.slice(-this.#limit);
  }

  /** Entries of one method and path; the path may contain `*`. */
  of(method: string, path: string): JournalEntry[] {
    return this.#entries.filter(
      (entry) => entry.method === method && matchesGlob(path, entry.path),
    );
  }

  clear(): void {
    this.#entries = [];
  }
}
