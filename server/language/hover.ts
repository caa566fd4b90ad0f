import { type Api, functionOf, integrationOf, type Route } from '../../core/api.ts';
import { describeAt } from '../../core/expression/describe.ts';
import { type Span, touches } from '../../core/span.ts';
import { sourceSpan, valueOffset } from '../../core/text.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { expressionAt, type WrittenExpression } from './expressions.ts';
import type { KnownFile } from './known-file.ts';
import { plain, tableOf } from './outcome.ts';

/** A text to show while the pointer is over the span. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What stands at an offset: an expression with the outcome of every sample, or a route with what it runs. */
export function hover(file: KnownFile, offset: number): Hover | undefined {
  const found = expressionAt(file.reading.apis, offset);
  if (found) return hoverOfExpression(file, found.api, found.expression, offset);
  for (const api of file.reading.apis) {
    const route = api.routes.find(({ routeKey }) => routeKey && touches(routeKey.span, offset));
    if (route?.routeKey) return { span: route.routeKey.span, markdown: describeRoute(file, api, route) };
  }
  return undefined;
}

function hoverOfExpression(
  file: KnownFile,
  api: Api,
  { kind, text }: WrittenExpression,
  offset: number,
): Hover {
  const variable = describeAt(text.value, valueOffset(text, offset) ?? 0);
  const evaluations = kind === 'route selection' ? evaluateSamples(api, file.samplesOf(api)) : [];
  const paragraphs = [
    variable?.markdown ?? `The ${kind} expression.`,
    ...(text.implied ? [`It is not written: \`${text.value}\` is what the framework takes.`] : []),
    ...(evaluations.length > 0 ? [tableOf(evaluations)] : []),
  ];
  return {
    span: variable ? sourceSpan(text, variable.span) : text.span,
    markdown: paragraphs.join('\n\n'),
  };
}

function describeRoute(file: KnownFile, api: Api, route: Route): string {
  const key = route.routeKey?.value ?? '';
  const integration = integrationOf(api, route);
  const target = integration && functionOf(api, integration.target);
  const runs = target
    ? `runs the function **${plain(target.logicalId)}**${target.handler ? ` (${plain(target.handler.value)})` : ''}`
    : integration
      ? `runs the ${plain(integration.integrationType)} integration **${plain(integration.logicalId)}**`
      : 'runs nothing: its integration is not in this file';
  const evaluations = evaluateSamples(api, file.samplesOf(api)).filter(
    ({ selection }) => selection.route === key,
  );
  const running = file.runningOf(api);
  return [
    `Route **${plain(key)}** ${runs}.`,
    ...(running ? [`${running.hits[key] ?? 0} hits in this run.`] : []),
    ...(evaluations.length > 0 ? [`Samples that select it:\n\n${tableOf(evaluations)}`] : []),
  ].join('\n\n');
}
