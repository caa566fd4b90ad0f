import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import type { Surroundings } from '../../core/formats/source.ts';
import { fixtureFolder, readFixture } from './fixtures.ts';

const chat = readFixture('tf-chat/main.tf');
const routes = readFixture('tf-chat/routes.tf');
const files = new Map(
  readdirSync(`${fixtureFolder}tf-chat`).map((name) => [
    `chat/${name}`,
    readFileSync(`${fixtureFolder}tf-chat/${name}`, 'utf8'),
  ]),
);

/** The files of the fixture, of which some may be edited. */
function around(edited: Readonly<Record<string, string>> = {}): Surroundings {
  return {
    read: (path) => edited[path] ?? files.get(path),
    list: (folder) => (folder === 'chat' ? [...files.keys()].map((path) => path.slice(5)) : []),
  };
}

function read(text: string, previous?: Reading, edited?: Readonly<Record<string, string>>): Reading {
  return readDefinitions('chat/main.tf', text, previous, around(edited));
}

/** What a reading says, without what the next reading may keep. */
function saidBy({ apis, problems, text }: Reading): unknown {
  return { apis, problems, text };
}

function routeKeys({ apis }: Reading): (string | undefined)[] {
  return apis.flatMap((api) => api.routes.map(({ routeKey }) => routeKey?.value));
}

const allKeys = ['$connect', 'chat/join', 'chat/leave', 'chat/send', '$default'];

describe('Terraform that is being typed', () => {
  const rows: readonly (readonly [what: string, from: string, to: string])[] = [
    ['a quote that is not closed', 'route_key          = "$connect"', 'route_key          = "$connect'],
    ['an attribute without =', '  api_key_required           = each.value.key', '  api_key_req'],
    ['an attribute without value', '  api_key_required           = each.value.key', '  api_key_required ='],
    ['an expression that breaks off', 'var.secured ? "CUSTOM" : "NONE"', 'var.secured ? '],
    ['a list that is not closed', 'join("/", ["integrations", ', 'join("/", ["integrations'],
    ['a call that is not closed', '.handler[each.value.function].id])', '.handler[each.value.function].'],
    [
      'a template that is not closed',
      '"integrations/${aws_apigatewayv2_integration.queue.id}"',
      '"integrations/${aws',
    ],
    [
      'an object that is not closed',
      'request_models             = { "$default" = ',
      'request_models = { "$default" = \n',
    ],
    ['a block that is not closed', '  request_parameter {', '  request_parameter {\n  sub {'],
    ['a brace too many', '  required              = true\n', '  required              = true\n  }\n'],
    ['a heredoc that is not closed', '      EOT\n', '      EO\n'],
    [
      'a header without brace',
      'resource "aws_apigatewayv2_route" "default" {',
      'resource "aws_apigatewayv2_route" "default"',
    ],
  ];
  for (const [what, from, to] of rows) {
    it(`${what} loses no other route`, () => {
      assert.ok(routes.includes(from));
      const edited = { 'chat/routes.tf': routes.replace(from, to) };
      const fresh = read(chat, undefined, edited);
      assert.ok(routeKeys(fresh).length >= 2, routeKeys(fresh).join());
      assert.ok(fresh.problems.length > 0);
      const after = read(chat, read(chat), edited);
      assert.deepEqual(routeKeys(after), allKeys);
    });
  }

  it('keeps the last good reading of a block that is half-typed, where it stands now', () => {
    const before = read(chat);
    const broken = chat.replace('route_selection_expression   = "$${', '# more\n  route_selection_exp "$${');
    const after = read(broken, before);
    const expression = after.apis[0]?.routeSelectionExpression;
    assert.equal(expression?.value, '${request.body.service}/${request.body.action}');
    assert.ok(after.problems.length > 0);
    assert.deepEqual(saidBy(read(chat, after)), saidBy(before));
  });

  it('places of a template that was cut away, and stands until another is written, are in the text', () => {
    const stack = readFixture('tf-stack/main.tf');
    const cut = stack.slice(0, stack.indexOf('eed"\n\n'));
    const after = readDefinitions(
      'stack/main.tf',
      `${cut}<<EOT\nee`,
      readDefinitions('stack/main.tf', stack),
    );
    assert.equal(after.apis.length, 1);
    assertPlaces(after);
  });

  it('what is deleted is gone', () => {
    const after = read(chat, read(chat), { 'chat/routes.tf': routes.replace(/ {2}request_models.*\n/, '') });
    assert.equal(after.apis[0]?.routes[1]?.requestModels, undefined);
  });
});

const signs = [
  ...'"}{[]()=,\n#\\.?:'.split(''),
  '${',
  '%{',
  '$${',
  '\n\n',
  '/*',
  '*/',
  '<<EOT\n',
  'EOT\n',
  '~}',
  ' if ',
  ' for ',
  '\nlocals {\n',
  '\nresource "a" "b" {\n',
  '...',
  '\uFEFF',
  'each.key',
  'count = 2\n',
  'for_each = toset(["x"])\n',
  '',
];

describe('Reading Terraform', () => {
  const texts = [
    'tf-chat/main.tf',
    'tf-chat/routes.tf',
    'tf-module/main.tf',
    'tf-stack/main.tf',
    'tf-json/main.tf.json',
  ];
  for (const name of texts) {
    const text = readFixture(name);
    const path = `chat/${name.slice(name.lastIndexOf('/') + 1)}`;

    it(`${name} cut anywhere never fails`, function () {
      this.timeout(60_000);
      let previous: Reading | undefined;
      for (let end = 0; end <= text.length; end += 17) {
        previous = readDefinitions(path, text.slice(0, end), previous, around());
        assertPlaces(previous);
      }
    });

    it(`${name} with anything anywhere never fails, and says what reading everything says`, function () {
      this.timeout(60_000);
      const snippets = fc.constantFrom(...signs);
      const edits = fc.array(fc.tuple(fc.nat(text.length), fc.nat(30), snippets), { maxLength: 6 });
      fc.assert(
        fc.property(edits, (list) => {
          let edited = text;
          let reading: Reading | undefined;
          for (const [at, removed, inserted] of list) {
            edited = edited.slice(0, at) + inserted + edited.slice(at + removed);
            reading = readDefinitions(path, edited, reading, around());
            assertPlaces(reading);
          }
          const fresh = readDefinitions(path, edited, undefined, around());
          const again = readDefinitions(path, edited, fresh, around());
          assert.deepEqual(saidBy(again), saidBy(fresh));
        }),
        { numRuns: 40 },
      );
    });
  }

  it('only what changed gives the same as reading everything', () => {
    const edits = fc.array(
      fc.tuple(fc.nat(chat.split('\n').length - 1), fc.constantFrom('', ' # c', '\n', '\n# c', '\n\n')),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(edits, (list) => {
        let lines = chat.split('\n');
        let reading = read(chat);
        for (const [line, inserted] of list) {
          lines = lines.map((one, index) => (index === line ? one + inserted : one));
          reading = read(lines.join('\n'), reading);
        }
        assert.deepEqual(saidBy(reading), saidBy(read(lines.join('\n'))));
      }),
      { numRuns: 50 },
    );
  });
});

const api = (expression: string) =>
  `resource "aws_apigatewayv2_api" "a" {\n  protocol_type = "WEBSOCKET"\n  route_selection_expression = ${expression}\n}\n`;

describe('Hostile Terraform', () => {
  const doubling = Array.from(
    { length: 60 },
    (_, n) => `  l${n + 1} = concat(local.l${n}, local.l${n})\n`,
  ).join('');
  const growing = Array.from(
    { length: 60 },
    (_, n) => `  t${n + 1} = "\${local.t${n}}\${local.t${n}}"\n`,
  ).join('');
  const rows: readonly (readonly [what: string, text: string])[] = [
    ['deep lists', api('['.repeat(100_000))],
    ['deep parentheses', api('('.repeat(100_000))],
    ['deep templates', api('"${'.repeat(50_000))],
    ['deep blocks', `${api('"x"')}locals ${'{ a '.repeat(50_000)}`],
    ['many signs', api('!'.repeat(100_000))],
    ['a long sum', api(`1${'+1'.repeat(50_000)}`)],
    ['a long path', api(`a${'.a'.repeat(50_000)}`)],
    ['locals of themselves', `${api('local.a')}locals {\n  a = local.b\n  b = local.a\n}\n`],
    ['lists that double', `${api('join("", local.l60)')}locals {\n  l0 = ["x", "y"]\n${doubling}}\n`],
    ['texts that double', `${api('local.t60')}locals {\n  t0 = "xy"\n${growing}}\n`],
    [
      'a large count',
      `${api('"x"')}resource "aws_apigatewayv2_route" "r" {\n  count = 1e9\n  api_id = aws_apigatewayv2_api.a.id\n}\n`,
    ],
    ['a large range', api('join("", [for x in range(1000) : [for y in range(1000) : "${x}${y}"]])')],
    ['many heredocs', api('<<A\n'.repeat(20_000))],
    ['many different heredocs', Array.from({ length: 20_000 }, (_, n) => `<<A${n}\n`).join('') + api('"x"')],
    ['many open comments', api('"x" /*\n'.repeat(50_000))],
    [
      'texts that are joined',
      `${api('local.t60')}locals {\n  t0 = "xy"\n${growing.replaceAll(/= "\$\{([^}]+)\}.*"/g, '= join("", [$1, $1])')}}\n`,
    ],
    ['many comments', api('/*'.repeat(100_000))],
    ['many quotes', api('"'.repeat(100_001))],
    ['a long line', api(`"${'\\"$'.repeat(300_000)}"`)],
    ['many headers', `${api('"x"')}${'locals {\n'.repeat(30_000)}`],
    ['prototypes', `${api('constructor(1)')}locals {\n  __proto__ = 1\n  b = __proto__("x")\n}\n`],
    ['many attributes', api(`"x"\n${'  a = 1\n'.repeat(40_000)}`)],
  ];
  for (const [what, text] of rows) {
    it(`${what} neither hang nor fail`, function () {
      this.timeout(15_000);
      assertPlaces(readDefinitions('a.tf', text));
    });
  }
});

function assertPlaces({ apis, problems, text: { length } }: Reading): void {
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('start' in value && 'end' in value) {
      const { start, end } = value as { start: number; end: number };
      assert.ok(start >= 0 && start <= end && end <= length, `${start} to ${end} of ${length}`);
    } else {
      if ('spelling' in value && 'offsets' in value) assertOffsets(value as unknown as Placed);
      Object.values(value).forEach(check);
    }
  };
  check(apis);
  check(problems);
}

interface Placed {
  readonly value: string;
  readonly offsets: readonly number[];
  readonly span: { readonly start: number; readonly end: number };
}

function assertOffsets({ value, offsets, span }: Placed): void {
  assert.equal(offsets.length, value.length + 1);
  assert.ok(
    offsets.every((offset) => offset >= span.start && offset <= span.end),
    JSON.stringify({ value, span }),
  );
}
