import assert from 'node:assert/strict';
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

  it('changes severities by --rule and the rule file', async () => {
    folder.write('ruled/template.yaml', template.replace('${request', 'request'));
    folder.write(
      'ruled/.routescope/rules.json',
      '{"missing-dollar":"information","unresolved-target":"off"}',
    );
    const mild = await check('ruled/template.yaml', '--rule', 'route-not-deployed=off');
    assert.match(mild.stdout, /information: .+ \[missing-dollar\]/);
    assert.doesNotMatch(mild.stdout, /unresolved-target/);
    assert.equal(mild.status, 0);
    const strict = await check('ruled/template.yaml', '--rule', 'missing-dollar=error');
    assert.match(strict.stdout, /error: .+ \[missing-dollar\]/);
    assert.equal(strict.status, 1);
    const wrong = await check('ruled/template.yaml', '--rule', 'missing-dolar=off');
    assert.deepEqual(
      [wrong.status, wrong.stderr],
      [2, 'routescope: There is no diagnostic "missing-dolar".\n'],
    );
  });

  it('neither counts nor prints what a comment silences', async () => {
    const silenced = template
      .replace('${request', 'request')
      .replace('      RouteSel', '      # routescope-disable-next-line missing-dollar\n      RouteSel');
    folder.write('silent/template.yaml', silenced);
    const { status, stdout } = await check('silent/template.yaml', '--rule', 'unresolved-target=off');
    assert.equal(status, 0);
    assert.doesNotMatch(stdout, /missing-dollar/);
    const { runs } = JSON.parse((await check('silent/template.yaml', '--format', 'sarif')).stdout);
    const result = runs[0].results.find((one: { ruleId: string }) => one.ruleId === 'missing-dollar');
    assert.deepEqual(result.suppressions, [{ kind: 'inSource' }]);
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

  it('reads no file outside of the folder that it runs in, where there is no repository', async () => {
    folder.write('outside/secret.json', 'not JSON');
    folder.write(
      'outside/here/api.sh',
      "aws apigatewayv2 create-api --cli-input-json file://../secret.json --name a --protocol-type WEBSOCKET --route-selection-expression '$request.body.action'",
    );
    const { stdout } = await runCli(['check', 'api.sh'], '', `${folder.path}/outside/here`);
    assert.doesNotMatch(stdout, /secret/);
  });

  it('fails for a file that defines no WebSocket API, not for a folder that has none', async () => {
    folder.write('empty/other.yaml', 'a: 1');
    for (const [path, expected] of [
      ['empty/other.yaml', 1],
      ['empty', 0],
    ] as const) {
      const { status, stdout, stderr } = await check(path);
      assert.match(stderr, new RegExp(`^routescope: ${path} defines no WebSocket API.+\n$`));
      assert.deepEqual({ status, stdout }, { status: expected, stdout: '' });
    }
  });
});
