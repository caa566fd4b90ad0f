import { describeRules } from './findings.ts';
import { part, route, template } from './template.ts';

const backend = (properties: string): string =>
  template(
    route('Join', 'join', 'Target: !Sub integrations/${Backend}'),
    part(
      'Backend',
      'Integration',
      `IntegrationType: HTTP\nIntegrationUri: https://chat.example\n${properties}`,
    ),
  );
const inTemplate = (lines: string): string => backend(`RequestTemplates:\n  $default: ${lines}`);

describeRules('rules of mappings', [
  {
    code: 'malformed-template',
    when: 'a block has no end',
    text: inTemplate(`'#if($input.body)x'
             ^^^ malformed-template`),
  },
  {
    code: 'malformed-template',
    when: 'the text has quotes that are escaped for YAML',
    text: inTemplate(`'$input.path(''$.a'') #set($x = ''a'' 1)'
                                                  ^ malformed-template`),
  },
  {
    code: 'malformed-template',
    when: 'it stands in a block',
    text: inTemplate(`|
    {
      #foreach($one in $input.path('$.list')
                                            ^ malformed-template
      "$one" #end
    }`),
  },
  {
    code: 'malformed-template',
    when: 'Fn::Sub replaces what is no reference of Velocity',
    text: inTemplate("!Sub '${AWS::Region} ${Table.Arn} ${!input.body} ${Map[0]x}'"),
  },
  {
    code: 'malformed-template',
    when: 'a reference inside Fn::Sub is not closed',
    text: inTemplate(`!Sub '\${!input.body x}'
                  ^^^^^^^^^^^^^ malformed-template`),
  },
  {
    code: 'malformed-mapping',
    when: 'the target does not exist',
    text: backend(`RequestParameters:
  integration.request.body.id: context.connectionId
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-mapping`),
  },
  {
    code: 'unknown-context-variable',
    when: 'a mapping writes it in lower case',
    text: backend(`RequestParameters:
  integration.request.header.a: context.connectionid
                                        ^^^^^^^^^^^^ unknown-context-variable
  integration.request.header.c: context.authorizer.tenant
  integration.request.header.d: context.identity.sourceIp
  integration.request.header.e: context.httpMethod`),
    fixed: backend(`RequestParameters:
  integration.request.header.a: context.connectionId
  integration.request.header.c: context.authorizer.tenant
  integration.request.header.d: context.identity.sourceIp
  integration.request.header.e: context.httpMethod`),
  },
  {
    code: 'unknown-context-variable',
    when: 'a template lacks a letter of it',
    text: inTemplate(`'$context.conectionId \${context.requestId} $context.routeKey.length() $context.identity'
                      ^^^^^^^^^^^ unknown-context-variable`),
    fixed: inTemplate(
      `'$context.connectionId \${context.requestId} $context.routeKey.length() $context.identity'`,
    ),
  },
  {
    code: 'malformed-mapping',
    when: 'a path is not finished, or a name has a space',
    text: backend(`RequestParameters:
  integration.request.header.a: route.request.body.list[
                                                       ^ malformed-mapping
  integration.request.header.b: context.a b
                                        ^^^ malformed-mapping
  integration.request.header.c: "'x"
                                 ^^ malformed-mapping
  integration.request.header.d: stageVariables.d
  integration.request.querystring.e: "'static'"`),
  },
]);
