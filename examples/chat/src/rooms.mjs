import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A member is a file, named after the API, the room and the connection, that holds the person's name:
// the file system then keeps apart what several processes do at once.
const folder = tmpdir();

/** The people in a room; nobody in a room that does not exist. */
export async function membersOf(apiId, room) {
  const start = fileName(apiId, room, '');
  const members = await Promise.all(
    (await filesOf(apiId, (name) => name.startsWith(start))).map(async (name) => ({
      connectionId: name.slice(start.length),
      name: await readFile(join(folder, name), 'utf8').catch(() => undefined),
    })),
  );
  return members.filter((member) => member.name !== undefined);
}

/** The rooms that a connection is in. */
export async function roomsOf(apiId, connectionId) {
  const names = await filesOf(apiId, (name) => name.endsWith(`.${connectionId}`));
  return names.map((name) => Buffer.from(name.split('.')[1], 'hex').toString());
}

/** Puts a person into a room, which exists from then on. */
export async function addMember(apiId, room, { connectionId, name }) {
  const file = fileName(apiId, room, connectionId);
  // Written aside and moved, so that nobody reads half a name.
  const aside = join(folder, `new-${file}`);
  await writeFile(aside, name);
  await rename(aside, join(folder, file));
}

/** Takes a person out of a room. */
export async function removeMember(apiId, room, connectionId) {
  await rm(join(folder, fileName(apiId, room, connectionId)), { force: true });
}

function fileName(apiId, room, connectionId) {
  return `chat-${apiId}.${Buffer.from(String(room)).toString('hex')}.${connectionId}`;
}

async function filesOf(apiId, isWanted) {
  const names = await readdir(folder);
  return names.filter((name) => name.startsWith(`chat-${apiId}.`) && isWanted(name));
}
