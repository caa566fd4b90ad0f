import assert from 'node:assert/strict';
import { join } from 'node:path';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Hover,
  InlayHint,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  addRouteEdit,
  evaluateAgainstSamples,
  listSamples,
  type RoutedSample,
  sampleChosen,
  sessionChanged,
} from '../../core/contracts/language.ts';
import { uriOf } from '../../server/language/uris.ts';
import { temporaryFolder, type TemporaryFolder } from '../kit/temporary-folder.ts';
import { type Editor, startEditor } from './editor.ts';
import { chatApi } from './known.ts';

const template = chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    join:
      FunctionArn: !GetAtt Talk.Arn
    $default:
      FunctionArn: !GetAtt Talk.Arn`);
const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('the language server in its own process', () => {
  let folder: TemporaryFolder;
  let uri: string;
  let editor: Editor;

  beforeEach(async () => {
    folder = temporaryFolder();
    folder.write('template.yaml', template);
    folder.write('talk/app.js', 'exports.handler = async () => ({ statusCode: 200 });\n');
    folder.write('.routescope/samples/a-join.json', '{"action":"join"}');
    folder.write('.routescope/samples/b-nope.json', '{"action":"nope"}');
    uri = uriIn('template.yaml');
    editor = await startEditor(uriOf(folder.path));
  });

  afterEach(async () => {
    await editor.close();
    folder.remove();
  });

  const uriIn = (name: string) => uriOf(join(folder.path, name));
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
  const hint = async () =>
    (
      await editor.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: whole })
    ).map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));

  it('tells the definitions of the folder, and of unsaved text', async () => {
    const [found] = await editor.definitions((files) => files.length > 0);
    assert.deepEqual(
      found?.apis.map(({ logicalId }) => logicalId),
      ['Chat'],
    );
    await editor.open(uri, template);
    const changed = editor.definitions(([file]) => file?.apis[0]?.routes.length === 3);
    await editor.replace(uri, 2, template.replace('    $default:', '    leave: {}\n        $default:'));
    assert.equal((await changed)[0]?.uri, uri);
  });

  it('evaluates the chosen sample, and the unsaved text of its file', async () => {
    await editor.open(uri, template);
    assert.deepEqual(await hint(), ['→ "join"  ✓ join']);
    await editor.notify(sampleChosen.method, { uri, logicalId: 'Chat', sample: 'b-nope.json' });
    assert.deepEqual(await hint(), ['→ "nope"  ✗ $default']);
    const table = await editor.request<string>(evaluateAgainstSamples.method, { uri, logicalId: 'Chat' });
    assert.match(table, /^› {2}b-nope\.json .* ✗ \$default/m);
    const sample = uriIn('.routescope/samples/b-nope.json');
    await editor.open(sample, '{"action":"other"}', 'json');
    assert.deepEqual(await hint(), ['→ "other"  ✗ $default']);
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: sample },
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['→ "other"  ✗ $default in template.yaml', 'Add a route "other" in template.yaml'],
    );
  });

  it('gives a sample a route, from its file', async () => {
    await editor.open(uri, template);
    const edit = await editor.request<WorkspaceEdit>(addRouteEdit.method, {
      uri,
      logicalId: 'Chat',
      routeKey: 'nope',
    });
    assert.deepEqual(Object.keys(edit.changes ?? {}), [uri]);
    const sample = uriIn('.routescope/samples/b-nope.json');
    await editor.open(sample, '{"action":"nope"}', 'json');
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: sample },
      range: whole,
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map(({ edit: offered }) => offered),
      [edit],
    );
  });

  it('shows what runs, and messages that were received become samples', async () => {
    await editor.open(uri, template);
    await editor.notify(sessionChanged.method, [
      { uri, logicalId: 'Chat', url: 'ws://127.0.0.1:1/default', hits: { join: 2 }, received: ['hello'] },
    ]);
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.deepEqual(
      lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`),
      [
        '1 ■ Stop',
        '1 Open panel',
        '1 sample: a-join.json',
        '1 All samples',
        '6 2 hits',
        '6 ▷ Send sample',
        '8 0 hits',
        '8 ▷ Send sample',
      ],
    );
    const samples = await editor.request<RoutedSample[]>(listSamples.method, { uri, logicalId: 'Chat' });
    assert.deepEqual(
      samples.map(({ name, route }) => [name, route]),
      [
        ['a-join.json', 'join'],
        ['b-nope.json', '$default'],
        ['received hello', '$default'],
      ],
    );
  });

  it('answers completion, hover, definition and code actions', async () => {
    await editor.open(uri, template);
    const items = await editor.request<CompletionItem[]>('textDocument/completion', at(6, 10));
    assert.deepEqual(items.map(({ label }) => label).slice(0, 2), ['join', 'nope']);
    const hover = await editor.request<Hover>('textDocument/hover', at(4, 40));
    assert.match(JSON.stringify(hover.contents), /b\\\\-nope\\\\.json/);
    const [place] = await editor.request<Location[]>('textDocument/definition', at(6, 10));
    assert.equal(place?.uri, uriIn('talk/app.js'));
    const broken = template.replace('$request', 'request');
    await editor.replace(uri, 2, broken);
    const range = { start: { line: 4, character: 32 }, end: { line: 4, character: 50 } };
    const actions = await editor.request<{ title: string }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Write $request.body.action', 'Silence "missing-dollar" here'],
    );
  });

  it('reports problems with code and link, and takes them back', async () => {
    const first = editor.diagnostics(uri);
    await editor.open(uri, template.replace('$request', 'request'));
    const found = (await first).map(({ code, codeDescription }) => [code, codeDescription?.href]);
    assert.deepEqual(found, [['missing-dollar', 'https://github.com/routescope/routescope#missing-dollar']]);
    const second = editor.diagnostics(uri, 2);
    await editor.replace(uri, 2, template);
    assert.deepEqual(await second, []);
  });

  it('says nothing of other files, however large or broken', async () => {
    const other = uriIn('values.yaml');
    await editor.open(other, 'key: [1, {a: "\n'.repeat(200_000));
    assert.equal(
      await editor.request('textDocument/hover', { textDocument: { uri: other }, position: whole.start }),
      null,
    );
    assert.equal(await editor.request('textDocument/codeLens', { textDocument: { uri: other } }), null);
  });

  it('goes on after a broken definition', async () => {
    const problems = editor.diagnostics(uri);
    await editor.open(uri, `${template}\n  Broken: [ {"AWS::ApiGatewayV2::Route\n\t- : :\n`);
    assert.ok((await problems).length > 0);
    assert.deepEqual(await hint(), ['→ "join"  ✓ join']);
  });
});
