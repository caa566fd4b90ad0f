/**
 * The largest frame that API Gateway takes from a client, in bytes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
export const maximumFrameBytes = 32 * 1024;
