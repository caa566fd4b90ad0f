import { chatApi, type Messages } from '../known.ts';
import { describeRules } from './findings.ts';

const talk = '{ FunctionArn: !GetAtt Talk.Arn }';

/** An API with this expression as written, and the routes `Boot` and `$default`. */
function withExpression(written: string): string {
  return chatApi(`
  RouteSelectionExpression: ${written}
  Routes:
    Boot: ${talk}
    $default: ${talk}`);
}

const boot: Messages = { 'boot.json': '[2,"id","Boot",{}]' };

describeRules('rules of expressions', [
  {
    code: 'wrap-in-braces',
    when: 'text follows a variable',
    text: withExpression(`$request.body.service/\${request.body.action}
                            ^^^^^^^^^^^^^^^^^^^^^ wrap-in-braces`),
    fixed: withExpression('${request.body.service}/${request.body.action}'),
  },
  {
    code: 'wrap-in-braces',
    when: 'a name has a hyphen, and Fn::Sub needs an escape',
    text: withExpression(`!Sub $request.body.my-key
                                 ^^^^^^^^^^^^^^^^^^^^ wrap-in-braces`),
    fixed: withExpression('!Sub ${!request.body.my-key}'),
  },
  {
    code: 'wrap-in-braces',
    when: 'nothing but a blank follows, which is told of already',
    text: withExpression(`'$request.body.action '`),
  },
  { code: 'wrap-in-braces', when: 'the variable is all', text: withExpression('$request.body.action') },
  {
    code: 'engine-dependent-path',
    when: 'an index counts from the end',
    text: withExpression(`$request.body.parts[-1]
                                               ^^^^ engine-dependent-path`),
  },
  {
    code: 'engine-dependent-path',
    when: 'a name stands in double quotes',
    text: withExpression(`'\${request.body["a b"]}'
                                           ^^^^^^^ engine-dependent-path`),
    fixed: withExpression(`'\${request.body[''a b'']}'`),
  },
  {
    code: 'engine-dependent-path',
    when: 'the path ends with a function',
    text: withExpression(`$request.body.parts.length()
                                               ^^^^^^^^^ engine-dependent-path`),
  },
  {
    code: 'engine-dependent-path',
    when: 'it is portable',
    text: withExpression(`"$request.body['a b'][2]"`),
  },
  {
    code: 'array-route-value',
    when: 'the path has a wildcard',
    text: withExpression(`$request.body.parts[*].kind
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ array-route-value`),
  },
  { code: 'array-route-value', when: 'it names one value', text: withExpression('$request.body[2]') },
  {
    code: 'expression-whitespace',
    when: 'a blank stands at the end',
    text: withExpression(`'$request.body.action '
                             ^^^^^^^^^^^^^^^^^^^^^ expression-whitespace`),
    fixed: withExpression(`'$request.body.action'`),
  },
  {
    code: 'api-key-expression',
    when: 'it is none of the two',
    text: withExpression(`$request.body.action
  ApiKeySelectionExpression: $request.header.my-key
                             ^^^^^^^^^^^^^^^^^^^^^^ api-key-expression`),
    fixed: withExpression(`$request.body.action
  ApiKeySelectionExpression: $request.header.x-api-key`),
  },
  {
    code: 'array-message',
    when: 'a message is a list',
    messages: boot,
    text: withExpression(`$request.body.action
                            ^^^^^^^^^^^^^^^^^^^^ array-message`),
    fixed: withExpression(`'$request.body[2]'`),
  },
  {
    code: 'array-message',
    when: 'the expression reads a list',
    messages: boot,
    text: withExpression('$request.body[2]'),
  },
  {
    code: 'sample-too-large',
    when: 'a message fits into no frame',
    messages: { 'long.json': JSON.stringify({ action: 'Boot', text: 'é'.repeat(20_000) }) },
    text: withExpression(`$request.body.action
                            ^^^^^^^^^^^^^^^^^^^^ sample-too-large`),
  },
  {
    code: 'sample-too-large',
    when: 'it just fits',
    messages: { 'long.json': 'x'.repeat(32 * 1024) },
    text: withExpression('$request.body.action'),
  },
]);
