import assert from 'node:assert/strict';
import { readDefinitions } from '../../core/formats/formats.ts';
import { complete } from '../../server/language/completion.ts';
import { chatApi, knownFile, type Messages } from './known.ts';
import { cursorIn } from './marks.ts';

const talk = '{ FunctionArn: !GetAtt Talk.Arn }';
const join: Messages = { 'join.json': `{"action":"join","data":{"room id":"r1"},"it's":1}` };

/** Accepting the proposal of this label makes the text before the arrow the text behind it. */
function check(marked: string, label: string, expected: string, messages = join, path?: string): void {
  const { text, offset } = cursorIn(marked);
  const completions = complete(knownFile(text, messages, path), offset);
  const chosen = completions.find((completion) => completion.label === label);
  assert.ok(chosen, `${label} is not among ${completions.map((one) => one.label).join(', ')}`);
  const { span, newText } = chosen;
  assert.ok(span.start <= offset && span.end >= offset, 'an edit must touch the cursor');
  assert.ok(isSubsequence(text.slice(span.start, offset), chosen.filter), 'the editor must not hide it');
  assert.equal(text.slice(0, span.start) + newText + text.slice(span.end), expected);
}

/** Whether the editor offers something of this name for the text that was typed. */
function isSubsequence(typed: string, name: string): boolean {
  let from = 0;
  return typed.split('').every((character) => (from = name.indexOf(character, from) + 1) > 0);
}

function checkExpression(written: string, label: string, expected: string): void {
  check(withExpression(written), label, withExpression(expected));
}

function withExpression(written: string): string {
  return chatApi(`
  RouteSelectionExpression: ${written}
  Routes:
    join: ${talk}`);
}

function routes(lines: string): string {
  return chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:${lines}`);
}

function cloudFormation(routeKey: string): string {
  return `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties: { ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      ${routeKey}
`;
}

function jsonWith(routeKey: string): string {
  return `{ "Resources": {
  "Chat": {
    "Type": "AWS::ApiGatewayV2::Api",
    "Properties": { "ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.action" }
  },
  "Route": {
    "Type": "AWS::ApiGatewayV2::Route",
    "Properties": { "ApiId": { "Ref": "Chat" }, "RouteKey": "${routeKey}" }
  }
} }`;
}

function withApiKey(written: string): string {
  return chatApi(`
  RouteSelectionExpression: $request.body.action
  ApiKeySelectionExpression: ${written}`);
}

describe('completion in expressions', () => {
  for (const [written, label, expected] of [
    ['$<|>', 'request.body', '$request.body'],
    ['$request.body.<|>', 'action', '$request.body.action'],
    ['$request.body.ac<|>', 'action', '$request.body.action'],
    ["'$request.body.<|>'", 'action', "'$request.body.action'"],
    ['"$request.body.<|>"', 'action', '"$request.body.action"'],
    ['>-\n      $request.body.<|>', 'action', '>-\n      $request.body.action'],
    ['|-\n      $request.body.<|>\n', 'action', '|-\n      $request.body.action\n'],
    ["'${<|>}'", 'request.body', "'${request.body}'"],
    ["!Sub '$request.body.<|>'", 'action', "!Sub '$request.body.action'"],
    ["!Sub '${!request.body.<|>}'", 'action', "!Sub '${!request.body.action}'"],
    ['!Sub $<|>', 'request.body', '!Sub $request.body'],
    ["!Sub '${<|>}'", 'request.body', "!Sub '${!request.body}'"],
    ["!Sub '${req<|>}'", 'request.body', "!Sub '${!request.body}'"],
    ["!Sub '${!<|>}'", 'request.body', "!Sub '${!request.body}'"],
    ["!Sub '${!<|>'", 'request.body', "!Sub '${!request.body'"],
    ["!Sub '${<|>'", 'request.body', "!Sub '${!request.body'"],
    ['$request.body.data.<|>', 'room id', "$request.body.data['room id']"],
    ["'$request.body.data.<|>'", 'room id', "'$request.body.data[''room id'']'"],
    ['"$request.body.data.<|>"', 'room id', `"$request.body.data['room id']"`],
    ["$request.body.data['<|>", 'room id', "$request.body.data['room id']"],
    ["$request.body['<|>']", "it's", String.raw`$request.body['it\'s']`],
    ["'$request.body[''<|>'']'", "it's", String.raw`'$request.body[''it\''s'']'`],
    ['"$request.body[\'<|>\']"', "it's", String.raw`"$request.body['it\\'s']"`],
  ] as const) {
    it(`${written.replaceAll('\n', '\\n')} with ${label}`, () => checkExpression(written, label, expected));
  }
});

describe('completion of other expressions', () => {
  it('API keys', () => {
    check(withApiKey('$<|>'), '$request.header.x-api-key', withApiKey('$request.header.x-api-key'));
  });

  it('no variables that have no value there', () => {
    const { text, offset } = cursorIn(withExpression('$<|>'));
    const labels = complete(knownFile(text), offset).map(({ label }) => label);
    assert.deepEqual(labels, ['request.body']);
  });

  for (const [written, expected] of [
    [
      "!Join ['/', [$request.body.a, $request.body.<|>]]",
      "!Join ['/', [$request.body.a, $request.body.action]]",
    ],
    ["!Join ['', ['x-${', 'request.body.<|>', '}']]", "!Join ['', ['x-${', 'request.body.action', '}']]"],
  ] as const) {
    it(`in a piece of ${written}`, () => checkExpression(written, 'action', expected));
  }

  it('nothing in a piece of Fn::Join that only AWS knows', () => {
    const { text, offset } = cursorIn(withExpression(`!Join ['/', [$request.body.a, !Ref AWS::Reg<|>ion]]`));
    assert.deepEqual(complete(knownFile(text, join), offset), []);
  });
});

describe('completion of route keys', () => {
  it('proposes what samples give and no route has yet, then predefined keys', () => {
    const { text, offset } = cursorIn(
      routes(`
    $connect: ${talk}
    j<|>: ${talk}`),
    );
    assert.deepEqual(
      complete(knownFile(text, join), offset).map(({ label }) => label),
      ['join', '$disconnect', '$default'],
    );
  });

  for (const begin of ['', 'j', '$']) {
    it(`completes "${begin}" where an entry is about to be`, () => {
      const good = routes(`
    leave: ${talk}`);
      const { text, offset } = cursorIn(
        good.replace(`leave: ${talk}`, `leave: ${talk}\n        ${begin}<|>`),
      );
      const file = {
        ...knownFile(text, join),
        reading: readDefinitions('a.yaml', text, knownFile(good).reading),
      };
      const [first] = complete(file, offset);
      assert.deepEqual([first?.label, first?.newText], ['join', 'join:']);
      assert.equal(text.slice(first?.span.start, first?.span.end), begin);
    });
  }

  for (const [written, expected] of [
    ['RouteKey: <|>', 'RouteKey: join'],
    ["RouteKey: '<|>'", "RouteKey: 'join'"],
    ['RouteKey: "jo<|>"', 'RouteKey: "join"'],
  ] as const) {
    it(`completes ${written}`, () => check(cloudFormation(written), 'join', cloudFormation(expected)));
  }

  it('completes and escapes in JSON', () =>
    check(
      jsonWith('<|>'),
      'say "hi"',
      jsonWith(String.raw`say \"hi\"`),
      { 'a.json': '{"action":"say \\"hi\\""}' },
      'a.json',
    ));

  it('replaces the key that is there', () =>
    check(
      routes(`
    j<|>: ${talk}`),
      'join',
      routes(`
    join: ${talk}`),
    ));
});
