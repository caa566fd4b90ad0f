import type { Authorizer } from '../../api.ts';
import { written } from '../written.ts';
import { textsOf } from './display.ts';
import { partProperties } from './part-properties.ts';
import { propertiesOf } from './properties.ts';
import { lambdaTarget } from './targets.ts';
import type { Resource, Template } from './template.ts';
import { writtenTexts } from './written-pairs.ts';

/** The authorizer that an `AWS::ApiGatewayV2::Authorizer` defines. */
export function readAuthorizer(resource: Resource, template: Template): Authorizer {
  const { logicalId, span, properties: map } = resource;
  const properties = propertiesOf(map, template);
  const identitySource = properties.node('IdentitySource');
  return {
    logicalId,
    span,
    target: lambdaTarget(properties.node('AuthorizerUri'), template),
    identitySource: textsOf(identitySource, template) ?? [],
    ...written({
      name: properties.string('Name'),
      identitySourceTexts: writtenTexts(identitySource, template),
      authorizerType: properties.string('AuthorizerType'),
      credentials:
        properties.reference('AuthorizerCredentialsArn') ?? properties.string('AuthorizerCredentialsArn'),
    }),
    properties: partProperties([map], template),
  };
}
