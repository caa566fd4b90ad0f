import { compileExpression } from '../../../core/expression/compile.ts';
import { evaluate } from '../../../core/expression/evaluate.ts';

/** The template that an expression selects, with the name it is kept under. */
export interface ChosenTemplate {
  readonly name: string;
  readonly template: string | undefined;
}

/**
 * Chooses a template by its selection expression, else the one named `$default`;
 * without an expression `application/json` is also taken, as AWS's own MOCK example needs.
 */
export function chooseTemplate(
  expression: string | undefined,
  templates: Readonly<Record<string, string>>,
  message: string,
): ChosenTemplate {
  const selected = expression === undefined ? 'application/json' : valueOf(expression, message);
  const names = expression === undefined ? ['$default', selected] : [selected, '$default'];
  const name = names.find((one) => Object.hasOwn(templates, one));
  return { name: name ?? selected, template: name === undefined ? undefined : templates[name] };
}

/** Whether a template has anything that must be run, and not only copied. */
export function hasDirectives(template: string): boolean {
  return /\$!?\{?[a-zA-Z]|#(?:set|if|else|end|foreach|break|stop|macro|\{|#|\*)/.test(template);
}

function valueOf(expression: string, message: string): string {
  const constant = !/(?<!\\)\$/.test(expression);
  if (constant) return expression.replaceAll('\\$', '$');
  return evaluate(compileExpression(expression), message).value ?? '';
}
