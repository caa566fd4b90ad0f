/** Answers the message; the client receives the body where the route has a route response. */
export function reply(body) {
  return { statusCode: 200, body: JSON.stringify(body) };
}
