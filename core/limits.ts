/**
 * The largest frame that API Gateway takes from a client, in bytes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
export const maximumFrameBytes = 32 * 1024;

/** How long API Gateway waits for an integration at most, in milliseconds; also where nothing is said. */
export const maximumTimeoutInMillis = 29_000;

/**
 * The shortest timeout that an integration may have, in milliseconds.
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html
 */
export const minimumTimeoutInMillis = 50;

/**
 * How many parts an API may have; AWS raises the quotas on request.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
export const maximumRoutes = 300;
export const maximumIntegrations = 300;
export const maximumStages = 10;
export const maximumAuthorizers = 10;

/** In characters. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html */
export const maximumStageVariableKey = 64;
export const maximumStageVariableValue = 512;
