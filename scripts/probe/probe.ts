import { isDeepStrictEqual } from "node:util";
import { ControllerError } from "../../controller/api/errors.ts";
import type { Evaluation } from "../../sandbox-shim/engines/engine.ts";
import { expressionOf, valueIn, type Question } from "./questions.ts";
import type { RemoteRequest } from "./remote.ts";

/** What one engine or Controller said to a question. */
export type Said = { value: unknown } | { result?: unknown; error?: string } | { missing: string };

export interface Answered {
  id: string;
  asks: string;
  said: Said;
  /** What the sandbox of sdpx says. */
  assumed: Said;
  /** `as assumed`, `differs`, or `noted` for what is not compared. */
  verdict: "as assumed" | "differs" | "noted";
}

/** A dated description of one Controller's sandbox. */
export interface ProbeProfile {
  format: 1;
  /** The Controller's URL. */
  controller: string;
  apiVersion: number;
  /** ISO 8601. */
  at: string;
  answers: readonly Answered[];
}

/** Evaluates somewhere; undefined when there is no endpoint for the kind. */
export type AskSomewhere = (request: RemoteRequest) => Promise<Evaluation | undefined>;

const NO_ENDPOINT = "there is no test endpoint for this kind";

async function ask(question: Question, somewhere: AskSomewhere): Promise<Said> {
  let got: Evaluation | undefined;
  try {
    got = await somewhere({
      ...question.given,
      kind: question.kind ?? "condition",
      expression: expressionOf(question),
    });
  } catch (error) {
    // A refusal of this one request is an answer, too; a Controller that cannot be reached ends the run.
    if (!(error instanceof ControllerError) || error.status === undefined) throw error;
    return { missing: `the endpoint refused the request: ${error.message}` };
  }
  if (got === undefined) return { missing: NO_ENDPOINT };
  if (question.how === "value") {
    const found = valueIn(got.output);
    if (found !== undefined) return found;
  }
  return got.error === undefined ? { result: got.result } : { error: got.error };
}

const plain = (said: Said): unknown => JSON.parse(JSON.stringify(said));

/**
 * Asks every question there and here, one after the other.
 * @param there the Controller's test endpoints
 * @param here the sandbox of sdpx
 * @param onAnswer told after each question
 */
export async function probe(
  questions: readonly Question[],
  there: AskSomewhere,
  here: AskSomewhere,
  onAnswer: (answered: Answered) => void = () => undefined,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const question of questions) {
    const { id, asks } = question;
    const [said, assumed] = await Promise.all([ask(question, there), ask(question, here)]);
    const same = isDeepStrictEqual(plain(said), plain(assumed));
    const verdict = question.varies ? "noted" : same ? "as assumed" : "differs";
    const answered: Answered = { id, asks, said, assumed, verdict };
    answers.push(answered);
    onAnswer(answered);
  }
  return answers;
}

const MOST_SHOWN = 160;

function shown(said: Said): string {
  const text =
    "missing" in said
      ? said.missing
      : "value" in said
        ? JSON.stringify(said.value)
        : said.error === undefined
          ? `result ${JSON.stringify(said.result)}`
          : `error ${JSON.stringify(said.error)}`;
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** Entries of two lists of texts that the other does not have, for long lists such as the globals. */
function listDifference(said: Said, assumed: Said): string | undefined {
  const [there, here] = [said, assumed].map((one) => ("value" in one ? one.value : undefined));
  if (!Array.isArray(there) || !Array.isArray(here) || there.length < 10) return undefined;
  const only = (a: unknown[], b: unknown[]) => a.filter((entry) => !b.includes(entry)).join(" ");
  return `only there: ${only(there, here) || "nothing"}; only here: ${only(here, there) || "nothing"}`;
}

/** One answer for a person. */
export function renderAnswer({ id, asks, said, assumed, verdict }: Answered): string {
  const mark = verdict === "differs" ? "≠" : verdict === "noted" ? "·" : "=";
  const lines = [`${mark} ${id.padEnd(20)} ${asks}`];
  const difference = verdict === "differs" ? listDifference(said, assumed) : undefined;
  if (difference !== undefined) lines.push(`    ${difference}`);
  else lines.push(`    there  ${shown(said)}`);
  if (verdict === "differs" && difference === undefined) lines.push(`    here   ${shown(assumed)}`);
  return lines.join("\n");
}
