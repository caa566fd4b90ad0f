import { post } from './post.mjs';
import { reply } from './reply.mjs';
import { addMember, membersOf } from './rooms.mjs';

/** Puts the sender into a room, tells the others, and answers with everybody's name. */
export async function join(event) {
  const { apiId, connectionId } = event.requestContext;
  const { room, name } = JSON.parse(event.body);
  if (!isShortText(room) || !isShortText(name)) {
    return reply({ event: 'error', text: 'Give a room and a name, each of 1 to 30 characters.' });
  }

  const others = (await membersOf(apiId, room)).filter((member) => member.connectionId !== connectionId);
  await addMember(apiId, room, { connectionId, name });
  const present = await post(event, room, others, { event: 'joined', room, name });
  return reply({ event: 'welcome', room, members: [...present.map((other) => other.name), name] });
}

function isShortText(value) {
  return typeof value === 'string' && value.length > 0 && value.length <= 30;
}
