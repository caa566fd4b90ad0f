import assert from 'node:assert/strict';
import { yaml } from './chat-template.ts';
import { checkAction, titlesAt } from './check-action.ts';

/** The template with another route selection expression. */
const expression = (text: string) => yaml.replace('$request.body.action', text);

describe('braces of an expression', () => {
  it('are put around the variable at the cursor', () =>
    checkAction(
      expression('a/$request.<|>body.action/$request.body.x'),
      'Write ${request.body.action}',
      expression('a/${request.body.action}/$request.body.x'),
    ));
  it('are escaped inside Fn::Sub', () =>
    checkAction(
      expression(`!Sub '$request.<|>body.action'`),
      'Write ${request.body.action}',
      expression(`!Sub '\${!request.body.action}'`),
    ));
  it('are taken away', () => {
    checkAction(
      expression('${request.<|>body.action}/x'),
      'Write $request.body.action',
      expression('$request.body.action/x'),
    );
    checkAction(
      expression(`!Sub '\${!request.<|>body.action}'`),
      'Write $request.body.action',
      expression(`!Sub '$request.body.action'`),
    );
  });
  it('stay where the text behind would be read with the variable', () =>
    assert.deepEqual(
      titlesAt(expression('${request.<|>body.action}x')).filter((title) => title.startsWith('Write')),
      [],
    ));
});
