import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readDefinitions } from '../../core/formats/formats.ts';
import { readSampleFiles } from '../../server/language/sample-files.ts';
import { samplesOf } from '../../server/language/samples.ts';
import { temporaryFolder, type TemporaryFolder } from '../kit/temporary-folder.ts';
import { chatApi } from './known.ts';

describe('sample files', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  /** The samples of `app/template.yaml` as `name: text`. */
  function check(root: string, expected: readonly string[]): void {
    const samples = readSampleFiles(join(folder.path, 'app', 'template.yaml'), join(folder.path, root));
    assert.deepEqual(
      samples.map(({ name, text }) => `${name}: ${text}`),
      expected,
    );
  }

  it('come from beside the definition and above it, the nearer before the further', () => {
    folder.write('.routescope/samples/join.json', '"far"');
    folder.write('.routescope/samples/top.txt', 'hello');
    folder.write('app/.routescope/samples/join.json', '"near"');
    check('.', ['join.json: "near"', 'top.txt: hello']);
    check('app', ['join.json: "near"']);
  });

  it('are no other files, and none that API Gateway would not take', () => {
    folder.write('app/.routescope/samples/readme.md', '# no');
    folder.write('app/.routescope/samples/large.json', 'x'.repeat(128 * 1024 + 1));
    folder.write('app/.routescope/samples/folder.json/a.json', '1');
    folder.write('app/.routescope/samples/ok.json', '{}');
    check('.', ['ok.json: {}']);
  });

  it('are not what a link leads to outside of the searched folders, and no device', () => {
    folder.write('app/messages/inside.json', '"inside"');
    folder.write('secret.json', '"secret"');
    folder.write('app/.routescope/samples/ok.json', '{}');
    const link = (target: string, name: string) =>
      symlinkSync(target, join(folder.path, 'app/.routescope/samples', name));
    link('../../messages/inside.json', 'a-link.json');
    link('../../../secret.json', 'outside.json');
    link('/dev/zero', 'zero.json');
    link('nowhere', 'broken.json');
    check('app', ['a-link.json: "inside"', 'ok.json: {}']);
  });

  it('may be absent', () => check('.', []));
});

/** All samples of the first API as `name: text`. */
function checkSamples(text: string, expected: readonly string[], received: readonly string[] = []): void {
  const [api] = readDefinitions('template.yaml', text).apis;
  assert.ok(api);
  assert.deepEqual(
    samplesOf(api, text, [], received).map(({ name, text }) => `${name}: ${text}`),
    expected,
  );
}

describe('samples', () => {
  it('are comments beside the expression', () =>
    checkSamples(
      chatApi(`
  # @sample {"action":"far"}

  # @sample {"action":"above"}
  # not a sample
  RouteSelectionExpression: $request.body.action # @sample {"action":"beside"}
  # @sample {"action":"below"}
  Name: chat
  # @sample {"action":"far"}`),
      ['@sample 1: {"action":"above"}', '@sample 2: {"action":"beside"}', '@sample 3: {"action":"below"}'],
    ));

  it('are received messages, named by what they say', () =>
    checkSamples(
      chatApi(`
  RouteSelectionExpression: $request.body.action`),
      ['received {"a": 1}: {"a":\n 1}', 'received hello: hello'],
      ['{"a":\n 1}', 'hello', 'hello'],
    ));

  it('are the examples of models', () =>
    checkSamples(
      `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties: { ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
  JoinModel:
    Type: AWS::ApiGatewayV2::Model
    Properties:
      ApiId: !Ref Chat
      Name: Join
      Schema: { type: object, example: { action: join }, examples: [{ action: leave }] }
`,
      ['Join 1: {"action":"join"}', 'Join 2: {"action":"leave"}'],
    ));
});
