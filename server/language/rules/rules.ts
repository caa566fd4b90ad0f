import { apiKeyExpression } from './api-key-expression.ts';
import { apiKeyHeader } from './api-key-header.ts';
import { apiKeyOnWrongRoute } from './api-key-on-wrong-route.ts';
import { apiMappingKey } from './api-mapping-key.ts';
import { apiWithoutRoutes } from './api-without-routes.ts';
import { arrayMessage } from './array-message.ts';
import { arrayRouteValue } from './array-route-value.ts';
import { authorizerHttpApiProperty } from './authorizer-http-api-property.ts';
import { authorizerIncomplete } from './authorizer-incomplete.ts';
import { authorizerOnWrongRoute } from './authorizer-on-wrong-route.ts';
import { authorizerResult } from './authorizer-result.ts';
import { caseMismatch } from './case-mismatch.ts';
import { connectWithoutAnswer } from './connect-without-answer.ts';
import { connectWithoutIntegrationResponse } from './connect-without-integration-response.ts';
import { connectionIdEncoding } from './connection-id-encoding.ts';
import { connectionIdNotMapped } from './connection-id-not-mapped.ts';
import { duplicateRoute } from './duplicate-route.ts';
import { engineDependentPath } from './engine-dependent-path.ts';
import { expressionWhitespace } from './expression-whitespace.ts';
import { handshakeHeaders } from './handshake-headers.ts';
import { hclNeedsEscape } from './hcl-needs-escape.ts';
import { httpApiProperty } from './http-api-property.ts';
import { iamAction } from './iam-action.ts';
import { identitySourceDefault } from './identity-source-default.ts';
import { identitySourceSyntax } from './identity-source-syntax.ts';
import { ignoredIntegrationResponse } from './ignored-integration-response.ts';
import { illegalValue } from './illegal-value.ts';
import { integrationResponseKey } from './integration-response-key.ts';
import { lambdaResponse } from './lambda-response.ts';
import { lambdaTimeout } from './lambda-timeout.ts';
import { logDestinationArn } from './log-destination-arn.ts';
import { malformedDefinition } from './malformed-definition.ts';
import { malformedExpression } from './malformed-expression.ts';
import { malformedMapping } from './malformed-mapping.ts';
import { malformedTemplate } from './malformed-template.ts';
import { managementEndpoint } from './management-endpoint.ts';
import { mappingSource } from './mapping-source.ts';
import { missingDefaultRoute } from './missing-default-route.ts';
import { missingDollar } from './missing-dollar.ts';
import { missingLambdaPermission } from './missing-lambda-permission.ts';
import { mixedProtocols } from './mixed-protocols.ts';
import { modelName } from './model-name.ts';
import { modelSelectionDefault } from './model-selection-default.ts';
import { modelSelectionMissing } from './model-selection-missing.ts';
import { noSampleMatches } from './no-sample-matches.ts';
import { postInsideConnect } from './post-inside-connect.ts';
import { quotedExpression } from './quoted-expression.ts';
import { replyWithoutRouteResponse } from './reply-without-route-response.ts';
import { requestParameterOnWrongRoute } from './request-parameter-on-wrong-route.ts';
import { reservedRouteKey } from './reserved-route-key.ts';
import { routeNotDeployed } from './route-not-deployed.ts';
import { routeResponseKey } from './route-response-key.ts';
import { routeResponseMismatch } from './route-response-mismatch.ts';
import { routeResponseOnWrongRoute } from './route-response-on-wrong-route.ts';
import { routeSettingsUnknownRoute } from './route-settings-unknown-route.ts';
import type { ProblemRule, Rule } from './rule.ts';
import { samAuth } from './sam-auth.ts';
import { sampleTooLarge } from './sample-too-large.ts';
import { shellExpansion } from './shell-expansion.ts';
import { stageName } from './stage-name.ts';
import { stageVariable } from './stage-variable.ts';
import { staticMappingQuotes } from './static-mapping-quotes.ts';
import { subNeedsEscape } from './sub-needs-escape.ts';
import { templateSelection } from './template-selection.ts';
import { terraformDefaultExpression } from './terraform-default-expression.ts';
import { timeoutTooLong } from './timeout-too-long.ts';
import { tooManyParts } from './too-many-parts.ts';
import { undeclaredRequestParameter } from './undeclared-request-parameter.ts';
import { unknownVariable } from './unknown-variable.ts';
import { unresolvedTarget } from './unresolved-target.ts';
import { unsupportedAuthorizer } from './unsupported-authorizer.ts';
import { unsupportedInFormat } from './unsupported-in-format.ts';
import { unusedAuthorizer } from './unused-authorizer.ts';
import { unusedIntegration } from './unused-integration.ts';
import { unusedSilencing } from './unused-silencing.ts';
import { urlWithoutStage } from './url-without-stage.ts';
import { vpcLinkConnection } from './vpc-link-connection.ts';
import { unknownContextVariable } from './unknown-context-variable.ts';
import { vtlEscape } from './vtl-escape.ts';
import { wrapInBraces } from './wrap-in-braces.ts';
import { yamlBadEscape } from './yaml-bad-escape.ts';

/** Every diagnostic of the editor and of `routescope check` that is found by looking at an API, as README groups them. */
export const rules: readonly Rule[] = [
  malformedExpression,
  unknownVariable,
  quotedExpression,
  missingDollar,
  expressionWhitespace,
  wrapInBraces,
  engineDependentPath,
  arrayRouteValue,
  apiKeyExpression,
  subNeedsEscape,
  hclNeedsEscape,
  shellExpansion,
  unsupportedInFormat,
  terraformDefaultExpression,
  samAuth,
  noSampleMatches,
  caseMismatch,
  arrayMessage,
  sampleTooLarge,
  missingDefaultRoute,
  duplicateRoute,
  reservedRouteKey,
  mixedProtocols,
  routeNotDeployed,
  unresolvedTarget,
  apiWithoutRoutes,
  tooManyParts,
  replyWithoutRouteResponse,
  routeResponseMismatch,
  routeResponseKey,
  routeResponseOnWrongRoute,
  missingLambdaPermission,
  timeoutTooLong,
  lambdaTimeout,
  lambdaResponse,
  connectWithoutAnswer,
  connectWithoutIntegrationResponse,
  connectionIdNotMapped,
  handshakeHeaders,
  undeclaredRequestParameter,
  requestParameterOnWrongRoute,
  staticMappingQuotes,
  mappingSource,
  malformedMapping,
  vpcLinkConnection,
  malformedTemplate,
  unknownContextVariable,
  vtlEscape,
  templateSelection,
  integrationResponseKey,
  ignoredIntegrationResponse,
  illegalValue,
  unusedIntegration,
  authorizerOnWrongRoute,
  authorizerIncomplete,
  unsupportedAuthorizer,
  identitySourceSyntax,
  identitySourceDefault,
  authorizerHttpApiProperty,
  authorizerResult,
  unusedAuthorizer,
  apiKeyOnWrongRoute,
  apiKeyHeader,
  modelName,
  modelSelectionDefault,
  modelSelectionMissing,
  postInsideConnect,
  managementEndpoint,
  connectionIdEncoding,
  iamAction,
  stageName,
  stageVariable,
  urlWithoutStage,
  logDestinationArn,
  routeSettingsUnknownRoute,
  apiMappingKey,
  httpApiProperty,
];

/** The causes of unreadable definitions that have a code of their own. */
export const problemRules: readonly ProblemRule[] = [yamlBadEscape, hclNeedsEscape, unsupportedInFormat];

/** Code and severity of everything that can be reported. */
export const diagnostics: readonly Pick<Rule, 'code' | 'severity'>[] = [
  malformedDefinition,
  yamlBadEscape,
  ...rules,
  unusedSilencing,
];
