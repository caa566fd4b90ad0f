import type { Route } from '../../core/api.ts';
import type { Run } from './run.ts';

/** Says, once for every API, what of its definition has no effect here, so that nobody relies on it. */
export function tellWhatIsNotEmulated(run: Run): void {
  for (const api of run.apis)
    for (const { routeKey, route } of api.routes.values())
      for (const sentence of notEmulated(route)) run.tell('warning', `${routeKey}: ${sentence}`, api);
}

function notEmulated(route: Route): string[] {
  const type = route.authorizationType;
  return [
    ...(type === 'CUSTOM' || type === 'AWS_IAM'
      ? [`authorization (${type}) does not run here yet, so every client is accepted.`]
      : []),
    ...(route.apiKeyRequired ? ['API keys are not checked here yet.'] : []),
    ...(Object.keys(route.requestModels ?? {}).length > 0
      ? ['messages are not validated by request models here yet.']
      : []),
  ];
}
