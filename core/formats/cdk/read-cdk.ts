import { runScript } from '../../script/run-script.ts';
import type { FormatName } from '../../api.ts';
import { openDrafts } from '../constructs/drafts.ts';
import { openResolver } from '../constructs/resolver.ts';
import { readDrafts } from '../constructs/read-drafts.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { addApi, isWebSocketApi } from './apis.ts';
import { addFunction, isLambdaFunction } from './functions.ts';
import { addGrants } from './grants.ts';
import { addOverrides, addResource, fillResource } from './resources.ts';
import { addRoutes } from './routes.ts';
import type { Stack } from './stack.ts';
import { addStage } from './stages.ts';
import { cdkVocabulary } from './vocabulary.ts';

/** What stands in code that defines something of an API. */
const telling = /WebSocket|Cfn[A-Z]|add_?[Rr]oute|[Ll]ambda|Function|[Gg]rant|Policy/;

/** The APIs of a CDK program in TypeScript, JavaScript or Python. */
export function readCdk(source: Source): Outcome {
  const { made } = runScript(source, telling);
  const stack: Stack = { source, drafts: openDrafts(), resolver: openResolver(cdkVocabulary) };
  // What refers to a construct may stand before it: first everything gets its id.
  for (const one of made) {
    if (isLambdaFunction(one)) addFunction(one, stack);
    else if (isWebSocketApi(one)) addApi(one, stack);
    else addResource(one, stack);
  }
  for (const one of made) {
    fillResource(one, stack);
    addRoutes(one, stack);
    addStage(one, stack);
    addGrants(one, stack);
  }
  for (const one of made) addOverrides(one, stack);
  return readDrafts(stack.drafts.all, source, formatOf(source.path));
}

function formatOf(path: string): FormatName {
  if (/\.py$/i.test(path)) return 'cdk-py';
  return /\.[cm]?tsx?$/i.test(path) ? 'cdk-ts' : 'cdk-js';
}
