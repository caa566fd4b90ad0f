import * as l10n from '@vscode/l10n';
import { basename } from 'node:path';
import type { Api } from '../../../core/api.ts';
import { evaluateSamples } from '../evaluate-samples.ts';
import { jsonPlaceAt } from '../json-place.ts';
import type { KnownFile } from '../known-file.ts';
import { mentionOf } from '../navigation/mention.ts';
import type { Fix } from '../rules/rule.ts';
import { isSampleOf } from '../sample-files.ts';
import { addRoute } from './add-route.ts';
import { missingKey } from './add-routes-of-samples.ts';
import type { Refactoring } from './refactoring.ts';

/** A change of a definition that is offered in one of its sample files. */
export interface SampleAction {
  readonly file: KnownFile;
  readonly kind: Refactoring['kind'];
  readonly fix: Fix;
}

/** What a sample file's text suggests for the definitions that it belongs to: a route, or another expression. */
export function sampleActions(
  path: string,
  text: string,
  offset: number,
  files: readonly KnownFile[],
): readonly SampleAction[] {
  return files
    .filter((file) => file.path !== undefined && isSampleOf(path, file.path))
    .flatMap((file) =>
      file.reading.apis.flatMap((api) => [
        ...routeFor(file, api, { name: basename(path), text }),
        ...expressionFor(file, api, text, offset),
      ]),
    );
}

function routeFor(file: KnownFile, api: Api, sample: { name: string; text: string }): SampleAction[] {
  const [evaluation] = evaluateSamples(api, [{ ...sample, source: 'file' }]);
  const [key] = evaluation ? missingKey(evaluation.selection) : [];
  const fix = key === undefined ? undefined : addRoute(api, file.text, key);
  return fix
    ? [{ file, kind: 'quickfix', fix: { ...fix, title: l10n.t('{0}, in {1}', fix.title, nameOf(file)) } }]
    : [];
}

function expressionFor(file: KnownFile, api: Api, text: string, offset: number): SampleAction[] {
  const written = api.routeSelectionExpression;
  const place = jsonPlaceAt(text, offset);
  const change = written && mentionOf(written, false).renamed;
  if (!place || place.path.length === 0 || !change) return [];
  const expression = `$request.body${place.path.map(stepTo).join('')}`;
  if (expression === written.value) return [];
  const edits = [{ span: written.span, newText: change(expression) }];
  const title = l10n.t('Route {0} by {1}, in {2}', api.name, expression, nameOf(file));
  return [{ file, kind: 'refactor', fix: { title, edits } }];
}

/** A step of a JSONPath; a name that would end a variable stands in brackets and quotes. */
function stepTo(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  if (/^[A-Za-z_][\w-]*$/.test(step)) return `.${step}`;
  return `['${step.replaceAll(/['\\]/g, String.raw`\$&`)}']`;
}

function nameOf(file: KnownFile): string {
  return basename(file.path ?? file.uri);
}
