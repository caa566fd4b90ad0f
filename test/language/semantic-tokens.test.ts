import assert from 'node:assert/strict';
import { semanticTokens } from '../../server/language/semantic-tokens.ts';
import { knownFile } from './known.ts';
import { withCarets, withoutCarets } from './marks.ts';

/** The lines of carets say what is coloured, and as what; everything else is not. */
function check(marked: string, path?: string): void {
  const file = knownFile(withoutCarets(marked), {}, path);
  const stretches = semanticTokens(file).map(({ span, type }) => ({ span, note: type }));
  assert.equal(withCarets(file.text, stretches), marked);
}

describe('semantic tokens', () => {
  it('YAML: expressions and route keys, nothing else', () =>
    check(`Resources:
  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      Name: $request.body.action
      RouteSelectionExpression: "\${request.body.kind}/x"
                                 ^^ selectionOperator
                                   ^^^^^^^^^^^^ selectionVariable
                                               ^ selectionOperator
                                                ^^^^ selectionProperty
                                                    ^ selectionOperator
                                                     ^^ selectionText
      Routes:
        $connect: { FunctionArn: x, ModelSelectionExpression: \\$default }
        ^^^^^^^^ predefinedRouteKey
                                                              ^^ selectionEscape
                                                                ^^^^^^^ selectionText
        'join': { FunctionArn: x }
         ^^^^ routeKey
`));

  it('JSON: escapes belong to what they stand for', () =>
    check(
      `{ "Resources": { "Chat": { "Type": "AWS::ApiGatewayV2::Api", "Properties": {
  "ProtocolType": "WEBSOCKET",
  "RouteSelectionExpression": "$request.body[\\"a\\"]\\u002eb"
                               ^ selectionOperator
                                ^^^^^^^^^^^^ selectionVariable
                                            ^ selectionOperator
                                             ^^^^^ selectionProperty
                                                  ^ selectionOperator
                                                   ^^^^^^ selectionOperator
                                                         ^ selectionProperty
} } } }
`,
      '/project/template.json',
    ));

  it('a text over two lines', () =>
    check(`Resources:
  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      RouteSelectionExpression: >-
        ab
        ^^ selectionText
        cd
        ^^ selectionText
`));

  it('only in the lines that are asked for', () => {
    const file = knownFile(`Resources:
  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      RouteSelectionExpression: $request.body.action
      Routes:
        join: { FunctionArn: x }
`);
    const start = file.text.indexOf('      Routes');
    assert.deepEqual(
      semanticTokens(file, { start, end: file.text.length }).map(({ type }) => type),
      ['routeKey'],
    );
  });
});
