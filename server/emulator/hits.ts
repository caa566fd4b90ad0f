import type { Hit, TraceStep } from '../../core/routing/trace.ts';
import type { RunningApi } from './running-api.ts';
import type { Run } from './run.ts';

/** A hit while it happens. */
export interface OpenHit {
  readonly id: number;
  readonly step: (step: TraceStep) => void;
  /** Tells the hit, with what became of it. */
  readonly end: (result: string, ok: boolean) => void;
}

/** What is known of a hit when it begins. */
export type HitStart = Pick<Hit, 'connectionId' | 'eventType' | 'message' | 'value' | 'route' | 'reason'> & {
  /** The steps up to the route; computed only when somebody reads the hit. */
  readonly firstSteps: () => readonly TraceStep[];
};

/** Begins a hit; its number is given at once, so that frames and log lines can carry it. */
export function beginHit(run: Run, api: RunningApi, start: HitStart): OpenHit {
  const id = run.nextHit();
  const at = run.world.now();
  const began = performance.now();
  const steps: TraceStep[] = [];
  return {
    id,
    step: (step) => steps.push(step),
    end: (result, ok) => {
      const milliseconds = performance.now() - began;
      const hit: Hit = {
        id,
        at,
        api: api.api.logicalId,
        connectionId: start.connectionId,
        eventType: start.eventType,
        message: start.message,
        value: start.value,
        route: start.route,
        reason: start.reason,
        ok,
        result,
        milliseconds,
        get steps() {
          return [...start.firstSteps(), ...steps];
        },
      };
      run.emit({ type: 'hit', hit });
    },
  };
}
