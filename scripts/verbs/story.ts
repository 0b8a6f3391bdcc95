import { Command } from "commander";

interface StoryVerbOptions {
  keep?: true;
  json?: true;
  root: string;
}

/** `sdpx story` (npm start): the whole way, on this machine. */
export function storyVerb(): Command {
  return new Command("story")
    .summary("play the whole story on this machine: detection, cut access, and back")
    .description(
      "Build and prove the scripts, start the posture cache, an embedded Controller and stand-ins of the Jamf products,\n" +
        "publish, and play the story through them. Exit code 0 only when every step was observed. No real system is\n" +
        "contacted, whatever is configured.",
    )
    .option("--keep", "leave everything running afterwards and print how to call it")
    .option("--root <dir>", "folder that holds criteria/, lib/ and the others", ".")
    .option("--json", "print the story as JSON when it has ended")
    .action(async (options: StoryVerbOptions) => {
      const started = performance.now();
      const [
        { playStory },
        { Witness },
        { Narrator },
        { colorWanted, painter },
        { howToCall },
        { untilStopped },
      ] = await Promise.all([
        import("../story/play.ts"),
        import("../story/witness.ts"),
        import("../story/narrator.ts"),
        import("../report/style.ts"),
        import("../story/keep.ts"),
        import("../services/stop.ts"),
      ]);
      const paint = painter(!options.json && colorWanted(process.stdout));
      const narrator = new Narrator((text) => {
        if (!options.json) process.stdout.write(text);
      }, paint);
      const { outcome, world } = await playStory(
        { root: options.root, logLevel: process.env.SDPX_STORY_LOG ?? "silent" },
        new Witness(),
        narrator,
      );
      try {
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        if (options.json) {
          process.stdout.write(
            `${JSON.stringify({ ok: true, ...outcome, lines: narrator.lines }, null, 2)}\n`,
          );
        }
        narrator.say(
          `\n${paint("green", "✔")} ${paint("bold", "every step was observed")}` +
            `  webhook → access cut ${Math.round(outcome.cut.toAccess)} ms, webhook → access back ${Math.round(outcome.restored.toAccess)} ms` +
            paint("dim", `  (${seconds} s in all)`),
        );
        if (options.keep) {
          narrator.say(howToCall(world, outcome.distinguishedName));
          await untilStopped();
        } else narrator.say(paint("dim", "  npm start -- --keep leaves it running for you to try"));
      } finally {
        await world.close();
      }
    });
}
