import { parse, type AnyNode } from "acorn";
import { full } from "acorn-walk";

/** Where an error came from, in the text as it was written. */
export interface Origin {
  text: string;
  /** From 1. */
  line?: number;
  /** From 1. */
  column?: number;
}

const UNQUOTED = "'(.*)'";

/** What the local engine says, and what the appliance's engine says in its place; measured on Nashorn 15.7. */
const WORDS: readonly (readonly [
  RegExp,
  string | ((match: RegExpExecArray, at: Rest) => string | undefined),
])[] = [
  [new RegExp(`^${UNQUOTED} is not defined$`), '"$1" is not defined'],
  [/^(.*) is not initialized$/, '"$1" is not defined'],
  [
    new RegExp(`^cannot read property ${UNQUOTED} of null$`),
    ([, name = ""], { after }) =>
      isCalled(after, name)
        ? `null has no such function "${name}"`
        : `Cannot get property "${name}" of null`,
  ],
  [
    new RegExp(`^cannot read property ${UNQUOTED} of undefined$`),
    'Cannot read property "$1" from undefined',
  ],
  [
    /^cannot read property of (null|undefined)$/,
    ([, what], { after }) => {
      const key = /^\[\s*(?:(\d+)|"([^"\\]*)"|'([^'\\]*)')\s*\]/.exec(after);
      const name = key?.[1] ?? key?.[2] ?? key?.[3];
      const shown = name === undefined ? "property" : `property "${name}"`;
      return what === "null"
        ? `Cannot get ${shown} of null`
        : `Cannot read ${shown} from undefined`;
    },
  ],
  [
    new RegExp(`^cannot set property ${UNQUOTED} of (null|undefined)$`),
    'Cannot set property "$1" of $2',
  ],
  [
    /^not a function$/,
    (_, { callee }) => (callee === undefined ? undefined : `${callee} is not a function`),
  ],
  [/^value is not iterable$/, "undefined is not a function"],
  [/^invalid array length$/, "inappropriate array length"],
  [/^invalid 'in' operand$/, 'Right hand side of "in" cannot be non-Object'],
  [
    /^invalid 'instanceof' right operand$/,
    "instanceof must be called with a javascript or java object as the right-hand argument",
  ],
  [/^cannot convert symbol to (string|number)$/, "Can not convert Symbol value to $1."],
  [/^could not delete property$/, "Cannot delete property"],
  [/^no setter for property$/, "Cannot set a property that has only a getter"],
  [/^object is not extensible$/, "Cannot add new property to a non-extensible object"],
  [/^toPrimitive$/, "Cannot get default number value"],
];

/** What the text says where the error came from; read only when a message needs it. */
interface Rest {
  readonly after: string;
  readonly callee: string | undefined;
}

const isCalled = (after: string, name: string) => after.replace(/\s+/g, "").startsWith(`.${name}(`);

function offsetOf({ text, line, column }: Origin): number | undefined {
  if (line === undefined || column === undefined) return undefined;
  const lines = text.split(/(?<=\r\n|[\n\r\u2028\u2029])/);
  const before = lines.slice(0, line - 1).join("").length;
  return before + column - 1;
}

/** The text of what is called where the error came from. */
function calleeAt(text: string, offset: number): string | undefined {
  let found: AnyNode | undefined;
  try {
    const program = parse(text, { ecmaVersion: 2015, allowReturnOutsideFunction: true });
    full(program, (visited) => {
      const node = visited as AnyNode;
      if (node.type !== "CallExpression" && node.type !== "NewExpression") return;
      if (
        node.callee.end <= offset &&
        offset < node.end &&
        (found === undefined || node.callee.end > found.end)
      )
        found = node.callee;
    });
  } catch {
    return undefined;
  }
  if (found === undefined) return undefined;
  const source = text.slice(found.start, found.end).replace(/\s+/g, " ");
  return source.replace(/'([^'"\\]*)'/g, '"$1"');
}

/**
 * An error that the local engine has thrown, as the appliance words it; anything else stays as it is.
 * @param message without the name of the error
 */
export function asAppliance(message: string, origin: Origin): string {
  const offset = offsetOf(origin);
  const rest: Rest = {
    get after() {
      return offset === undefined ? "" : origin.text.slice(offset);
    },
    get callee() {
      return offset === undefined ? undefined : calleeAt(origin.text, offset);
    },
  };
  for (const [pattern, words] of WORDS) {
    const match = pattern.exec(message);
    if (!match) continue;
    return typeof words === "string"
      ? message.replace(pattern, words)
      : (words(match, rest) ?? message);
  }
  // Both a constant and a property that cannot be written: only the text tells which.
  const fixed = /^'(.*)' is read-only$/.exec(message);
  if (!fixed) return message;
  const name = fixed[1] ?? "";
  return new RegExp(`\\bconst\\b[^;]*\\b${name.replace(/[^\w]/g, "\\$&")}\\b`).test(origin.text)
    ? `Assignment to constant "${name}"`
    : `"${name}" is not a writable property`;
}
