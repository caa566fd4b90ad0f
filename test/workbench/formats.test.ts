import { temporaryFolder } from '../kit/temporary-folder.ts';
import { inWorkbench } from './in-workbench.ts';

/** One way of writing the same API: on `action`, with a route that is misspelt for what clients send. */
interface Story {
  readonly format: string;
  readonly file: string;
  readonly definition: string;
  /** The line of the expression as it is drawn, up to its end. */
  readonly expression: RegExp;
  /** The misspelt route key, with what stands around it. */
  readonly misspelt: string;
  /** What is seen where the definition of the route key is. */
  readonly definedAs: RegExp;
}

const handler = 'exports.join = async () => ({ statusCode: 200 });\n';

const stories: readonly Story[] = [
  {
    format: 'serverless',
    file: 'serverless.yml',
    definition: `service: chat
provider:
  name: aws
  runtime: nodejs22.x
  websocketsApiRouteSelectionExpression: $request.body.action
functions:
  join:
    handler: src/app.join
    events:
      - websocket: Join
      - websocket: $default
`,
    expression: /websocketsApiRouteSelectionExpression: \$request\.body\.action/,
    misspelt: 'websocket: Join',
    definedAs: /exports\.join/,
  },
  {
    format: 'terraform',
    file: 'main.tf',
    definition: `resource "aws_apigatewayv2_api" "chat" {
  name                       = "chat"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}

resource "aws_lambda_function" "join" {
  function_name = "join"
  filename      = "src"
  handler       = "app.join"
  runtime       = "nodejs22.x"
  role          = "arn:aws:iam::123456789012:role/chat"
}

resource "aws_apigatewayv2_integration" "join" {
  api_id           = aws_apigatewayv2_api.chat.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.join.invoke_arn
}

resource "aws_apigatewayv2_route" "join" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "Join"
  target    = "integrations/\${aws_apigatewayv2_integration.join.id}"
}

resource "aws_apigatewayv2_route" "default" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "$default"
  target    = "integrations/\${aws_apigatewayv2_integration.join.id}"
}
`,
    expression: /route_selection_expression = "\$request\.body\.action"/,
    misspelt: 'route_key = "Join"',
    definedAs: /resource "aws_lambda_function" "join"/,
  },
  {
    format: 'shell',
    file: 'deploy.sh',
    definition: `#!/bin/sh
API_ID=$(aws apigatewayv2 create-api --name chat --protocol-type WEBSOCKET \\
  --route-selection-expression '$request.body.action' --query ApiId --output text)
JOIN_ID=$(aws apigatewayv2 create-integration --api-id "$API_ID" --integration-type AWS_PROXY \\
  --integration-uri arn:aws:lambda:us-east-1:123456789012:function:join --query IntegrationId --output text)
aws apigatewayv2 create-route --api-id "$API_ID" --route-key Join --target "integrations/$JOIN_ID"
aws apigatewayv2 create-route --api-id "$API_ID" --route-key '$default' --target "integrations/$JOIN_ID"
`,
    expression: /--route-selection-expression '\$request\.body\.action'/,
    misspelt: '--route-key Join',
    definedAs: /create-integration/,
  },
  {
    format: 'cdk',
    file: 'chat-stack.ts',
    definition: `import { Stack, type StackProps } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class ChatStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const join = new Function(this, 'JoinFunction', {
      code: Code.fromAsset('src'),
      handler: 'app.join',
      runtime: Runtime.NODEJS_22_X,
    });
    const api = new WebSocketApi(this, 'Chat', {
      routeSelectionExpression: '$request.body.action',
      defaultRouteOptions: { integration: new WebSocketLambdaIntegration('DefaultIntegration', join) },
    });
    api.addRoute('Join', { integration: new WebSocketLambdaIntegration('JoinIntegration', join) });
    new WebSocketStage(this, 'Live', { webSocketApi: api, stageName: 'live', autoDeploy: true });
  }
}
`,
    expression: /routeSelectionExpression: '\$request\.body\.action'/,
    misspelt: "api.addRoute('Join",
    definedAs: /exports\.join/,
  },
];

describe('every format', () => {
  for (const { format, file, definition, expression, misspelt, definedAs } of stories) {
    it(`${format}: the hint, a completion, a mistake mended, the way to what runs`, async () => {
      const folder = temporaryFolder(format);
      folder.write(file, definition);
      folder.write('src/app.js', handler);
      folder.write('.routescope/samples/join.json', '{"action":"join","room":"lobby"}');
      await inWorkbench(`format-${format}`, folder, {}, async (workbench) => {
        const { page } = workbench;
        const lineWith = (hint: RegExp) => workbench.line(new RegExp(`${expression.source}.*${hint.source}`));
        await workbench.openFile(file);
        await lineWith(/→ "join"\s+✗ \$default/).waitFor();
        await workbench.screenshot(`format-${format}-1-hint`);

        await workbench.placeCursorAfter(file, '$request.body.action');
        for (let index = 0; index < 'action'.length; index++) await page.keyboard.press('Backspace');
        await page.keyboard.press('Control+Space');
        const proposal = page.locator('.suggest-widget .monaco-list-row', { hasText: 'room' }).first();
        await proposal.waitFor();
        await workbench.screenshot(`format-${format}-2-completion`);
        await proposal.click();
        await workbench.line(/\$request\.body\.room.*→ "lobby"\s+✗ \$default/).waitFor();
        for (let index = 0; index < 'room'.length; index++) await page.keyboard.press('Backspace');
        await workbench.typeText('action');
        await page.keyboard.press('Escape');
        await lineWith(/→ "join"\s+✗ \$default/).waitFor();

        await workbench.placeCursorAfter(file, misspelt);
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('Control+.');
        const fix = page.locator('.action-widget .monaco-list-row', { hasText: '"join"' }).first();
        await fix.waitFor();
        await workbench.screenshot(`format-${format}-3-fix`);
        await fix.click();
        await lineWith(/→ "join"\s+✓ join/).waitFor();
        await workbench.screenshot(`format-${format}-4-mended`);

        await page.keyboard.press('F12');
        await workbench.line(definedAs).waitFor();
        await workbench.screenshot(`format-${format}-5-definition`);
      });
    });
  }
});
