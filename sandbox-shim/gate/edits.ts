/** A change of a text: some characters go, others come. It neither adds nor removes a line break. */
export interface Edit {
  /** Offset in the text before. */
  at: number;
  remove: number;
  insert: string;
}

/** A text as the engine runs it, and the way back to the one that was written. */
export interface Rewritten {
  text: string;
  /** Column in the written text, from 1, of a place in the rewritten one; lines are the same in both. */
  columnOf(line: number, column: number): number;
}

const untouched = (text: string): Rewritten => ({ text, columnOf: (_line, column) => column });

/**
 * Applies edits. Those at one place keep their order, insertions before replacements.
 * Edits inside a replaced range must not exist.
 */
export function applyEdits(text: string, edits: readonly Edit[]): Rewritten {
  if (edits.length === 0) return untouched(text);
  const sorted = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.at - b.at || Math.sign(a.remove) - Math.sign(b.remove) || a.index - b.index);
  let result = "";
  let from = 0;
  for (const { at, remove, insert } of sorted) {
    result += text.slice(from, at) + insert;
    from = at + remove;
  }
  return {
    text: result + text.slice(from),
    columnOf: (line, column) => columnBefore(text, sorted, line, column),
  };
}

/** Start of a line in a text; lines from 1. */
function startOfLine(text: string, line: number): number {
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  for (let n = 1; n < line; n++) if (breaks.exec(text) === null) return text.length;
  return breaks.lastIndex;
}

function columnBefore(text: string, sorted: readonly Edit[], line: number, column: number): number {
  const start = startOfLine(text, line);
  /** Offset from the start of the line, after and before the edits. */
  let after = 0;
  let before = start;
  for (const { at, remove, insert } of sorted) {
    if (at < start) continue;
    const kept = at - before;
    if (after + kept >= column) break;
    if (after + kept + insert.length >= column) return at - start + 1;
    after += kept + insert.length;
    before = at + remove;
  }
  return Math.max(1, before - start + (column - after));
}
