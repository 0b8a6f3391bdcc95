import ts from "typescript";
import type { Answer } from "./case.ts";

/** A literal as prettier writes it, near enough: the recorder formats the file afterwards. */
const literal = (answer: Answer): string =>
  "result" in answer
    ? `{ result: ${JSON.stringify(answer.result)} }`
    : `{ error: ${JSON.stringify(answer.error)}${
        answer.message === undefined ? "" : `, message: ${JSON.stringify(answer.message)}`
      } }`;

function propertyOf(
  object: ts.ObjectLiteralExpression,
  name: string,
): ts.PropertyAssignment | undefined {
  return object.properties.find(
    (one): one is ts.PropertyAssignment =>
      ts.isPropertyAssignment(one) && ts.isIdentifier(one.name) && one.name.text === name,
  );
}

/**
 * Puts answers into the text of a file of cases, each at the case with its name; everything else stays as it is.
 * @throws Error when a case is not written out as an object with a literal name
 */
export function withAnswers(text: string, answers: ReadonlyMap<string, Answer>): string {
  const file = ts.createSourceFile("cases.ts", text, ts.ScriptTarget.Latest, true);
  const edits: { from: number; to: number; text: string }[] = [];
  const left = new Set(answers.keys());
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const name = propertyOf(node, "name")?.initializer;
      const code = propertyOf(node, "code");
      if (name !== undefined && ts.isStringLiteralLike(name) && code !== undefined) {
        const answer = answers.get(name.text);
        if (answer === undefined || !left.delete(name.text)) return;
        const old = propertyOf(node, "nashorn");
        if (old !== undefined)
          edits.push({
            from: old.initializer.getStart(),
            to: old.initializer.getEnd(),
            text: literal(answer),
          });
        else
          edits.push({
            from: code.getEnd(),
            to: code.getEnd(),
            text: `, nashorn: ${literal(answer)}`,
          });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (left.size > 0)
    throw new Error(`not written out as { name: "...", code: ... }: ${[...left].join(", ")}`);
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((made, { from, to, text: by }) => made.slice(0, from) + by + made.slice(to), text);
}
