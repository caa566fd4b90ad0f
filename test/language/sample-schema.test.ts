import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sampleSchema } from '../../server/language/sample-schema.ts';
import { knownFile } from './known.ts';
import { cursorIn, withCarets, withoutCarets } from './marks.ts';

const template = `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties: { ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
  JoinRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: join
      ModelSelectionExpression: $request.body.kind
      RequestModels: { room: Room, $default: !Ref AnyModel }
  RoomModel:
    Type: AWS::ApiGatewayV2::Model
    Properties:
      ApiId: !Ref Chat
      Name: Room
      Schema:
        $schema: http://json-schema.org/draft-04/schema#
        type: object
        required: [action, room]
        properties:
          action: { type: string }
          room: { type: string, description: Where to. }
          seats: { type: integer, minimum: 0, exclusiveMinimum: true }
  AnyModel:
    Type: AWS::ApiGatewayV2::Model
    Properties:
      ApiId: !Ref Chat
      Name: Any
      Schema:
        type: object
        properties:
          action: { enum: [join] }
          other: { type: boolean }
          seat: { type: string, pattern: '^[A-Z]+[0-9]{1,3}$' }
          slow: { type: string, pattern: '^(a+)+$' }
        patternProperties: { '^(x+)+$': { type: string } }
        additionalProperties: false
`;

function schemaFor(text: string) {
  const [api] = knownFile(template).reading.apis;
  assert.ok(api);
  const document = TextDocument.create('file:///project/.routescope/samples/a.json', 'json', 1, text);
  return { document, schema: sampleSchema(api, document) };
}

/** Carets say what does not fit the model. */
async function check(marked: string): Promise<void> {
  const { document, schema } = schemaFor(withoutCarets(marked));
  const found = (await schema?.diagnostics()) ?? [];
  const stretches = found.map(({ message, range }) => ({
    span: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
    note: message,
  }));
  assert.equal(withCarets(document.getText(), stretches), marked);
}

describe('samples and the models of their routes', () => {
  it('fit', () => check('{"action":"join","kind":"room","room":"lobby","seats":1}'));

  it('do not fit, by the rules of draft 04', () =>
    check(`{"action":"join","kind":"room",
^ Missing property "room". The route "join" checks messages by the model Room, and answers this one with "Invalid request body".
"seats":0}
        ^ Value is below the exclusive minimum of 0. The route "join" checks messages by the model Room, and answers this one with "Invalid request body".`));

  it('the model of $default is for every other key', () =>
    check(`{"action":"join","other":1}
                         ^ Incorrect type. Expected "boolean". The route "join" checks messages by the model Any, and answers this one with "Invalid request body".`));

  it('patterns are heeded', () =>
    check(`{"action":"join","seat":"12"}
                        ^^^^ String does not match the pattern of "^[A-Z]+[0-9]{1,3}$". The route "join" checks messages by the model Any, and answers this one with "Invalid request body".`));

  it('patterns that could take for ever are not', () =>
    check(`{"action":"join","slow":"${'a'.repeat(60)}!","${'x'.repeat(60)}!":""}`));

  it('routes without models check nothing', () => check('{"action":"leave","seats":0}'));

  it('mistakes of JSON are told by others', () => check('{"action":"join","kind":"room","room":"a",}'));

  it('propose the properties that the model has, and tell what they are', async () => {
    const { text, offset } = cursorIn('{"action":"join","kind":"room","room":"lobby",<|>}');
    const { document, schema } = schemaFor(text);
    const proposed = await schema?.complete(document.positionAt(offset));
    assert.deepEqual(
      proposed?.items.map(({ label }) => label),
      ['seats'],
    );
    const hover = await schema?.hover(document.positionAt(text.indexOf('"room":"lobby"') + 2));
    assert.match(JSON.stringify(hover?.contents), /Where to/);
  });
});
