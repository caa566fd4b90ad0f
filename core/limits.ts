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
