import type { StatusView } from '../../cards/views';
import { spokenMoment } from '../../content/words/dates';
import { words } from '../../content/words/words';
import type { Unit } from '../db/unit';
import { journalTrouble } from '../journal/journal-of';
import { waitingRecords } from '../learning/xapi/waiting-records';
import { dateFromDay } from '../time/day';
import { toMoment } from '../time/moment';
import type { Locale } from '../turn';
import { organisation } from './organisation';
import { sampleResponsible } from './sample-responsible';

/** What is known beside the database; main fills it in. */
export type Surroundings = {
  readonly smtp: boolean;
  readonly node: string;
  readonly embedded: boolean;
  /** True while the queue takes and hands out wake-ups. */
  queueAlive(): boolean;
  /** When the house last looked for what is due; wall clock. */
  lastBeatAt(): Date | undefined;
  readonly development: boolean;
};

const END_OF_LIFE_NODE = 20;
const LATE_BEAT_MS = 3 * 60_000;
const NAMED_STUMBLES = 3;

/** How the house is, for the administrator: no names, no citizen content. */
export async function readStatus(unit: Unit, around: Surroundings, locale: Locale): Promise<StatusView> {
  const { tx, tenantId } = unit;
  const say = words(locale).statusDetail;
  const ended = await tx.message.groupBy({ by: ['status'], where: { tenantId }, _count: true });
  const count = (...states: string[]) =>
    ended.filter((one) => states.includes(one.status)).reduce((sum, one) => sum + one._count, 0);
  const stumbles = await tx.obligation.count({
    where: { tenantId, closedAt: null, stumbles: { gte: NAMED_STUMBLES } },
  });
  // A sample of the log without one has a line of its own: no manager settles it.
  const orphans = await tx.obligation.count({
    where: { tenantId, closedAt: null, ownerId: null, nature: 'duty', kind: { not: 'audit-sample' } },
  });
  const known = await tx.conversation.count({ where: { tenantId, state: 'met' } });
  const staff = await tx.person.count({ where: { tenantId, leftOn: null } });
  const imported = await tx.importRun.findFirst({ where: { tenantId }, orderBy: { at: 'desc' } });
  const beat = around.lastBeatAt();
  const beatLate = beat === undefined || unit.wallNow.getTime() - beat.getTime() > LATE_BEAT_MS;
  const when = (at: Date) => spokenMoment(toMoment(at, unit.policy.zone), locale);
  const nodeMajor = Number.parseInt(around.node.replace(/^v/, ''), 10);
  const journal = await journalTrouble(unit);
  const records = await waitingRecords(unit);
  const unreached = count('blocked', 'not-installed', 'given-up');
  return {
    lines: [
      { key: 'mode', ok: true, detail: around.development ? say.development : say.real },
      { key: 'database', ok: true, detail: around.embedded ? say.embedded : say.server },
      { key: 'queue', ok: around.queueAlive(), detail: around.queueAlive() ? say.alive : say.silent },
      { key: 'beat', ok: !beatLate, detail: beat === undefined ? say.never : when(beat) },
      { key: 'teams', ok: known > 0, detail: say.met(known, staff) },
      { key: 'mail', ok: around.smtp, detail: around.smtp ? say.mailOn : say.mailOff },
      {
        key: 'messages',
        ok: count('given-up') === 0,
        detail: say.messages(count('delivered', 'unsure'), count('queued', 'sending'), count('withdrawn')),
      },
      { key: 'unreached', ok: unreached === 0, detail: say.unreached(unreached) },
      {
        key: 'journal',
        ok: journal.count === 0,
        detail: unit.policy.journal === null ? say.noJournal : say.journal(journal.count, journal.codes),
      },
      {
        key: 'records',
        ok: records === 0,
        detail:
          unit.policy.learningRecords === null
            ? words(locale).recordStatus.none(records)
            : words(locale).recordStatus.waiting(records),
      },
      { key: 'stumbles', ok: stumbles === 0, detail: say.stumbles(stumbles) },
      { key: 'orphans', ok: orphans === 0, detail: say.orphans(orphans) },
      await samplesLine(unit, locale),
      { key: 'import', ok: imported !== null, detail: imported === null ? say.never : when(imported.at) },
      {
        key: 'node',
        ok: nodeMajor > END_OF_LIFE_NODE,
        detail: nodeMajor > END_OF_LIFE_NODE ? around.node : say.oldNode(around.node),
      },
    ],
  };
}

/** Whether the audit log is controlled as the policy says. */
async function samplesLine(unit: Unit, locale: Locale): Promise<StatusView['lines'][number]> {
  const { tx, tenantId, policy, today } = unit;
  const say = words(locale).sampleStatus;
  const where = { tenantId, kind: 'audit-sample', closedAt: null };
  const open = await tx.obligation.count({ where });
  const late = await tx.obligation.count({ where: { ...where, dueOn: { lt: dateFromDay(today) } } });
  const key = 'samples';
  if (policy.auditSample === null && open === 0) return { key, ok: true, detail: say.none };
  if (sampleResponsible(policy, await organisation(unit)) === undefined) return { key, ok: false, detail: say.nobody };
  return { key, ok: late === 0, detail: late === 0 ? say.open(open) : say.late(late) };
}
