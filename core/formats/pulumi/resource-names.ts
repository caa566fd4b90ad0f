import { pascalOf } from '../constructs/names.ts';

/** Pulumi's names that are not CloudFormation's. https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/ */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::ApiGatewayV2::Integration': { timeoutMilliseconds: 'TimeoutInMillis' },
  'AWS::ApiGatewayV2::Authorizer': { identitySources: 'IdentitySource' },
  'AWS::ApiGatewayV2::Stage': { name: 'StageName' },
  'AWS::Lambda::Function': { name: 'FunctionName' },
  'AWS::Lambda::Permission': { function: 'FunctionName' },
};

const gateway = new Set(
  'Api Route RouteResponse Integration IntegrationResponse Model Authorizer Stage Deployment ApiMapping DomainName'.split(
    ' ',
  ),
);

/** The type of CloudFormation that a resource is: `apigatewayv2.Route`, `aws:apigatewayv2/route:Route`, `lambda_.Function`. */
export function typeOfResource(token: string): string | undefined {
  const [, module = '', name = ''] = /(apigatewayv2|lambda)_?(?:\/\w+)?[.:](\w+)$/i.exec(token) ?? [];
  if (module.toLowerCase() === 'apigatewayv2')
    return gateway.has(name) ? `AWS::ApiGatewayV2::${name}` : undefined;
  if (name === 'Function' || name === 'CallbackFunction') return 'AWS::Lambda::Function';
  return name === 'Permission' ? 'AWS::Lambda::Permission' : undefined;
}

/** The name that CloudFormation has for a property. */
export function propertyName(type: string, name: string): string {
  return renamed[type]?.[name] ?? pascalOf(name);
}

/** Properties that are lists of structures, by the property that is the key of the map that CloudFormation has. */
export const listsByKey: Readonly<Record<string, string>> = {
  RequestParameters: 'RequestParameterKey',
  RouteSettings: 'RouteKey',
};

/** Properties that are structures. */
export const structures: ReadonlySet<string> = new Set([
  'AccessLogSettings',
  'DefaultRouteSettings',
  'TlsConfig',
  'Environment',
]);

/** `NodeJS20dX` and `NODE_JS20D_X` are `nodejs20.x`. */
export function runtimeOf(name: string): string {
  return name
    .replaceAll('_', '')
    .toLowerCase()
    .replace(/(?<=\d)d(?=[\dx])/, '.');
}
