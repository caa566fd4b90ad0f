import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { completeExpression } from '../../core/expression/complete.ts';
import { describeAt } from '../../core/expression/describe.ts';
import { evaluateExpression } from '../../core/expression/evaluate.ts';
import { parseExpression } from '../../core/expression/parse.ts';
import { readJson } from '../../core/json/read-json.ts';
import { render } from '../../core/json/render.ts';
import { compileRoutes, selectRoute } from '../../core/routing/select-route.ts';

/** Separated by what no piece has. */
const expressionPieces =
  '$ | { | } | request.body | . | [ | ] | \' | " | * | ?(@ | ) | == | =~ | /a+/ | && | .. | a | b | 0 | -1 | : | , |   | \\ | \\$ | ${request.body. | $request.body[ | .length() | !@.a';
const messagePieces =
  '{ | } | [ | ] | "a" | \'b\' | : | , | a | 1 | - | .5 | e3 | 007 | true | null | " | \\ |   | {"a": | [1, | \u001a | \ufeff';

/** Texts of these pieces in any order. */
const textOf = (pieces: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces.split(' | ')), { maxLength: 14 }).map((some) => some.join(''));
const expressions = textOf(expressionPieces);
const messages = textOf(messagePieces);

describe('whatever the expression and the message', () => {
  it('parts cover the text without gaps, and problems are inside it', () => {
    fc.assert(fc.property(expressions, checkParts), { numRuns: 3000 });
    fc.assert(fc.property(fc.string(), checkParts), { numRuns: 500 });
  });

  it('a message takes a route that is there or none, and an evaluation agrees with its parts', () => {
    fc.assert(
      fc.property(expressions, messages, (expression, message) => {
        const { value, route, reason } = selectRoute(
          compileRoutes(expression, ['a', '1', '$default']),
          message,
        );
        assert.equal(route, reason === 'matched' ? value : '$default');
        const evaluation = evaluateExpression(expression, message);
        assert.equal(evaluation.value, value);
        if (value === null) return;
        assert.equal(evaluation.parts.map((part) => part.value).join(''), value);
      }),
      { numRuns: 3000 },
    );
  });

  it('completions and descriptions are inside the text', () => {
    const bodies = [{ name: 'one', body: { a: { b: [1, { 'a b': null }] }, __proto__: 1 } }];
    fc.assert(
      fc.property(expressions, fc.nat(40), (text, at) => {
        const offset = Math.min(at, text.length);
        const spans = completeExpression(text, offset, { bodies }).map(({ span }) => span);
        const described = describeAt(text, offset);
        for (const { start, end } of described ? [...spans, described.span] : spans) {
          assert.ok(
            start >= 0 && start <= offset && end >= offset && end <= text.length,
            `${start} to ${end}`,
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('what JSON.parse reads, the lenient reader reads alike', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const expected = typeof value === 'string' ? value : undefined;
        const reading = readJson(JSON.stringify(value));
        assert.ok(reading);
        assert.equal(typeof reading.value === 'string' ? render(reading.value) : undefined, expected);
      }),
    );
  });
});

function checkParts(text: string): void {
  const { parts, problems } = parseExpression(text);
  assert.equal(parts.map(({ span }) => text.slice(span.start, span.end)).join(''), text);
  let end = 0;
  for (const { span } of parts) {
    assert.equal(span.start, end);
    end = span.end;
  }
  for (const { span } of problems) {
    assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length, JSON.stringify(span));
  }
}
