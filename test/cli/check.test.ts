import assert from 'node:assert/strict';
import { sarifOf } from '../../server/cli/sarif.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const template = `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: chat
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: \${request.body.action
  LeaveRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: leave
`;

describe('routescope check', () => {
  const folder = temporaryFolder();
  before(() => {
    folder.write('template.yaml', template);
    folder.write('fine/template.yaml', template.replace('${request.body.action', '$request.body.action'));
    folder.write('fine/.routescope/samples/any.json', '{"action":"join"}');
  });
  after(() => folder.remove());
  const check = (...args: readonly string[]) => runCli(['check', ...args], '', folder.path);

  it('reports a line for each finding', async () => {
    const { status, stdout, stderr } = await check('template.yaml');
    assert.match(stdout, /^template\.yaml:7:\d+ error: .+ \[malformed-expression\]$/m);
    assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
  });

  it('reports JSON', async () => {
    const { stdout } = await check('template.yaml', '--format', 'json');
    const { findings }: { findings: readonly Record<string, unknown>[] } = JSON.parse(stdout);
    const found = findings.find(({ code }) => code === 'malformed-expression');
    assert.deepEqual([found?.['file'], found?.['line'], found?.['severity']], ['template.yaml', 7, 'error']);
  });

  it('reports SARIF', async () => {
    const { stdout } = await check('template.yaml', '--format', 'sarif');
    const { version, runs } = JSON.parse(stdout);
    assert.equal(version, '2.1.0');
    const ids = new Set(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id));
    assert.ok(runs[0].results.length > 0);
    for (const { ruleId, level, locations } of runs[0].results) {
      assert.ok(ids.has(ruleId));
      assert.match(level, /^(?:error|warning|note)$/);
      const { artifactLocation, region } = locations[0].physicalLocation;
      assert.equal(artifactLocation.uri, 'template.yaml');
      assert.ok(region.startLine >= 1 && region.startColumn >= 1 && region.endLine >= region.startLine);
    }
  });

  it('looks into folders, and judges by their samples', async () => {
    const { stdout } = await check('fine');
    assert.match(stdout, /^fine\/template\.yaml:\d+:\d+ \w+: .+ \[no-sample-matches\]$/m);
  });

  it('finds samples above the folder that it runs in, up to the repository', async () => {
    folder.write('repository/.git/HEAD', '');
    folder.write('repository/.routescope/samples/leave.json', '{"action":"leave"}');
    folder.write('repository/app/template.yaml', template.replace('${request', '$request'));
    const { stdout } = await runCli(['check', 'template.yaml'], '', `${folder.path}/repository/app`);
    assert.doesNotMatch(stdout, /no-sample-matches/);
    folder.write('repository/app/.git/HEAD', '');
    folder.write('repository/app/.routescope/samples/join.json', '{"action":"join"}');
    const nearer = await runCli(['check', 'template.yaml'], '', `${folder.path}/repository/app`);
    assert.match(nearer.stdout, /no-sample-matches/);
  });

  it('fails for a file that defines no WebSocket API, not for a folder that has none', async () => {
    folder.write('empty/other.yaml', 'a: 1');
    for (const [path, expected] of [
      ['empty/other.yaml', 1],
      ['empty', 0],
    ] as const) {
      const { status, stdout, stderr } = await check(path);
      assert.match(stderr, new RegExp(`^routescope: ${path} defines no WebSocket API: .+\n$`));
      assert.deepEqual({ status, stdout }, { status: expected, stdout: '' });
    }
  });
});

describe('a SARIF log', () => {
  for (const [windows, file, uri] of [
    [false, './a b/template.yaml', 'a%20b/template.yaml'],
    [false, '/a b/template.yaml', 'file:///a%20b/template.yaml'],
    [true, '.\\app\\template.yaml', 'app/template.yaml'],
    [true, 'C:\\app\\template.yaml', 'file:///C:/app/template.yaml'],
    [true, '\\\\server\\share\\template.yaml', 'file://server/share/template.yaml'],
  ] as const) {
    it(`names ${file} as ${uri}`, () => {
      const at = { line: 1, column: 1, endLine: 1, endColumn: 1 };
      const finding = { file, ...at, code: 'c', severity: 'error', message: 'm', href: 'h' } as const;
      assert.ok(JSON.stringify(sarifOf([finding], windows)).includes(`"uri":"${uri}"`));
    });
  }
});
