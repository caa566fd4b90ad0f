import type { Integration } from '../../../core/api.ts';
import { functionOf } from '../../../core/api.ts';
import type { FunctionResult } from '../lambda/function-process.ts';
import { locateFunction } from '../lambda/function-code.ts';
import { gatewayLimits } from '../limits.ts';
import { echoBecause } from './echo.ts';
import type { Answer, Call, Failure, Outcome } from './integration.ts';

/** AWS_PROXY: the function gets the whole request as an event and answers status, headers and body. */
export function awsProxy(call: Call): Outcome | Promise<Outcome> {
  const { integration } = call.route;
  if (!integration) return internalError(500);
  const lambda = functionOf(call.api.api, integration.target);
  if (!lambda) return echoBecause(call, whyNoFunction(integration));
  if (!call.run.runHandlers)
    return echoBecause(call, 'The workspace is not trusted, so no handler runs (Restricted Mode).');
  const code = locateFunction(lambda, call.api.file);
  if (code.kind === 'absent') return echoBecause(call, code.why);
  return invoke(call, integration, { ...code, lambda });
}

type Located = Extract<ReturnType<typeof locateFunction>, { kind: 'found' }> & {
  readonly lambda: NonNullable<ReturnType<typeof functionOf>>;
};

async function invoke(call: Call, integration: Integration, code: Located): Promise<Outcome> {
  const event = call.event();
  const name = code.lambda.logicalId;
  call.step({ name: 'integration request', text: `Lambda proxy event to ${name}`, detail: event, ok: true });
  const started = performance.now();
  const answering = call.run.functions.invoke({ api: call.api, code, lambda: code.lambda }, event, call.hit);
  const result = await within(call, answering, integration.timeoutInMillis);
  const milliseconds = performance.now() - started;
  if (result === 'late') {
    const text = `${name} did not answer in time`;
    call.step({ name: 'function', text, ok: false, milliseconds });
    return { kind: 'failure', status: 504, message: 'Endpoint request timed out' };
  }
  if (result.kind === 'error') {
    const text = `${name}: ${result.errorType}: ${result.errorMessage}`;
    call.step({ name: 'function', text, detail: result.stackTrace.join('\n'), ok: false, milliseconds });
    return internalError(502);
  }
  call.step({ name: 'function', text: `${name} answered`, detail: result.payload, ok: true, milliseconds });
  const outcome = readAnswer(call, result.payload);
  if (typeof outcome !== 'string') return outcome;
  call.step({ name: 'integration response', text: outcome, ok: false });
  call.run.tell('warning', `${name}, route ${call.route.routeKey}: ${outcome}`, call.api);
  // A function that answers nothing fails the handshake as one that throws does.
  return internalError(result.payload === 'null' ? 502 : 500);
}

/** The result, or `late` when API Gateway would wait no longer; the function then runs on. */
function within(
  call: Call,
  answering: Promise<FunctionResult>,
  timeoutInMillis: number = gatewayLimits.integrationMilliseconds,
): Promise<FunctionResult | 'late'> {
  const limit = Math.min(timeoutInMillis, gatewayLimits.integrationMilliseconds);
  return new Promise((resolve) => {
    const cancel = call.run.world.after(limit, () => resolve('late'));
    void answering.then(resolve).finally(cancel);
  });
}

const answerKeys = ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'];

/** A function's answer, or a sentence that says why API Gateway does not accept it. */
function readAnswer(call: Call, payload: string): Answer | string {
  const answer: unknown = JSON.parse(payload);
  if (answer === null) return 'The function answered nothing; API Gateway needs an object with a statusCode.';
  if (typeof answer !== 'object' || Array.isArray(answer))
    return 'The function did not answer an object with a statusCode.';
  const extra = Object.keys(answer).filter((key) => !answerKeys.includes(key));
  if (extra.length > 0)
    return `The answer has keys that API Gateway does not accept: ${extra.join(', ')}. Allowed: ${answerKeys.join(', ')}.`;
  const { statusCode, headers, multiValueHeaders, body } = answer as Record<string, unknown>;
  const status = Number(statusCode);
  if (statusCode === null || !Number.isInteger(status) || status < 100 || status > 599)
    return 'The answer needs a statusCode from 100 to 599.';
  if (body !== undefined && body !== null && typeof body !== 'string')
    return 'The body of the answer must be a string: use JSON.stringify.';
  call.step({ name: 'integration response', text: `Status ${status}`, detail: body ?? '', ok: true });
  return {
    kind: 'answer',
    status,
    headers: [...pairs(headers), ...pairs(multiValueHeaders)],
    body: body ?? '',
  };
}

function pairs(headers: unknown): [string, string][] {
  if (typeof headers !== 'object' || headers === null) return [];
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
  );
}

function whyNoFunction({ target }: Integration): string {
  if (target.kind === 'lambda') return `The function ${target.ref} is not defined in the file.`;
  if (target.kind === 'none') return 'The integration names no function.';
  return 'The function that the integration calls is not defined in the file.';
}

function internalError(status: number): Failure {
  return { kind: 'failure', status, message: 'Internal server error' };
}
