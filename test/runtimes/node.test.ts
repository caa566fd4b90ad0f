import assert from 'node:assert/strict';
import { answers, failures, loadFailures, type RuntimeRow, shapes } from './node-rows.ts';
import { runFunction } from './run-function.ts';

const tables: Readonly<Record<string, readonly RuntimeRow[]>> = {
  'takes as a handler': shapes,
  'passes on': answers,
  'reports a handler that': failures,
  'does not load': loadFailures,
};

/** Runs the handler of a row and compares what it gives. */
async function check(row: RuntimeRow): Promise<void> {
  const { files, gives, prints = [] } = row;
  const how = { runtime: 'nodejs22.x', handler: 'app.handler', ...row };
  const { result, lines } = await runFunction(files, how, { a: 1 });
  if (typeof gives === 'string') {
    assert.deepEqual({ result, lines }, { result: { kind: 'answer', payload: gives }, lines: prints });
    return;
  }
  assert.equal(result.kind, 'error');
  const { errorType, errorMessage } = result;
  assert.equal(errorType, gives.errorType);
  assert.match(errorMessage, gives.errorMessage);
}

describe('the Node.js runtime', () => {
  for (const [does, rows] of Object.entries(tables))
    for (const row of rows) it(`${does} ${row.what}`, () => check(row));
});
