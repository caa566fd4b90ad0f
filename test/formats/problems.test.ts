import assert from 'node:assert/strict';
import { readDefinitions } from '../../core/formats/formats.ts';

/** The text with a line of `^^^` and the sentence below every line in which something is wrong. */
function check(path: string, marked: string): void {
  const lines = marked.split('\n').filter((line) => !/^\s*\^/.test(line));
  const text = lines.join('\n');
  const { problems } = readDefinitions(path, text);
  let at = 0;
  const said = lines.flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const here = problems.filter(({ span }) => span.start >= start && span.start <= start + line.length);
    return [
      line,
      ...here.map(({ span, message }) => {
        const width = Math.max(1, Math.min(span.end, start + line.length) - span.start);
        return `${' '.repeat(span.start - start)}${'^'.repeat(width)} ${message}`;
      }),
    ];
  });
  assert.equal(said.join('\n'), marked);
}

const rows: readonly (readonly [what: string, path: string, marked: string])[] = [
  [
    'a route key that is null',
    'a.yaml',
    `Resources:
  Chat: { Type: AWS::ApiGatewayV2::Api, Properties: { RouteSelectionExpression: $request.body.action } }
  Join:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: null
                ^^^^ RouteKey of "Join" is null, which CloudFormation refuses; give it a value, or leave it out.`,
  ],
  [
    'routes in a list',
    'a.yaml',
    `Resources:
  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      RouteSelectionExpression: $request.body.action
      Routes: [join, leave]
              ^^^^^^^^^^^^^ The Routes of "Chat" must be a map: each route key, and below it a FunctionArn.`,
  ],
  [
    'resources in two places',
    'a.yaml',
    `Resources:
  Chat: { Type: AWS::ApiGatewayV2::Api, Properties: { RouteSelectionExpression: $request.body.action } }
Outputs: {}
Resources:
^^^^^^^^^ "Resources" is written twice; the later one counts.
  Join: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Chat, RouteKey: join } }`,
  ],
  [
    'a tab',
    'a.yaml',
    `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      RouteSelectionExpression: $request.body.action
\t  Name: chat
^ A tab cannot be used for indentation; use spaces.`,
  ],
  [
    'a colon in a text',
    'a.yaml',
    `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      RouteSelectionExpression: $request.body.action
      Description: chat: the API
                   ^ A text with a colon in it needs quotes; a key needs a line of its own.`,
  ],
  [
    'a backslash',
    'a.yaml',
    String.raw`Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      RouteSelectionExpression: "\$request.body.action"
                                 ^ This backslash begins no escape sequence of YAML; write two, or use single quotes.`,
  ],
  [
    'a missing brace of JSON',
    'a.json',
    `{
  "Resources": {
    "Chat": {
      "Type": "AWS::ApiGatewayV2::Api",
      "Properties": { "RouteSelectionExpression": "$request.body.action"
    },
      ^ A closing brace is missing here.
    "Join": { "Type": "AWS::ApiGatewayV2::Route", "Properties": { "ApiId": { "Ref": "Chat" }, "RouteKey": "join" } }
  }
}`,
  ],
  [
    'a missing comma of JSON',
    'a.json',
    `{
  "Resources": {
    "Chat": {
      "Type": "AWS::ApiGatewayV2::Api",
      "Properties": { "RouteSelectionExpression": "$request.body.action" }
    }
    "Join": { "Type": "AWS::ApiGatewayV2::Route", "Properties": { "ApiId": { "Ref": "Chat" }, "RouteKey": "join" } }
    ^^ A comma is missing here.
  }
}`,
  ],
];

describe('A mistake in a definition is told where it is', () => {
  for (const [what, path, marked] of rows) it(what, () => check(path, marked));
});

describe('A missing brace of JSON', () => {
  it('loses no other resource on a first reading', () => {
    const resources = Array.from(
      { length: 5 },
      (_, index) =>
        `    "Route${index}": {\n      "Type": "AWS::ApiGatewayV2::Route",\n      "Properties": { "ApiId": { "Ref": "Chat" }, "RouteKey": "key${index}" }\n    }`,
    );
    const chat =
      '    "Chat": {\n      "Type": "AWS::ApiGatewayV2::Api",\n      "Properties": { "RouteSelectionExpression": "$request.body.action" }\n    }';
    const text = `{\n  "Resources": {\n${[chat, ...resources].join(',\n')}\n  }\n}\n`;
    const { apis } = readDefinitions('a.json', text.replace('"key1" }', '"key1"'));
    assert.deepEqual(
      apis[0]?.routes.map(({ routeKey }) => routeKey?.value),
      ['key0', 'key1', 'key2', 'key3', 'key4'],
    );
  });
});
