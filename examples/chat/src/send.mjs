import { post } from './post.mjs';
import { membersOf } from './rooms.mjs';

/** Passes a text to everybody in the room, the sender too; only members may. */
export async function send(event) {
  const { apiId, connectionId } = event.requestContext;
  const { room, text } = JSON.parse(event.body);
  const members = await membersOf(apiId, room);
  const sender = members.find((member) => member.connectionId === connectionId);

  if (sender) {
    await post(event, room, members, { event: 'message', room, from: sender.name, text });
  } else {
    await post(event, room, [{ connectionId }], { event: 'error', text: `You are not in the room ${room}.` });
  }
  return { statusCode: 200 };
}
