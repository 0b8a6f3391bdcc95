/** The way out of the sandbox: a name and arguments as JSON, answered by `{value}` or `{throws}`. */
export default function ask(kit) {
  const { host } = kit;
  const { parse, stringify } = JSON;
  const { Error: E } = kit.g;
  kit.plainError = (message) => new E(message);
  kit.ask = (name, ...args) => {
    const answer = parse(host(name, stringify(kit.bare(args))));
    if (kit.hasOwn(answer, "throws")) throw new E(answer.throws);
    return answer.value;
  };
  kit.raw = { keys: Object.keys };
  kit.internalError = kit.g.InternalError.prototype;
  /** The gate's rules for patterns hold for texts, too. */
  kit.checkPattern = (source, flags) => {
    const problem = kit.ask("regex", source, flags);
    if (problem !== null) throw kit.syntaxError(problem);
    return source;
  };
}
