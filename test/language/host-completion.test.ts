import assert from 'node:assert/strict';
import { complete } from '../../server/language/completion.ts';
import { hover } from '../../server/language/hover.ts';
import { knownFile, type Messages } from './known.ts';
import { cursorIn } from './marks.ts';

const messages: Messages = { 'join.json': `{"action":"join","data":{"room id":"r1"}}` };

/** What is written into a definition of another language, with the path that tells which. */
interface Host {
  readonly path: string;
  readonly around: (written: string) => string;
}

const terraform: Host = {
  path: '/project/main.tf',
  around: (written) => `resource "aws_apigatewayv2_api" "chat" {
  name                       = "chat"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}
resource "aws_apigatewayv2_route" "join" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "join"
  target    = "integrations/\${aws_apigatewayv2_integration.queue.id}"
}
resource "aws_apigatewayv2_integration" "queue" {
  api_id           = aws_apigatewayv2_api.chat.id
  integration_type = "AWS"
  ${written}
}
`,
};

const json: Host = {
  path: '/project/template.json',
  around: (written) => `{ "Resources": {
  "Chat": {
    "Type": "AWS::ApiGatewayV2::Api",
    "Properties": { "ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.action" }
  },
  "Queue": {
    "Type": "AWS::ApiGatewayV2::Integration",
    "Properties": { "ApiId": { "Ref": "Chat" }, "IntegrationType": "AWS", "RequestTemplates": { "$default": ${written} } }
  }
} }`,
};

const shell: Host = {
  path: '/project/deploy.sh',
  around: (written) => `#!/bin/sh
API=$(aws apigatewayv2 create-api --name chat --protocol-type WEBSOCKET \\
  --route-selection-expression '$request.body.action' --query ApiId --output text)
aws apigatewayv2 create-integration --api-id "$API" --integration-type AWS ${written}
`,
};

describe('completion where the language of the file has escapes of its own', () => {
  for (const [host, written, label, expected] of [
    [
      terraform,
      'request_templates = { "$default" = "$inp<|>" }',
      'input',
      'request_templates = { "$default" = "$input" }',
    ],
    [
      terraform,
      String.raw`request_templates = { "$default" = "\"$input.path('$.data.<|>')\"" }`,
      'room id',
      String.raw`request_templates = { "$default" = "\"$input.path('$.data[\"room id\"]')\"" }`,
    ],
    [
      terraform,
      'request_templates = {\n    "$default" = <<-EOF\n      {"a": "$context.<|>"}\n    EOF\n  }',
      'connectionId',
      'request_templates = {\n    "$default" = <<-EOF\n      {"a": "$context.connectionId"}\n    EOF\n  }',
    ],
    [
      terraform,
      'request_parameters = { "integration.request.header.a" = "route.<|>" }',
      'route.request.body.action',
      'request_parameters = { "integration.request.header.a" = "route.request.body.action" }',
    ],
    [
      json,
      String.raw`"{\"a\": $input.path('$.data.<|>')}"`,
      'room id',
      String.raw`"{\"a\": $input.path('$.data[\"room id\"]')}"`,
    ],
    [json, '{ "Fn::Sub": "a ${!context.<|>}" }', 'stage', '{ "Fn::Sub": "a ${!context.stage}" }'],
    [json, '{ "Fn::Sub": "a ${<|>}" }', 'context', '{ "Fn::Sub": "a ${!context}" }'],
    [
      shell,
      `--request-templates '{"$default":"$input.<|>"}'`,
      'body',
      `--request-templates '{"$default":"$input.body"}'`,
    ],
    [
      shell,
      "--request-parameters 'integration.request.header.a=con<|>'",
      'context.connectionId',
      "--request-parameters 'integration.request.header.a=context.connectionId'",
    ],
  ] as const) {
    it(`${host.path}: ${written.replaceAll('\n', '\\n')}`, () => {
      const { text, offset } = cursorIn(host.around(written));
      const completions = complete(knownFile(text, messages, host.path), offset);
      const chosen = completions.find((completion) => completion.label === label);
      assert.ok(chosen, `${label} is not among ${completions.map((one) => one.label).join(', ')}`);
      const { span, newText } = chosen;
      assert.equal(text.slice(0, span.start) + newText + text.slice(span.end), host.around(expected));
    });
  }
});

describe('hover where the language of the file has escapes of its own', () => {
  for (const [host, written, covered] of [
    [
      terraform,
      String.raw`request_templates = { "$default" = "\"$input.path('$.action').len<|>gth()\"" }`,
      "$input.path('$.action').length()",
    ],
    [
      json,
      String.raw`"{\"a\": \"$input.path('$.action').len<|>gth()\"}"`,
      "$input.path('$.action').length()",
    ],
  ] as const) {
    it(`${host.path}: ${written}`, () => {
      const { text, offset } = cursorIn(host.around(written));
      const found = hover(knownFile(text, messages, host.path), offset);
      assert.ok(found);
      assert.equal(text.slice(found.span.start, found.span.end), covered);
      assert.ok(found.markdown.includes('Its value here: `4`'), found.markdown);
    });
  }
});
