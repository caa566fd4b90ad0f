import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Location } from 'vscode-languageserver/node';
import { uriOf } from '../../server/language/uris.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { type Editor, startEditor } from './editor.ts';

const template = `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties: { ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
  JoinRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: join
      ModelSelectionExpression: $request.body.action
      RequestModels: { join: Room }
  RoomModel:
    Type: AWS::ApiGatewayV2::Model
    Properties:
      ApiId: !Ref Chat
      Name: Room
      Schema: { type: object, properties: { room: { type: string } } }
`;

/** Until nothing is wrong with a document any more. */
async function none(editor: Editor, uri: string): Promise<void> {
  for (let found = await editor.diagnostics(uri); found.length > 0;) found = await editor.diagnostics(uri);
}

describe('a sample file that is open', () => {
  it('leads to its route, and is checked by the model of its route, also after the model changed', async () => {
    const folder = temporaryFolder();
    folder.write('template.yaml', template);
    const uri = uriOf(join(folder.path, 'template.yaml'));
    const sample = uriOf(join(folder.path, '.routescope/samples/join.json'));
    const text = '{"action":"join","room":1}';
    folder.write('.routescope/samples/join.json', text);
    const editor = await startEditor(uriOf(folder.path));
    try {
      await editor.open(uri, template);
      const first = editor.diagnostics(sample, 1);
      await editor.open(sample, text, 'json');
      const [problem] = await first;
      assert.equal(problem?.range.start.character, text.indexOf('1'));
      const found = await editor.request<Location[]>('textDocument/definition', {
        textDocument: { uri: sample },
        position: { line: 0, character: text.indexOf('join') },
      });
      assert.deepEqual(
        found.map((place) => [place.uri, place.range.start.line]),
        [[uri, template.split('\n').findIndex((line) => line.includes('RouteKey: join'))]],
      );
      const fits = none(editor, sample);
      await editor.replace(uri, 2, template.replace('type: string', 'type: integer'));
      await fits;
    } finally {
      await editor.close();
      folder.remove();
    }
  });
});
