/** Which of an API's expressions a text is, because each sees other variables. */
export type ExpressionKind =
  'route selection' | 'API key selection' | 'model selection' | 'request template' | 'response template';

/** A variable that expressions may name. */
export interface Variable {
  /** As written after `$`, without the path into it. */
  readonly name: string;
  /** What follows the name: a JSONPath, one name, or nothing. */
  readonly follows: 'JSONPath' | 'name' | 'nothing';
  /** One sentence for hover and completion. */
  readonly meaning: string;
  /** The expressions in which AWS gives it a value. */
  readonly legalIn: readonly ExpressionKind[];
}

const allButApiKeys: readonly ExpressionKind[] = [
  'route selection',
  'model selection',
  'request template',
  'response template',
];

/**
 * Every variable of WebSocket API selection expressions.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html
 */
export const variables: readonly Variable[] = [
  {
    name: 'request.body',
    follows: 'JSONPath',
    meaning: 'The message that the client sent, read as JSON; a JSONPath into it may follow.',
    legalIn: allButApiKeys,
  },
  {
    name: 'request.header',
    follows: 'name',
    meaning: 'A header of the handshake.',
    legalIn: ['API key selection'],
  },
  {
    name: 'request.querystring',
    follows: 'name',
    meaning: 'A query string parameter of the handshake.',
    legalIn: [],
  },
  { name: 'request.path', follows: 'name', meaning: 'A part of the path of the handshake.', legalIn: [] },
  {
    name: 'context',
    follows: 'name',
    meaning: 'What API Gateway knows of the request and its connection, such as `context.connectionId`.',
    legalIn: ['API key selection'],
  },
  { name: 'stageVariables', follows: 'name', meaning: 'A stage variable.', legalIn: [] },
  {
    name: 'integration.response.statuscode',
    follows: 'nothing',
    meaning: 'The status code that the integration answered.',
    legalIn: ['response template'],
  },
  {
    name: 'integration.response.header',
    follows: 'name',
    meaning: 'A header of the integration’s answer.',
    legalIn: ['response template'],
  },
  {
    name: 'integration.response.multivalueheader',
    follows: 'name',
    meaning: 'All values of a header of the integration’s answer.',
    legalIn: ['response template'],
  },
];

/** The variable that a text begins with; a name that goes on is another one, unless a JSONPath may follow it. */
export function variableAt(text: string): Variable | undefined {
  return variables.find(
    ({ name, follows }) =>
      text.startsWith(name) && (follows === 'JSONPath' || /^(?:[.[]|$)/.test(text.slice(name.length))),
  );
}
