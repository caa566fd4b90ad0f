import assert from 'node:assert/strict';
import type { SelectionRange, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { type Editor, startEditor } from './editor.ts';
import { chatApi } from './known.ts';

const template = chatApi(`
  RouteSelectionExpression: $request.body.action`);
const uri = 'file:///project/template.yaml';
const textDocument = { uri };
const line = template.split('\n').findIndex((one) => one.includes('Selection'));

describe('colours and selections over the wire', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor();
    await editor.open(uri, template);
  });
  afterEach(() => editor.close());

  const full = () => editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });

  it('tells the whole, the whole again, and then what became different', async () => {
    const first = await full();
    assert.deepEqual(first.data.slice(0, 5), [line, template.split('\n')[line]?.indexOf('$'), 1, 4, 0]);
    assert.equal(first.data.length, 4 * 5);
    assert.deepEqual((await full()).data, first.data);
    const { resultId } = await full();
    await editor.replace(uri, 2, template.replace('.action', '.action.kind'));
    const delta = await editor.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: resultId,
    });
    const [edit] = delta.edits;
    assert.equal(delta.edits.length, 1);
    assert.equal(edit?.data?.length, 2 * 5);
    assert.deepEqual((await full()).data, [...first.data, ...edit.data]);
  });

  it('tells a range', async () => {
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const inLine = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
    assert.equal(inLine.data.length, 4 * 5);
    const above = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line, character: 0 } },
    });
    assert.deepEqual(above.data, []);
  });

  it('nests selections, one for each position', async () => {
    const character = template.split('\n')[line]?.indexOf('action') ?? 0;
    const found = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [
        { line, character: character + 1 },
        { line: 0, character: 0 },
      ],
    });
    const depth = (range: SelectionRange | undefined): number => (range ? 1 + depth(range.parent) : 0);
    assert.deepEqual(found.map(depth), [4, 1]);
    assert.equal(found[0]?.range.start.character, character);
  });
});
