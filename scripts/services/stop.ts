/**
 * Resolves at the first Ctrl-C or SIGTERM. A second one ends the process at once: whoever presses twice means it, and
 * what was acknowledged is on disk.
 */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const first = (signal: NodeJS.Signals) => {
      for (const name of ["SIGINT", "SIGTERM"] as const) {
        process.off(name, first);
        process.once(name, () => process.exit(130));
      }
      resolve(signal);
    };
    process.on("SIGINT", first);
    process.on("SIGTERM", first);
  });
}
