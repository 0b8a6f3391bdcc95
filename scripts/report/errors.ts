import type { SdpxError } from "../../base/errors.ts";
import type { Paint } from "./style.ts";

const BUG_ADVICE =
  "this is a defect of sdpx: please report it with the command and the text above (SDPX_DEBUG=1 shows the stack)";

/** Renders an error for a terminal: what, where, how to fix. A stack is shown only for our own defects, on request. */
export function renderError(error: SdpxError, paint: Paint, debug = false): string {
  const lines = [
    `${paint("red", "✘")} ${paint("bold", error.message)} ${paint("dim", `[${error.code}]`)}`,
  ];
  const indent = (text: string) => text.split("\n").join("\n         ");
  if (error.where !== undefined) lines.push(`  ${paint("dim", "where")}  ${indent(error.where)}`);
  for (const item of error.list)
    lines.push(`  ${paint("dim", "·")} ${item.split("\n").join("\n    ")}`);
  const fix = error.fix ?? (error.code === "internal" ? BUG_ADVICE : undefined);
  if (fix !== undefined) lines.push(`  ${paint("dim", "fix")}    ${indent(fix)}`);
  if (debug && error.cause instanceof Error) lines.push(paint("dim", error.cause.stack ?? ""));
  return `${lines.join("\n")}\n`;
}

/** The same error as data, for `--json`. */
export function errorAsJson(error: SdpxError): object {
  return {
    error: {
      code: error.code,
      message: error.message,
      ...(error.where === undefined ? {} : { where: error.where }),
      ...(error.list.length === 0 ? {} : { list: error.list }),
      ...(error.fix === undefined ? {} : { fix: error.fix }),
    },
  };
}
