import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import {
  ARTIFACTS,
  jarName,
  NASHORN_LICENCE,
  type Artifact,
} from "../../sandbox-shim/engines/nashorn/artifacts.ts";
import { NASHORN_FOLDER } from "../../sandbox-shim/engines/nashorn/find.ts";
import { runCommand } from "./command.ts";

export interface InstallOptions {
  /** The folder in which sdpx is used; the jars go into `.sdpx/nashorn` below it. */
  root: string;
  /** Told what is done, a line at a time. */
  say: (line: string) => void;
  /** The command; `mvn` when left out. */
  mvn?: string;
  /** What is fetched; {@link ARTIFACTS} when left out. */
  artifacts?: readonly Artifact[];
}

const PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1";
const MAVEN_ERRORS = 5;

/** A project whose only purpose is its dependencies: one start of Maven gets them all. */
export function pomOf(artifacts: readonly Artifact[]): string {
  const dependencies = artifacts.map(
    ({ group, name, version }) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>sdpx</groupId><artifactId>nashorn-engine</artifactId><version>1</version>
  <dependencies>
${dependencies.join("\n")}
  </dependencies>
</project>
`;
}

/** Names of the files that are missing or have another content. */
async function wrongFiles(folder: string, artifacts: readonly Artifact[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const artifact of artifacts) {
    const bytes = await readFile(join(folder, jarName(artifact))).catch(() => undefined);
    if (bytes === undefined) wrong.push(`${jarName(artifact)}: it is not there`);
    else {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      if (sha256 !== artifact.sha256)
        wrong.push(`${jarName(artifact)}: SHA-256 is ${sha256}, not ${artifact.sha256}`);
    }
  }
  return wrong;
}

/**
 * Gets the jars of Nashorn with Maven, so that its settings (mirrors, proxies) hold, and checks them against known SHA-256 values.
 * Nothing is changed when they are there already, and nothing is left behind when it fails.
 * @throws SdpxError `bad-setting` without Maven, `remote-unavailable` when Maven cannot get them, `remote-garbled` when they are
 * not what they should be
 */
export async function installNashorn(options: InstallOptions): Promise<"installed" | "present"> {
  const { root, say, mvn = "mvn", artifacts = ARTIFACTS } = options;
  const folder = join(root, NASHORN_FOLDER);
  if ((await wrongFiles(folder, artifacts)).length === 0) {
    say(`Nashorn is already in ${folder}: ${artifacts.length} jars, SHA-256 as expected`);
    return "present";
  }
  say(`getting these artifacts of Maven Central with ${mvn} (licence: ${NASHORN_LICENCE}):`);
  for (const { group, name, version } of artifacts) say(`  ${group}:${name}:${version}`);
  await mkdir(join(root, ".sdpx"), { recursive: true });
  // Absolute: Maven takes a relative folder as one below the folder of its own project file.
  const work = await mkdtemp(resolve(root, ".sdpx", "nashorn-new-"));
  try {
    await fetchJars(mvn, work, artifacts);
    const wrong = await wrongFiles(join(work, "jars"), artifacts);
    if (wrong.length > 0)
      throw new SdpxError("remote-garbled", "Maven gave other files than expected; none is used", {
        where: mvn,
        list: wrong,
        fix: "check which mirror Maven uses (settings.xml), then run `sdpx engine install nashorn` again",
      });
    await rm(folder, { recursive: true, force: true });
    await rename(join(work, "jars"), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  say(`installed into ${folder}: ${artifacts.length} jars, SHA-256 as expected`);
  return "installed";
}

async function fetchJars(mvn: string, work: string, artifacts: readonly Artifact[]): Promise<void> {
  const pom = join(work, "pom.xml");
  await writeFile(pom, pomOf(artifacts));
  const goal = `${PLUGIN}:copy-dependencies`;
  const ran = await runCommand(mvn, [
    ...["--batch-mode", "--quiet", "--file", pom, goal],
    `-DoutputDirectory=${join(work, "jars")}`,
    "-DexcludeTransitive=true",
  ]);
  if (ran === undefined)
    throw new SdpxError("bad-setting", "Maven is not installed, and the jars come with it", {
      where: mvn,
      fix:
        "install Maven (mvn) and a JDK, or put the jars somewhere yourself and set " +
        `SDPX_NASHORN_CLASSPATH: ${artifacts.map(jarName).join(", ")}`,
    });
  if (ran.code === 0) return;
  const lines = ran.output.split("\n").filter((line) => /ERROR|JAVA_HOME|java/.test(line));
  const javaMissing = /JAVA_HOME|java: (command )?not found/i.test(ran.output);
  throw new SdpxError(
    javaMissing ? "bad-setting" : "remote-unavailable",
    javaMissing ? "Maven found no Java" : "Maven could not get the artifacts",
    {
      where: mvn,
      list: lines.slice(0, MAVEN_ERRORS).map((line) => line.trim()),
      fix: javaMissing
        ? "install a JDK, version 17 or newer"
        : "check the network and the mirror in Maven's settings.xml, then run it again",
    },
  );
}
