import * as l10n from '@vscode/l10n';
import type { Api } from '../../core/api.ts';
import { type Span, touches } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import type { ClientCommand } from './commands.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { addressOf, type KnownFile } from './known-file.ts';
import { outcomeOf, tableOf } from './outcome.ts';
import { outcomesOf, selectingTexts } from './outcomes.ts';

/** Text that the editor shows in a line without it being part of the document. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly command: ClientCommand;
}

/** Behind every expression that selects a route, a template or a model: what it gives for the current sample. */
export function inlayHints(file: KnownFile, visible: Span): readonly InlayHint[] {
  return file.reading.apis.flatMap((api) => {
    const expression = api.routeSelectionExpression;
    return [
      ...(expression && touches(visible, expression.span.end) ? [hintOf(file, api, expression)] : []),
      ...selectingTexts(api)
        .filter(({ span }) => touches(visible, span.end))
        .flatMap((text) => selectingHint(file, api, text)),
    ];
  });
}

function selectingHint(file: KnownFile, api: Api, text: Text): InlayHint[] {
  const { evaluations = [], words } = outcomesOf(file, api, text) ?? {};
  const [current] = evaluations;
  if (!current) return [];
  return [
    {
      offset: endOfScalar(file, text),
      label: `→ ${outcomeOf(current.selection, 0, words)}`,
      tooltip: tableOf(evaluations, words),
      command: {
        title: l10n.t('Choose another sample'),
        command: 'routescope.chooseSample',
        argument: addressOf(file, api),
      },
    },
  ];
}

function hintOf(file: KnownFile, api: Api, expression: Text): InlayHint {
  const argument = addressOf(file, api);
  const evaluations = evaluateSamples(api, file.samplesOf(api));
  const [current] = evaluations;
  const before = expression.implied ? `${expression.value} ` : '';
  return {
    offset: expression.implied ? endOfLine(file.text, expression.span.end) : endOfScalar(file, expression),
    ...(current
      ? {
          label: `${before}→ ${outcomeOf(current.selection, before.length)}`,
          tooltip: tableOf(evaluations),
          command: { title: l10n.t('Choose another sample'), command: 'routescope.chooseSample', argument },
        }
      : {
          label: l10n.t('{0}→ no sample yet', before),
          tooltip: l10n.t('Create a sample message to see here which route it takes.'),
          command: { title: l10n.t('Create a sample message'), command: 'routescope.createSample', argument },
        }),
  };
}

function endOfLine(text: string, offset: number): number {
  const { length } = /^[^\r\n]*/.exec(text.slice(offset))?.[0].trimEnd() ?? '';
  return offset + length;
}

/** Behind the closing quote, where there is one already. */
function endOfScalar({ text }: KnownFile, { span, spelling }: Text): number {
  const isQuoted = spelling !== 'yaml-plain' && spelling !== 'yaml-block';
  return isQuoted && /["']/.test(text.charAt(span.end)) ? span.end + 1 : span.end;
}
