/** The messages of error frames and of refused handshakes, as API Gateway words them. */
export type ErrorMessage =
  'Forbidden' | 'Internal server error' | 'Endpoint request timed out' | 'Unsupported Media Type';

/** The text of an error frame; the blanks stand where AWS has them. */
export function errorFrame(message: ErrorMessage, connectionId: string, requestId: string): string {
  return `{"message": "${message}", "connectionId":"${connectionId}", "requestId":"${requestId}"}`;
}

/** The body of a handshake that failed in its integration; unlike a frame it has no blank before the message. */
export function errorBody(message: ErrorMessage, connectionId: string, requestId: string): string {
  return `{"message":"${message}", "connectionId":"${connectionId}", "requestId":"${requestId}"}`;
}
