/** Wider lines are cut around the column: emitted text may be one long line. */
const WIDTH = 100;

/**
 * The line at a position with a mark below it, and up to two lines before it.
 * @param line from 1
 * @param column from 1
 * @returns lines joined by "\n", without a final one; empty when there is no such line
 */
export function codeFrame(text: string, line: number, column: number): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const target = lines[line - 1];
  if (target === undefined) return "";
  const at = Math.max(0, Math.min(column - 1, target.length));
  const from = at > WIDTH - 20 ? at - WIDTH / 2 : 0;
  const cut = (source: string) => source.slice(from, from + WIDTH).replaceAll("\t", " ");
  const gutter = String(line).length;
  const first = Math.max(1, line - 2);
  const frame = lines
    .slice(first - 1, line)
    .map((source, index) => `${String(first + index).padStart(gutter)} | ${cut(source)}`.trimEnd());
  return [...frame, `${" ".repeat(gutter)} | ${" ".repeat(at - from)}^`].join("\n");
}
