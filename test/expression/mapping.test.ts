import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { completeMapping } from '../../core/expression/complete-mapping.ts';
import { describeMappingAt } from '../../core/expression/describe-mapping.ts';
import { parseMappings } from '../../core/expression/mapping.ts';
import type { MappingKind } from '../../core/expression/variables.ts';
import { withCarets, withoutCarets } from '../language/marks.ts';

/** Carets say what is wrong; without them the mapping is well-formed. */
function check(kind: MappingKind, marked: string): void {
  const text = withoutCarets(marked);
  const problems = parseMappings(text, kind).flatMap((mapping) => mapping.problems);
  const stretches = problems.map(({ span, message }) => ({ span, note: message }));
  assert.equal(withCarets(text, stretches), marked);
}

describe('parameter mappings', () => {
  for (const [kind, text] of [
    ['request parameter', 'route.request.body.action'],
    ['request parameter', "route.request.body['a b'][0]"],
    ['request parameter', 'route.request.body'],
    ['request parameter', 'route.request.multivaluequerystring.room'],
    ['request parameter', 'context.authorizer.principalId'],
    ['request parameter', 'stageVariables.table'],
    ['request parameter', "'static, text'"],
    ['request parameter target', 'integration.request.header.X-Id'],
    ['request parameter target', 'integration.request.path.proxy'],
    ['response parameter', 'integration.response.header.ETag'],
    ['response parameter target', 'route.response.header.ETag'],
    ['identity source', 'route.request.header.Auth, context.identity.sourceIp,stageVariables.a'],
    [
      'request parameter',
      `route.request.body.a[
                    ^ This bracket is not closed.`,
    ],
    [
      'request parameter',
      `route.request.header.
^^^^^^^^^^^^^^^^^^^^^ A name is missing after \`route.request.header\`.`,
    ],
    [
      'request parameter',
      `context.a b
        ^^^ A parameter’s name has letters, digits, \`.\`, \`_\`, \`$\` and \`-\` only.`,
    ],
    [
      'request parameter',
      `'static
^^^^^^^ A constant ends with a single quote: add a \`'\`.`,
    ],
    [
      'response parameter target',
      `integration.request.header.a
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`integration.request.header.a\` means nothing here; there are \`route.response.header\`.`,
    ],
    [
      'identity source',
      `route.request.header.a, route.request.body.b
                        ^^^^^^^^^^^^^^^^^^^^ \`route.request.body.b\` means nothing here; there are \`context\`, \`stageVariables\`, \`route.request.header\`, \`route.request.querystring\`.`,
    ],
  ] as const) {
    it(`${kind}: ${text.split('\n')[0]}`, () => check(kind, text));
  }

  it('spans of problems, completions and descriptions are inside the text', () => {
    const pieces =
      "route.request.body ¦ route.request.header. ¦ context. ¦ stageVariables.a ¦ ' ¦ [ ¦ ] ¦ . ¦ a ¦ , ¦   ¦ integration.request.path.";
    const texts = fc
      .array(fc.constantFrom(...pieces.split(' ¦ ')), { maxLength: 8 })
      .map((some) => some.join(''));
    const kinds = fc.constantFrom<MappingKind>(
      'request parameter',
      'request parameter target',
      'identity source',
    );
    const scope = { bodies: [{ name: 'a', body: { a: [1] } }], stageVariables: { a: 'b' }, parameters: [] };
    fc.assert(
      fc.property(texts, kinds, fc.nat(60), (text, kind, at) => {
        const offset = Math.min(at, text.length);
        const described = describeMappingAt(text, offset, kind);
        const touching = completeMapping(text, offset, kind, scope).map(({ span }) => span);
        for (const { start, end } of described ? [...touching, described.span] : touching) {
          assert.ok(start >= 0 && start <= offset && end >= offset && end <= text.length);
        }
        for (const { problems } of parseMappings(text, kind)) {
          for (const { span } of problems) assert.ok(span.start >= 0 && span.end <= text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
