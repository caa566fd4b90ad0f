import { type Api, stageOf } from '../../core/api.ts';
import { contextVariables, type EventType } from '../../core/expression/context-variables.ts';
import { parseTemplate } from '../../core/template/parse-template.ts';
import { type Rendering, renderTemplate } from '../../core/template/render-template.ts';
import { requestVariables, silentVariables } from '../../core/template/request-variables.ts';
import type { Value } from '../../core/template/value.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import type { KnownFile } from './known-file.ts';
import type { TemplatePlace } from './places.ts';

/** The events for which a template is rendered, by the routes that run its integration. */
export function eventsFor({ routes }: TemplatePlace): readonly EventType[] {
  const events = new Set(routes.map(({ routeKey }) => predefined[routeKey?.value ?? ''] ?? 'MESSAGE'));
  return events.size === 0 ? ['CONNECT', 'MESSAGE', 'DISCONNECT'] : [...events];
}

const predefined: Readonly<Partial<Record<string, EventType>>> = {
  $connect: 'CONNECT',
  $disconnect: 'DISCONNECT',
};

/** The variables of all stages of an API; of several with one name the first stage's. */
export function stageVariablesOf(api: Api): Readonly<Record<string, string>> {
  return Object.assign({}, ...api.stages.map(({ variables }) => variables).toReversed()) as Readonly<
    Record<string, string>
  >;
}

/**
 * The variables that a request template has for the current sample, with examples for what only AWS knows; undefined
 * for a response template, and where a message is needed and there is no sample.
 */
export function templateVariablesFor(
  file: KnownFile,
  api: Api,
  place: TemplatePlace,
): Readonly<Record<string, Value>> | undefined {
  if (place.kind !== 'request mapping template') return undefined;
  const events = eventsFor(place);
  const eventType = events.includes('MESSAGE') ? 'MESSAGE' : (events[0] ?? 'MESSAGE');
  const [current] = file.samplesOf(api);
  if (eventType === 'MESSAGE' && !current) return undefined;
  const body = eventType === 'MESSAGE' ? (current?.text ?? '') : '';
  const selected = current && evaluateSamples(api, [current])[0]?.selection.route;
  const keys = place.routes.flatMap(({ routeKey }) => (routeKey ? [routeKey.value] : []));
  const routeKey =
    eventType === 'MESSAGE'
      ? (keys.find((key) => key === selected) ?? keys.find((key) => !(key in predefined)) ?? '$default')
      : (keys[0] ?? '$connect');
  const context = contextFor(eventType, { routeKey, stage: stageOf(api), eventType });
  return requestVariables({ body, context, stageVariables: stageVariablesOf(api) });
}

/** What a template gives for the current sample; undefined where it cannot be told. */
export function renderingOf(file: KnownFile, api: Api, place: TemplatePlace): Rendering | undefined {
  const variables = templateVariablesFor(file, api, place);
  return variables && renderTemplate(parseTemplate(place.text.value), variables, silentVariables);
}

function contextFor(
  event: EventType,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const context: Record<string, unknown> = {};
  for (const { name, example, events } of contextVariables) {
    const value = known[name] ?? example;
    if (value === undefined || !events.includes(event)) continue;
    const [first = '', second] = name.split('.');
    if (second === undefined) context[first] = value;
    else context[first] = { ...(context[first] as object | undefined), [second]: value };
  }
  return context;
}
