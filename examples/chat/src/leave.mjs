import { post } from './post.mjs';
import { reply } from './reply.mjs';
import { membersOf, removeMember, roomsOf } from './rooms.mjs';

/** Takes the sender out of a room and tells the others. */
export async function leave(event) {
  const { room } = JSON.parse(event.body);
  await leaveRoom(event, room);
  return reply({ event: 'goodbye', room });
}

/** Takes a connection that has ended out of all its rooms. */
export async function leaveEveryRoom(event) {
  const { apiId, connectionId } = event.requestContext;
  for (const room of await roomsOf(apiId, connectionId)) await leaveRoom(event, room);
  return { statusCode: 200 };
}

async function leaveRoom(event, room) {
  const { apiId, connectionId } = event.requestContext;
  const members = await membersOf(apiId, room);
  const leaver = members.find((member) => member.connectionId === connectionId);
  if (!leaver) return;

  await removeMember(apiId, room, connectionId);
  const others = members.filter((member) => member !== leaver);
  await post(event, room, others, { event: 'left', room, name: leaver.name });
}
