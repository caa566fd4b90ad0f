import type { Api, LambdaFunction } from '../api.ts';
import type { Problem } from '../problem.ts';
import type { Template } from './template.ts';

/** A kind of definition. */
export interface Format {
  /** The APIs that the template defines in this way; what could not be understood goes to `problems`. */
  readonly read: (template: Template, functions: readonly LambdaFunction[], problems: Problem[]) => Api[];
}
