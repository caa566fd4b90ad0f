import type { Api } from '../../core/api.ts';
import { completeExpression } from '../../core/expression/complete.ts';
import { variables } from '../../core/expression/variables.ts';
import type { Span } from '../../core/span.ts';
import { encodeIn, sourceSpan, type Text, valueOffset } from '../../core/text.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { expressionAt, isComputed, type WrittenExpression } from './expressions.ts';
import type { KnownFile } from './known-file.ts';
import { messageOfModel } from './model-examples.ts';
import { type RouteKeyPlace, routeKeyAt } from './route-key-place.ts';

/** A proposal: `newText` replaces `span` of the document. */
export interface Completion {
  readonly label: string;
  readonly span: Span;
  readonly newText: string;
  /** What the editor compares with the text that is typed over. */
  readonly filter: string;
  readonly kind: 'variable' | 'property' | 'value';
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
}

/** What may be written at an offset, best first: parts of an expression, or route keys. */
export function complete(file: KnownFile, offset: number): readonly Completion[] {
  const found = expressionAt(file.reading.apis, offset);
  if (found) return completeInExpression(file, found.api, found.expression, offset);
  const place = routeKeyAt(file, offset);
  return place ? routeKeys(file, place) : [];
}

function completeInExpression(
  file: KnownFile,
  api: Api,
  { kind, text }: WrittenExpression,
  offset: number,
): Completion[] {
  if (isComputed(text)) return [];
  if (kind === 'API key selection') return apiKeySources.map((source) => proposeValue(text, source));
  const bodies = [
    ...file.samplesOf(api).map(({ name, text }) => ({ name, body: parsed(text) })),
    ...api.models.map((model) => ({ name: model.name, body: messageOfModel(model) })),
  ].filter(({ body }) => body !== undefined);
  const illegal = new Set(variables.filter((one) => !one.legalIn.includes(kind)).map(({ name }) => name));
  return completeExpression(text.value, valueOffset(text, offset) ?? 0, { bodies })
    .filter((one) => one.kind !== 'variable' || !illegal.has(one.label))
    .map(({ insert, span, ...rest }) => {
      const source = sourceSpan(text, span);
      const needsEscape = text.insideSub && file.text.slice(source.start - 2, source.start) === '${';
      const [typedMark] = /^[^\w]*/.exec(file.text.slice(source.start, offset)) ?? [''];
      return {
        ...rest,
        span: source,
        newText: `${needsEscape ? '!' : ''}${encodeIn(text, insert)}`,
        filter: `${typedMark}${rest.label}`,
      };
    });
}

/** Values that samples give and no route has yet, then the missing predefined keys. */
function routeKeys(file: KnownFile, { api, text: written, needsColon }: RouteKeyPlace): Completion[] {
  const taken = new Set(
    api.routes.flatMap(({ routeKey }) => (routeKey && routeKey !== written ? [routeKey.value] : [])),
  );
  const values = evaluateSamples(api, file.samplesOf(api)).flatMap(({ sample, selection: { value } }) =>
    value && !value.startsWith('$') ? [[value, `selected by ${sample.name}`] as const] : [],
  );
  const details = new Map<string, string>();
  for (const [key, detail] of [...values, ...predefined]) if (!details.has(key)) details.set(key, detail);
  return [...details]
    .filter(([key]) => !taken.has(key))
    .map(([key, detail]) => {
      const proposal = proposeValue(written, { value: key, detail });
      return needsColon ? { ...proposal, newText: `${proposal.newText}:` } : proposal;
    });
}

function proposeValue(written: Text, { value, detail }: { value: string; detail: string }): Completion {
  const { span } = written;
  return { label: value, filter: value, span, newText: encodeIn(written, value), kind: 'value', detail };
}

/** The only API key selection expressions that API Gateway takes. */
const apiKeySources = [
  { value: '$request.header.x-api-key', detail: 'the header of the handshake' },
  { value: '$context.authorizer.usageIdentifierKey', detail: 'what the Lambda authorizer answers' },
];

const predefined = [
  ['$connect', 'when a client connects'],
  ['$disconnect', 'after a connection was closed'],
  ['$default', 'messages that select no other route'],
] as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
