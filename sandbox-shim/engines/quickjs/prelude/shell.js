/**
 * Functions of Nashorn's own shell. Whether the appliance leaves them in is not documented; they reach for files and for the process,
 * so they are taken to be useless there: they exist and refuse.
 */
export default function shell(kit) {
  const refuse = (name) => {
    throw kit.plainError(`${name} is not available in the sandbox`);
  };
  const functions = {
    load() {
      refuse("load");
    },
    loadWithNewGlobal() {
      refuse("loadWithNewGlobal");
    },
    exit() {
      refuse("exit");
    },
    quit() {
      refuse("quit");
    },
    JSAdapter() {
      refuse("JSAdapter");
    },
  };
  kit.methods(kit.g, functions);
  // These are the lengths that they have there; the longest means any number.
  const lengths = { load: 1, loadWithNewGlobal: 125, exit: 1, quit: 1, JSAdapter: 125 };
  for (const name of kit.ownNames(functions)) kit.settle(functions[name], name, lengths[name]);
}
