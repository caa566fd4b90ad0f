import type { FormatName } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { readApis } from './apis.ts';
import { readModuleApis } from './community-module.ts';
import { readBlocks, type PlacedBlock } from './folder.ts';
import { readFunctions } from './functions.ts';
import { instancesOf } from './instances.ts';
import { readModule } from './module.ts';
import { resourcesOf } from './resources.ts';
import { readStacks } from './stacks.ts';

/** The APIs that a Terraform file defines, with what the files beside it add to them. */
export function readTerraform(source: Source, previous: Outcome | undefined): Outcome {
  const { path, text } = source;
  const earlier = previous?.goodBlocks ?? new Map();
  const own = readBlocks({ path, text, start: 0 }, source, earlier);
  if (!own.blocks.some(mayDefineApi)) {
    // A file without an API is somebody else's; one that had an API until now is being edited.
    const had = (previous?.apis.length ?? 0) > 0;
    return { apis: [], problems: had ? own.problems : [], goodBlocks: own.good };
  }
  const module = readModule(own, source, earlier);
  const resources = resourcesOf(instancesOf(module), module.blocks);
  const functions = readFunctions(resources);
  const format: FormatName = path.toLowerCase().endsWith('.json') ? 'terraform-json' : 'terraform';
  const problems: Problem[] = [...module.problems];
  const apis = [
    ...readApis(resources, functions, format, problems),
    ...readModuleApis(resources, functions, format, problems),
    ...readStacks(resources, problems),
    // An API of a file beside this one is told with that file.
  ].filter((api) => api.span.start <= text.length);
  return { apis, problems: apis.length > 0 ? problems : [], goodBlocks: module.good };
}

function mayDefineApi({ block }: PlacedBlock): boolean {
  const [label] = block.labels;
  if (block.type === 'module') return block.body.attributes.some(({ name }) => name === 'routes');
  return (
    block.type === 'resource' &&
    (label?.value === 'aws_apigatewayv2_api' || label?.value === 'aws_cloudformation_stack')
  );
}
