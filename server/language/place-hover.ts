import * as l10n from '@vscode/l10n';
import { kindNames } from './kind-names.ts';
import type { Api } from '../../core/api.ts';
import { describeAt, type Description } from '../../core/expression/describe.ts';
import { describeMappingAt } from '../../core/expression/describe-mapping.ts';
import { evaluateExpression } from '../../core/expression/evaluate.ts';
import { parseMappings } from '../../core/expression/mapping.ts';
import { isMappingKind, type MappingKind, type SelectionKind } from '../../core/expression/variables.ts';
import type { Sample } from '../../core/sample.ts';
import { touches } from '../../core/span.ts';
import { describeTemplateAt } from '../../core/template/describe-template.ts';
import type { Rendering } from '../../core/template/render-template.ts';
import { sourceSpan, type Text, valueOffset } from '../../core/text.ts';
import type { KnownFile } from './known-file.ts';
import { plain, shorten, tableOf } from './outcome.ts';
import { outcomesOf } from './outcomes.ts';
import { isTemplate, type Place, type TemplatePlace } from './places.ts';
import { renderingOf, stageVariablesOf, templateVariablesFor } from './template-request.ts';

/** What stands at an offset of something with variables, and what it gives for samples. */
export function hoverOfPlace(file: KnownFile, api: Api, place: Place, offset: number): Description {
  const { text } = place;
  const at = valueOffset(text, offset) ?? 0;
  if (isTemplate(place)) return hoverOfTemplate(file, api, place, at);
  const { kind } = place;
  return isMappingKind(kind)
    ? hoverOfMapping(file, api, { kind, text }, at)
    : hoverOfExpression(file, api, { kind, text }, at);
}

function hoverOfExpression(
  file: KnownFile,
  api: Api,
  { kind, text }: { kind: SelectionKind; text: Text },
  at: number,
): Description {
  const variable = describeAt(text.value, at);
  const outcomes = outcomesOf(file, api, text);
  const paragraphs = [
    variable?.markdown ?? kindNames[kind],
    ...(text.implied ? [l10n.t('It is not written: `{0}` is what the framework takes.', text.value)] : []),
    ...(outcomes && outcomes.evaluations.length > 0 ? [tableOf(outcomes.evaluations, outcomes.words)] : []),
  ];
  return {
    span: variable ? sourceSpan(text, variable.span) : text.span,
    markdown: paragraphs.join('\n\n'),
  };
}

function hoverOfMapping(
  file: KnownFile,
  api: Api,
  { kind, text }: { kind: MappingKind; text: Text },
  at: number,
): Description {
  const found = describeMappingAt(text.value, at, kind);
  const value = mappedValue(api, file.samplesOf(api)[0], { kind, text }, at);
  const markdown = [found?.markdown ?? kindNames[kind], ...(value ? [value] : [])].join('\n\n');
  return { span: found ? sourceSpan(text, found.span) : text.span, markdown };
}

/** What a mapping gives for a sample, as far as the file and the sample tell. */
function mappedValue(
  api: Api,
  sample: Sample | undefined,
  { kind, text }: { kind: MappingKind; text: Text },
  at: number,
): string | undefined {
  const mapping = parseMappings(text.value, kind).find(({ span }) => touches(span, at));
  if (mapping?.variable?.name === 'stageVariables') {
    const value = stageVariablesOf(api)[mapping.name];
    return value === undefined
      ? l10n.t('No stage of this file declares it.')
      : l10n.t('Its value is `{0}`.', value);
  }
  if (mapping?.variable?.name !== 'route.request.body' || !sample) return undefined;
  const { value } = evaluateExpression(`\${request.body${mapping.name}}`, sample.text);
  return value === null
    ? l10n.t('It has no value for {0}.', plain(sample.name))
    : l10n.t('For {0} it is `{1}`.', plain(sample.name), shorten(value, 200));
}

function hoverOfTemplate(file: KnownFile, api: Api, place: TemplatePlace, at: number): Description {
  const { text } = place;
  const found = describeTemplateAt(text.value, at, templateVariablesFor(file, api, place));
  const rendering = renderingOf(file, api, place);
  const [sample] = file.samplesOf(api);
  const paragraphs = [
    found?.markdown ?? kindNames[place.kind],
    ...(rendering ? [outputOf(rendering, sample)] : []),
  ];
  return { span: found ? sourceSpan(text, found.span) : text.span, markdown: paragraphs.join('\n\n') };
}

// A hover that can be read without scrolling for long.
const longestOutput = 2000;

function outputOf({ output, problem }: Rendering, sample: Sample | undefined): string {
  const name = sample ? plain(sample.name) : l10n.t('this request');
  if (problem) return l10n.t('The template fails for {0}: {1}', name, problem.message);
  const shown = shorten(output, longestOutput);
  // A fence is longer than any in what it holds.
  const fence = '`'.repeat(Math.max(3, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return l10n.t('The template’s output for {0}:\n\n{1}\n{2}\n{1}', name, fence, shown);
}
