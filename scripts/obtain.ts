import { findChromium } from './find-chromium.ts';
import { obtainWorkbench } from './obtain-workbench.ts';

// What the tests need beside the packages; nothing to do where it is there.
try {
  findChromium();
  await obtainWorkbench();
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
