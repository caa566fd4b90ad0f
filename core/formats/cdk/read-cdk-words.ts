import type { Entry } from '../../syntax/node.ts';
import { scalarOf } from '../../script/tree-of.ts';
import type { Span } from '../../span.ts';
import { openDrafts, type Draft, type Drafts } from '../constructs/drafts.ts';
import { entryAt, impliedEntry, impliedText, refTo } from '../constructs/nodes.ts';
import { readDrafts } from '../constructs/read-drafts.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { wordTokens, type Token } from './word-tokens.ts';

// One function for one text: the memo finds it by this.
const statementsOf = (text: string) => statementsIn(wordTokens(text));

const defaultExpression = '$request.body.action';
const predefined: Readonly<Record<string, string>> = {
  connectrouteoptions: '$connect',
  disconnectrouteoptions: '$disconnect',
  defaultrouteoptions: '$default',
};

/** How many words after an option's name may tell that it has an integration. */
const longestOption = 9;

/** An API, and the variable that holds it. */
interface FoundApi {
  readonly draft: Draft;
  readonly variable: string | undefined;
}

/** The APIs of a CDK program in Java or C#, and their routes, as far as texts between quotes tell. */
export function readCdkWords(source: Source): Outcome {
  const statements = source.once(statementsOf, source.text);
  const drafts = openDrafts();
  const apis: FoundApi[] = [];
  for (const statement of statements) {
    const place = statement.findIndex((_, index) => isMade(statement, index, /^(?:WebSocketApi|CfnApi)$/));
    if (place !== -1) apis.push(addApi(statement, place, drafts));
  }
  for (const statement of statements) addRoutes(statement, apis, drafts);
  return readDrafts(drafts.all, source, /\.cs$/i.test(source.path) ? 'cdk-cs' : 'cdk-java');
}

function statementsIn(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    statements.at(-1)?.push(token);
    if (token.text === ';') statements.push([]);
  }
  return statements;
}

/** `new Name(` or `Name.Builder.create(` */
function isMade(statement: readonly Token[], index: number, name: RegExp): boolean {
  const token = statement[index];
  if (token?.kind !== 'word' || !name.test(token.text)) return false;
  const isBuilder = statement[index + 1]?.text === '.' && statement[index + 2]?.text === 'Builder';
  return isBuilder || (statement[index + 1]?.text === '(' && hasNew(statement, index));
}

/** Namespaces may stand between. */
function hasNew(statement: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (statement[at]?.text === '.') at -= 2;
  return statement[at]?.text === 'new';
}

function addApi(statement: readonly Token[], place: number, drafts: Drafts): FoundApi {
  const named = statement[place];
  const keySpan = named?.span ?? { start: 0, end: 0 };
  const id = statement.slice(place).find(({ kind }) => kind === 'string')?.value?.value;
  const isFirstLevel = named?.text === 'CfnApi';
  const properties: Entry[] = [
    ...textOf(statement, 'protocolType', 'ProtocolType', keySpan, isFirstLevel ? undefined : 'WEBSOCKET'),
    ...textOf(statement, isFirstLevel ? 'name' : 'apiName', 'Name', keySpan, id),
    ...textOf(
      statement,
      'routeSelectionExpression',
      'RouteSelectionExpression',
      keySpan,
      isFirstLevel ? undefined : defaultExpression,
    ),
    ...textOf(statement, 'apiKeySelectionExpression', 'ApiKeySelectionExpression', keySpan, undefined),
  ];
  const span = spanOf(statement.slice(place), keySpan);
  const draft = drafts.add({
    logicalId: id ?? 'WebSocketApi',
    type: 'AWS::ApiGatewayV2::Api',
    keySpan,
    span,
    properties,
  });
  return { draft, variable: variableOf(statement, place) };
}

/** The variable that `x = new Api(…)` is given to. */
function variableOf(statement: readonly Token[], place: number): string | undefined {
  const equals = statement.slice(0, place).findLastIndex(({ text }) => text === '=');
  return equals > 0 ? statement[equals - 1]?.text : undefined;
}

/** `name("text")` of Java, `Name = "text"` of C#. */
function textOf(
  statement: readonly Token[],
  name: string,
  property: string,
  shown: Span,
  otherwise: string | undefined,
): Entry[] {
  const index = statement.findIndex(
    ({ kind, text }, at) =>
      kind === 'word' &&
      text.toLowerCase() === name.toLowerCase() &&
      /^[(=]$/.test(statement[at + 1]?.text ?? ''),
  );
  const key = statement[index];
  const value = statement[index + 2];
  if (key && value?.kind === 'string' && value.value)
    return [entryAt(property, key.span, scalarOf(value.value, value.span, true))];
  if (key && value) return [entryAt(property, key.span, refTo(value.text, value.span))];
  return otherwise === undefined ? [] : [impliedEntry(property, impliedText(otherwise, shown))];
}

function addRoutes(statement: readonly Token[], apis: readonly FoundApi[], drafts: Drafts): void {
  const ofMade = statement.findIndex((_, index) => isMade(statement, index, /^(?:WebSocketApi|CfnApi)$/));
  statement.forEach((token, index) => {
    const word = token.kind === 'word' ? token.text.toLowerCase() : '';
    const key = predefined[word];
    const isOption = key !== undefined && /^[(=]$/.test(statement[index + 1]?.text ?? '');
    const api = apis.find(({ draft }) => draft.keySpan.start === statement[ofMade]?.span.start);
    if (isOption && api) {
      const entry = impliedEntry('RouteKey', impliedText(key, token.span));
      addRoute(drafts, api, entry, token.span, statement.slice(index, index + longestOption), key);
    }
    const written = statement[index + 2];
    if (word === 'addroute' && written?.kind === 'string' && written.value) {
      const on = statement[index - 2]?.text;
      const called = apis.find(({ variable }) => variable === on) ?? apis.at(-1);
      const entry = entryAt('RouteKey', written.span, scalarOf(written.value, written.span, true));
      if (called) addRoute(drafts, called, entry, token.span, statement.slice(index), written.value.value);
    }
  });
  const place = statement.findIndex((_, index) => isMade(statement, index, /^(?:WebSocketRoute|CfnRoute)$/));
  const named = statement[place];
  if (!named) return;
  const mentioned =
    apis.find(({ variable }) => statement.some(({ text }) => text === variable)) ?? apis.at(-1);
  const [entry] = textOf(statement, 'routeKey', 'RouteKey', named.span, undefined);
  const name = entry?.value.kind === 'scalar' ? entry.value.value : 'route';
  if (mentioned && entry) addRoute(drafts, mentioned, entry, named.span, statement.slice(place), name);
}

function addRoute(
  drafts: Drafts,
  { draft: api }: FoundApi,
  key: Entry,
  keySpan: Span,
  tokens: readonly Token[],
  name: string,
): void {
  const span = key.key.implied ? keySpan : spanOf(tokens, keySpan);
  const type = 'AWS::ApiGatewayV2::Route';
  const properties = [impliedEntry('ApiId', refTo(api.logicalId, keySpan)), key];
  const integration = tokens.find(
    ({ kind, text }) => kind === 'word' && /^(?:integration|target)$/i.test(text),
  );
  if (integration)
    properties.push(entryAt('Target', integration.span, refTo('integration', integration.span)));
  drafts.add({ logicalId: `${name}-Route`, type, keySpan, span, properties });
}

function spanOf(tokens: readonly Token[], otherwise: Span): Span {
  return { start: tokens[0]?.span.start ?? otherwise.start, end: tokens.at(-1)?.span.end ?? otherwise.end };
}
