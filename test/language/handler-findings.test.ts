import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { runCli } from '../cli/run-cli.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { startEditor, type Editor } from './editor.ts';
import { chatApi } from './known.ts';

const template = chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    $default: { FunctionArn: !GetAtt Talk.Arn }`);
const replying = 'exports.handler = async (event) => ({ statusCode: 200, body: event.body });';
const silent = 'exports.handler = async () => ({ statusCode: 200 });';
const code = 'reply-without-route-response';

describe('findings that a handler’s source decides', () => {
  const folder = temporaryFolder();
  let editor: Editor;
  before(async () => {
    folder.write('template.yaml', template);
    folder.write('talk/app.js', replying);
    editor = await startEditor(pathToFileURL(folder.path).href);
  });
  after(async () => {
    await editor.close();
    folder.remove();
  });

  it('are reported by the editor, and taken back when the handler changes', async () => {
    const uri = pathToFileURL(`${folder.path}/template.yaml`).href;
    const first = editor.diagnostics(uri);
    await editor.open(uri, template);
    assert.deepEqual(
      (await first).map((one) => one.code),
      [code],
    );
    folder.write('talk/app.js', silent);
    const second = editor.diagnostics(uri);
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(`${folder.path}/talk/app.js`).href, type: 2 }],
    });
    assert.deepEqual(await second, []);
  });

  it('are reported by the command line', async () => {
    folder.write('talk/app.js', replying);
    const { stdout } = await runCli(['check', 'template.yaml'], '', folder.path);
    assert.match(stdout, new RegExp(`\\[${code}\\]`));
  });
});
