import type { Api } from '../../api.ts';

/** The API with the stage that its framework makes. */
export function withStage(api: Api, name: string): Api {
  const stage = { name, span: api.span, implied: true, autoDeploy: true, variables: {} } as const;
  return { ...api, stages: [...api.stages, stage] };
}
