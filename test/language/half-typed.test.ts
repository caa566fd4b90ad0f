import assert from 'node:assert/strict';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import type { Span } from '../../core/span.ts';
import { codeLenses } from '../../server/language/code-lens.ts';
import { complete } from '../../server/language/completion.ts';
import { definitionAt } from '../../server/language/definition.ts';
import { diagnose } from '../../server/language/diagnose.ts';
import { hover } from '../../server/language/hover.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { chatApi, knownFile } from './known.ts';

const template = chatApi(`
  RouteSelectionExpression: !Sub "\${!request.body.action}-x" # @sample {"action":"join"}
  Routes:
    'join-x':
      FunctionArn: !GetAtt Talk.Arn
    $default: { FunctionArn: !Ref Talk }`);
const messages = { 'join.json': '{"action":"join"}' };

/** All stretches that the server would show for the text, with the cursor at its end. */
function stretchesOf(text: string, previous: Reading | undefined): { reading: Reading; spans: Span[] } {
  const reading = readDefinitions('template.yaml', text, previous);
  const file = { ...knownFile(text, messages), reading };
  const whole = { start: 0, end: text.length };
  const found = hover(file, text.length);
  const spans = [
    ...diagnose(reading, file.samplesOf).map(({ span }) => span),
    ...codeLenses(file).map(({ span }) => span),
    ...complete(file, text.length).map(({ span }) => span),
    ...inlayHints(file, whole).map(({ offset }) => ({ start: offset, end: offset })),
    ...definitionAt(file, text.length).flatMap((place) => ('uri' in place ? [] : [place.span])),
    ...(found ? [found.span] : []),
  ];
  return { reading, spans };
}

describe('a document that is being typed', () => {
  it('is answered at every character, within its text', () => {
    let previous: Reading | undefined;
    for (let length = 1; length <= template.length; length++) {
      const { reading, spans } = stretchesOf(template.slice(0, length), previous);
      const outside = spans.filter(({ start, end }) => start < 0 || start > end || end > length);
      assert.deepEqual(outside, [], JSON.stringify(template.slice(0, length).slice(-40)));
      previous = reading;
    }
  });

  it('is answered while any line is taken away', () => {
    const lines = template.split('\n');
    const whole = readDefinitions('template.yaml', template);
    for (const index of lines.keys()) {
      const text = lines.toSpliced(index, 1).join('\n');
      const { spans } = stretchesOf(text, whole);
      assert.deepEqual(
        spans.filter(({ start, end }) => start < 0 || start > end || end > text.length),
        [],
      );
    }
  });
});
