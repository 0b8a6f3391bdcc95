import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Whether a stream takes colour: a terminal, unless NO_COLOR is set; or FORCE_COLOR (no-color.org). */
export function colorWanted(
  stream: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== "0") return true;
  return stream.isTTY === true;
}

export type Paint = (format: Format, text: string) => string;

/** A painter that leaves text alone where colour is not wanted. */
export function painter(color: boolean): Paint {
  return (format, text) => (color ? styleText(format, text, { validateStream: false }) : text);
}
