import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { complete } from '../../server/language/completion.ts';
import { definitionAt } from '../../server/language/definition.ts';
import { hover } from '../../server/language/hover.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { temporaryFolder, type TemporaryFolder } from '../kit/temporary-folder.ts';
import { knownFile } from './known.ts';
import { cursorIn } from './marks.ts';

const messages = { 'join.json': '{"action":"join","data":{"room id":"r1"}}' };

/** A program with an API whose expression is written like this. */
const programs = {
  'stack.ts': (expression: string, key = `'join'`) => `import { Stack } from 'aws-cdk-lib';
import { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';

export class ChatStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const join = new Function(this, 'Join', {
      runtime: Runtime.NODEJS_22_X,
      code: Code.fromAsset('src'),
      handler: 'join.handler',
    });
    const api = new WebSocketApi(this, 'Chat', {
      routeSelectionExpression: ${expression}
    });
    api.addRoute(${key}, { integration: new WebSocketLambdaIntegration('JoinIntegration', join) });
  }
}
`,
  'stack.py': (expression: string, key = `"join"`) => `from aws_cdk import Stack
from aws_cdk import aws_apigatewayv2 as apigwv2, aws_lambda as _lambda
from aws_cdk.aws_apigatewayv2_integrations import WebSocketLambdaIntegration


class ChatStack(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        join = _lambda.Function(
            self,
            "Join",
            runtime=_lambda.Runtime.PYTHON_3_13,
            code=_lambda.Code.from_asset("src"),
            handler="join.handler",
        )
        api = apigwv2.WebSocketApi(
            self,
            "Chat",
            route_selection_expression=${expression}
        )
        api.add_route(${key}, integration=WebSocketLambdaIntegration("JoinIntegration", join))
`,
} as const;

type Program = keyof typeof programs;

describe('CDK programs in the editor', () => {
  describe('completion', () => {
    /** Accepting the proposal of this label makes the expression before the arrow the one behind it. */
    function check(name: Program, written: string, label: string, expected: string): void {
      const { text, offset } = cursorIn(programs[name](written));
      const chosen = complete(knownFile(text, messages, `/project/${name}`), offset).find(
        (one) => one.label === label,
      );
      assert.ok(chosen, `${label} is not proposed`);
      const { span, newText } = chosen;
      assert.equal(text.slice(0, span.start) + newText + text.slice(span.end), programs[name](expected));
    }

    const rows: readonly (readonly [name: Program, written: string, label: string, expected: string])[] = [
      ['stack.ts', `'$request.body.<|>',`, 'action', `'$request.body.action',`],
      ['stack.ts', `'$request.body.<|>`, 'action', `'$request.body.action`],
      ['stack.ts', `"$request.body.a<|>",`, 'action', `"$request.body.action",`],
      ['stack.ts', '`$request.body.<|>`,', 'action', '`$request.body.action`,'],
      ['stack.ts', `'$request.body.data.<|>',`, 'room id', `'$request.body.data[\\'room id\\']',`],
      ['stack.ts', `'$request.body.' + 'data.<|>',`, 'room id', `'$request.body.' + 'data[\\'room id\\']',`],
      ['stack.py', `"$request.body.<|>",`, 'action', `"$request.body.action",`],
      ['stack.py', `"$request.body.<|>`, 'action', `"$request.body.action`],
      ['stack.py', `r'$request.body.<|>',`, 'action', `r'$request.body.action',`],
      ['stack.py', `f"$request.body.<|>",`, 'action', `f"$request.body.action",`],
      ['stack.py', `f"\${{request.body.<|>}}",`, 'action', `f"\${{request.body.action}}",`],
    ];
    for (const [name, written, label, expected] of rows) {
      it(`${written} in ${name}`, () => check(name, written, label, expected));
    }

    it('route keys', () => {
      for (const name of ['stack.ts', 'stack.py'] as const) {
        const { text, offset } = cursorIn(programs[name](`'$request.body.action',`, `'<|>'`));
        const labels = complete(knownFile(text, messages, `/project/${name}`), offset).map(
          (one) => one.label,
        );
        assert.deepEqual(labels, ['join', '$connect', '$disconnect', '$default']);
      }
    });
  });

  for (const name of ['stack.ts', 'stack.py'] as const) {
    it(`hints stand behind the expression in ${name}`, () => {
      const text = programs[name](`'$request.body.action',`);
      const [hint] = inlayHints(knownFile(text, messages, `/project/${name}`), {
        start: 0,
        end: text.length,
      });
      assert.ok(hint);
      const shown = `${text.slice(0, hint.offset)} ${hint.label}${text.slice(hint.offset)}`;
      assert.ok(shown.includes(`'$request.body.action' → "join"  ✓ join,\n`), shown);
    });

    it(`the hover explains the expression in ${name}`, () => {
      const { text, offset } = cursorIn(programs[name](`'$request.body.<|>action',`));
      const found = hover(knownFile(text, messages, `/project/${name}`), offset);
      assert.ok(found);
      assert.ok(found.markdown.includes('"join" | ✓ join'), found.markdown);
      assert.equal(text.slice(found.span.start, found.span.end), '.action');
    });
  }

  it('a default is shown where the API is made', () => {
    const text = programs['stack.ts'](`undefined,`);
    const [hint] = inlayHints(knownFile(text, messages, '/project/stack.ts'), { start: 0, end: text.length });
    assert.ok(hint);
    assert.equal(hint.label, '$request.body.action → "join"  ✓ join');
    assert.ok(text.slice(0, hint.offset).endsWith(`new WebSocketApi(this, 'Chat', {`));
  });

  it('the hover of a route in a template of cdk.out names its construct', () => {
    const resources = {
      ChatE2F3: {
        Type: 'AWS::ApiGatewayV2::Api',
        Properties: { ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' },
        Metadata: { 'aws:cdk:path': 'ChatStack/Chat/Resource' },
      },
      ChatjoinRoute9A: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: { ApiId: { Ref: 'ChatE2F3' }, RouteKey: 'jo<|>in' },
        Metadata: { 'aws:cdk:path': 'ChatStack/Chat/join-Route/Resource' },
      },
    };
    const { text, offset } = cursorIn(JSON.stringify({ Resources: resources }, undefined, 1));
    const file = knownFile(text, messages, '/project/cdk.out/ChatStack.template.json');
    assert.equal(file.reading.apis[0]?.constructPath, 'ChatStack/Chat/Resource');
    const found = hover(file, offset);
    assert.ok(
      found?.markdown.includes(String.raw`construct ChatStack/Chat/join\-Route/Resource.`),
      found?.markdown,
    );
  });

  describe('definition', () => {
    let folder: TemporaryFolder;
    beforeEach(() => {
      folder = temporaryFolder();
      folder.write('cdk.json', '{}');
      folder.write('src/join.js', 'exports.handler = async () => ({});');
      folder.write('src/join.py', 'def handler(event, context):\n    return {}\n');
    });
    afterEach(() => folder.remove());

    /** From the second character of the text one gets to the file, or to what begins like this. */
    function check(name: Program, from: string, to: string): void {
      const program = programs[name](`'$request.body.action',`);
      const at = program.indexOf(from) + 1;
      const { text, offset } = cursorIn(`${program.slice(0, at)}<|>${program.slice(at)}`);
      const file = knownFile(text, messages, `${folder.path}/${name}`);
      const [place] = definitionAt(file, offset);
      assert.ok(place, 'nowhere');
      const found = 'uri' in place ? basename(place.uri) : text.slice(place.span.start);
      assert.ok(found.startsWith(to), found);
    }

    it('from the expression to the route', () => check('stack.ts', '$request.body', `join', {`));
    it('from a route key to the handler', () => check('stack.ts', `'join', {`, 'join.js'));
    it('from the handler to its file', () => check('stack.ts', 'join.handler', 'join.js'));
    it('from the integration to the function', () =>
      check('stack.ts', `new WebSocketLambdaIntegration`, `new Function(this, 'Join'`));
    it('from a route key to the handler in Python', () => check('stack.py', `"join", integration`, 'join.'));
    it('from the integration to the function in Python', () =>
      check('stack.py', `WebSocketLambdaIntegration("Join`, `_lambda.Function(`));
  });
});
