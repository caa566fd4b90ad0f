import type { Api, Permission } from '../../../core/api.ts';
import { sourceSpan, type Text } from '../../../core/text.ts';
import { evaluateSamples } from '../evaluate-samples.ts';
import type { KnownFile } from '../known-file.ts';
import { readSampleComments } from '../sample-comments.ts';
import { type Mention, mentionOf } from './mention.ts';
import { valuePlace } from './value-place.ts';

/** Where the definition writes a route's key: the route, settings of stages, permissions, `@sample` comments. */
export function mentionsOfKey(file: KnownFile, api: Api, routeKey: string): readonly Mention[] {
  const isKey = (text: Text | undefined) => text?.value === routeKey;
  return [
    ...api.routes.flatMap((route) =>
      route.routeKey && isKey(route.routeKey) ? [mentionOf(route.routeKey, true)] : [],
    ),
    ...api.stages.flatMap(({ routeSettingKeys = [] }) =>
      routeSettingKeys.filter(isKey).map((text) => mentionOf(text, false)),
    ),
    ...(api.permissions ?? []).flatMap((permission) => keyInSourceArn(permission, routeKey)),
    ...commentsThatSelect(file, api, routeKey),
  ].toSorted((one, other) => one.span.start - other.span.start);
}

/** `arn:aws:execute-api:…:apiId/stage/routeKey`. */
function keyInSourceArn({ properties }: Permission, routeKey: string): Mention[] {
  const text = properties?.['SourceArn']?.text;
  const start = text?.value.lastIndexOf('/') ?? -1;
  if (!text || start === -1 || text.value.slice(start + 1) !== routeKey) return [];
  const span = sourceSpan(text, { start: start + 1, end: text.value.length });
  return [{ ...mentionOf(text, false), span }];
}

function commentsThatSelect({ text }: KnownFile, api: Api, routeKey: string): Mention[] {
  const expression = api.routeSelectionExpression;
  if (!expression) return [];
  return readSampleComments(text, expression).flatMap(({ sample, span }) => {
    const [evaluation] = evaluateSamples(api, [sample]);
    const place = valuePlace(expression.value, sample.text);
    if (evaluation?.selection.value !== routeKey || !place) return [];
    return [{ ...place, span: { start: span.start + place.span.start, end: span.start + place.span.end } }];
  });
}
