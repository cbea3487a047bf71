import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AnswerFate, KeptFile } from './chat';
import type { Ledger } from './ledger';

/** Where a file that somebody takes may be put, as Teams tells the bot. */
export type UploadInfo = {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
};

type Place = { readonly id: string; readonly entraId: string; readonly name: string; content?: Buffer; at?: string };

export type UploadRequest = {
  readonly id: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
  readonly bytes: Buffer;
};

export type UploadVerdict =
  | { readonly accepted: false; readonly status: number; readonly code: string; readonly message: string }
  | {
      readonly accepted: true;
      readonly reply: { readonly status: number; readonly body: unknown };
      readonly carryOut: (fate: AnswerFate) => void;
    };

/** People's own files: what the bot may put there, and what stands there. */
export type FileShelf = {
  /** Opens a place, as Teams does when somebody takes a file; a name that is taken gets a number. */
  open(entraId: string, name: string, serviceUrl: string): UploadInfo;
  ownerOf(id: string): string | undefined;
  /** Judges the bot's PUT as OneDrive would. Nothing changes before `carryOut`. */
  judge(request: UploadRequest): UploadVerdict;
  of(entraId: string): KeptFile[];
  /** A file's bytes by its id; also of an earlier stage, where they were written down. */
  read(id: string): Buffer | undefined;
};

const idPattern = /^[0-9a-f-]{36}$/;

/** Files in memory, and in `folder` where there is one. */
export function openFiles(o: {
  readonly ledger: Ledger;
  readonly now: () => Date;
  readonly folder?: string;
}): FileShelf {
  const places = new Map<string, Place>();
  const refuse = (status: number, code: string, message: string): UploadVerdict => ({
    accepted: false,
    status,
    code,
    message,
  });

  const freeName = (entraId: string, wanted: string): string => {
    const taken = new Set(
      [...places.values()].filter((one) => one.entraId === entraId && one.content).map((one) => one.name),
    );
    const { name, ext } = path.parse(wanted);
    let free = wanted;
    for (let n = 1; taken.has(free); n += 1) free = `${name} ${n}${ext}`;
    return free;
  };

  return {
    open(entraId, wanted, serviceUrl) {
      const id = randomUUID();
      const name = freeName(entraId, wanted);
      places.set(id, { id, entraId, name });
      return {
        uploadUrl: `${serviceUrl}/files/${id}`,
        contentUrl: `${serviceUrl}/files/${id}/${encodeURIComponent(name)}`,
        name,
        uniqueId: id.toUpperCase(),
        fileType: path.extname(name).slice(1),
      };
    },
    ownerOf: (id) => places.get(id)?.entraId,
    judge({ id, range, authorization, bytes }) {
      const place = places.get(id);
      if (authorization !== undefined) return refuse(401, 'unauthenticated', 'An upload session takes no token.');
      if (!place) return refuse(404, 'itemNotFound', 'The upload session was not found.');
      if (place.content) return refuse(409, 'nameAlreadyExists', 'The upload session is over.');
      if (range !== `bytes 0-${bytes.length - 1}/${bytes.length}`) {
        return refuse(416, 'invalidRange', 'Content-Range does not name all the bytes that came.');
      }
      return {
        accepted: true,
        reply: { status: 201, body: { id, name: place.name, size: bytes.length } },
        carryOut(answer) {
          place.content = bytes;
          place.at = o.now().toISOString();
          if (o.folder !== undefined) {
            mkdirSync(o.folder, { recursive: true });
            writeFileSync(path.join(o.folder, id), bytes);
          }
          o.ledger.note({ kind: 'uploaded', entraId: place.entraId, name: place.name, bytes: bytes.length, answer });
        },
      };
    },
    of: (entraId) =>
      [...places.values()].flatMap(({ entraId: owner, name, content, at }) =>
        owner === entraId && content && at !== undefined ? [{ name, content, at }] : [],
      ),
    read(id) {
      const known = places.get(id)?.content;
      if (known || o.folder === undefined || !idPattern.test(id)) return known;
      const file = path.join(o.folder, id);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
  };
}

/** The HTTP answer that shows a file; never anything a browser would run. */
export function fileHeaders(name: string): Record<string, string> {
  return {
    'content-type': name.toLowerCase().endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream',
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}
