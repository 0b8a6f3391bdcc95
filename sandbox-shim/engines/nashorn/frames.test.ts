import { expect, test } from "vitest";
import { Decoder, encode } from "./frames.ts";

test("messages come out as they went in, however the bytes are cut", () => {
  const messages = [["run", "", "\ud800 lone, é, 😀"], [], ["x".repeat(100)]];
  const bytes = Buffer.concat(messages.map(encode));
  for (const size of [1, 2, 3, 7, 64, bytes.length]) {
    const decoder = new Decoder();
    const got: string[][] = [];
    for (let at = 0; at < bytes.length; at += size)
      got.push(...decoder.push(bytes.subarray(at, at + size)));
    expect(got).toEqual(messages);
  }
});
