import { join } from './join.mjs';
import { leave, leaveEveryRoom } from './leave.mjs';
import { reply } from './reply.mjs';
import { send } from './send.mjs';

/** What each route of the API runs. */
const routes = {
  $connect: () => ({ statusCode: 200 }),
  $disconnect: leaveEveryRoom,
  join,
  send,
  leave,
  $default: () => reply({ event: 'error', text: 'Send an action: join, send or leave.' }),
};

/** The Lambda function: runs what the route of the event asks for. */
export async function handler(event) {
  return routes[event.requestContext.routeKey](event);
}
