import type {
  ApiMapping,
  Authorizer,
  Deployment,
  LambdaFunction,
  Model,
  Permission,
  Stage,
} from '../../api.ts';
import { written } from '../written.ts';
import {
  archiveIn,
  displayIn,
  memberOf,
  numberIn,
  type Part,
  plainOf,
  propertiesOf,
  referenceIn,
  stringsIn,
  switchIn,
  textIn,
} from './part.ts';
import { functionIn, lambdaTarget } from './targets.ts';

/** The authorizer that `create-authorizer` makes. */
export function readAuthorizer(part: Part, functions: readonly Part[]): Authorizer {
  const given = part.options.get('IdentitySource')?.given;
  const items = given?.kind === 'list' ? given.items : given ? [given] : [];
  return {
    logicalId: part.id,
    span: part.span,
    target: lambdaTarget(displayIn(part, 'AuthorizerUri'), functions),
    identitySource: items.flatMap((item) => (item.kind === 'text' ? item.display.split(/\s*,\s*/) : [])),
    ...written({
      name: displayIn(part, 'Name'),
      identitySourceTexts: given
        ? items.flatMap((item) => (item.kind === 'text' && item.text ? [item.text] : []))
        : undefined,
      authorizerType: displayIn(part, 'AuthorizerType'),
      credentials: referenceIn(part, 'AuthorizerCredentialsArn'),
    }),
    properties: propertiesOf(part),
  };
}

/** The model that `create-model` makes. */
export function readModel(part: Part): Model {
  const given = part.options.get('Schema')?.given;
  return {
    logicalId: part.id,
    span: part.span,
    name: displayIn(part, 'Name') ?? part.id,
    schema: given?.kind === 'text' ? given.display : given ? JSON.stringify(plainOf(given)) : '{}',
    properties: propertiesOf(part),
  };
}

/** The stage that `create-stage` makes, or `create-deployment` with a `StageName`. */
export function readStage(part: Part): Stage {
  const settings = part.options.get('RouteSettings')?.given;
  const destination = memberOf(part.options.get('AccessLogSettings')?.given, 'DestinationArn');
  return {
    name: displayIn(part, 'StageName') ?? '',
    span: part.span,
    variables: stringsIn(part.options.get('StageVariables')?.given) ?? {},
    ...written({
      routeSettings:
        settings?.kind === 'map' ? (plainOf(settings) as Readonly<Record<string, unknown>>) : undefined,
      routeSettingKeys: settings?.kind === 'map' ? settings.entries.map(({ key }) => key) : undefined,
      accessLogDestination: destination?.kind === 'text' ? destination.text : undefined,
      autoDeploy: switchIn(part, 'AutoDeploy'),
      deployment: part.kind === 'deployment' ? part.id : referenceIn(part, 'DeploymentId'),
    }),
    properties: propertiesOf(part),
  };
}

/** The deployment that `create-deployment` makes: of all that was made before it. */
export function readDeployment(part: Part, before: readonly Part[]): Deployment {
  return {
    logicalId: part.id,
    span: part.span,
    dependsOn: before.map(({ id }) => id),
    properties: propertiesOf(part),
  };
}

/** The mapping that `create-api-mapping` makes. */
export function readMapping(part: Part): ApiMapping {
  return {
    logicalId: part.id,
    span: part.span,
    ...written({
      domainName: displayIn(part, 'DomainName'),
      stage: displayIn(part, 'Stage'),
      apiMappingKey: textIn(part, 'ApiMappingKey'),
    }),
  };
}

/** The function that `aws lambda create-function` makes; `packed` has the folders that archives were made of. */
export function readFunction(part: Part, packed: ReadonlyMap<string, string>): LambdaFunction {
  const archive = archiveIn(part, 'ZipFile');
  const code = part.options.get('Code')?.given;
  const [bucket, key] = ['S3Bucket', 'S3Key'].map((name) => memberOf(code, name));
  return {
    logicalId: part.id,
    span: part.span,
    environment: stringsIn(memberOf(part.options.get('Environment')?.given, 'Variables')) ?? {},
    ...written({
      handler: textIn(part, 'Handler'),
      runtime: displayIn(part, 'Runtime'),
      codeUri: archive === undefined ? undefined : packed.get(archive),
      remoteCodeUri:
        bucket?.kind === 'text' && key?.kind === 'text' ? `s3://${bucket.display}/${key.display}` : undefined,
      timeoutInSeconds: numberIn(part, 'Timeout'),
      memoryInMegabytes: numberIn(part, 'MemorySize'),
    }),
    properties: propertiesOf(part),
  };
}

/** Whom `aws lambda add-permission` lets call a function. */
export function readPermission(part: Part, functions: readonly Part[]): Permission {
  const name = displayIn(part, 'FunctionName');
  return {
    logicalId: part.id,
    span: part.span,
    ...written({
      function: name === undefined ? undefined : (functionIn(name, functions)?.id ?? name),
      principal: displayIn(part, 'Principal'),
      sourceArn: displayIn(part, 'SourceArn'),
    }),
    properties: propertiesOf(part),
  };
}
