/**
 * Functions of Nashorn's own shell. Whether the appliance leaves them in is not documented; they reach for files and for the process,
 * so they are taken to be useless there: they exist and refuse.
 */
export default function shell(kit) {
  const refuse = (name) => {
    throw kit.plainError(`${name} is not available in the sandbox`);
  };
  kit.methods(kit.g, {
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
    print() {},
    JSAdapter() {
      refuse("JSAdapter");
    },
  });
}
