import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository itself: the root of the scripts that are shipped. */
export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

/** A temporary root for tests, with a package.json and a copy of lib/. Removed at the end of an `await using` block. */
export interface TempRoot extends AsyncDisposable {
  path: string;
  /** Writes files by their path relative to the root. */
  write(files: Record<string, string>): Promise<void>;
}

export async function tempRoot(files: Record<string, string> = {}): Promise<TempRoot> {
  const path = await realpath(await mkdtemp(join(tmpdir(), "sdpx-root-")));
  const root: TempRoot = {
    path,
    async write(more) {
      for (const [file, text] of Object.entries(more)) {
        await mkdir(dirname(join(path, file)), { recursive: true });
        await writeFile(join(path, file), text);
      }
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
  // Without its tsconfig, which extends one that the copy does not have.
  const filter = (file: string) => !file.endsWith(".json");
  await cp(join(REPOSITORY, "lib"), join(path, "lib"), { recursive: true, filter });
  await root.write({ "package.json": '{ "name": "acme-access", "version": "1.2.3" }', ...files });
  return root;
}

/** A criteria script with this body; `head` stands before it. */
export function criteria(body: string, meta = "", head = ""): string {
  return `${head}
export const meta = { notes: "For a test.", ${meta} };
export default function main(claims: Claims): boolean {
${body}
}
`;
}
