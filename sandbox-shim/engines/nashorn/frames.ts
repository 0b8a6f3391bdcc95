/**
 * Messages between Node and the Java host (Host.java): a count of texts, then each text as a count of UTF-16 units and the units.
 * Counts are 32 bits, big endian; units little endian. UTF-16, because a script's text may hold half of a surrogate pair.
 */
export function encode(texts: readonly string[]): Buffer {
  const parts: Buffer[] = [count(texts.length)];
  for (const text of texts) parts.push(count(text.length), Buffer.from(text, "utf16le"));
  return Buffer.concat(parts);
}

function count(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

/** Collects bytes and gives back whole messages. */
export class Decoder {
  #chunks: Buffer[] = [];
  #length = 0;

  /** @returns the messages that are complete now, in their order */
  push(chunk: Buffer): string[][] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const messages: string[][] = [];
    // Most messages come in one piece; joining is only for those that do not.
    let bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#length);
    for (;;) {
      const read = readMessage(bytes);
      if (read === undefined) break;
      messages.push(read.texts);
      bytes = bytes.subarray(read.end);
    }
    this.#chunks = bytes.length === 0 ? [] : [bytes];
    this.#length = bytes.length;
    return messages;
  }
}

function readMessage(bytes: Buffer): { texts: string[]; end: number } | undefined {
  if (bytes.length < 4) return undefined;
  const texts: string[] = [];
  let at = 4;
  for (let left = bytes.readInt32BE(0); left > 0; left--) {
    if (bytes.length < at + 4) return undefined;
    const end = at + 4 + bytes.readInt32BE(at) * 2;
    if (bytes.length < end) return undefined;
    texts.push(bytes.toString("utf16le", at + 4, end));
    at = end;
  }
  return { texts, end: at };
}
