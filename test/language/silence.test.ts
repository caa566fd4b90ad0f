import assert from 'node:assert/strict';
import { readDefinitions } from '../../core/formats/formats.ts';
import { codeActions } from '../../server/language/code-actions.ts';
import { diagnoseWithSilenced } from '../../server/language/diagnose.ts';
import { chatApi, knownFile } from './known.ts';
import { applied } from './rules/findings.ts';
import { part, route, template } from './rules/template.ts';

const withTemplate = (lines: string): string =>
  template(
    route('Join', 'join', 'Target: !Sub integrations/${Backend}'),
    part('Backend', 'Integration', `IntegrationType: MOCK\nRequestTemplates:\n${lines}`),
  );

/** Silences the first finding of the code by its quick fix; what is left is what was there without it. */
function check(text: string, code: string, silenced: string | undefined, path?: string): void {
  const file = knownFile(text, {}, path);
  const before = diagnoseWithSilenced(file.reading, file.samplesOf).shown;
  const found = before.find((one) => one.code === code);
  assert.ok(found, code);
  const action = codeActions(file, found.span).find(({ fix }) => fix.title === `Silence "${code}" here`);
  const after = action && applied(text, action.fix.edits);
  assert.equal(after, silenced);
  const reading = readDefinitions(path ?? '/project/template.yaml', after ?? text);
  const { shown } = diagnoseWithSilenced(reading, () => []);
  const left = after === undefined ? before : before.filter((one) => one !== found);
  assert.deepEqual(
    shown.map((one) => one.code),
    left.map((one) => one.code),
  );
}

const routes = '\n  Routes:\n    $default: { FunctionArn: !GetAtt Talk.Arn }';
const dollarless = chatApi(`\n  RouteSelectionExpression: request.body.action${routes}`);
const comment = '# routescope-disable-next-line';

describe('silencing', () => {
  it('writes a comment above the line', () =>
    check(
      dollarless,
      'missing-dollar',
      chatApi(`\n  ${comment} missing-dollar\n  RouteSelectionExpression: request.body.action${routes}`),
    ));

  it('keeps the line breaks of Windows', () => {
    const lines = dollarless.replaceAll('\n', '\r\n');
    check(
      lines,
      'missing-dollar',
      lines.replace('      RouteSel', `      ${comment} missing-dollar\r\n      RouteSel`),
    );
  });

  it('adds to a comment that is there', () => {
    const written = withTemplate(
      `  # routescope-disable-next-line vtl-escape\n  k: $util.escapeJavaScript('a')`,
    );
    check(
      written.replace('vtl-escape', 'missing-dollar'),
      'vtl-escape',
      written.replace('vtl-escape', 'missing-dollar, vtl-escape'),
    );
  });

  it('writes the comment above a block of text', () => {
    const block = `  $default: |\n    {\n      "text": "$util.escapeJavaScript('a')"\n    }`;
    check(withTemplate(block), 'vtl-escape', withTemplate(`  ${comment} vtl-escape\n${block}`));
  });

  it('counts on the line of the comment, too, with a reason', () => {
    const text = dollarless.replace(
      'body.action',
      'body.action # routescope-disable-line missing-dollar -- as AWS',
    );
    const file = knownFile(text);
    const { shown, silenced } = diagnoseWithSilenced(file.reading, file.samplesOf);
    assert.deepEqual([shown, silenced.map(({ code }) => code)], [[], ['missing-dollar']]);
  });

  it('is not possible in JSON', () => {
    const json = JSON.stringify({
      Resources: {
        Chat: {
          Type: 'AWS::Serverless::WebSocketApi',
          Properties: { RouteSelectionExpression: 'request.body.action' },
        },
      },
    });
    check(json, 'missing-dollar', undefined, '/project/template.json');
  });
});
