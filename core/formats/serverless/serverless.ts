import * as l10n from '@vscode/l10n';
import type { Api, LambdaFunction, Target } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { entryOf, spanOf, type Entry } from '../../syntax/node.ts';
import { readCloudFormation } from '../cloudformation/cloudformation.ts';
import { readFunctions } from '../cloudformation/functions.ts';
import type { Outcome } from '../format.ts';
import { fileNameOf } from '../../paths.ts';
import type { Source } from '../source.ts';
import { written } from '../written.ts';
import { addEvent, eventsOf, type WebsocketEvent } from './events.ts';
import { addFunction, functionsOf } from './functions.ts';
import { ids, idsOfRoute } from './naming.ts';
import { addOwnResources, ownResourcesOf, type OwnResources } from './own-resources.ts';
import { addApi, addRole, addStage } from './provider.ts';
import { follow, valueAtPath } from './resolve.ts';
import { readService, type Service } from './definition.ts';
import { templateOf, type Stack } from './stack.ts';

/** The APIs that a definition of the Serverless Framework (v3, v4, osls) defines, also under its `resources`. */
export function readServerless(source: Source, previous: Outcome | undefined): Outcome {
  const service = readService(source, previous?.chunks);
  const { chunks, problems } = service;
  const provider = entryOf(service.root, 'provider');
  if (!provider || !isService(provider, service)) return { apis: [], problems: [], chunks };
  const stack: Stack = {
    service,
    resources: new Map(),
    sections: new Map(),
    functionNames: new Map(),
  };
  const functions = functionsOf(service);
  const events = functions.flatMap((one) => eventsOf(one, service));
  const own = ownResourcesOf(service);
  if (events.length === 0 && !source.wholeText().includes('AWS::ApiGatewayV2::')) {
    return { apis: [], problems: [], chunks };
  }
  for (const one of functions) addFunction(one, stack);
  if (events.length > 0) addEvents(events, provider, own, stack);
  addOwnResources(own, stack);
  const template = templateOf(stack);
  // The framework and its plugins add resources: a name that the files do not have is no mistake.
  const unheard: Problem[] = [];
  const apis = readCloudFormation(template, readFunctions(template), unheard);
  return {
    apis: apis.map((api) => asWritten(api, provider, stack)),
    problems: apis.length > 0 || events.length > 0 ? problems : [],
    chunks,
  };
}

/** Whether it is a service on AWS, and no other file with such keys. */
function isService(provider: Entry, service: Service): boolean {
  if (!entryOf(service.root, 'functions') && !entryOf(service.root, 'resources')) return false;
  const isNamed = /^serverless\b/i.test(fileNameOf(service.source.path));
  if (!isNamed && !entryOf(service.root, 'service')) return false;
  const value = follow(provider.value, service);
  const name = value?.kind === 'map' ? valueAtPath(value, ['name'], service) : value;
  return name?.kind !== 'scalar' || name.value === '' || /^aws$|\$\{/.test(name.value);
}

function addEvents(
  events: readonly WebsocketEvent[],
  provider: Entry,
  { resources }: OwnResources,
  stack: Stack,
): void {
  const apiId = addApi(stack, provider, new Set(resources.map(({ key }) => key.value)));
  const lastOf = new Map(events.map((event) => [event.route.value, event]));
  for (const event of events) {
    const last = lastOf.get(event.route.value);
    if (last && last !== event) {
      const message = l10n.t(
        'The route "{0}" is written again for the function "{1}"; the later one counts.',
        event.route.value,
        last.of.name,
      );
      stack.service.problems.push({ message, span: spanOf(event.route) });
    }
    addEvent(event, apiId, stack);
  }
  addStage(
    stack,
    provider,
    apiId,
    events.map(({ route }) => idsOfRoute(route.value).route),
  );
  addRole(stack, provider);
}

/** The API as people know it: functions have the names that they are written with, the stage may be implied. */
function asWritten(api: Api, provider: Entry, { service, functionNames }: Stack): Api {
  const nameOf = (logicalId: string) => functionNames.get(logicalId) ?? logicalId;
  const called = (target: Target): Target =>
    target.kind === 'lambda' ? { ...target, ref: nameOf(target.ref) } : target;
  const stage = entryOf(follow(provider.value, service), 'stage')?.value;
  const variable = stage?.kind === 'scalar' ? /^\$\{\s*([\w:.-]+)/.exec(stage.value)?.[1] : undefined;
  return {
    ...api,
    format: service.format,
    functions: api.functions.map((one): LambdaFunction => ({ ...one, logicalId: nameOf(one.logicalId) })),
    integrations: api.integrations.map((one) => ({ ...one, target: called(one.target) })),
    authorizers: api.authorizers.map((one) => ({ ...one, target: called(one.target) })),
    stages: api.stages.map((one) =>
      api.logicalId === ids.api
        ? { ...one, ...written({ ref: variable, implied: stage ? undefined : (true as const) }) }
        : one,
    ),
  };
}
