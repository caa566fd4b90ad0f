import assert from 'node:assert/strict';
import { complete } from '../../server/language/completion.ts';
import { knownFile, type Messages } from './known.ts';
import { cursorIn } from './marks.ts';
import { part, resource, route, template } from './rules/template.ts';

const join: Messages = {
  'join.json': `{"action":"join","data":{"room id":"r1","room":"lobby"},"list":[{"name":"Ada"}]}`,
};

/** An HTTP integration of the route `join` with these properties. */
function withIntegration(properties: string, routeKey = 'join'): string {
  return template(
    route('Join', routeKey, 'Target: !Sub integrations/${Backend}'),
    part('Backend', 'Integration', `IntegrationType: HTTP\n${properties}`),
    part('Stage', 'Stage', 'StageName: dev\nStageVariables: { table: t1, room: lobby }'),
  );
}

function withTemplate(written: string): string {
  return withIntegration(`RequestTemplates:\n  $default: ${written}`);
}

function withDeclared(written: string): string {
  return withIntegration(
    `RequestParameters:\n  integration.request.header.a: ${written}`,
    '$connect',
  ).replace(
    'RouteKey: $connect\n',
    'RouteKey: $connect\n      RequestParameters: { route.request.querystring.room: { Required: false } }\n',
  );
}

function withIdentitySource(written: string): string {
  return template(
    part('Auth', 'Authorizer', `AuthorizerType: REQUEST\nName: auth\nIdentitySource: ${written}`),
    resource('Other', 'AWS::S3::Bucket', 'BucketName: b'),
  );
}

function withRouteResponse(written: string): string {
  return template(route('Join', 'join', `RouteResponseSelectionExpression: ${written}`));
}

function withMapping(written: string): string {
  return withIntegration(`RequestParameters:\n  ${written}`);
}

/** Accepting the proposal of this label makes the marked text the expected one. */
function check(make: (written: string) => string, marked: string, label: string, expected: string): void {
  const { text, offset } = cursorIn(make(marked));
  const completions = complete(knownFile(text, join), offset);
  const chosen = completions.find((completion) => completion.label === label);
  assert.ok(chosen, `${label} is not among ${completions.map((one) => one.label).join(', ')}`);
  const { span, newText } = chosen;
  assert.ok(span.start <= offset && span.end >= offset, 'an edit must touch the cursor');
  assert.equal(text.slice(0, span.start) + newText + text.slice(span.end), make(expected));
}

function labels(make: (written: string) => string, marked: string): string[] {
  const { text, offset } = cursorIn(make(marked));
  return complete(knownFile(text, join), offset).map(({ label }) => label);
}

describe('completion in mapping templates', () => {
  for (const [written, label, expected] of [
    ['$inp<|>', 'input', '$input'],
    ["'${<|>}'", 'input', "'${input}'"],
    ['$input.<|>', 'body', '$input.body'],
    ['$input.js<|>', 'json', "$input.json('$"],
    ["'$input.js<|>'", 'json', "'$input.json(''$'"],
    ["$input.json('<|>')", '$.action', "$input.json('$.action')"],
    ["$input.json('$<|>')", '$.action', "$input.json('$.action')"],
    ["$input.json('$.<|>')", 'action', "$input.json('$.action')"],
    ["$input.path('$.data.<|>')", 'room', "$input.path('$.data.room')"],
    ["$input.path('$.data.<|>')", 'room id', `$input.path('$.data["room id"]')`],
    ["'$input.path(''$.list[0].<|>'')'", 'name', "'$input.path(''$.list[0].name'')'"],
    ['|\n    {"c": "$context.<|>"}', 'connectionId', '|\n    {"c": "$context.connectionId"}'],
    ['$context.identity.<|>', 'sourceIp', '$context.identity.sourceIp'],
    ['$stageVariables.<|>', 'table', '$stageVariables.table'],
    ['$util.esc<|>', 'escapeJavaScript', '$util.escapeJavaScript('],
    ["x#set($root = $input.path('$'))$root.<|>", 'action', "x#set($root = $input.path('$'))$root.action"],
    ["x#set($root = $input.path('$'))$ro<|>", 'root', "x#set($root = $input.path('$'))$root"],
    [
      "|\n    #set($root = $input.path('$'))\n    #foreach($one in $root.list)\n      $one.<|>\n    #end",
      'name',
      "|\n    #set($root = $input.path('$'))\n    #foreach($one in $root.list)\n      $one.name\n    #end",
    ],
    [
      "x#set($root = $input.path('$'))#if($root.data.<|>",
      'room',
      "x#set($root = $input.path('$'))#if($root.data.room",
    ],
    [
      "'#set($s = $input.path(''$.action''))$s.<|>'",
      'substring()',
      "'#set($s = $input.path(''$.action''))$s.substring('",
    ],
    ["'#<|>'", '#foreach', "'#foreach($'"],
    ["'x #en<|>'", '#end', "'x #end'"],
    ["!Sub '${<|>}'", 'context', "!Sub '${!context}'"],
  ] as const) {
    it(`${written.replaceAll('\n', '\\n')} with ${label}`, () =>
      check(withTemplate, written, label, expected));
  }

  it('offers no variables of $context that messages lack', () => {
    const found = labels(withTemplate, '$context.<|>');
    assert.ok(found.includes('messageId'));
    assert.ok(!found.includes('disconnectReason'));
  });

  it('offers nothing in text', () => assert.deepEqual(labels(withTemplate, "'{ <|>'"), []));
});

describe('completion in parameter mappings', () => {
  for (const [written, label, expected] of [
    [
      'integration.request.header.a: <|>',
      'context.connectionId',
      'integration.request.header.a: context.connectionId',
    ],
    [
      'integration.request.header.a: con<|>',
      'context.connectionId',
      'integration.request.header.a: context.connectionId',
    ],
    [
      "integration.request.header.a: 'stage<|>'",
      'stageVariables.table',
      "integration.request.header.a: 'stageVariables.table'",
    ],
    [
      'integration.request.header.a: route.<|>',
      'route.request.body.action',
      'integration.request.header.a: route.request.body.action',
    ],
    [
      'integration.request.header.a: route.request.body.data.<|>',
      'room',
      'integration.request.header.a: route.request.body.data.room',
    ],
    [
      'int<|>: context.connectionId',
      'integration.request.header.',
      'integration.request.header.: context.connectionId',
    ],
  ] as const) {
    it(`${written} with ${label}`, () => check(withMapping, written, label, expected));
  }

  it('offers a declared parameter', () => {
    check(withDeclared, 'route.<|>', 'route.request.querystring.room', 'route.request.querystring.room');
  });

  it('offers no target as a source', () => {
    const found = labels(withMapping, 'integration.request.header.a: <|>');
    assert.ok(!found.some((label) => label.startsWith('integration.')));
  });
});

describe('completion of identity sources', () => {
  it('offers headers', () =>
    check(withIdentitySource, '[ro<|>]', 'route.request.header.', '[route.request.header.]'));

  it('offers no message', () => {
    assert.ok(!labels(withIdentitySource, "['<|>']").some((label) => label.startsWith('route.request.body')));
  });
});

describe('completion where there is only one thing to write', () => {
  it('route response selection', () => check(withRouteResponse, '$<|>', '$default', '$default'));
});
