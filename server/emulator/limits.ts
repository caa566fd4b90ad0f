import { maximumFrameBytes, maximumTimeoutInMillis } from '../../core/limits.ts';

/**
 * Numbers of API Gateway for WebSocket APIs.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
export const gatewayLimits = {
  /** The longest frame that a client may send. */
  frameBytes: maximumFrameBytes,
  /** The longest message, in one frame or several, in either direction. */
  messageBytes: 128 * 1024,
  /** A connection on which no message passes for this long is closed. */
  idleMilliseconds: 10 * 60_000,
  /** A connection is closed after this long, whatever passes. */
  lifeMilliseconds: 2 * 60 * 60_000,
  /** An integration that takes longer is answered by `Endpoint request timed out`. */
  integrationMilliseconds: maximumTimeoutInMillis,
} as const;

/** Numbers of AWS Lambda. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const functionLimits = {
  /** A function's timeout where its definition has none. */
  timeoutSeconds: 3,
  memoryMegabytes: 128,
  /** How long a function may take to load. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
  initMilliseconds: 10_000,
  /** The longest answer: 6 MB and room for its envelope. */
  answerBytes: 6 * 1024 * 1024 + 100,
} as const;
