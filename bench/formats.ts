import { type Reading, readDefinitions } from '../core/formats/formats.ts';
import { mayDefineApis } from '../core/formats/may-define-apis.ts';
import { median, type Row } from './row.ts';
import { longTemplate } from './long-template.ts';

/** By path, lines of files without WebSocket APIs. */
const texts: readonly (readonly [path: string, what: string, line: (index: number) => string])[] = [
  ['template.yaml', 'buckets', (index) => `  Bucket${index}:\n    Type: AWS::S3::Bucket\n`],
  ['template.yaml', 'functions', (index) => `  Function${index}:\n    Type: AWS::Lambda::Function\n`],
  ['template.yaml', 'REST APIs', (index) => `  Api${index}:\n    Type: AWS::ApiGateway::RestApi\n`],
  ['template.json', 'minified buckets', (index) => `"Bucket${index}":{"Type":"AWS::S3::Bucket"},`],
  ['main.tf', 'REST APIs', (index) => `resource "aws_api_gateway_rest_api" "a${index}" {\n  name = "a"\n}\n`],
  [
    'stack.ts',
    'REST APIs',
    (index) => `    new apigateway.RestApi(this, 'Api${index}', { deploy: true });\n`,
  ],
  ['app.py', 'REST APIs', (index) => `        apigateway.RestApi(self, "Api${index}", deploy=True)\n`],
  ['Stack.java', 'REST APIs', (index) => `        RestApi.Builder.create(this, "Api${index}").build();\n`],
  [
    'deploy.sh',
    'REST APIs',
    (index) => `aws apigateway create-rest-api --name "api${index}" --output text\n`,
  ],
];

/** Looking at a file without WebSocket APIs, and reading a long template again after an edit; the least of several times. */
export function* formats(): Generator<Row> {
  for (const [path, what, line] of texts) {
    const text = Array.from({ length: 40_000 }, (_, index) => line(index))
      .join('')
      .slice(0, 1_000_000);
    const time = Math.min(...Array.from({ length: 50 }, () => timeOf(() => mayDefineApis(path, text))));
    yield {
      text: `mayDefineApis, ${path}, 1 MB of ${what}, ms`,
      value: time,
      goal: { text: 'below 1', met: time < 1 },
    };
  }
  // CloudFormation takes 500 resources.
  const text = longTemplate(166, 35);
  let reading: Reading = readDefinitions('template.yaml', text);
  const edited = Array.from({ length: 40 }, (_, index) =>
    text.replace('RouteKey: action83\n', `RouteKey: action83${'x'.repeat(index % 5)}\n`),
  );
  const full = edited.slice(0, 8).map((one) => timeOf(() => readDefinitions('template.yaml', one)));
  const again = edited.map((one) =>
    timeOf(() => {
      reading = readDefinitions('template.yaml', one, reading);
    }),
  );
  const lines = text.split('\n').length;
  yield { text: `reading ${lines} lines, ms`, value: Math.min(...full) };
  yield { text: `reading them again after an edit, ms`, value: Math.min(...again) };
  yield { text: 'reading all : reading again after an edit', value: median(full) / median(again) };
}

function timeOf(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}
