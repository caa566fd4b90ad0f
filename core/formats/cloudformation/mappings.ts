import type { ApiMapping } from '../../api.ts';
import { outerOf } from '../../syntax/node.ts';
import { written } from '../written.ts';
import { resourceNamed } from './lookups.ts';
import { propertiesOf, type Properties } from './properties.ts';
import { isWebSocket, resourcesOf } from './resources.ts';
import type { Resource, Template } from './template.ts';
import { writtenTexts } from './written-pairs.ts';

/** The mapping that an `AWS::ApiGatewayV2::ApiMapping` defines. */
export function readMapping(resource: Resource, template: Template): ApiMapping {
  const { logicalId, span, properties: map } = resource;
  const properties = propertiesOf(map, template);
  const domainName = named(properties, 'DomainName');
  return {
    logicalId,
    span,
    ...written({
      domainName,
      stage: named(properties, 'Stage'),
      apiMappingKey: properties.text('ApiMappingKey'),
      sharedWithHttp: isShared(domainName, template),
    }),
  };
}

/** The mappings that SAM makes of the `Domain` of a WebSocketApi: one for each `BasePath`, or one for the whole domain. */
export function readSamMappings(api: Resource, properties: Properties, template: Template): ApiMapping[] {
  const node = properties.node('Domain');
  if (node?.kind !== 'map') return [];
  const domain = properties.inside('Domain');
  const domainName = named(domain, 'DomainName');
  const paths = writtenTexts(domain.node('BasePath'), template) ?? [];
  return (paths.length > 0 ? paths : [undefined]).map((apiMappingKey) => ({
    logicalId: `${api.logicalId}ApiMapping`,
    span: outerOf(node),
    ...written({ domainName, apiMappingKey, sharedWithHttp: isShared(domainName, template) }),
  }));
}

/** Whether the template gives the domain to an HTTP or REST API as well. */
function isShared(domainName: string | undefined, template: Template): true | undefined {
  if (domainName === undefined) return undefined;
  const names = (map: Properties) => named(map, 'DomainName') === domainName;
  const read = ({ properties }: Resource) => propertiesOf(properties, template);
  const isToHttp = (mapping: Resource) => {
    const api = resourceNamed(read(mapping).reference('ApiId') ?? '', template);
    if (api?.type === 'AWS::ApiGatewayV2::Api') return !isWebSocket(api, template);
    return api?.type === 'AWS::Serverless::HttpApi';
  };
  const isShared =
    resourcesOf(template, 'AWS::ApiGatewayV2::ApiMapping').some((one) => names(read(one)) && isToHttp(one)) ||
    resourcesOf(template, 'AWS::ApiGateway::BasePathMapping').some((one) => names(read(one))) ||
    ['Api', 'HttpApi'].some((type) =>
      resourcesOf(template, `AWS::Serverless::${type}`).some((one) => names(read(one).inside('Domain'))),
    );
  return isShared || undefined;
}

/** The text that names something, or the logical id that is referred to. */
function named(properties: Properties, name: string): string | undefined {
  return properties.string(name) ?? properties.reference(name);
}
