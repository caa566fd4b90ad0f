import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CodeAction, Hover, InlayHint, Location } from 'vscode-languageserver/node';
import { uriOf } from '../../server/language/uris.ts';
import { temporaryFolder, type TemporaryFolder } from '../kit/temporary-folder.ts';
import { type Editor, startEditor } from './editor.ts';

const api = `resource "aws_apigatewayv2_api" "chat" {
  name                       = "chat"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}

resource "aws_apigatewayv2_integration" "echo" {
  api_id           = aws_apigatewayv2_api.chat.id
  integration_type = "MOCK"
}
`;

const routes = (key: string) => `resource "aws_apigatewayv2_route" "join" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "${key}"
  target    = "integrations/\${aws_apigatewayv2_integration.echo.id}"
}

resource "aws_apigatewayv2_route" "default" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$default"
  target    = "integrations/\${aws_apigatewayv2_integration.echo.id}"
}
`;

const keyLine = { line: 2, character: 16 };
const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('a definition that consists of several files', () => {
  let folder: TemporaryFolder;
  let editor: Editor;
  const uriIn = (name: string) => uriOf(join(folder.path, name));
  const inFile = (name: string) => ({ textDocument: { uri: uriIn(name) } });

  beforeEach(async () => {
    folder = temporaryFolder();
    folder.write('main.tf', api);
    folder.write('routes.tf', routes('Join'));
    folder.write('.routescope/samples/join.json', '{"action":"join"}');
    editor = await startEditor(uriOf(folder.path));
    await editor.definitions((files) => files.some(({ apis }) => apis.length > 0));
  });

  afterEach(async () => {
    await editor.close();
    folder.remove();
  });

  it('tells in each file what is wrong there, and mends it there', async () => {
    const told = editor.diagnostics(uriIn('routes.tf'));
    await editor.open(uriIn('routes.tf'), routes('Join'), 'terraform');
    const found = (await told).map(({ code, range }) => ({ code, line: range.start.line }));
    assert.deepEqual(found, [{ code: 'case-mismatch', line: keyLine.line }]);
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
      ...inFile('routes.tf'),
      range: { start: keyLine, end: keyLine },
      context: { diagnostics: [] },
    });
    const rename = actions.find(({ title }) => title === 'Rename the route key to "join"');
    assert.deepEqual(rename?.edit?.changes, {
      [uriIn('routes.tf')]: [
        { range: { start: { line: 2, character: 15 }, end: { line: 2, character: 19 } }, newText: 'join' },
      ],
    });
  });

  it('shows in one file what is typed in another', async () => {
    const hint = async () =>
      (
        await editor.request<InlayHint[]>('textDocument/inlayHint', { ...inFile('main.tf'), range: whole })
      ).flatMap(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value)));
    await editor.open(uriIn('main.tf'), api, 'terraform');
    await editor.open(uriIn('routes.tf'), routes('Join'), 'terraform');
    assert.deepEqual(await hint(), ['→ "join"  ✗ $default']);
    await editor.replace(uriIn('routes.tf'), 2, routes('join'));
    assert.deepEqual(await hint(), ['→ "join"  ✓ join']);
  });

  it('explains a route where it stands, and leads from it to what it runs in another file', async () => {
    await editor.open(uriIn('routes.tf'), routes('join'), 'terraform');
    const at = { ...inFile('routes.tf'), position: keyLine };
    const hover = await editor.request<Hover>('textDocument/hover', at);
    assert.deepEqual(hover.range, {
      start: { line: 2, character: 15 },
      end: { line: 2, character: 19 },
    });
    const [place] = await editor.request<Location[]>('textDocument/definition', at);
    assert.equal(place?.uri, uriIn('main.tf'));
    assert.equal(place?.range.start.line, 6);
  });
});
