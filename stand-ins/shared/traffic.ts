/**
 * How many requests were in work at once. Jamf asks API clients to keep to five concurrent connections
 * (developer.jamf.com, "Jamf Pro API scalability best practices"); the server does not refuse more, so a
 * stand-in counts them instead.
 */
export class Traffic {
  #now = 0;
  #peak = 0;
  #over = 0;
  #total = 0;
  readonly limit: number;

  constructor(limit = 5) {
    this.limit = limit;
  }

  enter(): void {
    this.#now += 1;
    this.#total += 1;
    this.#peak = Math.max(this.#peak, this.#now);
    if (this.#now > this.limit) this.#over += 1;
  }

  leave(): void {
    this.#now -= 1;
  }

  /** `peak`: most at once; `over`: requests that arrived while the limit was reached. */
  get figures(): { now: number; peak: number; over: number; total: number; limit: number } {
    return {
      now: this.#now,
      peak: this.#peak,
      over: this.#over,
      total: this.#total,
      limit: this.limit,
    };
  }

  reset(): void {
    this.#peak = this.#now;
    this.#over = 0;
    this.#total = 0;
  }
}
