import type { MadeValue } from '../../script/value.ts';
import type { Entry } from '../../syntax/node.ts';
import { entryAt } from '../constructs/nodes.ts';
import { optionsAt, optionsIn } from '../constructs/options.ts';
import { webSocketModules } from './apis.ts';
import { addConstruct, isConstruct, propertiesFrom, type Stack } from './stack.ts';

/** Adds the stage that a `WebSocketStage` makes, and the path of its domain. */
export function addStage(made: MadeValue, stack: Stack): void {
  if (!isConstruct(made, 'WebSocketStage', webSocketModules)) return;
  const options = optionsAt(made, 2);
  const api = options.get('webSocketApi');
  const names = { webSocketApi: 'ApiId', stageName: '', autoDeploy: '', description: '', stageVariables: '' };
  const { logicalId } = addConstruct(
    stack,
    made,
    'AWS::ApiGatewayV2::Stage',
    propertiesFrom(stack, options, names),
  );
  const mapping = options.get('domainMapping');
  if (!mapping || !api) return;
  const inside = optionsIn(mapping.value);
  const properties: Entry[] = [
    entryAt('ApiId', api.key.span, stack.resolver.slotNode(api)),
    ...propertiesFrom(stack, inside, { domainName: '', mappingKey: 'ApiMappingKey' }),
  ];
  stack.drafts.add({
    logicalId: `${logicalId}Mapping`,
    type: 'AWS::ApiGatewayV2::ApiMapping',
    keySpan: mapping.key.span,
    span: { start: mapping.key.span.start, end: Math.max(mapping.span.end, mapping.key.span.end) },
    properties,
  });
}
