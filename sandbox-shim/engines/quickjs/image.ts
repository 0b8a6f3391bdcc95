/**
 * Pictures of the engine's whole memory. QuickJS keeps everything that it knows in the linear memory of its WebAssembly module,
 * so putting back what stood there after starting gives a runtime that has never run anything: a fresh one for
 * each evaluation, without paying for its builtins each time (2 ms become 0.03 ms).
 *
 * What is not put back is the region of the C stack, which is dead between calls, and whatever lies above the memory
 * that was in use: the allocator takes it for uninitialised.
 */
export interface Image {
  readonly parts: readonly { at: number; bytes: Uint8Array }[];
  /** First address that was not in use. */
  readonly end: number;
}

const PAGE = 4096;
/** The C stack of the module has 5 MB, and a runtime that has just started keeps no such hole in its heap. */
const LEAST_STACK = 1024 * 1024;
/** How far above the memory in use a script's own memory is looked for. */
const WINDOW = 1024 * 1024;

/** The last address with something in it, rounded up; between `from` and `to`. */
function endOfUse(memory: ArrayBuffer, from: number, to: number): number {
  const bits = new BigUint64Array(memory, 0, to >> 3);
  let index = bits.length - 1;
  while (index * 8 >= from && bits[index] === 0n) index--;
  return Math.min(to, (index + 2) * 8);
}

/** The longest run of empty pages: the C stack. */
function stackRegion(memory: ArrayBuffer, end: number): { from: number; to: number } {
  const words = new Uint32Array(memory, 0, end >> 2);
  let best = { from: 0, to: 0 };
  let from = 0;
  for (let page = 0; page < end; page += PAGE) {
    const limit = Math.min(end, page + PAGE) >> 2;
    let index = page >> 2;
    while (index < limit && words[index] === 0) index++;
    if (index < limit) from = page + PAGE;
    else if (page + PAGE - from > best.to - best.from) best = { from, to: page + PAGE };
  }
  return best;
}

function copy(memory: ArrayBuffer, end: number, hole: { from: number; to: number }): Image {
  const part = (from: number, to: number) => ({
    at: from,
    bytes: new Uint8Array(memory.slice(from, to)),
  });
  return { parts: [part(0, hole.from), part(hole.to, end)], end };
}

/**
 * Takes the picture of a module that has only been started: what lies above has never been written.
 * @throws Error when the memory does not look as expected, as after a change of the engine
 */
export function firstImage(memory: ArrayBuffer): Image & { hole: { from: number; to: number } } {
  const end = endOfUse(memory, 0, memory.byteLength);
  const hole = stackRegion(memory, end);
  if (hole.to - hole.from < LEAST_STACK)
    throw new Error("the memory of the engine has no recognisable stack region");
  return { ...copy(memory, end, hole), hole };
}

/** Empties what lies above an image, so that {@link laterImage} can see how far the next step reaches. */
export function clearAbove(memory: ArrayBuffer, image: Image): void {
  new Uint8Array(memory, image.end, Math.min(WINDOW, memory.byteLength - image.end)).fill(0);
}

/** Takes another picture after `clearAbove` and one more step; nothing when the step took too much memory. */
export function laterImage(
  memory: ArrayBuffer,
  first: Image & { hole: { from: number; to: number } },
): Image | undefined {
  const top = Math.min(first.end + WINDOW, memory.byteLength) & ~7;
  const end = endOfUse(memory, first.end, top);
  return top - end < PAGE ? undefined : copy(memory, Math.max(end, first.end), first.hole);
}

/** Puts a picture back. Nothing that the module has handed out since may be used afterwards. */
export function restore(memory: ArrayBuffer, image: Image): void {
  const bytes = new Uint8Array(memory);
  for (const part of image.parts) bytes.set(part.bytes, part.at);
}
