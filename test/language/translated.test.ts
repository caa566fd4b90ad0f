import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens, CompletionItem, Hover } from 'vscode-languageserver/node';
import { uriOf } from '../../server/language/uris.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { startEditor } from './editor.ts';
import { chatApi } from './known.ts';

const template = chatApi(`
  RouteSelectionExpression: request.body.action
  Routes:
    $conect: { FunctionArn: !GetAtt Talk.Arn }`);
const lines = template.split('\n');
const broken =
  'Resources:\n  Chat:\n    Type: AWS::Serverless::WebSocketApi\n    Properties: { Name: "\\$x" }\n';

describe('another language', () => {
  const sentences = Object.keys(JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as object);
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('is spoken by the language server, whose findings keep their codes', async () => {
    const marked = Object.fromEntries(sentences.map((sentence) => [sentence, `«${sentence}»`]));
    folder.write('marked.json', JSON.stringify(marked));
    const editor = await startEditor(undefined, undefined, {
      ROUTESCOPE_TRANSLATIONS: join(folder.path, 'marked.json'),
    });
    try {
      const uri = uriOf(join(folder.path, 'template.yaml'));
      const told = editor.diagnostics(uri);
      await editor.open(uri, template);
      const found = await told;
      assert.deepEqual(found.map(({ code }) => String(code)).toSorted(), [
        'missing-default-route',
        'missing-dollar',
        'reserved-route-key',
      ]);
      for (const { message } of found) assert.match(JSON.stringify(message), /^"«.*»"$/);

      const at = { textDocument: { uri }, position: { line: 4, character: 40 } };
      const hover = await editor.request<Hover>('textDocument/hover', at);
      assert.match(JSON.stringify(hover.contents), /«/);
      const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      assert.match(lenses[0]?.command?.title ?? '', /«/);
      const proposals = await editor.request<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position: { line: lines.findIndex((line) => line.includes('$conect')), character: 12 },
      });
      assert(proposals.length > 0);
      for (const { detail } of proposals) assert.match(detail ?? '', /^«.*»$/);

      const other = uriOf(join(folder.path, 'broken.yaml'));
      const toldOfOther = editor.diagnostics(other);
      await editor.open(other, broken);
      const codes = (await toldOfOther).map(({ code }) => code);
      assert(codes.includes('yaml-bad-escape'), String(codes));
    } finally {
      await editor.close();
    }
  });
});
