import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import type { Api } from '../../core/api.ts';
import { readDefinitions } from '../../core/formats/formats.ts';
import { diagnose } from '../../server/language/diagnose.ts';
import { expandSnippet } from './expand-snippet.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Where snippets of a framework are written: a file with the functions that they name, and a place for them. */
interface Place {
  readonly path: string;
  readonly around: (snippets: readonly string[]) => string;
  /** Where the first snippet has the route `$connect`, which another one may take. */
  readonly connect?: RegExp;
}

const indented = (by: string) => (snippet: string) => by + snippet.replaceAll('\n', `\n${by}`);
const yamlFunctions = `  ChatFunction:
    Type: AWS::Serverless::Function
    Properties: { Handler: chat.handler, Runtime: nodejs22.x, CodeUri: chat/ }
  AuthorizerFunction:
    Type: AWS::Serverless::Function
    Properties: { Handler: authorizer.handler, Runtime: nodejs22.x, CodeUri: authorizer/ }
`;
const jsonFunctions = ['ChatFunction', 'AuthorizerFunction']
  .map(
    (name) =>
      `"${name}": { "Type": "AWS::Lambda::Function", "Properties": { "Handler": "index.handler", "Code": "./src" } }`,
  )
  .join(',\n');

const places: Readonly<Record<string, Place>> = {
  'yaml CloudFormation': {
    path: 'template.yaml',
    around: (snippets) => `Resources:\n${yamlFunctions}${snippets.map(indented('  ')).join('\n')}\n`,
  },
  'yaml SAM': {
    path: 'template.yaml',
    around: ([api = '', ...routes]) =>
      `Resources:\n${yamlFunctions}${indented('  ')(api)}\n${routes.map(indented('        ')).join('\n')}\n`,
  },
  'yaml Serverless Framework': {
    path: 'serverless.yml',
    around: (snippets) =>
      `service: chat\nprovider:\n  name: aws\n  runtime: nodejs22.x\nfunctions:\n${snippets.map(indented('  ')).join('\n')}\n`,
    connect: / +- websocket: \$connect\n/,
  },
  'json CloudFormation': {
    path: 'template.json',
    around: (snippets) => `{ "Resources": {\n${[jsonFunctions, ...snippets].join(',\n')}\n} }\n`,
  },
  terraform: {
    path: 'main.tf',
    around: (snippets) =>
      ['chat', 'authorizer']
        .map((name) => `resource "aws_lambda_function" "${name}" {\n  function_name = "${name}"\n}\n`)
        .join('') + snippets.join('\n'),
  },
  'shellscript AWS CLI': { path: 'make.sh', around: (snippets) => `${snippets.join('\n')}\n` },
  'typescript CDK': program('stack.ts'),
  'javascript CDK': program('stack.js'),
  'python CDK': {
    path: 'stack.py',
    connect: /\n +connect_route_options=.*\(\n.*\n +\),/,
    around: (snippets) => `from aws_cdk import Stack, aws_apigatewayv2 as apigwv2, aws_lambda
from aws_cdk import aws_apigatewayv2_authorizers as authorizers, aws_apigatewayv2_integrations as integrations


class ChatStack(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        handler = aws_lambda.Function(
            self, "Chat", runtime=aws_lambda.Runtime.PYTHON_3_13, handler="chat.handler", code=aws_lambda.Code.from_asset("chat")
        )
        authorizer_function = handler
${snippets.map(indented('        ')).join('\n')}
`,
  },
  'powershell AWS CLI': { path: 'make.ps1', around: (snippets) => `${snippets.join('\n')}\n` },
};

function program(path: string): Place {
  return {
    path,
    connect: /\n +connectRouteOptions: .*/,
    around: (snippets) => `import { Stack } from 'aws-cdk-lib';
import { CfnModel, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration, WebSocketMockIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';

export class ChatStack extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const handler = new Function(this, 'Chat', { runtime: Runtime.NODEJS_22_X, handler: 'chat.handler', code: Code.fromAsset('chat') });
    const authorizerFunction = handler;
${snippets.map(indented('    ')).join('\n')}
  }
}
`,
  };
}

/** What a snippet must add to the API that the first one makes. */
const expectations: Readonly<Record<string, (api: Api) => unknown>> = {
  wsapi: () => true,
  wsroute: ({ routes }) => routes.find(({ routeKey }) => routeKey?.value === 'join')?.integration,
  wstwoway: ({ routes }) =>
    routes.find(({ routeResponseKeys }) => routeResponseKeys.includes('$default'))?.integration,
  wsauthorizer: ({ authorizers }) =>
    authorizers[0]?.identitySource.includes('route.request.querystring.token'),
  wsmodel: ({ models }) => models[0]?.name,
  wsmock: ({ integrations }) =>
    integrations.some(
      ({ integrationType, templates }) =>
        integrationType === 'MOCK' && templates?.[0]?.key.value === '$default',
    ),
};

for (const { language, path } of manifest.contributes.snippets) {
  const snippets = Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Snippet>);

  describe(`snippets for ${language}`, () => {
    it('have prefixes of their own', () => {
      const prefixes = snippets.map(({ prefix }) => prefix);
      assert.deepEqual([...new Set(prefixes)], prefixes);
    });

    for (const { prefix, description, body } of snippets) {
      it(`${prefix}: ${description}`, () => {
        const framework = / \((.*)\)$/.exec(description)?.[1];
        const place = places[[language, framework].filter(Boolean).join(' ')];
        assert.ok(place);
        const [kind = '', suffix] = prefix.split('-');
        const first = snippets.find((one) => one.prefix === (suffix ? `wsapi-${suffix}` : 'wsapi'));
        assert.ok(first);
        const own = expandSnippet(body);
        const isTaken = body !== first.body && place.connect && own.includes('$connect');
        const begin = expandSnippet(first.body).replace(isTaken ? (place.connect ?? '') : '', '');
        const text = place.around(body === first.body ? [begin] : [begin, own]);
        const reading = readDefinitions(place.path, text);
        const { apis, problems } = reading;
        assert.deepEqual(problems, []);
        const [api] = apis;
        assert.ok(api && apis.length === 1);
        const keys = api.routes.map(({ routeKey }) => routeKey?.value);
        for (const key of ['$connect', '$disconnect', '$default'])
          assert.ok(keys.includes(key), `${key} is missing`);
        assert.ok(expectations[kind]?.(api), text);
        const mistakes = diagnose(reading, () => []).filter(
          // A route has to name the authorizer, which a snippet of its own cannot do.
          ({ code, severity }) => severity !== 'information' && code !== 'unused-authorizer',
        );
        assert.deepEqual(
          mistakes.map(({ message }) => message),
          [],
        );
      });
    }
  });
}
