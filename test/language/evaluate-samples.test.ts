import assert from 'node:assert/strict';
import { readDefinitions } from '../../core/formats/formats.ts';
import { evaluateSamples } from '../../server/language/evaluate-samples.ts';
import { chatApi } from './known.ts';

describe('the routes of samples', () => {
  const sample = { name: 'a.json', text: '{"action":"join","type":"leave"}', source: 'file' } as const;
  const selectionIn = (property: string) => {
    const text = chatApi(`\n  RouteSelectionExpression: $request.body.${property}`);
    const [api] = readDefinitions('template.yaml', text).apis;
    return api && evaluateSamples(api, [sample])[0]?.selection;
  };

  it('are computed once, however often the same is read', () => {
    const selection = selectionIn('action');
    assert.equal(selection?.value, 'join');
    assert.equal(selectionIn('action'), selection);
  });

  it('follow the expression', () => {
    assert.equal(selectionIn('type')?.value, 'leave');
    assert.equal(selectionIn('action')?.value, 'join');
  });
});
