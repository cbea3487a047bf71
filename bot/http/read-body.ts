import type { IncomingMessage } from 'node:http';

/** `gone`: whoever sent it left before it was whole, and nobody waits for an answer. */
export type ReadBody = Buffer | 'too-large' | 'late' | 'gone';

/** The whole body, of at most `most` bytes within `withinMs`. Leaves what is unread unread. Never rejects. */
export function readBody(request: IncomingMessage, most: number, withinMs: number): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const take = (part: Buffer) => {
      length += part.length;
      if (length > most) end('too-large');
      else parts.push(part);
    };
    const whole = () => end(Buffer.concat(parts));
    const gone = () => end('gone');
    const timer = setTimeout(() => end('late'), withinMs);
    function end(outcome: ReadBody): void {
      clearTimeout(timer);
      request.off('data', take).off('end', whole).off('close', gone);
      request.pause();
      resolve(outcome);
    }
    // Someone who leaves in the middle is an error to the stream; the close that follows is enough to know.
    request.on('error', () => undefined);
    request.on('data', take).once('end', whole).once('close', gone);
  });
}

/** Drops what still comes of a body, for at most `withinMs`. Never rejects. */
export function dropRest(request: IncomingMessage, withinMs: number): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, withinMs);
    function end(): void {
      clearTimeout(timer);
      resolve();
    }
    request.on('error', () => undefined);
    request.once('end', end).once('close', end).resume();
  });
}
