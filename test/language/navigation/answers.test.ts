import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import type * as protocol from 'vscode-languageserver/node';
import { uriOf } from '../../../server/language/uris.ts';
import { temporaryFolder, type TemporaryFolder } from '../../kit/temporary-folder.ts';
import { type Editor, startEditor } from '../editor.ts';
import { ticketApi } from './ticket-api.ts';

describe('navigation through the language server', () => {
  let folder: TemporaryFolder;
  let uri: string;
  let editor: Editor;

  beforeEach(async () => {
    folder = temporaryFolder();
    folder.write('template.yaml', ticketApi);
    folder.write('src/book.js', 'exports.handler = async () => {};\n');
    folder.write('test/book.test.js', 'send("book")');
    uri = uriOf(join(folder.path, 'template.yaml'));
    editor = await startEditor(uriOf(folder.path));
    await editor.open(uri, ticketApi);
  });

  afterEach(async () => {
    await editor.close();
    folder.remove();
  });

  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });

  it('finds what names a route key, also in tests', async () => {
    const found = await editor.request<protocol.Location[]>('textDocument/references', {
      ...at(12, 17),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map((one) => `${basename(one.uri)} ${one.range.start.line}`),
      ['template.yaml 6', 'template.yaml 12', 'book.test.js 0'],
    );
    const marked = await editor.request<protocol.DocumentHighlight[]>(
      'textDocument/documentHighlight',
      at(12, 17),
    );
    assert.deepEqual(
      marked.map(({ range }) => range.start.line),
      [6, 12],
    );
  });

  it('renames it, and lets the person confirm what is in tests', async () => {
    const prepared = await editor.request<{ placeholder: string }>('textDocument/prepareRename', at(12, 17));
    assert.equal(prepared.placeholder, 'book');
    const edit = await editor.request<protocol.WorkspaceEdit>('textDocument/rename', {
      ...at(12, 17),
      newName: 'reserve',
    });
    const annotated = (edit.documentChanges as protocol.TextDocumentEdit[]).map(
      ({ edits, textDocument }) =>
        `${basename(textDocument.uri)} ${edits.map((one) => ('annotationId' in one ? 'asks' : 'does')).join()}`,
    );
    assert.deepEqual(annotated, ['template.yaml does,does', 'book.test.js asks']);
    await assert.rejects(
      editor.request('textDocument/rename', { ...at(12, 17), newName: '$connect' }),
      /begin with a dollar sign/,
    );
  });

  it('shows outline, routes of the workspace, and what runs for a route', async () => {
    const outline = await editor.request<protocol.DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      outline.map(({ name }) => name),
      ['tickets'],
    );
    const symbols = await editor.request<protocol.SymbolInformation[]>('workspace/symbol', { query: 'boo' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['book'],
    );
    const names: string[] = [];
    let items = await editor.request<protocol.CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      at(12, 17),
    );
    for (let [item] = items; item; [item] = items) {
      names.push(item.name);
      const calls = await editor.request<protocol.CallHierarchyOutgoingCall[]>(
        'callHierarchy/outgoingCalls',
        { item },
      );
      items = calls.map(({ to }) => to);
    }
    assert.deepEqual(names, ['book', 'Booking', 'Book', 'book.handler']);
  });
});
