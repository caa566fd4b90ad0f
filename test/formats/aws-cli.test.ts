import assert from 'node:assert/strict';
import { readDefinitions } from '../../core/formats/formats.ts';
import { kindsOf } from '../../core/formats/may-define-apis.ts';
import { apiOf, create } from './script-api.ts';

function route(rest: string): string {
  return `aws apigatewayv2 create-route --api-id "$A" ${rest}\n`;
}

describe('what commands are given', () => {
  const api = `A=$(${create} --route-selection-expression x --query ApiId --output text)\n`;
  const integration = (rest: string, path?: string, files?: Readonly<Record<string, string>>) =>
    apiOf(`${api}aws apigatewayv2 create-integration --api-id $A ${rest}\n`, path, files).integrations[0];

  it('shorthand', () => {
    const found = integration(
      "--request-parameters integration.request.header.a=context.connectionId,b='x y'",
    );
    assert.deepEqual(found?.requestParameters, {
      'integration.request.header.a': 'context.connectionId',
      b: 'x y',
    });
    assert.deepEqual(
      found.parameterMappings?.map(({ key, value }) => [key.value, value.value]),
      [
        ['integration.request.header.a', 'context.connectionId'],
        ['b', 'x y'],
      ],
    );
  });

  it('a file, in which places are told', () => {
    const found = integration('--request-templates file://templates.json', 'make.sh', {
      'templates.json': String.raw`{"$default": "a\u0062"}`,
    });
    const [template] = found?.templates ?? [];
    assert.equal(template?.value.value, 'ab');
    assert.ok(template.value.span.start > api.length);
  });

  it('--cli-input-json, which options go before', () => {
    const script = `aws apigatewayv2 create-api --cli-input-json file://api.json --name mine\n`;
    const file =
      '{"Name": "theirs", "ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.a"}';
    const found = apiOf(script, 'make.sh', { 'api.json': file });
    assert.equal(found.name, 'mine');
    assert.equal(found.routeSelectionExpression?.value, '$request.body.a');
    assert.equal(found.routeSelectionExpression.span.start, script.length + 1 + file.indexOf('$'));
  });

  it('properties by the names of CloudFormation', () => {
    const found = integration('--timeout-in-millis 30000 --passthrough-behavior=NEVER');
    assert.equal(found?.timeoutInMillis, 30_000);
    assert.equal(found.properties?.['TimeoutInMillis']?.text?.value, '30000');
    assert.equal(found.properties['PassthroughBehavior']?.text?.value, 'NEVER');
  });

  it('text that is no JSON is told', () => {
    const { problems } = readDefinitions(
      'a.cmd',
      `${create} --route-selection-expression x --tags '{"a":1}'\n`,
    );
    assert.match(problems[0]?.message ?? '', /^The value of --tags is no JSON/);
  });
});

describe('how commands are joined', () => {
  const begin = `A=$(${create} --route-selection-expression x | jq -r .ApiId)\nI=$(aws apigatewayv2 create-integration --api-id $A --integration-type MOCK --query IntegrationId --output text)\n`;
  for (const [what, script, keys] of [
    [
      'a loop',
      `for k in join '$default'; do ${route('--route-key "$k" --target integrations/$I')}done`,
      ['join', '$default'],
    ],
    ['a list', `K=(a "b c")\nfor k in "\${K[@]}"; do ${route('--route-key "$k"')}done`, ['a', 'b c']],
    ['words of a text', `K="a b"\nfor k in $K; do ${route('--route-key $k')}done`, ['a', 'b']],
    ['a procedure', `add() {\n local key=$1\n ${route('--route-key "$key"')}}\nadd a\nadd "b"`, ['a', 'b']],
    [
      'pairs',
      `for p in a:b c:d; do\nIFS=: read -r k f <<< "$p"\n${route('--route-key "$k"')}done`,
      ['a', 'c'],
    ],
    ['an argument list', `R=(--route-key a)\n${route('"${R[@]}"')}`, ['a']],
    ['all branches', `if x; then ${route('--route-key a')}else ${route('--route-key b')}fi`, ['a', 'b']],
    ['a default', route('--route-key "${KEY:-a}"'), ['a']],
    ['what is not known', route('--route-key "$KEY"'), [undefined]],
    [
      'an update',
      `R=$(${route('--route-key a --query RouteId').trim()})\naws apigatewayv2 update-route --api-id $A --route-id $R --route-key b`,
      ['b'],
    ],
    [
      'a here-document',
      `cat > r.json <<'E'\n{"RouteKey": "a"}\nE\n${route('--cli-input-json file://r.json')}`,
      ['a'],
    ],
  ] as const) {
    it(what, () => {
      const api = apiOf(begin + script);
      assert.deepEqual(
        api.routes.map(({ routeKey }) => routeKey?.value),
        keys,
      );
    });
  }

  it('a key in a loop stands in the list of the loop', () => {
    const script = `${begin}for k in join leave; do ${route('--route-key "$k"')}done\n`;
    const [, leave] = apiOf(script).routes;
    assert.equal(script.slice(leave?.routeKey?.span.start, leave?.routeKey?.span.end), 'leave');
  });

  it('HTTP APIs are left out, an API of elsewhere counts if its routes are those of a WebSocket API', () => {
    const http = `A=$(aws apigatewayv2 create-api --name a --protocol-type HTTP)\n${route("--route-key 'GET /'")}`;
    assert.deepEqual(readDefinitions('a.sh', http).apis, []);
    const known = apiOf(
      `aws apigatewayv2 create-route --api-id abc --route-key '$connect' --target integrations/def\n`,
    );
    assert.equal(known.logicalId, 'abc');
    assert.equal(known.routes[0]?.integration, undefined);
  });

  it('an id that is looked for first', () => {
    const found = apiOf(
      `A=$(aws apigatewayv2 get-apis --query x)\nif [ -z "$A" ]; then A=$(${create} --route-selection-expression x); else A=$(aws apigatewayv2 get-apis); fi\n${route('--route-key a')}`,
    );
    assert.equal(found.routes.length, 1);
  });

  it('an id that was copied from what a command printed', () => {
    const copied = route('--route-key a').replace('"$A"', 'a1b2c3');
    assert.equal(apiOf(`${create} --route-selection-expression x\n${copied}`).routes.length, 1);
  });

  it('a command, or another if it fails', () => {
    const either = `A=$(${create} --route-selection-expression x --query ApiId || echo exists)\n`;
    assert.equal(apiOf(either + route('--route-key a')).routes.length, 1);
  });

  it('options before the operation', () => {
    const script = `aws --region x apigatewayv2 --profile y create-api --protocol-type WEBSOCKET --route-selection-expression='$request.b'\n`;
    const { routeSelectionExpression } = apiOf(script);
    assert.equal(routeSelectionExpression?.value, '$request.b');
    assert.equal(routeSelectionExpression.spelling, 'shell-single');
  });

  it('a deployment knows the routes before it', () => {
    const found = apiOf(
      `${begin}${route('--route-key a')}aws apigatewayv2 create-deployment --api-id $A\n${route('--route-key b')}`,
    );
    assert.deepEqual(found.deployments?.[0]?.dependsOn, ['A', 'I', 'a']);
  });
});

describe('JSON of the AWS CLI', () => {
  const api =
    '{"ApiId": "abc", "Name": "a", "ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.a"}';

  it('what get-apis prints', () => {
    const { apis } = readDefinitions(
      'apis.json',
      `{"Items": [${api}, {"ApiId": "d", "Name": "h", "ProtocolType": "HTTP", "RouteSelectionExpression": "x"}]}`,
    );
    assert.deepEqual(
      apis.map(({ name }) => name),
      ['a'],
    );
  });

  it('what get-routes and get-integrations print, beside what get-api prints', () => {
    const found = apiOf(api, 'api.json', {
      'routes.json': '{"Items": [{"RouteId": "r", "RouteKey": "$default", "Target": "integrations/i"}]}',
      'integrations.json': '{"Items": [{"IntegrationId": "i", "IntegrationType": "MOCK"}]}',
      'package.json': '{"RouteKey": "no"}',
    });
    assert.deepEqual(
      found.routes.map(({ routeKey, integration }) => [routeKey?.value, integration]),
      [['$default', 'i']],
    );
  });

  it('templates of CloudFormation are none', () => {
    const text =
      '{"Resources": {"A": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "x"}}}}';
    assert.deepEqual(
      readDefinitions('a.json', text).apis.map(({ format }) => format),
      ['cfn-json'],
    );
  });
});

describe('scripts are recognised by their name and by apigatewayv2', () => {
  for (const [path, text, kinds] of [
    ['a.sh', 'aws apigatewayv2 get-apis', ['aws-cli']],
    ['A.PS1', 'aws apigatewayv2 get-apis', ['aws-cli']],
    ['a.bat', 'aws apigatewayv2 get-apis', ['aws-cli']],
    ['a.sh', 'aws s3 ls', []],
    ['a.md', 'aws apigatewayv2 get-apis', []],
  ] as const) {
    it(`${path}: ${text}`, () => assert.deepEqual(kindsOf(path, text), kinds));
  }
});
