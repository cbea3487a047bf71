import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { personalConversationId } from './activities';
import { offeredActions } from './card-actions';
import type { Connector, ConnectorOptions } from './connector-port';
import { createDeliveries } from './deliveries';
import { createFaults } from './faults';
import { openFiles } from './files';
import { openLedger } from './ledger';
import { createPresses } from './presses';
import { createSends } from './sends';
import { serveBot } from './serve-bot';

export type { ChatMessage, ConnectorEntry, PressOutcome, StagePerson } from './chat';
export type { Connector, PressOptions } from './connector-port';
export type { Fault } from './faults';

/** Starts the connector on loopback. Throws if the port is taken or the history cannot be read. */
export async function startConnector(o: ConnectorOptions): Promise<Connector> {
  const ledger = openLedger(o);
  for (const entraId of o.met ?? []) ledger.setPresence(entraId, 'met');
  const desk = createFaults();
  const windowClock = o.windowClock ?? (() => performance.timeOrigin + performance.now());
  const late = new Map<NodeJS.Timeout, () => void>();
  const later = (ms: number, task: () => void) => {
    const timer = setTimeout(() => {
      late.delete(timer);
      task();
    }, ms);
    late.set(timer, task);
  };
  const { post, deliver, stop: stopDeliveries } = createDeliveries({ ledger, desk, botUrl: o.botUrl });
  const folder = o.historyFile === undefined ? {} : { folder: path.join(path.dirname(o.historyFile), 'stage-files') };
  const files = openFiles({ ledger, now: o.now, ...folder });
  const server = createServer(serveBot({ ...o, ledger, desk, files, later, windowClock }));
  // An idle connection closed by us just as the bot uses it again would look like a lost answer.
  server.keepAliveTimeout = 10 * 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(o.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sends = createSends({ ...o, ledger, deliver, url });
  const { build, meet, remove, say } = sends;
  const { prepare, execute, submitData, answerFile } = createPresses({ ...o, ledger, files, deliver, url, sends });

  return {
    url,
    people: o.people,
    presence: (entraId) => ledger.presence(entraId),
    isBlocked: (entraId) => ledger.isBlocked(entraId),
    conversationId: personalConversationId,
    meet,
    remove,
    block(entraId, on = true) {
      ledger.person(entraId);
      ledger.setBlocked(entraId, on);
      ledger.note({ kind: on ? 'blocked' : 'unblocked', entraId });
    },
    say,
    press: async (entraId, p) => execute(entraId, prepare(entraId, p, 'Action.Execute'), p),
    submit: async (entraId, p) => submitData(entraId, prepare(entraId, p, 'Action.Submit'), p),
    execute: (entraId, press) => execute(entraId, press),
    submitData: (entraId, press) => submitData(entraId, press),
    acceptFile: (entraId, f) => answerFile(entraId, true, f),
    declineFile: (entraId, f) => answerFile(entraId, false, f),
    filesOf: (entraId) => files.of(ledger.person(entraId).entraId),
    raw: post,
    activity: (entraId, fields) => build(entraId, fields),
    chat: (entraId) => ledger.messages(personalConversationId(ledger.person(entraId).entraId)),
    actionsOf: (message) => offeredActions(message.card ?? {}).map(({ inputs, ...action }) => action),
    faults: desk.faults,
    log: () => ledger.entries(),
    watch: (watcher) => ledger.watch(watcher),
    clear() {
      ledger.clear();
      desk.faults.clear();
    },
    async stop() {
      stopDeliveries();
      for (const [timer, task] of late) {
        clearTimeout(timer);
        task();
      }
      late.clear();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
