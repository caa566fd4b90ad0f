import assert from 'node:assert/strict';
import { completeExpression, type Completion } from '../../core/expression/complete.ts';

const bodies = [
  {
    name: 'join.json',
    body: {
      action: 'join',
      data: { room: 'lobby', 'full name': 'Ann', "it's": 1 },
      items: [
        { sku: 'A1', tags: ['new'] },
        { sku: 'B2', 'unit price': 2.5 },
      ],
      list: ['x', 'y'],
    },
  },
  { name: 'leave.json', body: { action: 'leave', reason: null } },
];

describe('completeExpression: the text after choosing', () => {
  check('$<|>', 'request.body', '$request.body');
  check('${<|>', 'request.body', '${request.body');
  check('${<|>}', 'request.body', '${request.body}');
  check('v1/${req<|>}/x', 'request.body', 'v1/${request.body}/x');
  check('$re<|>q', 'context', '$context');
  check('$<|>', 'request.body.action', '$request.body.action');
  check('$request.body.<|>', 'action', '$request.body.action');
  check('$request.body.ac<|>', 'action', '$request.body.action');
  check('$request.body.a<|>ction', 'data', '$request.body.data');
  check('$request.body.<|>/$request.body.data', 'action', '$request.body.action/$request.body.data');
  check('${request.body.<|>}', 'reason', '${request.body.reason}');
  check('${request.body.data.<|>}', 'room', '${request.body.data.room}');
  check('${request.body.data.<|>}', 'full name', "${request.body.data['full name']}");
  check('$request.body.data.fu<|>', 'full name', "$request.body.data['full name']");
  check("$request.body.data['<|>", 'full name', "$request.body.data['full name']");
  check("$request.body.data['<|>']", 'full name', "$request.body.data['full name']");
  check("$request.body.data['fu<|>']", 'room', "$request.body.data['room']");
  check("$request.body.data['<|>'", 'room', "$request.body.data['room']");
  check('$request.body.data["<|>"]', "it's", '$request.body.data["it\'s"]');
  check("$request.body.data['<|>']", "it's", "$request.body.data['it\\'s']");
  check('$request.body.data[<|>', 'room', "$request.body.data['room']");
  check('$request.body.data[<|>]', 'room', "$request.body.data['room']");
  check("${request.body.data['<|>}", 'room', "${request.body.data['room']}");
  check("$request.body['data'].<|>", 'room', "$request.body['data'].room");
  check("$request.body['action','<|>']", 'reason', "$request.body['action','reason']");
  check('$request.body.list[<|>]', '1', '$request.body.list[1]');
  check('$request.body.list.<|>', '0', '$request.body.list[0]');
  check('$request.body.items[0].<|>', 'sku', '$request.body.items[0].sku');
  check('$request.body.items[*].<|>', 'unit price', "$request.body.items[*]['unit price']");
  check('$request.body..<|>', 'sku', '$request.body..sku');
  check('$request.body..<|>', 'full name', "$request.body..['full name']");
  check('$request.body.items[?(@.<|>)]', 'sku', '$request.body.items[?(@.sku)]');
  check("$request.body.items[?(@.sk<|> == 'A1')]", 'sku', "$request.body.items[?(@.sku == 'A1')]");
});

describe('completeExpression', () => {
  it('shows the value that a sample has as the detail', () => {
    const [, completions] = complete('$request.body.<|>');
    assert.deepEqual(
      completions.map(({ label, detail }) => [label, detail]),
      [
        ['action', '"join"'],
        ['data', "{room=lobby, full name=Ann, it's=1}"],
        ['items', '[{sku=A1, tags=[new]}, {sku=B2, unit price=2.5}]'],
        ['list', '[x, y]'],
        ['reason', 'null'],
      ],
    );
  });

  it('lists the values of all samples in the documentation', () => {
    const [, completions] = complete('$request.body.<|>');
    assert.equal(completions[0]?.documentation, '- join.json: `"join"`\n- leave.json: `"leave"`');
  });

  for (const marked of [
    'join<|>',
    '<|>$request.body.action',
    '\\$<|>',
    '$request.header.<|>',
    '$request.body.nope.<|>',
  ]) {
    it(`proposes nothing at ${marked}`, () => {
      assert.deepEqual(complete(marked)[1], []);
    });
  }
});

function complete(marked: string): [string, readonly Completion[]] {
  const text = marked.replace('<|>', '');
  return [text, completeExpression(text, marked.indexOf('<|>'), { bodies })];
}

function check(marked: string, label: string, expected: string): void {
  it(`${marked} and ${label} give ${expected}`, () => {
    const [text, completions] = complete(marked);
    const chosen = completions.find((one) => one.label === label);
    assert.ok(chosen, `not among ${completions.map((one) => one.label).join(', ')}`);
    assert.equal(text.slice(0, chosen.span.start) + chosen.insert + text.slice(chosen.span.end), expected);
  });
}
