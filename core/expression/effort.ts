import { maxEffort } from './limits.ts';

/** What an evaluation may still cost; it is given up once that is below 0. */
export interface Effort {
  left: number;
}

/** What an evaluation may cost when it begins. */
export function newEffort(): Effort {
  return { left: maxEffort };
}

/** Takes the cost; false where there is not so much left. */
export function spend(effort: Effort, cost: number): boolean {
  effort.left -= cost;
  return effort.left >= 0;
}
