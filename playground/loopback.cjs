// Loaded into Microsoft's tool before it starts: it would listen on every interface, and asks nobody who they are. A server
// that names no host listens on loopback instead.
const { Server } = require('node:net');

const { listen } = Server.prototype;
Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  const names = typeof port === 'number' && typeof rest[0] !== 'string';
  return names ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
};
