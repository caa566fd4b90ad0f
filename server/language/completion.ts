import * as l10n from '@vscode/l10n';
import type { Api } from '../../core/api.ts';
import { type Completion as Proposal, completeExpression } from '../../core/expression/complete.ts';
import { completeMapping, type MappingScope } from '../../core/expression/complete-mapping.ts';
import { isMappingKind, variablesIn } from '../../core/expression/variables.ts';
import { messageOfModel } from '../../core/model-message.ts';
import { type Span, touches } from '../../core/span.ts';
import { completeTemplate } from '../../core/template/complete-template.ts';
import { encodeIn, sourceSpan, type Text, valueOffset } from '../../core/text.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { isComputed } from './expressions.ts';
import type { KnownFile } from './known-file.ts';
import { isTemplate, type Place, placeAt } from './places.ts';
import { type RouteKeyPlace, routeKeyAt } from './route-key-place.ts';
import { eventsFor, stageVariablesOf, templateVariablesFor } from './template-request.ts';

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

/** What may be written at an offset, best first: parts of what has variables, or route keys. */
export function complete(file: KnownFile, offset: number): readonly Completion[] {
  const found = placeAt(file.reading.apis, offset);
  if (found) return completeInPlace(file, found.api, found.place, offset);
  const place = routeKeyAt(file, offset);
  return place ? routeKeys(file, place) : [];
}

function completeInPlace(file: KnownFile, api: Api, place: Place, offset: number): Completion[] {
  const { kind, text: whole } = place;
  const piece = isComputed(whole)
    ? whole.pieces?.find(({ text }) => touches(text.span, offset))
    : { text: whole, at: 0 };
  if (!piece) return [];
  const { text, at } = piece;
  const fixed = fixedValues[kind];
  if (fixed) return whole === text ? fixed.map((value) => proposeValue(text, value)) : [];
  return proposalsIn(file, api, place, at + (valueOffset(text, offset) ?? 0))
    .filter(({ span }) => span.start >= at)
    .map(({ insert, span, ...rest }) => {
      const end = Math.min(span.end - at, text.value.length);
      const source = sourceSpan(text, { start: span.start - at, end });
      const isBare = isBareBrace(file.text, text, source.start);
      const start = isBare ? source.start - 2 : source.start;
      const [typedMark] = /^[^\w]*/.exec(file.text.slice(start, Math.max(start, offset))) ?? [''];
      return {
        ...rest,
        span: { start, end: source.end },
        newText: encodeIn(text, isBare ? `\${${insert}` : insert),
        filter: rest.label.startsWith(typedMark) ? rest.label : `${typedMark}${rest.label}`,
      };
    });
}

/** `${` before the cursor that the language of the file would take for itself. */
function isBareBrace(source: string, text: Text, offset: number): boolean {
  return (
    /(?:^|[^$\\])\$\{$/.test(source.slice(Math.max(0, offset - 3), offset)) && encodeIn(text, '${') !== '${'
  );
}

function proposalsIn(file: KnownFile, api: Api, place: Place, offset: number): readonly Proposal[] {
  const { text } = place;
  // Samples are messages of clients, and not what an integration answers.
  const isAnswer = place.kind === 'response mapping template' || place.kind === 'response parameter';
  const bodies = isAnswer ? [] : bodiesOf(file, api);
  if (isTemplate(place)) {
    const events = eventsFor(place);
    const variables = templateVariablesFor(file, api, place);
    return completeTemplate(text.value, offset, { ...scopeOf(api), bodies, events, variables });
  }
  const { kind } = place;
  if (isMappingKind(kind)) return completeMapping(text.value, offset, kind, { ...scopeOf(api), bodies });
  const legal = new Set(variablesIn(kind).map(({ name }) => name));
  return completeExpression(text.value, offset, { bodies }).filter(
    (one) => one.kind !== 'variable' || legal.has(one.label),
  );
}

function bodiesOf(file: KnownFile, api: Api): readonly { readonly name: string; readonly body: unknown }[] {
  return [
    ...file.samplesOf(api).map(({ name, text }) => ({ name, body: parsed(text) })),
    ...api.models.map((model) => ({ name: model.name, body: messageOfModel(model) })),
  ].filter(({ body }) => body !== undefined);
}

/** What the API declares itself. */
function scopeOf(api: Api): Pick<MappingScope, 'stageVariables' | 'parameters'> {
  const declared = api.routes.flatMap(({ requestParameters }) => Object.keys(requestParameters ?? {}));
  return { stageVariables: stageVariablesOf(api), parameters: [...new Set(declared)] };
}

/** Values that samples give and no route has yet, then the missing predefined keys. */
function routeKeys(file: KnownFile, { api, text: written, needsColon }: RouteKeyPlace): Completion[] {
  const taken = new Set(
    api.routes.flatMap(({ routeKey }) => (routeKey && routeKey !== written ? [routeKey.value] : [])),
  );
  const values = evaluateSamples(api, file.samplesOf(api)).flatMap(({ sample, selection: { value } }) =>
    value && !value.startsWith('$') ? [[value, l10n.t('selected by {0}', sample.name)] as const] : [],
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

/** The only expressions of their kinds that API Gateway takes. */
const fixedValues: Readonly<
  Partial<Record<Place['kind'], readonly { readonly value: string; readonly detail: string }[]>>
> = {
  'API key selection': [
    { value: '$request.header.x-api-key', detail: l10n.t('the header of the handshake') },
    { value: '$context.authorizer.usageIdentifierKey', detail: l10n.t('what the Lambda authorizer answers') },
  ],
  'route response selection': [{ value: '$default', detail: l10n.t('the only one that is supported') }],
  'API mapping selection': [{ value: '$request.basepath', detail: l10n.t('the only one that is supported') }],
  'integration response selection': [
    { value: '$integration.response.statuscode', detail: l10n.t('fixed for HTTP and MOCK integrations') },
    { value: '$integration.response.body.errorMessage', detail: l10n.t('fixed for functions') },
  ],
};

const predefined = [
  ['$connect', l10n.t('when a client connects')],
  ['$disconnect', l10n.t('after a connection was closed')],
  ['$default', l10n.t('messages that select no other route')],
] as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
