/** One place of a generated text and where it comes from; all from 0. */
interface Segment {
  column: number;
  source: number;
  line: number;
  sourceColumn: number;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Reads the numbers of one segment (base64 VLQ, source map revision 3). */
function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if ((bits & 32) !== 0) continue;
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** Reads the `mappings` of a source map: for each generated line its segments, in the order of their columns. */
export function segmentsOf(mappings: string): Segment[][] {
  let [source, line, sourceColumn] = [0, 0, 0];
  return mappings.split(";").map((row) => {
    let column = 0;
    const segments: Segment[] = [];
    for (const part of row === "" ? [] : row.split(",")) {
      const [byColumn = 0, bySource, byLine = 0, bySourceColumn = 0] = numbersOf(part);
      column += byColumn;
      if (bySource === undefined) continue;
      source += bySource;
      line += byLine;
      sourceColumn += bySourceColumn;
      segments.push({ column, source, line, sourceColumn });
    }
    return segments;
  });
}

/** The last segment at or before a column; the first of the line when all are behind it. */
export function segmentAt(segments: readonly Segment[], column: number): Segment | undefined {
  return segments.findLast((segment) => segment.column <= column) ?? segments[0];
}
