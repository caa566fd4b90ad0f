import { WebSocketServer } from 'ws';

// What the emulator is compared with: `ws` alone, in a process of its own.
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false }, () => {
  process.send?.(server.address());
});
server.on('connection', (socket) =>
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })),
);
process.once('disconnect', () => process.exit());
