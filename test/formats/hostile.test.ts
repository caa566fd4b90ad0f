import { readDefinitions } from '../../core/formats/formats.ts';
import { assertPlaces, saidBy } from './said-by.ts';

/** How each notation begins a definition and opens what can be nested; `text` stands where a text may. */
interface Notation {
  readonly path: string;
  readonly head: string;
  readonly opens: readonly string[];
  readonly text: (content: string) => string;
  readonly line: string;
}

const notations: readonly Notation[] = [
  {
    path: 'template.yaml',
    head: 'Resources:\n  A:\n    Type: AWS::ApiGatewayV2::Api\n    Properties:\n',
    opens: ['      Name: [', '      Name: {a: ', '- '],
    text: (content) => `      Name: "${content}"\n`,
    line: '      Name: a\n',
  },
  {
    path: 'template.json',
    head: '{"Resources": {"A": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {',
    opens: ['"Name": [', '[', '{"a":'],
    text: (content) => `"Name": "${content}",`,
    line: '"Name": "a",\n',
  },
  {
    path: 'serverless.yml',
    head: 'service: a\nprovider: { name: aws }\nfunctions:\n  a:\n    handler: a.b\n    events:\n      - websocket: join\n    environment:\n',
    opens: ['      A: [', '      A: ${self:'],
    text: (content) => `      A: "${content}"\n`,
    line: '      A: a\n',
  },
  {
    path: 'main.tf',
    head: 'resource "aws_apigatewayv2_api" "a" {\n  protocol_type = "WEBSOCKET"\n',
    opens: ['  name = (', '[', '{ a = ', '"${', '!'],
    text: (content) => `  name = "${content}"\n`,
    line: '  name = "a"\n',
  },
  {
    path: 'stack.ts',
    head: "import { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';\nconst api = new WebSocketApi(this, 'A', {});\n",
    opens: ['const a = (', '[', '{ a: ', '`${', '!', 'a('],
    text: (content) => `const a = "${content}";\n`,
    line: 'const a = 1;\n',
  },
  {
    path: 'stack.py',
    head: 'from aws_cdk.aws_apigatewayv2 import WebSocketApi\napi = WebSocketApi(self, "A")\n',
    opens: ['a = (', '[', '{"a": ', 'not ', 'a('],
    text: (content) => `a = "${content}"\n`,
    line: 'a = 1\n',
  },
  {
    path: 'deploy.sh',
    head: 'aws apigatewayv2 create-api --name a --protocol-type WEBSOCKET\n',
    opens: ['A=$(', '"$(', '`', '{ ', '( '],
    text: (content) => `A="${content}"\n`,
    line: 'A=a\n',
  },
  {
    path: 'deploy.ps1',
    head: 'aws apigatewayv2 create-api --name a --protocol-type WEBSOCKET\n',
    opens: ['$a = (', '@{ a = ', '"$('],
    text: (content) => `$a = "${content}"\n`,
    line: '$a = 1\n',
  },
  { path: 'app.arc', head: '@app\na\n@ws\n', opens: ['('], text: (content) => `${content}\n`, line: 'a\n' },
];

/** `FUZZ_SECONDS`, which makes random edits go on for longer, makes these ten times as large. */
const scale = process.env['FUZZ_SECONDS'] ? 10 : 1;
const deep = 10_000 * scale;
const wide = 2_000 * scale;

describe('Hostile definitions of every notation neither hang nor fail', function () {
  this.timeout(20_000);
  for (const { path, head, opens, text, line } of notations) {
    const rows: readonly (readonly [what: string, body: string])[] = [
      ...opens.map(
        (open) => [`${JSON.stringify(open)} that is opened ${deep} times`, open.repeat(deep)] as const,
      ),
      [`${wide} equal lines`, line.repeat(wide)],
      ['10,000 backslashes', text('\\'.repeat(10_000))],
      ['10,001 backslashes', text('\\'.repeat(10_001))],
      ['a long line', text('a'.repeat(1_000_000 * scale))],
      ...opens.map(
        (open) =>
          [`${JSON.stringify(open)} before signs of comments`, `${open}${'# // '.repeat(1000)}\n`] as const,
      ),
      ['what is no text', text('\uFFFD\u0000\uD800\uDC00\uDFFF\u0007'.repeat(1000))],
      ['dollars and braces', text('${'.repeat(10_000))],
    ];
    for (const [what, body] of rows) {
      it(`${path}: ${what}`, () => {
        const reading = readDefinitions(path, head + body);
        assertPlaces(saidBy(reading), reading.text.length);
      });
    }
  }
});
