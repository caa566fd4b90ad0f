import * as l10n from '@vscode/l10n';

/** When API Gateway handles something. */
export type EventType = 'CONNECT' | 'MESSAGE' | 'DISCONNECT';

/** A variable of `$context` in WebSocket APIs. */
export interface ContextVariable {
  /** As written after `context.`; a name in capitals stands for any. */
  readonly name: string;
  /** One sentence for hover and completion. */
  readonly meaning: string;
  /** The events for which it has a value. */
  readonly events: readonly EventType[];
  /** A value that it could have, where one helps to show what a template gives. */
  readonly example?: string | number;
}

const always: readonly EventType[] = ['CONNECT', 'MESSAGE', 'DISCONNECT'];

/**
 * Every variable of `$context` that mapping templates and parameter mappings of WebSocket APIs can read.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 */
export const contextVariables: readonly ContextVariable[] = [
  {
    name: 'connectionId',
    meaning: l10n.t('The id of the connection, for `@connections`; the same for all its messages.'),
    events: always,
    example: 'L0SM9cOFvHcCIhw=',
  },
  {
    name: 'connectedAt',
    meaning: l10n.t('When the client connected, in milliseconds since 1970.'),
    events: always,
    example: 1652722217711,
  },
  {
    name: 'domainName',
    meaning: l10n.t('The host name that the client connected to.'),
    events: always,
    example: 'abcdef123.execute-api.us-east-1.amazonaws.com',
  },
  {
    name: 'eventType',
    meaning: l10n.t('`CONNECT`, `MESSAGE` or `DISCONNECT`.'),
    events: always,
    example: 'MESSAGE',
  },
  {
    name: 'messageId',
    meaning: l10n.t('The id of the message.'),
    events: ['MESSAGE'],
    example: 'SOqIDdzSoAMCEeg=',
  },
  { name: 'routeKey', meaning: l10n.t('The key of the route that was selected.'), events: always },
  {
    name: 'requestId',
    meaning: l10n.t('The id of the request, made by API Gateway.'),
    events: always,
    example: 'EOn3uEbGIAMEjkA=',
  },
  {
    name: 'extendedRequestId',
    meaning: l10n.t('The id of the request, the same as `requestId`.'),
    events: always,
    example: 'EOn3uEbGIAMEjkA=',
  },
  { name: 'apiId', meaning: l10n.t('The id of the API.'), events: always, example: 'abcdef123' },
  { name: 'stage', meaning: l10n.t('The name of the stage.'), events: always },
  {
    name: 'requestTime',
    meaning: l10n.t('When the request came, as `dd/MMM/yyyy:HH:mm:ss +hhmm`.'),
    events: always,
    example: '16/May/2022:17:30:17 +0000',
  },
  {
    name: 'requestTimeEpoch',
    meaning: l10n.t('When the request came, in milliseconds since 1970.'),
    events: always,
    example: 1652722227357,
  },
  {
    name: 'messageDirection',
    meaning: l10n.t('`IN` for what comes from the client; AWS does not document it for templates.'),
    events: always,
    example: 'IN',
  },
  { name: 'status', meaning: l10n.t('The status that is answered.'), events: always },
  {
    name: 'identity.sourceIp',
    meaning: l10n.t('The IP address of the client.'),
    events: always,
    example: '192.0.2.1',
  },
  {
    name: 'identity.userAgent',
    meaning: l10n.t('The `User-Agent` that the client sent with the handshake.'),
    events: always,
    example: 'my-client/1.0',
  },
  {
    name: 'authorizer.principalId',
    meaning: l10n.t('The `principalId` that the Lambda authorizer answered.'),
    events: always,
    example: 'user',
  },
  {
    name: 'authorizer.PROPERTY',
    meaning: l10n.t(
      'A value of the `context` that the Lambda authorizer answered, always as text: `"1"`, `"true"`.',
    ),
    events: always,
  },
  { name: 'identity.apiKey', meaning: l10n.t('The API key of the handshake.'), events: always },
  { name: 'identity.apiKeyId', meaning: l10n.t('The id of the API key of the handshake.'), events: always },
  {
    name: 'identity.accountId',
    meaning: l10n.t('The AWS account of a handshake signed with IAM.'),
    events: always,
  },
  {
    name: 'identity.caller',
    meaning: l10n.t('The principal of a handshake signed with IAM.'),
    events: always,
  },
  {
    name: 'identity.user',
    meaning: l10n.t('The principal that is authorized, of a handshake signed with IAM.'),
    events: always,
  },
  {
    name: 'identity.userArn',
    meaning: l10n.t('The ARN of the principal of a handshake signed with IAM.'),
    events: always,
  },
  {
    name: 'identity.cognitoAuthenticationProvider',
    meaning: l10n.t('The providers that the caller signed in with, of a handshake signed with Cognito.'),
    events: always,
  },
  {
    name: 'identity.cognitoAuthenticationType',
    meaning: l10n.t('`authenticated` or `unauthenticated`, of a handshake signed with Cognito.'),
    events: always,
  },
  {
    name: 'identity.cognitoIdentityId',
    meaning: l10n.t('The identity of the caller, of a handshake signed with Cognito.'),
    events: always,
  },
  {
    name: 'identity.cognitoIdentityPoolId',
    meaning: l10n.t('The identity pool of the caller, of a handshake signed with Cognito.'),
    events: always,
  },
  { name: 'error.messageString', meaning: l10n.t('The message of an error, in quotes.'), events: always },
  {
    name: 'error.validationErrorString',
    meaning: l10n.t('What the message lacks of what its model asks for.'),
    events: ['MESSAGE'],
  },
  {
    name: 'disconnectStatusCode',
    meaning: l10n.t('The code of the closing handshake.'),
    events: ['DISCONNECT'],
    example: 1000,
  },
  {
    name: 'disconnectReason',
    meaning: l10n.t('The reason of the closing handshake.'),
    events: ['DISCONNECT'],
    example: '',
  },
];

/** The variable of that name, which may be one that stands for any. */
export function contextVariableAt(name: string): ContextVariable | undefined {
  return (
    contextVariables.find((one) => one.name === name) ??
    (/^authorizer\.[^.]+$/.test(name)
      ? contextVariables.find((one) => one.name === 'authorizer.PROPERTY')
      : undefined)
  );
}

/** In one sentence, when a variable has a value; empty where it always has one. */
export function eventsOf({ events }: ContextVariable): string {
  return events.length === always.length ? '' : l10n.t('It has a value only for {0}.', events.join(' and '));
}
