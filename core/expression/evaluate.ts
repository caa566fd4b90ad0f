import { type JsonReading, readJson } from '../json/read-json.ts';
import { render } from '../json/render.ts';
import type { Problem } from '../problem.ts';
import { type CompiledExpression, type CompiledPart, compileExpression } from './compile.ts';
import { type Effort, newEffort, spend } from './effort.ts';
import type { Followed } from './follow-path.ts';
import type { Part } from './parse.ts';
import { invalid, missing } from './plain-path.ts';

/** What an expression gives for one message. */
export interface Evaluation {
  /** Null where the expression cannot be evaluated. */
  readonly value: string | null;
  /** The message is not quite JSON, and AWS reads it all the same. */
  readonly lenient: boolean;
  /** Why there is no value. */
  readonly obstacle?: Obstacle;
}

/** What stands in the way of a value: the expression, or the message, or that they do not fit each other. */
export type Obstacle =
  'malformed expression' | 'not JSON' | 'message is null' | 'path does not fit' | 'too much work';

/** An evaluation with the value of each part of the expression. */
export interface DetailedEvaluation extends Evaluation {
  readonly parts: readonly PartValue[];
  /** What is wrong with the expression, whatever the message or for this one; spans are offsets in the expression. */
  readonly problems: readonly Problem[];
}

/** What one part of an expression gives for a message. */
export interface PartValue {
  readonly part: Part;
  /** Null where the part cannot be evaluated. */
  readonly value: string | null;
  /** The part is a path that leads nowhere in this message, so that its value is empty. */
  readonly missing: boolean;
}

/** Evaluates a compiled expression for a message, hardly slower than `JSON.parse` reads the message. */
export function evaluate({ expression, parts }: CompiledExpression, message: string): Evaluation {
  if (expression.problems.length > 0)
    return { value: null, lenient: false, obstacle: 'malformed expression' };
  const body = openBody(message);
  if (!body) return { value: null, lenient: false, obstacle: 'not JSON' };
  let value = '';
  for (const part of parts) {
    const text = textOf(part, body);
    if (text === null) return { value: null, lenient: body.lenient, obstacle: obstacleIn(body) };
    value += text ?? '';
  }
  return { value, lenient: body.lenient };
}

/** Evaluates an expression for a message and tells the value of each of its parts. */
export function evaluateExpression(text: string | CompiledExpression, message: string): DetailedEvaluation {
  const compiled = typeof text === 'string' ? compileExpression(text) : text;
  const evaluation = evaluate(compiled, message);
  const body = evaluation.obstacle === 'not JSON' ? undefined : openBody(message);
  const parts = compiled.expression.parts.map((part, index): PartValue => {
    const compiledPart = compiled.parts[index];
    const value = compiledPart && body ? textOf(compiledPart, body) : null;
    return { part, value: value === undefined ? '' : value, missing: value === undefined };
  });
  const reason = evaluation.obstacle && pathObstacles[evaluation.obstacle];
  const misfits = reason === undefined ? [] : parts.flatMap((part) => misfit(part, reason));
  return { ...evaluation, parts, problems: [...compiled.expression.problems, ...misfits] };
}

function obstacleIn(body: Body): Obstacle {
  if (body.plain === null) return 'message is null';
  return body.left < 0 ? 'too much work' : 'path does not fit';
}

/** Why a path has no value in a message that can be read. */
export const pathObstacles: Readonly<Partial<Record<Obstacle, string>>> = {
  'path does not fit': 'the path does not fit the message: an index, a range or a filter needs a list',
  'too much work': 'this path and message would need too much time and memory',
};

function misfit({ part, value }: PartValue, reason: string): Problem[] {
  if (value !== null || part.kind === 'static') return [];
  return [{ message: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`, span: part.pathSpan }];
}

/** A message that is read a second time, with its numbers' text, only where that matters. */
interface Body extends Effort {
  readonly message: string;
  readonly lenient: boolean;
  /** What `JSON.parse` made of it; undefined for a message that only the lenient reader reads. */
  readonly plain: unknown;
  exact: JsonReading | undefined;
}

/** Undefined for text that is not JSON: AWS sends it to `$default` without evaluating anything. */
function openBody(message: string): Body | undefined {
  try {
    return {
      message,
      lenient: false,
      plain: JSON.parse(message) as unknown,
      exact: undefined,
      ...newEffort(),
    };
  } catch {
    const exact = readJson(message);
    const prose = exact?.bare && !/[{[]/.test(message) && message.trim() !== '';
    return !exact || prose || message === ''
      ? undefined
      : { message, lenient: true, plain: undefined, exact, ...newEffort() };
  }
}

/** A part's text; undefined where a path leads nowhere, null where it does not fit the message or costs too much. */
function textOf(part: CompiledPart, body: Body): string | undefined | null {
  const text = readText(part, body);
  return spend(body, text?.length ?? 0) ? text : null;
}

function readText(part: CompiledPart, body: Body): string | undefined | null {
  if (part.kind === 'text') return part.text;
  if (body.plain === null) return null;
  if (part.inPlain && body.plain !== undefined) {
    const value = part.inPlain(body.plain);
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return String(value);
    if (value === missing) return undefined;
    if (value === invalid) return null;
    if (value === null) return '';
  }
  body.exact ??= readJson(body.message);
  // The lenient reader refuses only what is nested too deep for Java's engine.
  if (!body.exact) spend(body, Infinity);
  const followed: Followed = body.exact ? part.inExact(body.exact.value, body) : 'invalid';
  if (typeof followed !== 'string') {
    const text = render(followed.value, body.left);
    if (text === undefined) spend(body, Infinity);
    return text ?? null;
  }
  return followed === 'missing' ? undefined : null;
}
