import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDefinitions } from '../../core/formats/formats.ts';
import { definitionAt } from '../../server/language/definition.ts';
import { documentLinks } from '../../server/language/document-links.ts';
import { temporaryFolder, type TemporaryFolder } from '../kit/temporary-folder.ts';
import { chatApi, knownFile } from './known.ts';
import { cursorIn } from './marks.ts';

const template = `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: $request.body.action
  JoinRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: join
      Target: !Sub integrations/\${JoinIntegration}
  JoinIntegration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Chat
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Join.Arn}/invocations
  Join:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: handlers/join.onJoin
      Runtime: nodejs22.x
`;

describe('go to definition', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  /** From the first occurrence of the text one gets to the place that begins like this. */
  function check(from: string, to: string): void {
    const { text, offset } = cursorIn(template.replace(from, `<|>${from}`));
    const file = knownFile(text, { 'join.json': '{"action":"join"}' }, `${folder.path}/template.yaml`);
    const places = definitionAt(file, offset).map((place) =>
      'uri' in place
        ? `${basename(place.uri)}: ${place.text.slice(place.span.start)}`
        : text.slice(place.span.start, place.span.end),
    );
    assert.equal(places.length, 1);
    assert.ok(places[0]?.startsWith(to), places[0]);
  }

  it('from the expression to the route that the current sample selects', () =>
    check('$request.body.action', 'join'));
  it('from the target to the integration', () => check('integrations/', 'JoinIntegration:'));
  it('from the integration to the function', () => check('arn:aws', 'Join:'));
  it('from a route key to the function, where there is no handler file', () => check('join\n', 'Join:'));

  it('from the function of a SAM route to the function', () => {
    const { text, offset } = cursorIn(
      chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    join:
      FunctionArn: !GetAtt <|>Talk.Arn`),
    );
    const [place] = definitionAt(knownFile(text), offset);
    assert.ok(place && !('uri' in place));
    assert.ok(text.slice(place.span.start).startsWith('Talk:'));
  });

  for (const [name, source, found] of [
    ['join.js', 'exports.onJoin = async () => {}', 'onJoin = async'],
    ['join.mjs', 'const a = 1;\nexport const onJoin = async () => {}', 'onJoin = async'],
    ['join.ts', 'export async function onJoin() {}', 'onJoin() {}'],
    ['join.py', 'def onJoin(event, context):\n  pass', 'onJoin(event'],
    ['join.cjs', 'module.exports = require("./other")', 'module.exports'],
  ] as const) {
    it(`from the handler, and from the route key, to ${name}`, () => {
      folder.write(`src/handlers/${name}`, source);
      check('handlers/join.onJoin', `${name}: ${found}`);
      check('join\n', `${name}: ${found}`);
      const file = knownFile(template, {}, `${folder.path}/template.yaml`);
      assert.deepEqual(
        documentLinks(file)
          .filter(({ uri }) => uri.startsWith('file:'))
          .map(({ uri }) => basename(uri)),
        [name],
      );
    });
  }

  it('links the folder of the code, and files that the definition includes', () => {
    folder.write('src/handlers/join.js', 'exports.onJoin = 1');
    folder.write('nested.yaml', 'Resources: {}');
    const text = `${template}  Other:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./nested.yaml }
`;
    const path = join(folder.path, 'template.yaml');
    const surroundings = { read: (file: string) => readFileSync(file, 'utf8'), list: () => [] };
    const file = {
      ...knownFile(text, {}, path),
      reading: readDefinitions(path, text, undefined, surroundings),
    };
    const links = documentLinks({ ...file, text: file.reading.text });
    assert.deepEqual(
      links.map(({ span, uri }) => [text.slice(span.start, span.end), decodeURIComponent(uri)]),
      [
        ['handlers/join.onJoin', `file://${folder.path}/src/handlers/join.js`],
        ['src/', `command:revealInExplorer?[{"$mid":1,"scheme":"file","path":"${folder.path}/src"}]`],
        ['./nested.yaml', `file://${folder.path}/nested.yaml`],
      ],
    );
  });

  for (const [name, from, to] of [
    ['a handler', 'Handler: handlers/join', 'Handler: ../../outside/join'],
    ['a CodeUri', 'CodeUri: src/', 'CodeUri: ../outside/'],
  ] as const) {
    it(`not from ${name} that leads out of the workspace folder`, () => {
      folder.write('../outside/join.js', 'exports.onJoin = 1');
      const text = template.replace(from, to).replace('handlers/join', 'join');
      assert.deepEqual(documentLinks(knownFile(text, {}, `${folder.path}/template.yaml`)), []);
    });
  }
});
