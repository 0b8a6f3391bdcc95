/** `btoa`: Latin-1 text to base64. @throws Error for a character above U+00FF */
export function toBase64(text: string): string {
  for (let index = 0; index < text.length; index++)
    if (text.charCodeAt(index) > 0xff)
      throw new Error(
        `btoa: the character at ${index} is not Latin-1; encode the text with encodeURIComponent first`,
      );
  return Buffer.from(text, "latin1").toString("base64");
}

/** `atob`: base64 to Latin-1 text; white space is skipped. @throws Error for anything that is not base64 */
export function fromBase64(base64: string): string {
  const digits = base64.replace(/[\t\n\f\r ]/g, "");
  const bare = digits.length % 4 === 0 ? digits.replace(/={1,2}$/, "") : digits;
  if (bare.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(bare))
    throw new Error("atob: this is not base64");
  return Buffer.from(bare, "base64").toString("latin1");
}
