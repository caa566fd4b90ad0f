import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { completeTemplate } from '../../core/template/complete-template.ts';
import { describeTemplateAt } from '../../core/template/describe-template.ts';
import type { Node, Operand } from '../../core/template/node.ts';
import { parseTemplate } from '../../core/template/parse-template.ts';
import { partsOf } from '../../core/template/parts.ts';
import { renderTemplate } from '../../core/template/render-template.ts';
import { requestVariables } from '../../core/template/request-variables.ts';
import type { Span } from '../../core/span.ts';

/** Separated by what no piece has. */
const pieces =
  '$ ¦ $! ¦ ${ ¦ } ¦ $x ¦ $input ¦ .body ¦ .json(\'$.a\') ¦ .path( ¦ $context.a ¦ ( ¦ ) ¦ [ ¦ ] ¦ { ¦ " ¦ \' ¦ , ¦ : ¦ .. ¦ 1 ¦ -1 ¦ 2.5 ¦ # ¦ #set($x = ¦ #set( ¦ #if( ¦ #if($x) ¦ #elseif(true) ¦ #else ¦ #{else} ¦ #end ¦ #foreach($i in [1..3]) ¦ #foreach( ¦ #break ¦ #stop ¦ #macro(m $a) ¦ #m(1) ¦ #@m() ¦ #define($x) ¦ #evaluate("$x") ¦ #evaluate( ¦ ## ¦ #* ¦ *# ¦ #[[ ¦ ]]# ¦ \\ ¦ \n ¦   ¦ == ¦ && ¦ not ¦ + ¦ * ¦ / ¦ a ¦ "$x$x" ¦ .add($x) ¦ .put(1, $x) ¦ .replaceAll("(a*)*", "$1") ¦ .split("") ¦ é😀';

const templates = fc
  .array(fc.constantFrom(...pieces.split(' ¦ ')), { maxLength: 24 })
  .map((some) => some.join(''));

describe('whatever the template', () => {
  it('parts are inside it and in each other, and problems have a place', () => {
    fc.assert(fc.property(templates, checkSpans), { numRuns: 3000 });
    fc.assert(fc.property(fc.string(), checkSpans), { numRuns: 500 });
  });

  it('rendering ends, within bounds, and says why where it has to give up', () => {
    fc.assert(
      fc.property(templates, (text) => {
        const variables = requestVariables({ body: '{"a":[1]}', context: { a: 'b' }, stageVariables: {} });
        const { output, problem } = renderTemplate(parseTemplate(text), { ...variables, x: 'aaa' });
        assert.ok(output.length <= 1_000_000);
        if (problem) assertInside(problem.span, text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('completions and descriptions are inside the text', () => {
    const variables = requestVariables({ body: '{"a":{"b":1}}', context: {}, stageVariables: {} });
    const bodies = [{ name: 'one', body: { a: { 'a b': null } } }];
    const scope = {
      bodies,
      variables,
      stageVariables: { a: 'b' },
      parameters: [],
      events: ['MESSAGE'] as const,
    };
    fc.assert(
      fc.property(templates, fc.nat(100), (text, at) => {
        const offset = Math.min(at, text.length);
        const completions = completeTemplate(text, offset, scope).map(({ span }) => span);
        const described = describeTemplateAt(text, offset, variables);
        for (const { start, end } of described ? [...completions, described.span] : completions) {
          assertInside({ start, end }, text.length);
          assert.ok(start <= offset && end >= offset, `${start} to ${end} is not at ${offset}`);
        }
      }),
      { numRuns: 3000 },
    );
  });

  for (const [name, text] of [
    ['backslashes', '\\'.repeat(200_000)],
    ['open strings', '#set($x = "'.repeat(20_000)],
    ['open parentheses', `#if(${'('.repeat(100_000)}`],
    ['open blocks', '#if(true)'.repeat(30_000)],
    ['open calls', '$x.a('.repeat(50_000)],
    ['open maps', `#set($x = ${'{1:'.repeat(50_000)}`],
    ['strings in strings', `#set($x = "${'""$x'.repeat(50_000)}")`],
    ['white space', ' '.repeat(290_000)],
    ['open brackets', '$x['.repeat(90_000)],
    ['comments', '#* '.repeat(90_000)],
    ['too long', 'x'.repeat(310_000)],
    ['loops in loops', `${'#foreach($i in [1..1000])'.repeat(30)}x${'#end'.repeat(30)}`],
    ['maps in maps', `#set($m = {})${'#set($m = {"a": $m, "b": $m})'.repeat(200)}$m`],
    ['long numbers', `#set($n = 99999999)${'#set($n = $n * $n)'.repeat(300)}$n`],
    ['long pieces', `#set($s = $x.split(''))${'#set($d = $s.addAll($s))'.repeat(100)}$s`],
  ] as const) {
    it(`${name} by the thousand take no time`, function () {
      // Seconds on a busy machine; hours if it took more than in proportion to the text.
      this.timeout(15_000);
      checkSpans(text);
      const { output } = renderTemplate(parseTemplate(text), { x: 'aaa' });
      assert.ok(output.length <= 1_000_000);
    });
  }
});

function checkSpans(text: string): void {
  const { nodes, problems } = parseTemplate(text);
  for (const { span, message } of problems) {
    assertInside(span, text.length);
    assert.ok(span.end > span.start || text === '', message);
  }
  for (const node of nodes) checkNode(node, { start: 0, end: text.length });
}

function checkNode(node: Node | Operand, within: Span): void {
  const { span } = node;
  assert.ok(span.start >= within.start && span.start <= span.end && span.end <= within.end);
  for (const inner of partsOf(node)) checkNode(inner, span);
}

function assertInside({ start, end }: Span, length: number): void {
  assert.ok(start >= 0 && start <= end && end <= length, `${start} to ${end} of ${length}`);
}
