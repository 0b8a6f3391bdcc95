/** One line of the table that a benchmark prints. */
export interface Figure {
  what: string;
  /** The measured value, with its unit. */
  measured: string;
  /** The budget that it stands against; empty when there is none. */
  budget: string;
  /** Whether it is within the budget; null when there is none. */
  within: boolean | null;
  /** How it was measured, in a few words. */
  how: string;
}

/** A benchmark: prints nothing, asserts nothing, stops by itself. */
export interface Benchmark {
  /** One line for `--help`. */
  summary: string;
  run(options: BenchOptions): Promise<Figure[]>;
}

export interface BenchOptions {
  /** The sizes of the budgets instead of smaller ones that finish soon. */
  full: boolean;
  /** Says what is going on, on stderr. */
  say(message: string): void;
}

/** The value below which a share (0 to 1) of the samples lies; NaN without samples. Samples need not be sorted. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[at] ?? Number.NaN;
}

/** The middle value. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** "1.2 ms", "340 ms", "2.1 s". */
export function ms(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(0)} s`;
  if (value >= 1000) return `${(value / 1000).toFixed(1)} s`;
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

/** "12,300 /s" */
export function perSecond(value: number): string {
  return `${value.toLocaleString("en-US", { maximumSignificantDigits: 3 })} /s`;
}

/** A figure that should be at most so many milliseconds. */
export function atMost(what: string, value: number, budgetMs: number, how: string): Figure {
  return { what, measured: ms(value), budget: `≤ ${ms(budgetMs)}`, within: value <= budgetMs, how };
}

/** A figure that should be at least so many a second. */
export function atLeast(what: string, value: number, budget: number, how: string): Figure {
  const within = value >= budget;
  return { what, measured: perSecond(value), budget: `≥ ${perSecond(budget)}`, within, how };
}

/** A figure without a budget. */
export function plain(what: string, measured: string, how: string): Figure {
  return { what, measured, budget: "", within: null, how };
}

/** The figures as a Markdown table. */
export function table(figures: readonly Figure[]): string {
  const verdict = ({ within }: Figure) => (within === null ? "" : within ? "yes" : "**no**");
  const rows = figures.map((figure) =>
    [figure.what, figure.measured, figure.budget, verdict(figure), figure.how].join(" | "),
  );
  const head = ["what | measured | budget | within | how", "--- | --- | --- | --- | ---"];
  return [...head, ...rows].map((row) => `| ${row} |`).join("\n");
}
