/** Why a finding of a published definition is right. */
type Reason = string;

const open = 'Messages that select no route are answered with "Forbidden"; nothing in the file handles them.';
const slow = 'The function may work longer than API Gateway waits.';
const placeholder = 'A test of the translator, with a text that is no API key selection expression.';
const refused = 'The framework itself refuses the file, for this reason.';

/** By row of the corpus: all that is found there, as `code line`, each read in its place. */
export const corpusFindings: Readonly<Record<string, Readonly<Record<string, Reason>>>> = {
  'sam-simple-chat': { 'missing-default-route 20': open },
  'sam-ack-connect': { 'missing-default-route 15': open },
  'sam-lambda': { 'missing-default-route 61': open },
  'sam-sns': {
    'missing-default-route 28': open,
    'route-not-deployed 35': 'The deployment depends on two of the three routes.',
    'route-response-on-wrong-route 62': 'The route is $connect.',
    'template-selection 93': 'The only template has the key 200.',
    'missing-dollar 196': 'The dollar sign is missing; the template works because there is only "$default".',
  },
  'sam-bedrock-sam': { 'lambda-timeout 39': slow },
  'sam-mapping-authorizer': {
    'missing-default-route 6': open,
    'vtl-escape 108': 'The template puts the message into JSON, where an apostrophe breaks it.',
  },
  'sam-capstone': { 'lambda-timeout 116': slow },
  'samws-api-globals': {
    'api-key-expression 3': placeholder,
    'missing-default-route 24': open,
    'missing-default-route 32': open,
    'api-key-expression 35': placeholder,
  },
  'samws-explicit-stage': {
    'missing-default-route 20': open,
    'route-settings-unknown-route 31': 'The only route is $connect.',
  },
  'samws-non-ref': { 'missing-default-route 8': open },
  'samws-iam-auth': { 'missing-default-route 8': open },
  'samws-lambda-auth-role': { 'missing-default-route 8': open },
  'samws-auto-name': { 'missing-default-route 8': open },
  'samws-int-disable-endpoint': { 'missing-default-route 13': open },
  'samws-err-no-rse': { 'malformed-definition 8': refused },
  'samws-err-bad-route': { 'missing-default-route 8': open, 'reserved-route-key 13': refused },
  'samws-err-als-list': { 'malformed-definition 16': refused },
  'cfnjson-custom-route': {
    'missing-default-route 387': open,
    'connect-without-integration-response 401': 'The MOCK of $connect has neither template nor response.',
  },
  'cfnjson-sam-api-globals': {
    'missing-default-route 3': open,
    'api-key-expression 5': placeholder,
    'missing-default-route 92': open,
    'api-key-expression 94': placeholder,
  },
  'sls-offline-authorizer': {
    'identity-source-default 28':
      'The authorizer names no identity source, so the framework reads the header Auth.',
  },
  'sls-offline-routeselection': { 'missing-default-route 6': open },
  'sls-offline-main': {
    'malformed-definition 82': 'Two functions have the same route, and the framework deploys the later one.',
  },
  'tf-sns': {
    'missing-default-route 39': open,
    'route-response-on-wrong-route 56': 'The route is $connect.',
    'template-selection 81': 'The only template has the key 200.',
  },
  'tf-module-example': { 'missing-default-route 41': open },
  'tf-ls-http-proxy': {
    'route-response-on-wrong-route 34': 'The route is $connect.',
    'route-response-on-wrong-route 40': 'The route is $disconnect.',
    'connection-id-not-mapped 56': 'The integration maps nothing.',
    'handshake-headers 56': 'The integration of $connect is HTTP_PROXY and maps nothing.',
  },
  'tf-ls-http': {
    'route-response-on-wrong-route 34': 'The route is $connect.',
    'route-response-on-wrong-route 40': 'The route is $disconnect.',
  },
  'tf-ls-sample': {
    'missing-default-route 114': open,
    'undeclared-request-parameter 153': 'The route has no request_parameter.',
    'missing-lambda-permission 160': 'Only the functions of $connect and of the authorizer have one.',
    'route-not-deployed 185': 'The deployment refers to the API only, and the stage uses it.',
  },
  'tf-ls-websocket-deploy': {
    'connect-without-integration-response 38': 'The integration is HTTP, and the file has no response.',
    'unknown-variable 42': 'The backslash is missing.',
    'malformed-mapping 45': 'The target is no place of a request.',
    'mapping-source 45': 'A source has no dollar sign.',
    'malformed-mapping 46': 'The target is no place of a request.',
    'mapping-source 46': 'Mappings are no templates.',
    'malformed-mapping 47': 'The target is no place of a request.',
    'mapping-source 47': 'A source has no dollar sign.',
  },
};
