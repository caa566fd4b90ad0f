import assert from 'node:assert/strict';
import { diagnose } from '../../../server/language/diagnose.ts';
import { chatApi, knownFile, type Messages } from '../known.ts';
import { withCarets, withoutCarets } from '../marks.ts';
import { applied } from './findings.ts';

const join: Messages = { 'join.json': '{"action":"join"}' };
const talk = '{ FunctionArn: !GetAtt Talk.Arn }';
const routes = `Routes:
    join: ${talk}
    $default: ${talk}`;

/** Carets say what must be underlined, and with which code. */
function check(marked: string, messages: Messages = {}, path?: string): void {
  const file = knownFile(withoutCarets(marked), messages, path);
  const found = diagnose(file.reading, file.samplesOf);
  const stretches = found.map(({ span, code }) => ({ span, note: code }));
  assert.equal(withCarets(file.text, stretches), marked);
}

/** The first fix of the first finding makes one text the other. */
function checkFix(text: string, fixed: string, messages: Messages = {}, path?: string): void {
  const file = knownFile(text, messages, path);
  const [finding] = diagnose(file.reading, file.samplesOf);
  assert.equal(applied(file.text, finding?.fixes?.[0]?.edits ?? []), fixed);
}

/** An API with this expression as written, and the routes `join` and `$default`. */
function withExpression(lines: string): string {
  return chatApi(`
  RouteSelectionExpression: ${lines}
  ${routes}`);
}

/** An API that routes on `action`, with these lines of routes. */
function withRoutes(lines: string): string {
  return chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:${lines}`);
}

describe('diagnostics', () => {
  it('nothing is wrong with a good API', () => check(withExpression('$request.body.action'), join));

  it('what the reader cannot understand is malformed', () =>
    check(`Resources:
  Chat:
  ^^^^ malformed-definition
    Type: AWS::Serverless::WebSocketApi
`));

  it('a variable that is not closed is malformed', () =>
    check(
      withExpression(`x-\${request.body.action
                              ^^^^^^^^^^^^^^^^^^^^^ malformed-expression`),
    ));

  it('variables of other expressions are unknown', () =>
    check(
      withExpression(`$context.connectionId/$request.body.action
                            ^^^^^^^^^^^^^^^^^^^^^ unknown-variable`),
    ));

  it('what Fn::Sub will replace is not judged', () =>
    check(withExpression(`!Sub '\${AWS::StackName}/\${Prefix}/$request.body.action'`)));

  it('$default without its backslash is an unknown variable', () => {
    check(
      withExpression(`'$default'
                             ^^^^^^^^ unknown-variable`),
    );
    checkFix(withExpression(`'$default'`), withExpression(String.raw`'\$default'`));
  });

  it('an expression that no sample satisfies', () =>
    check(
      withExpression(`$request.body.message
                            ^^^^^^^^^^^^^^^^^^^^^ no-sample-matches`),
      join,
    ));

  it('a value without route gets one', () =>
    checkFix(
      withRoutes(`
    leave: ${talk}
    $default: ${talk}`),
      withRoutes(`
    leave: ${talk}
    $default: ${talk}
    join: ${talk}`),
      join,
    ));

  it('says once what two APIs share', () => {
    const text = `Globals:
  WebSocketApi:
    RouteSelectionExpression: $context.connectionId
                              ^^^^^^^^^^^^^^^^^^^^^ unknown-variable
Resources:
  A: { Type: AWS::Serverless::WebSocketApi, Properties: { Routes: {} } }
  B: { Type: AWS::Serverless::WebSocketApi, Properties: { Routes: {} } }
`;
    check(text);
  });

  it('a value and a key that differ in case', () => {
    check(
      withRoutes(`
    Join: ${talk}
    ^^^^ case-mismatch
    $default: ${talk}`),
      join,
    );
    checkFix(
      withRoutes(`
    Join: ${talk}
    $default: ${talk}`),
      withRoutes(`
    join: ${talk}
    $default: ${talk}`),
      join,
    );
  });

  it('an API without $default route', () => {
    const text = withRoutes(`
    join: ${talk}`);
    check(text.replace('  Chat:\n', '  Chat:\n  ^^^^ missing-default-route\n'));
    checkFix(
      text,
      withRoutes(`
    join: ${talk}
    $default: ${talk}`),
    );
  });

  it('a route key that is there twice', () =>
    check(
      withRoutes(`
    join: ${talk}
    $default: ${talk}
    "join": ${talk}
     ^^^^ duplicate-route`),
    ));

  it('a custom key that begins with a dollar sign', () => {
    check(
      withRoutes(`
    $conect: ${talk}
    ^^^^^^^ reserved-route-key
    $default: ${talk}`),
    );
    checkFix(
      withRoutes(`
    $conect: ${talk}
    $default: ${talk}`),
      withRoutes(`
    $connect: ${talk}
    $default: ${talk}`),
    );
  });

  it('a braced variable inside Fn::Sub', () => {
    check(
      withExpression(`!Sub '\${request.body.action}'
                                  ^^^^^^^^^^^^^^^^^^^^^^ sub-needs-escape`),
    );
    check(withExpression(`!Sub '\${!request.body.action}'`));
    checkFix(
      withExpression(`!Sub '\${request.body.action}'`),
      withExpression(`!Sub '\${!request.body.action}'`),
    );
  });

  it('quotes that are part of the expression', () => {
    check(
      withExpression(`"'$request.body.action'"
                             ^^^^^^^^^^^^^^^^^^^^^^ quoted-expression`),
    );
    checkFix(withExpression(`"'$request.body.action'"`), withExpression(`"$request.body.action"`));
  });

  it('a constant that was meant as a variable', () => {
    check(
      withExpression(`request.body.action
                            ^^^^^^^^^^^^^^^^^^^ missing-dollar`),
    );
    checkFix(withExpression(`'request.body.action'`), withExpression(`'$request.body.action'`));
  });
});
