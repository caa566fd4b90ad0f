import assert from 'node:assert/strict';
import { sampleActions } from '../../../server/language/actions/sample-actions.ts';
import { sampleLenses } from '../../../server/language/sample-lenses.ts';
import { knownFile } from '../known.ts';
import { cursorIn } from '../marks.ts';
import { route, yaml } from './chat-template.ts';

const file = knownFile(`${yaml}${route}`);
const path = '/project/.routescope/samples/a.json';

/** What is offered at the cursor in a sample, with the line of the definition that becomes different. */
function check(marked: string, expected: readonly (readonly [title: string, line: string])[]): void {
  const { text, offset } = cursorIn(marked);
  const offered = sampleActions(path, text, offset, [file]).map(({ fix }) => {
    const [edit] = fix.edits;
    assert.ok(edit);
    const changed = file.text.slice(0, edit.span.start) + edit.newText + file.text.slice(edit.span.end);
    const lines = new Set(file.text.split('\n'));
    return [
      fix.title,
      changed
        .split('\n')
        .filter((line) => !lines.has(line))
        .join('|'),
    ];
  });
  assert.deepEqual(offered, expected);
}

describe('a sample file offers', () => {
  it('a route for its value', () => {
    check('<|>{"action":"leave"}', [
      [
        'Add a route "leave" that runs what "join" runs, in template.yaml',
        '  LeaveRoute:|      RouteKey: leave',
      ],
    ]);
    assert.deepEqual(
      sampleLenses(path, '{"action":"leave"}', [file]).map(({ command }) => command.title),
      ['→ "leave"  ✗ Forbidden in template.yaml', 'Add a route "leave" in template.yaml'],
    );
  });

  for (const [marked, expression, written = expression] of [
    ['{"action":"join","a":{"<|>b":"x"}}', '$request.body.a.b'],
    ['{"action":"join","a":[1,"<|>x"]}', '$request.body.a[1]', "'$request.body.a[1]'"],
    [
      `{"action":"join","it's":"<|>x"}`,
      String.raw`$request.body['it\'s']`,
      String.raw`'$request.body[''it\''s'']'`,
    ],
  ] as const) {
    it(`${expression} as the expression`, () =>
      check(marked, [
        [`Route chat by ${expression}, in template.yaml`, `      RouteSelectionExpression: ${written}`],
      ]));
  }

  it('nothing where the expression is that already, and at an object', () => {
    check('{"<|>action":"join"}', []);
    check('{"action":"join","a":<|>{"b":1}}', []);
  });

  it('nothing for the definitions of another folder', () => {
    const other = '/elsewhere/.routescope/samples/a.json';
    assert.deepEqual(sampleActions(other, '{"action":"leave"}', 0, [file]), []);
  });
});
