import * as l10n from '@vscode/l10n';

/** Which of an API's expressions a text is, because each sees other variables. */
export type ExpressionKind = SelectionKind | MappingKind;

/** An expression whose value selects something by its key; its variables begin with `$`. */
export type SelectionKind =
  | 'route selection'
  | 'API key selection'
  | 'model selection'
  | 'request template'
  | 'response template'
  | 'integration response selection'
  | 'route response selection'
  | 'API mapping selection';

/** One name, of where a parameter comes from or goes to, or of what identifies a caller. */
export type MappingKind =
  | 'request parameter'
  | 'request parameter target'
  | 'response parameter'
  | 'response parameter target'
  | 'identity source';

/** A variable that expressions may name. */
export interface Variable {
  /** As written, after `$` in expressions, without the path into it. */
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
 * Every variable of selection expressions, parameter mappings and identity sources of WebSocket APIs.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html
 */
export const variables: readonly Variable[] = [
  {
    name: 'request.body',
    follows: 'JSONPath',
    meaning: l10n.t('The message that the client sent, read as JSON; a JSONPath into it may follow.'),
    legalIn: allButApiKeys,
  },
  {
    name: 'request.header',
    follows: 'name',
    meaning: l10n.t('A header of the handshake.'),
    legalIn: ['API key selection'],
  },
  {
    name: 'request.querystring',
    follows: 'name',
    meaning: l10n.t('A query string parameter of the handshake.'),
    legalIn: [],
  },
  {
    name: 'request.path',
    follows: 'name',
    meaning: l10n.t('A part of the path of the handshake.'),
    legalIn: [],
  },
  {
    name: 'context',
    follows: 'name',
    meaning: l10n.t(
      'What API Gateway knows of the request and its connection, such as `context.connectionId`.',
    ),
    legalIn: ['API key selection', 'request parameter', 'response parameter', 'identity source'],
  },
  {
    name: 'stageVariables',
    follows: 'name',
    meaning: l10n.t('A stage variable.'),
    legalIn: ['request parameter', 'response parameter', 'identity source'],
  },
  {
    name: 'request.basepath',
    follows: 'nothing',
    meaning: l10n.t('The part of the path behind the custom domain.'),
    legalIn: ['API mapping selection'],
  },
  {
    name: 'integration.response.body',
    follows: 'JSONPath',
    meaning: l10n.t(
      'What the integration answered; for functions API Gateway selects by `errorMessage` in it.',
    ),
    legalIn: ['integration response selection', 'response parameter'],
  },
  {
    name: 'integration.response.statuscode',
    follows: 'nothing',
    meaning: l10n.t('The status code that the integration answered.'),
    legalIn: ['response template', 'integration response selection'],
  },
  {
    name: 'integration.response.header',
    follows: 'name',
    meaning: l10n.t('A header of the integration’s answer.'),
    legalIn: ['response template', 'response parameter'],
  },
  {
    name: 'integration.response.multivalueheader',
    follows: 'name',
    meaning: l10n.t('All values of a header of the integration’s answer.'),
    legalIn: ['response template', 'response parameter'],
  },
  {
    name: 'route.request.body',
    follows: 'JSONPath',
    meaning: l10n.t('The message that the client sent; a JSONPath into it follows.'),
    legalIn: ['request parameter'],
  },
  {
    name: 'route.request.header',
    follows: 'name',
    meaning: l10n.t('A header of the handshake; only `$connect` has any.'),
    legalIn: ['request parameter', 'identity source'],
  },
  {
    name: 'route.request.querystring',
    follows: 'name',
    meaning: l10n.t('A query string parameter of the handshake; only `$connect` has any.'),
    legalIn: ['request parameter', 'identity source'],
  },
  {
    name: 'route.request.multivalueheader',
    follows: 'name',
    meaning: l10n.t('All values of a header of the handshake; only `$connect` has any.'),
    legalIn: ['request parameter'],
  },
  {
    name: 'route.request.multivaluequerystring',
    follows: 'name',
    meaning: l10n.t('All values of a query string parameter of the handshake; only `$connect` has any.'),
    legalIn: ['request parameter'],
  },
  {
    name: 'integration.request.header',
    follows: 'name',
    meaning: l10n.t('A header of the request to the integration.'),
    legalIn: ['request parameter target'],
  },
  {
    name: 'integration.request.querystring',
    follows: 'name',
    meaning: l10n.t('A query string parameter of the request to the integration.'),
    legalIn: ['request parameter target'],
  },
  {
    name: 'integration.request.path',
    follows: 'name',
    meaning: l10n.t('A part in braces of the path of the integration’s address.'),
    legalIn: ['request parameter target'],
  },
  {
    name: 'route.response.header',
    follows: 'name',
    meaning: l10n.t('A header of the route’s response.'),
    legalIn: ['response parameter target'],
  },
];

/** The variables that are written with a `$`, also those that no expression gives a value. */
export const selectionVariables: readonly Variable[] = variables.filter(
  ({ name }) => !/^(?:route|integration\.request)\./.test(name),
);

/**
 * The variable of selection expressions, or of others, that a text begins with; a name that goes on is another one,
 * unless a JSONPath may follow it.
 */
export function variableAt(
  text: string,
  among: readonly Variable[] = selectionVariables,
): Variable | undefined {
  return among.find(
    ({ name, follows }) =>
      text.startsWith(name) && (follows === 'JSONPath' || /^(?:[.[]|$)/.test(text.slice(name.length))),
  );
}

/** The variables that have a value in a kind of expression or mapping. */
export function variablesIn(kind: ExpressionKind): readonly Variable[] {
  return variables.filter(({ legalIn }) => legalIn.includes(kind));
}

const mappingKinds: ReadonlySet<ExpressionKind> = new Set<MappingKind>([
  'request parameter',
  'request parameter target',
  'response parameter',
  'response parameter target',
  'identity source',
]);

/** Whether a kind is a name without `$`, instead of an expression. */
export function isMappingKind(kind: ExpressionKind): kind is MappingKind {
  return mappingKinds.has(kind);
}
