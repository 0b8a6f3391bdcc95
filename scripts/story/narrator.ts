import type { Paint } from "../report/style.ts";

/** One line of the story, as data for `--json`. */
export interface Line {
  scene: string;
  /** Milliseconds since the scene's own zero (a webhook, a sign-in); absent for what has no moment. */
  ms?: number;
  text: string;
  detail?: string;
}

/** Tells the story while it happens. */
export class Narrator {
  readonly lines: Line[] = [];
  #scene = "";
  readonly #write: (text: string) => void;
  readonly #paint: Paint;

  constructor(write: (text: string) => void, paint: Paint) {
    this.#write = write;
    this.#paint = paint;
  }

  scene(title: string, subtitle = ""): void {
    this.#scene = title;
    this.#write(
      `\n${this.#paint("bold", title)}${subtitle ? this.#paint("dim", `  ${subtitle}`) : ""}\n`,
    );
  }

  /** Something that was observed. */
  saw(
    text: string,
    options: { ms?: number; detail?: string; mark?: "good" | "bad" | "plain" } = {},
  ): void {
    const { ms, detail, mark = "plain" } = options;
    this.lines.push({
      scene: this.#scene,
      text,
      ...(ms === undefined ? {} : { ms: Math.round(ms) }),
      ...(detail === undefined ? {} : { detail }),
    });
    const clock = ms === undefined ? "" : `${Math.round(ms)} ms`;
    const sign = {
      good: this.#paint("green", "✔"),
      bad: this.#paint("red", "✘"),
      plain: this.#paint("dim", "·"),
    }[mark];
    const tail = detail === undefined ? "" : this.#paint("dim", `  ${detail}`);
    this.#write(`${this.#paint("dim", clock.padStart(9))}  ${sign} ${text}${tail}\n`);
  }

  /** Plain text below the scenes. */
  say(text: string): void {
    this.#write(`${text}\n`);
  }
}
