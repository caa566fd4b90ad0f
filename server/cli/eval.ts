import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { compileRoutes } from '../../core/routing/select-route.ts';
import { answerOf } from './answer.ts';
import { Failure } from './failure.ts';
import { reasonOf } from './reason.ts';

/** The options of `routescope eval`. */
export interface EvalOptions {
  readonly payload?: string;
  readonly payloadFile?: string;
  readonly route: readonly string[];
}

/** Prints where a message goes; 1 where the expression is malformed. */
export async function evaluate(expression: string | undefined, options: EvalOptions): Promise<number> {
  if (expression === undefined) {
    throw new Failure(
      "eval needs an expression, in single quotes: routescope eval '$request.body.action'",
      2,
    );
  }
  const selector = compileRoutes(expression, options.route);
  const answer = answerOf(selector, await messageOf(options));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  return answer.problems.length === 0 ? 0 : 1;
}

async function messageOf({ payload, payloadFile }: EvalOptions): Promise<string> {
  if (payload !== undefined && payloadFile !== undefined) {
    throw new Failure('eval takes either --payload or --payload-file, not both.', 2);
  }
  if (payload !== undefined) return payload;
  if (payloadFile === undefined)
    throw new Failure('eval needs a message: --payload TEXT or --payload-file FILE.', 2);
  if (payloadFile === '-') return text(process.stdin);
  try {
    return await readFile(payloadFile, 'utf8');
  } catch (error) {
    throw new Failure(`${payloadFile} cannot be read: ${reasonOf(error)}.`, 2);
  }
}
