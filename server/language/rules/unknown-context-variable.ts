import * as l10n from '@vscode/l10n';
import { contextVariableAt, contextVariables } from '../../../core/expression/context-variables.ts';
import { encodeIn, sourceSpan, type Text } from '../../../core/text.ts';
import { isComputed } from '../expressions.ts';
import { isTemplate, type Place } from '../places.ts';
import type { Finding, Rule } from './rule.ts';

/** A slip in the name of a variable of `$context`, in a mapping template or a parameter mapping. */
export const unknownContextVariable: Rule = {
  code: 'unknown-context-variable',
  severity: 'warning',
  check: ({ places }) =>
    places.flatMap((place) =>
      [...place.text.value.matchAll(patternFor(place))].flatMap(({ index, 1: before = '', 2: name = '' }) =>
        isKnown(name) ? [] : findingOf(place.text, index + before.length, name),
      ),
    ),
};

// A name that a call or an index follows may be known up to there.
function patternFor(place: Place): RegExp {
  if (isTemplate(place)) return /(\$!?\{?context\.)([A-Za-z][\w.]*\w)(?![\w.]*[([])/g;
  return /^(\s*context\.)([A-Za-z][\w.]*)\s*$/g;
}

function isKnown(name: string): boolean {
  return (
    contextVariableAt(name) !== undefined || contextVariables.some((one) => one.name.startsWith(`${name}.`))
  );
}

// AWS does not say that there are no others, so only what is nearly one of them is told.
function findingOf(text: Text, start: number, name: string): Finding[] {
  const meant = contextVariables.find((one) => isSlip(name.toLowerCase(), one.name.toLowerCase()))?.name;
  if (meant === undefined) return [];
  const span = sourceSpan(text, { start, end: start + name.length });
  return [
    {
      span,
      message: l10n.t(
        'There is no `$context.{0}`, so it is empty; it is written `$context.{1}`.',
        name,
        meant,
      ),
      fixes: isComputed(text)
        ? []
        : [{ title: l10n.t('Write {0}', meant), edits: [{ span, newText: encodeIn(text, meant) }] }],
    },
  ];
}

/** Whether one character, more, less or another one, is the whole difference. */
function isSlip(written: string, meant: string): boolean {
  let from = 0;
  while (from < meant.length && written[from] === meant[from]) from += 1;
  const [rest, meantRest] = [written.slice(from), meant.slice(from)];
  return (
    rest === meantRest ||
    rest.slice(1) === meantRest.slice(1) ||
    rest.slice(1) === meantRest ||
    rest === meantRest.slice(1)
  );
}
