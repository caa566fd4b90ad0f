import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A room is a folder and a member is a file in it, named after the connection and holding the person's name:
// the file system then keeps apart what several processes do at once.
// Those of one run have their parent in common, so every run begins with empty rooms.
const rooms = join(tmpdir(), `chat-${process.ppid}`);

/** The people in a room; nobody in a room that does not exist. */
export async function membersOf(room) {
  const members = await Promise.all(
    (await namesIn(folderOf(room))).map(async (connectionId) => ({
      connectionId,
      name: await readFile(join(folderOf(room), connectionId), 'utf8').catch(() => undefined),
    })),
  );
  return members.filter((member) => member.name !== undefined);
}

/** The rooms that a connection is in. */
export async function roomsOf(connectionId) {
  const found = [];
  for (const encoded of await namesIn(rooms)) {
    const room = Buffer.from(encoded, 'hex').toString();
    if ((await namesIn(folderOf(room))).includes(connectionId)) found.push(room);
  }
  return found;
}

/** Puts a person into a room, which exists from then on. */
export async function addMember(room, { connectionId, name }) {
  await mkdir(folderOf(room), { recursive: true });
  // Written aside and moved, so that nobody reads half a name.
  const aside = join(rooms, `${connectionId}.new`);
  await writeFile(aside, name);
  await rename(aside, join(folderOf(room), connectionId));
}

/** Takes a person out of a room. */
export async function removeMember(room, connectionId) {
  await rm(join(folderOf(room), connectionId), { force: true });
}

function folderOf(room) {
  return join(rooms, Buffer.from(String(room)).toString('hex'));
}

function namesIn(folder) {
  return readdir(folder).catch(() => []);
}
