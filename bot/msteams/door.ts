import type { TeamsPort, TeamsPost } from '../messages/port';
import type { TurnHandler } from '../turn';
import { type Credentials, MunicipalAdapter } from './adapter';
import { createAnswering } from './answering';
import { cardContent } from './card-content';
import { type Caller, callerOf, checkDoor, type DoorMode, type Municipality } from './gate';
import type { Log } from './log';
import { createMicrosoftKeys, type KeyTimes, usualKeyTimes } from './microsoft-keys';
import { createOneRequest } from './one-request';
import { errorReply, wordReply } from './press-reply';
import { type Reading, readActivity } from './read-activity';
import { createSender } from './sender';
import { createFileUrls, createServiceUrls } from './service-urls';
import { createTurnRoutes } from './turn-routes';
import { createUpload } from './upload';
import { createTokenCheck, type Proof, type TokenCheck } from './verify-token';

export type { Credentials } from './adapter';
export type { Municipality } from './gate';
export type { Log } from './log';

/** The head of a call; a header that came twice is a list. */
export type DoorHead = { readonly headers: Readonly<Record<string, string | readonly string[] | undefined>> };

/** A call to the door: the body parsed as JSON (or anything, where it could not be), `bodyLength` in bytes as it came. */
export type DoorRequest = DoorHead & {
  readonly body: unknown;
  readonly bodyLength: number;
};

export type DoorResponse = { readonly status: number; readonly body?: unknown };

/** Limits in milliseconds; for tests. */
export type DoorTimes = {
  /** One request to Teams, its token included. */
  readonly send: number;
  /** Putting one file where Teams said. */
  readonly upload: number;
  /** When somebody who waits is shown that the bot is at it. */
  readonly typingAfter: number;
  /** The answer to a press, and to a message; what takes longer goes on, and answers by messages. */
  readonly press: number;
  readonly message: number;
};

export type TeamsDoorOptions = {
  readonly municipalities: readonly Municipality[];
  /** No tokens, loopback only, every activity belongs to the one municipality. */
  readonly development: boolean;
  readonly handler: TurnHandler;
  readonly log: Log;
  /** The time of the outside world: what tokens and keys are checked against. */
  readonly wall: () => Date;
  /** Where the bot's token may go; without it Teams' hosts in the public cloud. See `createServiceUrls`. */
  readonly serviceUrlHosts?: readonly string[];
  /** Where files may be put; without it OneDrive's hosts in the public cloud. See `createFileUrls`. */
  readonly fileHosts?: readonly string[];
  /** Where Microsoft's keys are; for tests. */
  readonly openIdMetadataUrl?: string;
  readonly credentials?: Credentials;
  readonly times?: Partial<DoorTimes>;
  readonly keyTimes?: Partial<KeyTimes>;
};

export type TeamsDoor = {
  /** The refusal of a call by its head alone, so that nothing is read for whoever isn't Teams. Never rejects. */
  admit(head: DoorHead): Promise<DoorResponse | undefined>;
  /** Takes one POST to `/api/messages`. Never rejects; a body of the answer is JSON and tells nothing internal. */
  receive(request: DoorRequest): Promise<DoorResponse>;
  /** Sending without a turn. */
  readonly port: TeamsPort;
  /** When the turns that are being worked are answered; then connections are closed. For shutting down. */
  close(): Promise<void>;
};

const usualTimes: DoorTimes = {
  send: 10_000,
  upload: 10_000,
  typingAfter: 2_000,
  press: 4_000,
  message: 12_000,
};

const openIdMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const refusals: Readonly<Record<400 | 401 | 403 | 413 | 500, DoorResponse>> = {
  400: { status: 400, body: { error: 'bad-request' } },
  401: { status: 401, body: { error: 'unauthorized' } },
  403: { status: 403, body: { error: 'forbidden' } },
  413: { status: 413, body: { error: 'too-large' } },
  500: { status: 500, body: { error: 'failed' } },
};

/**
 * The bot's door to Teams: what comes in becomes a turn for the house, what the house answers goes out. Throws when the
 * municipalities can't be served: none, a bot without id or secret, two with the same; in development more than one, or
 * one with a bot of its own.
 */
export function createTeamsDoor(o: TeamsDoorOptions): TeamsDoor {
  checkMunicipalities(o.municipalities, o.development);
  const { development, log } = o;
  const times = { ...usualTimes, ...o.times };
  const serviceUrls = createServiceUrls({ development, ...(o.serviceUrlHosts ? { hosts: o.serviceUrlHosts } : {}) });
  const oneRequest = createOneRequest(serviceUrls);
  const fileUrls = createFileUrls({ development, ...(o.fileHosts ? { hosts: o.fileHosts } : {}) });
  const oneFile = createOneRequest(fileUrls);
  const mode: DoorMode = { development, serviceUrls };
  const { credentials } = o;
  const adapters = new Map(
    o.municipalities.map((municipality) => {
      const options = { municipality, oneRequest, timeoutMs: times.send, credentials };
      return [municipality.tenantId, new MunicipalAdapter(options)] as const;
    }),
  );
  const send = createSender({ adapterOf: (tenantId) => adapters.get(tenantId), serviceUrls, timeoutMs: times.send });
  const answering = createAnswering({
    handler: o.handler,
    send,
    upload: createUpload({ oneRequest: oneFile, timeoutMs: times.upload }),
    log,
    typingAfterMs: times.typingAfter,
    pressWithinMs: times.press,
    messageWithinMs: times.message,
  });
  const routes = createTurnRoutes(answering);
  const tokens = createTokenCheck({
    wall: o.wall,
    keys: createMicrosoftKeys({
      url: o.openIdMetadataUrl ?? openIdMetadata,
      wall: o.wall,
      times: { ...usualKeyTimes, ...o.keyTimes },
      failed: (knownGoOn) => {
        if (knownGoOn) log.warn({ why: 'keys' }, "Microsoft's keys could not be had: the known ones go on for a day");
        else log.error({ why: 'keys' }, "Microsoft's keys could not be had: nobody can be let in");
      },
    }),
  });
  const turnAway = (status: 400 | 401 | 403 | 413, why: string): DoorResponse => {
    log.warn({ status, why }, 'a call was turned away');
    return refusals[status];
  };

  async function admit({ headers }: DoorHead): Promise<DoorResponse | undefined> {
    const caller = callerOf(authorizationOf(headers), o.municipalities, mode);
    if (!caller) return turnAway(401, 'token');
    const proof = await prove(caller, tokens);
    return proof.ok ? undefined : turnAway(401, proof.why);
  }

  async function receive({ headers, body, bodyLength }: DoorRequest): Promise<DoorResponse> {
    const verdict = checkDoor({ authorization: authorizationOf(headers), body, bodyLength }, o.municipalities, mode);
    if (!verdict.ok) return turnAway(verdict.status, verdict.why);
    const { activity, municipality } = verdict;
    const proof = await prove(verdict, tokens);
    if (!proof.ok) return turnAway(401, proof.why);
    // Signed for calls from another address: whoever sends it on from here would have our answers sent there.
    if (proof.serviceUrl !== undefined && proof.serviceUrl !== activity.serviceUrl)
      return turnAway(401, 'token-service-url');
    const adapter = adapters.get(municipality.tenantId);
    if (!adapter) return refusals[401];
    const read = readActivity(activity, municipality.tenantId);
    if (read.kind !== 'turn') return withoutTurn(read);

    if (read.file && !(fileUrls.allows(read.file.uploadUrl) && fileUrls.allows(read.file.contentUrl))) {
      return turnAway(400, 'file-url');
    }

    let status = 200;
    const invoked = await adapter.work(activity, async (context) => {
      status = await routes.run(context, read.turn, read.file);
    });
    if (invoked) return { status: invoked.status, body: invoked.body };
    return status === 200 ? { status } : refusals[500];
  }

  async function answered<T>(work: Promise<T>): Promise<T | DoorResponse> {
    try {
      return await work;
    } catch (error) {
      log.error({ why: error instanceof Error ? error.name : 'thrown' }, 'a call failed');
      return refusals[500];
    }
  }

  const port: TeamsPort = {
    post: (message) => send(sendingOf(message)),
    update: ({ activityId, ...message }) => send({ ...sendingOf(message), activityId }),
  };

  return {
    port,
    admit: (head) => answered(admit(head)),
    receive: (request) => answered(receive(request)),
    async close() {
      await answering.settled();
      oneRequest.close();
      oneFile.close();
    },
  };
}

/** In development there is no token to prove, and no address that one was signed for. */
async function prove({ token }: Caller, tokens: TokenCheck): Promise<Proof | { ok: true; serviceUrl: undefined }> {
  return token ? tokens.verify(token) : { ok: true, serviceUrl: undefined };
}

/** Undefined where it came twice: which of the two counts, nobody says. */
function authorizationOf(headers: DoorHead['headers']): string | undefined {
  return typeof headers.authorization === 'string' ? headers.authorization : undefined;
}

function sendingOf({ tenantId, place, card, summary }: TeamsPost) {
  return { tenantId, place, content: cardContent({ card, summary }) };
}

/** What is no turn is accepted in silence; an invoke needs a body that Teams can read. */
function withoutTurn(read: Exclude<Reading, { kind: 'turn' }>): DoorResponse {
  switch (read.kind) {
    case 'nothing':
      return { status: 200 };
    case 'stranger':
      return { status: 200, body: wordReply('') };
    case 'malformed':
      // An invoke of a card is answered by its body, that of a file by its status.
      return read.what === 'press' ? { status: 200, body: errorReply(400, 'malformed', 'Bad request') } : refusals[400];
  }
}

function checkMunicipalities(municipalities: readonly Municipality[], development: boolean): void {
  if (development) {
    const [only, ...more] = municipalities;
    if (!only || more.length > 0 || only.botId !== '') {
      throw new Error('In development there is one municipality, without a bot of its own');
    }
    return;
  }
  if (municipalities.length === 0) throw new Error('No municipality to serve');
  for (const { tenantId, botId, botSecret } of municipalities) {
    if (botId === '' || botSecret === '') throw new Error(`The municipality ${tenantId} has no bot id or no secret`);
  }
  for (const key of ['tenantId', 'botId'] as const) {
    const values = municipalities.map((one) => one[key].toLowerCase());
    if (new Set(values).size < values.length) throw new Error(`Two municipalities have the same ${key}`);
  }
}
