import type { Span } from './span.ts';
import type { Text } from './text.ts';

/** A property as it is written, whatever the format calls it. */
export interface Property {
  /** Where its name is written. */
  readonly span: Span;
  /** Its value, where that is one text, number or switch. */
  readonly text?: Text;
}

/** The properties that a part is written with, by the name that CloudFormation has for them. */
export type Properties = Readonly<Record<string, Property>>;

/**
 * What a definition file says of one WebSocket API, whatever its format.
 * Plain data that survives JSON; parts refer to each other by logical id.
 */
export interface Api {
  readonly logicalId: string;
  /** The name, or the text of the expression that gives it where the file alone cannot tell. */
  readonly name: string;
  readonly format: FormatName;
  /** The key or header that names the API in the file: where lenses and jumps go. */
  readonly span: Span;
  /** Absent where the file does not say it (an error for every format that has no default). */
  readonly routeSelectionExpression?: Text;
  readonly apiKeySelectionExpression?: Text;
  /** A text is the source of a value that the file alone cannot tell. */
  readonly disableExecuteApiEndpoint?: boolean | string;
  readonly disableSchemaValidation?: boolean;
  readonly routes: readonly Route[];
  readonly integrations: readonly Integration[];
  readonly functions: readonly LambdaFunction[];
  readonly authorizers: readonly Authorizer[];
  readonly models: readonly Model[];
  readonly stages: readonly Stage[];
  readonly properties?: Properties;
  /** The path of the construct that made it, in a template that the CDK wrote: `Stack/Api/Resource`. */
  readonly constructPath?: string;
  /** Absent where the format has no such parts; so are the other lists below. */
  readonly routeResponses?: readonly RouteResponse[];
  readonly deployments?: readonly Deployment[];
  /** Who may call the functions; of formats that write it down. */
  readonly permissions?: readonly Permission[];
  /** What the functions may do, as far as it concerns `execute-api`. */
  readonly policies?: readonly PolicyStatement[];
  readonly mappings?: readonly ApiMapping[];
}

/** How a definition file is organised; the framework, and how it is spelled where there are several ways. */
export type FormatName =
  | 'sam-yaml'
  | 'sam-json'
  | 'sam-websocketapi'
  | 'cfn-yaml'
  | 'cfn-json'
  | 'cdk-ts'
  | 'cdk-js'
  | 'cdk-py'
  | 'cdk-java'
  | 'cdk-cs'
  | 'pulumi-ts'
  | 'pulumi-py'
  | 'pulumi-yaml'
  | 'sst'
  | 'chalice'
  | 'serverless-yml'
  | 'serverless-json'
  | 'serverless-ts'
  | 'architect'
  | 'terraform'
  | 'terraform-json'
  | 'aws-cli'
  | 'aws-cli-json';

/** A route: `$connect`, `$disconnect`, `$default` or a custom key, and what it runs. */
export interface Route {
  readonly logicalId: string;
  /** Absent where the key cannot be computed from the file; `routeKeyRaw` then has its source. */
  readonly routeKey?: Text;
  readonly routeKeyRaw?: string;
  /** The route's definition as a whole. */
  readonly span: Span;
  /** Where the target is written, for jumps and underlines. */
  readonly targetSpan?: Span;
  readonly integration?: string;
  readonly authorizationType?: string;
  readonly authorizer?: string;
  readonly apiKeyRequired?: boolean;
  readonly operationName?: string;
  readonly modelSelectionExpression?: Text;
  readonly requestModels?: Readonly<Record<string, string>>;
  readonly requestParameters?: Readonly<Record<string, boolean>>;
  readonly routeResponseSelectionExpression?: Text;
  /** Keys of the route's RouteResponses; a route with `$default` among them is two-way. */
  readonly routeResponseKeys: readonly string[];
  readonly properties?: Properties;
  readonly constructPath?: string;
}

/** The kinds of integration that API Gateway knows for WebSocket APIs. */
export type IntegrationType = 'MOCK' | 'AWS_PROXY' | 'AWS' | 'HTTP_PROXY' | 'HTTP';

/** What a route runs, with the templates and settings that shape the request to it. */
export interface Integration {
  readonly logicalId: string;
  /** As written; `unknown` where it cannot be computed from the file. */
  readonly integrationType: IntegrationType | 'unknown';
  readonly span: Span;
  /** Where the integration says what it calls. */
  readonly uriSpan?: Span;
  /** As written, references in `${}`, or in `{}` where `Fn::Join` put it together. */
  readonly integrationUri?: string;
  /** The logical id of the role, or its ARN as written. */
  readonly credentials?: string;
  readonly target: Target;
  readonly timeoutInMillis?: number;
  readonly passthroughBehavior?: string;
  readonly contentHandlingStrategy?: string;
  readonly templateSelectionExpression?: Text;
  readonly requestTemplates: Readonly<Record<string, string>>;
  readonly requestParameters: Readonly<Record<string, string>>;
  readonly responses: readonly IntegrationResponse[];
  /** `requestParameters` with their places: from what (`'static'`, `route.request.body.x`) to what. */
  readonly parameterMappings?: readonly WrittenPair[];
  /** `requestTemplates` with their places. */
  readonly templates?: readonly WrittenPair[];
  readonly properties?: Properties;
}

/** How an integration's answer is turned into the route's response. */
export interface IntegrationResponse {
  readonly integrationResponseKey: string;
  readonly span: Span;
  readonly templateSelectionExpression?: Text;
  readonly responseTemplates: Readonly<Record<string, string>>;
  readonly templates?: readonly WrittenPair[];
  readonly parameterMappings?: readonly WrittenPair[];
  readonly properties?: Properties;
}

/** What an integration calls. */
export type Target =
  /** `arn` is there where the file names the function by an ARN or a name instead of its logical id; `ref` repeats it. */
  | { readonly kind: 'lambda'; readonly ref: string; readonly arn?: string }
  | {
      readonly kind: 'aws-service';
      readonly uri: string;
      readonly service?: string;
      readonly action?: string;
    }
  | { readonly kind: 'http'; readonly uri: string }
  | { readonly kind: 'mock' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly uri?: string };

/** A Lambda function that the same file defines. */
export interface LambdaFunction {
  readonly logicalId: string;
  readonly span: Span;
  readonly handler?: Text;
  readonly runtime?: string;
  /** A folder relative to the definition file, as written; absent for code that is not in a local folder. */
  readonly codeUri?: string;
  /** Where the code is if it is not in a local folder: an `s3://` address. */
  readonly remoteCodeUri?: string;
  /** Source text written into the definition (`InlineCode`, `ZipFile`). */
  readonly inlineCode?: string;
  readonly timeoutInSeconds?: number;
  readonly memoryInMegabytes?: number;
  /** Values with intrinsics replaced by what a local run can know; a reference to a resource is its logical id. */
  readonly environment: Readonly<Record<string, string>>;
  readonly properties?: Properties;
}

/** A Lambda authorizer that decides on handshakes. */
export interface Authorizer {
  readonly logicalId: string;
  readonly span: Span;
  readonly name?: string;
  readonly target: Target;
  readonly identitySource: readonly string[];
  /** `identitySource` with its places. */
  readonly identitySourceTexts?: readonly Text[];
  /** `REQUEST` for WebSocket APIs; as written. */
  readonly authorizerType?: string;
  /** The logical id of the role, or its ARN as written. */
  readonly credentials?: string;
  readonly properties?: Properties;
}

/** A key and its value as they are written. */
export interface WrittenPair {
  readonly key: Text;
  readonly value: Text;
}

/** What the client of a two-way route gets. */
export interface RouteResponse {
  readonly logicalId: string;
  readonly span: Span;
  /** The logical id of the route. */
  readonly route?: string;
  readonly routeResponseKey?: Text;
  readonly properties?: Properties;
}

/** A snapshot of the API that a stage serves. */
export interface Deployment {
  readonly logicalId: string;
  readonly span: Span;
  /** The logical ids of the parts that it waits for, or is made anew with. */
  readonly dependsOn: readonly string[];
  readonly properties?: Properties;
}

/** Who may call a function: `AWS::Lambda::Permission`, and what other formats call it. */
export interface Permission {
  readonly logicalId: string;
  readonly span: Span;
  /** The logical id of the function, or its name or ARN as written. */
  readonly function?: string;
  readonly principal?: string;
  /** References in `${}`. */
  readonly sourceArn?: string;
  readonly properties?: Properties;
}

/** A statement of a policy that names `execute-api`. */
export interface PolicyStatement {
  readonly span: Span;
  readonly actions: readonly Text[];
  /** References in `${}`. */
  readonly resources: readonly string[];
  readonly resourceSpan?: Span;
}

/** A path of a custom domain that leads to a stage. */
export interface ApiMapping {
  readonly logicalId: string;
  readonly span: Span;
  /** The domain's name or logical id. */
  readonly domainName?: string;
  readonly stage?: string;
  readonly apiMappingKey?: Text;
  /** An HTTP or REST API shares the domain. */
  readonly sharedWithHttp?: true;
}

/** A schema of messages. */
export interface Model {
  readonly logicalId: string;
  readonly span: Span;
  readonly name: string;
  /** The JSON Schema as JSON text. */
  readonly schema: string;
  readonly properties?: Properties;
}

/** A stage that the API is deployed to, with what its integrations can read of it. */
export interface Stage {
  /** The stage's name, or its source where the file alone cannot tell. */
  readonly name: string;
  readonly span: Span;
  /** The parameter that gives the name, where one does; `name` is then its default. */
  readonly ref?: string;
  /** The format implies the stage; it is not written. */
  readonly implied?: true;
  readonly variables: Readonly<Record<string, string>>;
  /** By route key; the keys are not routes. */
  readonly routeSettings?: Readonly<Record<string, unknown>>;
  readonly autoDeploy?: boolean;
  /** The logical id of the deployment. */
  readonly deployment?: string;
  /** The `routeSettings` keys with their places. */
  readonly routeSettingKeys?: readonly Text[];
  readonly accessLogDestination?: Text;
  readonly properties?: Properties;
}

/** The integration that a route runs, if the file defines it. */
export function integrationOf(api: Api, route: Route): Integration | undefined {
  return api.integrations.find((integration) => integration.logicalId === route.integration);
}

/** The function that a target calls, if the file defines it. */
export function functionOf(api: Api, target: Target): LambdaFunction | undefined {
  return target.kind === 'lambda' ? api.functions.find((one) => one.logicalId === target.ref) : undefined;
}

/** The keys of the API's routes, in the order of the file, without those that cannot be computed. */
export function routeKeysOf(api: Api): string[] {
  return api.routes.flatMap((route) => (route.routeKey ? [route.routeKey.value] : []));
}

/** The stage that a local run serves: the first whose name the file tells, else `local`. */
export function stageOf(api: Api): string {
  return api.stages.find(({ name }) => /^[\w$-]+$/.test(name))?.name ?? 'local';
}
