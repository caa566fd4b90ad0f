import * as l10n from '@vscode/l10n';
import { newEffort } from '../expression/effort.ts';
import { followPath } from '../expression/follow-path.ts';
import { parseJsonPath } from '../expression/json-path.ts';
import { walkPath } from '../expression/walk-path.ts';
import type { JsonValue } from '../json/json-value.ts';
import { readJson } from '../json/read-json.ts';
import { Failure } from './failure.ts';
import { fromJson } from './from-json.ts';
import { toJson } from './print.ts';
import { JavaMap, type Tool, type Value } from './value.ts';

/** A property or method of `$input`, for hover and completion. */
export interface InputMember {
  readonly name: string;
  readonly follows: 'JSONPath' | 'name' | 'nothing';
  /** One sentence. */
  readonly meaning: string;
}

/**
 * What `$input` has.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 */
export const inputMembers: readonly InputMember[] = [
  { name: 'body', follows: 'nothing', meaning: l10n.t('The raw message as text.') },
  {
    name: 'json',
    follows: 'JSONPath',
    meaning: l10n.t('What a JSONPath finds in the message, as JSON text.'),
  },
  {
    name: 'path',
    follows: 'JSONPath',
    meaning: l10n.t(
      'What a JSONPath finds in the message, as an object whose members and methods can be used.',
    ),
  },
  {
    name: 'params',
    follows: 'name',
    meaning: l10n.t(
      'A parameter of the handshake, looked for in path, query string and headers; without a name a map of all. Only `$connect` has any.',
    ),
  },
];

/** The parameters of a handshake by their kinds; messages have none. */
export interface Parameters {
  readonly path?: Readonly<Record<string, string>>;
  readonly querystring?: Readonly<Record<string, string>>;
  readonly header?: Readonly<Record<string, string>>;
}

/** `$input` of a request with this body. An empty body is an empty object, as REST APIs were seen to have it. */
export function inputOf(body: string, parameters: Parameters): Tool {
  const text = body === '' ? '{}' : body;
  const maps = new JavaMap(
    (['path', 'querystring', 'header'] as const).map((kind) => [
      kind,
      new JavaMap(Object.entries(parameters[kind] ?? {})),
    ]),
  );
  return {
    tool: 'input',
    property: (name) => (name === 'body' ? text : null),
    call(method, given) {
      const [one, ...more] = given;
      if (more.length > 0) return undefined;
      if (method === 'params') return one === undefined ? maps : parameter(maps, one);
      if (typeof one !== 'string') return undefined;
      if (method === 'path') return fromJson(find(text, one) ?? '');
      return method === 'json' ? toJson(fromJson(find(text, one) ?? '')) : undefined;
    },
  };
}

function parameter(maps: JavaMap, name: Value): Value | undefined {
  if (typeof name !== 'string') return undefined;
  for (const map of maps.entries.values()) {
    const value = map instanceof JavaMap ? map.entries.get(name) : undefined;
    if (value !== undefined) return value;
  }
  return '';
}

/** Undefined where the path leads nowhere, and null for a null: both are an empty text for templates. */
function find(text: string, written: string): JsonValue | undefined {
  const path = /^[$@]/.test(written) ? written : `$.${written}`;
  const { steps, definite, problems } = parseJsonPath(path);
  const [problem] = problems;
  if (problem)
    throw new Failure(l10n.t('The JSONPath `{0}` cannot be followed. {1}', written, problem.message));
  const reading = readJson(text);
  if (!reading) throw new Failure(l10n.t('The message is not JSON, so that no JSONPath leads into it.'));
  const followed = definite ? followPath(steps, reading.value) : walkPath(steps, reading.value, newEffort());
  return typeof followed === 'string' ? undefined : (followed.value ?? undefined);
}
