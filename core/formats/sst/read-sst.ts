import { runScript } from '../../script/run-script.ts';
import { knownText, type MadeValue, type Slot } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import { openDrafts } from '../constructs/drafts.ts';
import { withStage } from '../constructs/implied-stage.ts';
import { lastName } from '../constructs/names.ts';
import { impliedEntry, impliedText } from '../constructs/nodes.ts';
import { optionsAt, optionsIn } from '../constructs/options.ts';
import { readDrafts } from '../constructs/read-drafts.ts';
import { constructOf, openResolver } from '../constructs/resolver.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { addNamedFunction, addRoute, type SstApp } from './routes.ts';

const versionTwo = /^(?:sst|@serverless-stack)\b.*\.WebSocketApi$/;
const isFunction = /^(?:sst|@serverless-stack)\b.*\.Function$/;
const versionThree = /(?:^|\.)ApiGatewayWebSocket$/;
const expression = '$request.body.action';

/** What stands in code that defines something of an API. */
const telling = /WebSocket|Function|[Rr]oute/;

/** The APIs of an SST app: `ApiGatewayWebSocket` of its third version, `WebSocketApi` of its second one. */
export function readSst(source: Source): Outcome {
  const { made } = runScript(source, telling);
  const resolver = openResolver({ nameOf: idOf, pseudoOf: () => undefined });
  const app: SstApp = { source, drafts: openDrafts(), resolver };
  for (const one of made) {
    if (isApi(one)) addApi(one, app);
    else if (isFunction.test(one.path)) addNamedFunction(one, idOf(one) ?? one.name ?? 'Function', app);
  }
  for (const one of made) {
    if (versionTwo.test(one.path)) addRoutes(optionsAt(one, 2).get('routes'), one, app);
    const on = one.on && constructOf(one.on);
    if (!on || app.resolver.idOf(on) === undefined) continue;
    const name = lastName(one.path);
    if (name === 'addRoutes') addRoutes(one.positional[1], on, app);
    if (name === 'route') addCalledRoute(one, on, app);
  }
  const { apis, problems } = readDrafts(app.drafts.all, source, 'sst');
  // The second version serves the stage of the app, which no file tells.
  const isThird = made.some(({ path }) => versionThree.test(path));
  return { apis: isThird ? apis.map((api) => withStage(api, '$default')) : apis, problems };
}

function isApi({ path }: MadeValue): boolean {
  return versionTwo.test(path) || versionThree.test(path);
}

/** The third version has the name first, the second one the scope. */
function idOf({ positional }: MadeValue): string | undefined {
  return knownText(positional[0]?.value)?.value ?? knownText(positional[1]?.value)?.value;
}

function addApi(made: MadeValue, { drafts, resolver }: SstApp): void {
  const { span, nameSpan: keySpan, name = 'WebSocket' } = made;
  const logicalId = idOf(made) ?? name;
  const implied = (property: string, text: string) => impliedEntry(property, impliedText(text, keySpan));
  const draft = drafts.add({
    logicalId,
    type: 'AWS::ApiGatewayV2::Api',
    keySpan,
    span,
    properties: [
      implied('Name', logicalId),
      implied('ProtocolType', 'WEBSOCKET'),
      implied('RouteSelectionExpression', expression),
    ],
  });
  resolver.note(made, draft.logicalId);
}

/** `routes: { join: 'src/join.main', $default: { function: 'src/rest.main', returnResponse: true } }` */
function addRoutes(routes: Slot | undefined, api: MadeValue, app: SstApp): void {
  const id = app.resolver.idOf(api);
  if (routes?.value.kind !== 'map' || id === undefined) return;
  const options = optionsAt(api, 2);
  const auth = options.get('authorizer');
  const isIam = auth && knownText(auth.value)?.value === 'iam';
  for (const slot of routes.value.entries.values()) {
    const inside = optionsIn(slot.value);
    const span: Span = { start: slot.key.span.start, end: Math.max(slot.key.span.end, slot.span.end) };
    const key = {
      key: slot.key,
      value: { kind: 'text', span: slot.key.span, text: slot.key, pieces: [slot.key.value] },
      span: slot.key.span,
    } as const;
    const isConnect = slot.key.value === '$connect';
    addRoute(
      {
        api: id,
        key,
        handler: inside.get('function') ?? slot,
        span,
        keySpan: slot.key.span,
        authorizationType: auth && isConnect ? { slot: auth, type: isIam ? 'AWS_IAM' : 'CUSTOM' } : undefined,
        returnResponse: inside.get('returnResponse'),
      },
      app,
    );
  }
}

/** `api.route('join', 'src/join.handler', { auth: { iam: true } })` */
function addCalledRoute(made: MadeValue, api: MadeValue, app: SstApp): void {
  const [key, handler] = made.positional;
  const id = app.resolver.idOf(api);
  if (!key || id === undefined) return;
  const auth = optionsAt(made, 2).get('auth');
  const kinds = auth ? optionsIn(auth.value) : new Map<string, Slot>();
  const type = kinds.has('iam')
    ? 'AWS_IAM'
    : kinds.has('jwt')
      ? 'JWT'
      : kinds.has('lambda')
        ? 'CUSTOM'
        : undefined;
  const { span, nameSpan: keySpan } = made;
  addRoute(
    {
      api: id,
      key,
      handler,
      span,
      keySpan,
      authorizationType: auth && type !== undefined ? { slot: auth, type } : undefined,
      returnResponse: undefined,
    },
    app,
  );
}
