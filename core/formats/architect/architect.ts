import * as l10n from '@vscode/l10n';
import type { Api, Integration, Route } from '../../api.ts';
import { fileNameOf } from '../../paths.ts';
import type { Problem } from '../../problem.ts';
import { parseArc } from '../../syntax/arc.ts';
import { parseJson } from '../../syntax/json.ts';
import { entryOf, outerOf, repeatedKeys, spanOf, type Node, type Parsed } from '../../syntax/node.ts';
import { parseYaml } from '../../syntax/yaml.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { functionOf } from './functions.ts';
import { logicalIdOf } from './naming.ts';
import { routesOf, type ArchitectRoute } from './routes.ts';

// Fixed by the framework. https://github.com/architect/package/blob/main/src/visitors/ws/index.js
const routeSelectionExpression = '$request.body.action';
const stage = 'staging';

/** The API of an Architect project: what `@ws` says, and what Architect adds. */
export function readArchitect(source: Source): Outcome {
  const { tree, problems } = source.once(parserFor(source.path), source.text);
  const entry = entryOf(tree, 'ws');
  if (!entry || entry.value.kind === 'tagged') return { apis: [], problems: [] };
  const { key } = entry;
  const app = appName(entryOf(tree, 'app')?.value);
  const routes = routesOf(key, entry.value);
  const span = spanOf(key);
  const api: Api = {
    logicalId: 'WS',
    name: logicalIdOf(`${app}-websocket-${stage}`),
    format: 'architect',
    span,
    routeSelectionExpression: {
      value: routeSelectionExpression,
      span,
      spelling: 'yaml-plain',
      implied: true,
      offsets: [...Array.from({ length: routeSelectionExpression.length }, () => span.start), span.end],
    },
    routes: routes.map(readRoute),
    integrations: routes.map(readIntegration),
    functions: routes.map((route) => functionOf(route, entryOf(tree, 'aws')?.value, app, source)),
    authorizers: [],
    models: [],
    stages: [{ name: stage, span, implied: true, variables: {} }],
  };
  return { apis: [api], problems: [...problems.slice(0, 3), ...problemsOf(tree, app, key)] };
}

function parserFor(path: string): (text: string) => Parsed {
  const name = fileNameOf(path).toLowerCase();
  if (name.endsWith('.json')) return parseJson;
  return /\.ya?ml$/.test(name) ? parseYamlAlone : parseArc;
}

function parseYamlAlone(text: string): Parsed {
  return parseYaml(text);
}

function appName(node: Node | undefined): string {
  const [first] = node?.kind === 'list' ? node.items : [node];
  return first?.kind === 'scalar' ? first.value : '';
}

function problemsOf(tree: Node | undefined, app: string, at: Node): Problem[] {
  const twice = repeatedKeys(tree).map((key) => ({
    message: l10n.t('@{0} is written twice; Architect refuses the file.', key.value),
    span: spanOf(key),
  }));
  if (app !== '') return twice;
  return [...twice, { message: l10n.t('The project has no name; write it under @app.'), span: outerOf(at) }];
}

function readRoute({ name, routeKey, span }: ArchitectRoute): Route {
  const id = logicalIdOf(name);
  return {
    logicalId: `${id}WSRoute`,
    routeKey,
    span,
    targetSpan: span,
    integration: `${id}WSIntegration`,
    routeResponseKeys: [],
  };
}

function readIntegration({ name, span }: ArchitectRoute): Integration {
  const id = logicalIdOf(name);
  return {
    logicalId: `${id}WSIntegration`,
    integrationType: 'AWS_PROXY',
    span,
    target: { kind: 'lambda', ref: `${id}WSLambda` },
    requestTemplates: {},
    requestParameters: {},
    responses: [],
  };
}
