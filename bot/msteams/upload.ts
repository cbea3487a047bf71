import { type OneRequest, Undelivered } from './one-request';

/** How putting a file ended; `code` is for the log. */
export type Uploaded = { readonly kind: 'kept' } | { readonly kind: 'lost'; readonly code: string };

export type Upload = (url: string, content: Uint8Array) => Promise<Uploaded>;

/**
 * Puts a whole file in one request where Teams said. The address is its own pass: no token ever goes there. Nothing is
 * repeated, since a session that has its bytes is over. Never rejects.
 * Source: OneDrive, "Upload bytes to the upload session" (one PUT of at most 60 MiB with its Content-Range).
 */
export function createUpload(o: { readonly oneRequest: OneRequest; readonly timeoutMs: number }): Upload {
  return async (url, content) => {
    const { length } = content;
    if (length === 0) return { kind: 'lost', code: 'empty' };
    try {
      await o.oneRequest.send({
        url,
        method: 'PUT',
        headers: {
          'content-type': 'application/octet-stream',
          'content-range': `bytes 0-${length - 1}/${length}`,
        },
        body: content,
        signal: AbortSignal.timeout(o.timeoutMs),
      });
      return { kind: 'kept' };
    } catch (error) {
      return { kind: 'lost', code: codeOf(error) };
    }
  };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Undelivered)) return 'request';
  switch (error.fault.kind) {
    case 'foreign':
      return 'upload-url';
    case 'lost':
      return error.fault.code;
    case 'answered':
      return error.fault.code ?? `http-${error.fault.status}`;
  }
}
