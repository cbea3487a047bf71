import http from 'node:http';
import { activity } from '../contracts/msteams-door';
import type { Thrown } from './gate-probes';

/** POSTs what a probe throws to the running server, header for header, and gives what it answered. */
export function throwAt(port: number, { authorization, body }: Thrown, serviceUrl: string) {
  const sent = body === undefined ? activity(serviceUrl) : body;
  return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const call = http.request(
      { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.once('error', reject);
      },
    );
    call.once('error', reject);
    call.setHeader('content-type', 'application/json');
    if (authorization !== undefined) call.setHeader('authorization', authorization);
    call.end(typeof sent === 'string' ? sent : JSON.stringify(sent));
  });
}
