import { addPredefinedRoutes } from './add-predefined-routes.ts';
import { addRoutesOfSamples } from './add-routes-of-samples.ts';
import { changeBraces } from './change-braces.ts';
import { declareRequestParameter } from './declare-request-parameter.ts';
import { makeTwoWay } from './make-two-way.ts';
import type { Refactoring } from './refactoring.ts';

/** Every change that the editor offers where nothing is wrong; what mends a finding is offered by its rule. */
export const actions: readonly Refactoring[] = [
  addRoutesOfSamples,
  addPredefinedRoutes,
  changeBraces,
  makeTwoWay,
  declareRequestParameter,
];
