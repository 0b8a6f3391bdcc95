/** A jar on Maven Central that the engine needs. */
export interface Artifact {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

/** The licence of nashorn-core; asm has the BSD licence. sdpx contains neither: they are fetched on request. */
export const NASHORN_LICENCE = "GPL-2.0 with Classpath exception; asm: BSD-3-Clause";

/** OpenJDK Nashorn and the library that writes its byte code, as its own pom names it. */
export const ARTIFACTS = [
  {
    group: "org.openjdk.nashorn",
    name: "nashorn-core",
    version: "15.7",
    sha256: "3f2b62e55b5458ba2e8a0cc4599aa3abe81b1422e31c38bb8294a7096ceee6f2",
  },
  {
    group: "org.ow2.asm",
    name: "asm",
    version: "7.3.1",
    sha256: "2f67e11ceec819ebd88ddee5300aba699b1cbab2e20c22e97cf027d3be93959b",
  },
  {
    group: "org.ow2.asm",
    name: "asm-analysis",
    version: "7.3.1",
    sha256: "46b8a8efd4b94facb5ab4b35afe30ee0546ae7a43d2c64e6def56c2f168fefa5",
  },
  {
    group: "org.ow2.asm",
    name: "asm-commons",
    version: "7.3.1",
    sha256: "87cd8bb3c6bf6bcbb33fca48060c5065f66ebf6a3d7de9bf18bff51bcf156ebc",
  },
  {
    group: "org.ow2.asm",
    name: "asm-tree",
    version: "7.3.1",
    sha256: "f91a4a8aa868c5c4665bb4fd134019a91f9f8b9216527fba295e3c8b5422b78b",
  },
  {
    group: "org.ow2.asm",
    name: "asm-util",
    version: "7.3.1",
    sha256: "182128592742ed4883ac82bf205f137b6bfbe1234c68e6feb13759e75a85b729",
  },
] as const satisfies readonly Artifact[];

/** The file name of an artifact, as Maven writes it. */
export const jarName = ({ name, version }: Artifact): string => `${name}-${version}.jar`;
