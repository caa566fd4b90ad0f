import type { Duplex } from 'node:stream';

/**
 * Watches the frames that a client sends and calls back for the first data frame above the limit,
 * with the number of whole messages before it. `ws` gives messages only, and API Gateway limits frames too.
 * To be called before `ws` reads from the socket, so that a frame is seen before its message is.
 */
export function watchFrameSizes(
  socket: Duplex,
  limit: number,
  tooLarge: (messagesBefore: number) => void,
): void {
  let messages = 0;
  let header: Buffer = Buffer.alloc(0);
  let skip = 0;
  const look = (chunk: Buffer): void => {
    let at = 0;
    while (at < chunk.length) {
      if (skip > 0) {
        const skipped = Math.min(skip, chunk.length - at);
        skip -= skipped;
        at += skipped;
        continue;
      }
      const bytes = header.length > 0 ? Buffer.concat([header, chunk.subarray(at)]) : chunk.subarray(at);
      const frame = readHeader(bytes);
      if (!frame) {
        header = bytes;
        return;
      }
      at += frame.headerBytes - header.length;
      header = Buffer.alloc(0);
      skip = frame.payloadBytes;
      if (frame.opcode >= 8) continue;
      if (frame.payloadBytes > limit) {
        socket.removeListener('data', look);
        tooLarge(messages);
        return;
      }
      if (frame.last) messages += 1;
    }
  };
  socket.prependListener('data', look);
}

interface FrameHeader {
  readonly opcode: number;
  readonly last: boolean;
  readonly headerBytes: number;
  readonly payloadBytes: number;
}

/** A frame's header (RFC 6455, 5.2); undefined while its bytes have not all come. */
function readHeader(bytes: Buffer): FrameHeader | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const headerBytes = 2 + lengthBytes + (second & 0x80 ? 4 : 0);
  if (bytes.length < headerBytes) return undefined;
  const payloadBytes =
    lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return { opcode: first & 0x0f, last: (first & 0x80) !== 0, headerBytes, payloadBytes };
}
