// Loaded into Microsoft's tool before it starts.
const { Server } = require('node:net');

// It would listen on every interface, and asks nobody who they are: a server that names no host listens on loopback.
const { listen } = Server.prototype;
Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  const nowhere = typeof port === 'number' && typeof rest[0] !== 'string';
  return nowhere ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
};

// It ends with whoever started it, however that ends.
process.on('disconnect', () => process.exit(0));
if (process.connected === false) process.exit(0);
