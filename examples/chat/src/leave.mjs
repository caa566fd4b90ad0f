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
  for (const room of await roomsOf(event.requestContext.connectionId)) await leaveRoom(event, room);
  return { statusCode: 200 };
}

async function leaveRoom(event, room) {
  const { connectionId } = event.requestContext;
  const members = await membersOf(room);
  const leaver = members.find((member) => member.connectionId === connectionId);
  if (!leaver) return;

  await removeMember(room, connectionId);
  const others = members.filter((member) => member !== leaver);
  await post(event, room, others, { event: 'left', room, name: leaver.name });
}
