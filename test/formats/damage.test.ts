import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import { readFixture } from './fixtures.ts';

const yaml = readFixture('sam-rooms.yaml');
const json = readFixture('cfn-orders.json');
const service = readFixture('serverless-chat.yml');

/** What a reading says, without what the next reading may keep. */
function saidBy({ apis, problems }: Reading): unknown {
  return { apis, problems };
}

function routeKeys(reading: Reading): (string | undefined)[] {
  return reading.apis.flatMap(({ routes }) => routes.map(({ routeKey }) => routeKey?.value));
}

describe('A definition that is being typed', () => {
  const rows: readonly (readonly [what: string, from: string, to: string])[] = [
    [
      'a quote that is not closed',
      "RouteSelectionExpression: '$request.body.action'",
      "RouteSelectionExpression: '$request.bo",
    ],
    ['a key without colon', 'OperationName: Join', 'OperationNa'],
    ['a key without value', 'OperationName: Join', 'OperationName:'],
    [
      'a list that is not closed',
      'Target: !Sub integrations/${JoinIntegration}',
      "Target: !Join ['/', [integrations, !Ref ",
    ],
    ['a map that is not closed', 'OperationName: Join', 'RequestModels: {join: '],
    ['a tab', 'OperationName: Join', '\tOperationName: Join'],
    ['a resource without colon', '  LeaveRoute:', '  LeaveRoute'],
    ['a quoted key', 'OperationName: Join', '"Operation'],
  ];
  for (const [what, from, to] of rows) {
    it(`${what} loses no other resource`, () => {
      assert.ok(yaml.includes(from));
      const before = readDefinitions('template.yaml', yaml);
      const fresh = readDefinitions('template.yaml', yaml.replace(from, to));
      const after = readDefinitions('template.yaml', yaml.replace(from, to), before);
      assert.ok(routeKeys(fresh).includes('last'));
      assert.ok(routeKeys(after).includes('join'));
      assert.ok(routeKeys(after).includes('last'));
    });
  }

  it('keeps the last good reading of a resource that is half-typed', () => {
    const before = readDefinitions('template.yaml', yaml);
    const broken = yaml.replace('      RouteKey: join', '      RouteK');
    const after = readDefinitions('template.yaml', broken, before);
    assert.deepEqual(routeKeys(after), routeKeys(before));
    const [problem] = after.problems;
    assert.match(broken.slice(problem?.span.start), /^RouteK\n/);
    const again = readDefinitions('template.yaml', yaml, after);
    assert.deepEqual(saidBy(again), saidBy(before));
  });

  it('keeps the APIs, where they stand now, while the file as a whole cannot be read', () => {
    const before = readDefinitions('template.yaml', yaml);
    const broken = `{\n${yaml}`;
    const after = readDefinitions('template.yaml', broken, before);
    assert.deepEqual(routeKeys(after), routeKeys(before));
    assert.ok(after.problems.length > 0 && after.problems.length <= 3);
    const expression = after.apis[0]?.routeSelectionExpression;
    assert.equal(broken.slice(expression?.span.start, expression?.span.end), expression?.value);
    assert.deepEqual(readDefinitions('template.yaml', 'Resources: {}', after).apis, []);
  });

  it('says what is written twice', () => {
    const twice =
      yaml.replace('      RouteKey: join', '      RouteKey: old\n      RouteKey: join') + '  Stage: {}\n';
    const { problems } = readDefinitions('template.yaml', twice);
    const said = problems.map(({ message }) => message).filter((message) => message.includes('twice'));
    assert.deepEqual(said, [
      '"RouteKey" is written twice; the later one counts.',
      '"Stage" is written twice; the later one counts.',
    ]);
  });

  it('keeps resources of JSON that is half-typed', () => {
    const before = readDefinitions('template.json', json);
    const after = readDefinitions(
      'template.json',
      json.replace('"RouteKey": "order"', '"RouteKey": {'),
      before,
    );
    assert.deepEqual(routeKeys(after), routeKeys(before));
  });

  it('says a text of which only the end of a line is missing', () => {
    const cut = yaml.replace("'$request.body.action'", "'$request.bo");
    const expression = readDefinitions('template.yaml', cut).apis[0]?.routeSelectionExpression;
    assert.equal(expression?.value, '$request.bo');
    assert.equal(cut.slice(expression.span.start, expression.span.end), '$request.bo');
  });
});

describe('Reading', () => {
  for (const [path, text] of [
    ['template.yaml', yaml],
    ['template.json', json],
    ['serverless.yml', service],
    ['serverless.json', readFixture('serverless-two.json')],
    ['app.arc', readFixture('app.arc')],
    ['arc.yaml', readFixture('arc.yaml')],
  ] as const) {
    it(`${path} cut anywhere never fails`, () => {
      let previous: Reading | undefined;
      for (let end = 0; end <= text.length; end += 37) {
        previous = readDefinitions(path, text.slice(0, end), previous);
        assertSpans(previous, end);
      }
    });

    it(`${path} with anything anywhere never fails`, () => {
      const snippets = fc.constantFrom(
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ':',
        ': ',
        '\n',
        '- ',
        '!Sub ',
        '&a ',
        '*a',
        '|\n',
        '#',
        '\t',
        '${',
        '\\',
        '\uFEFF',
        '<<: *a',
        '---\n',
        ',',
      );
      const edits = fc.array(fc.tuple(fc.nat(text.length), fc.nat(20), snippets), { maxLength: 6 });
      fc.assert(
        fc.property(edits, (list) => {
          let edited = text;
          let reading: Reading | undefined;
          for (const [at, removed, inserted] of list) {
            edited = edited.slice(0, at) + inserted + edited.slice(at + removed);
            reading = readDefinitions(path, edited, reading);
            assertSpans(reading, edited.length);
          }
        }),
        { numRuns: 60 },
      );
    });
  }

  for (const [path, text] of [
    ['template.yaml', yaml],
    ['serverless.yml', service],
  ] as const) {
    it(`only what changed of ${path} gives the same as reading everything`, () => {
      const edits = fc.array(fc.tuple(fc.nat(99), fc.constantFrom(' # c', '\n', '\n# c', '\n   # c')), {
        minLength: 1,
        maxLength: 5,
      });
      fc.assert(
        fc.property(edits, (list) => {
          let edited = text;
          let reading = readDefinitions(path, edited);
          for (const [line, inserted] of list) {
            const at = endOfLine(edited, line);
            edited = edited.slice(0, at) + inserted + edited.slice(at);
            reading = readDefinitions(path, edited, reading);
          }
          assert.deepEqual(saidBy(reading), saidBy(readDefinitions(path, edited)));
        }),
        { numRuns: 30 },
      );
    });
  }
});

describe('Hostile definitions', () => {
  const api =
    'Resources:\n  A:\n    Type: AWS::ApiGatewayV2::Api\n    Properties:\n      ProtocolType: WEBSOCKET\n      RouteSelectionExpression: ';
  const bomb = Array.from(
    { length: 40 },
    (_, level) => `  - &a${level + 1} !Join ['', [${`*a${level},`.repeat(9)}]]\n`,
  );
  const circle = 'Parameters:\n  P: {Default: !Ref P}\nConditions:\n  C: !Not [!Condition C]\n';
  const framework =
    'service: s\nfunctions: { a: { events: [{ websocket: a }] } }\nprovider:\n  name: aws\n  websocketsApiRouteSelectionExpression: ';
  const doubling = Array.from(
    { length: 40 },
    (_, level) => `  a${level}: ${`\${self:custom.a${level + 1}}`.repeat(9)}\n`,
  );
  const rows: readonly (readonly [what: string, text: string])[] = [
    ['deep lists', `${api}${'['.repeat(100_000)}`],
    ['deep maps', `${api}${'{a: '.repeat(20_000)}`],
    [
      'deep JSON',
      `{"Resources": {"A": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": ${'['.repeat(100_000)}`,
    ],
    ['aliases of aliases', `Mappings:\n  - &a0 x\n${bomb.join('')}${api}*a40\n`],
    ['aliases of themselves', `${api}&x [*x, !Join ['', *x]]\n`],
    ['parameters of themselves', `${circle}${api}!If [C, !Ref P, !Ref P]\n`],
    [
      'many keys',
      `${api}x\n${Array.from({ length: 40_000 }, (_, index) => `      K${index}: 1\n`).join('')}`,
    ],
    ['many equal keys', `${api}x\n${'      K: 1\n'.repeat(40_000)}`],
    [
      'prototypes',
      `${api}x\n  __proto__: {Type: AWS::ApiGatewayV2::Route}\n  constructor: {Type: toString}\n`,
    ],
    ['a long line', `${api}"${'\\"a'.repeat(200_000)}"\n`],
    ['dollars', `${api}!Sub "${'${'.repeat(50_000)}"\n`],
    ['variables', `${framework}'${'${self:'.repeat(50_000)}'\n`],
    ['variables that multiply', `${framework}\${self:custom.a0}\ncustom:\n${doubling.join('')}`],
    [
      'maps that hold themselves',
      `${framework}x\nresources:\n  Resources: &x\n    A: {Type: AWS::ApiGatewayV2::Api, Properties: '\${self:resources}'}\n`,
    ],
    ['variables of variables', `${framework}${'${self:'.repeat(15)}x${'}'.repeat(15)}\n`],
  ];
  for (const [what, text] of rows) {
    it(`${what} neither hang nor fail`, function () {
      this.timeout(15_000);
      assertSpans(readDefinitions(text.startsWith('{') ? 'a.json' : 'a.yaml', text), text.length);
    });
  }
});

function endOfLine(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, line + 1)
    .join('\n').length;
}

function assertSpans({ apis, problems }: Reading, length: number): void {
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('start' in value && 'end' in value) {
      const { start, end } = value as { start: number; end: number };
      assert.ok(start >= 0 && start <= end && end <= length, `${start} to ${end} of ${length}`);
    } else Object.values(value).forEach(check);
  };
  check(apis);
  check(problems);
}
