import type { Mentorship } from '../../prisma/generated/client';
import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { mentorChanged } from '../learning/sharing/store';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { setPlanned, settle } from '../obligations/settle';
import { colleagueOf } from '../pathways/find-colleague';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { addWorkingDays } from '../time/working-calendar';
import { askForMentor } from './begin-program';
import { giveOn } from './give-on';
import { standingsOn } from './standing';
import { holdRuns, type Onboarding, onboardingOf } from './store';

/** So many working days whoever is asked has to answer. */
const ANSWER_DAYS = 3;
/** The longest reason for a no. */
export const LONGEST_REASON = 500;

export type AskedMentor = {
  readonly runId: string;
  /** Becomes the asking's id: the same form pressed again is the same asking. */
  readonly form: string;
  /** Picked among the colleagues of the department; '' or `other` where a name is typed. */
  readonly picked: string;
  readonly who: string;
  readonly found: string;
};

/** The colleagues of the new one's own department who could be their mentor: not the manager. */
export async function nearColleagues(unit: Unit, { run }: Onboarding) {
  const org = await organisation(unit);
  const person = org.people.get(run.personId);
  const not = new Set([run.personId, org.managerOf(run.personId)]);
  return person ? org.colleaguesIn(person.departmentId).filter((one) => !not.has(one.id)) : [];
}

/** The colleague that the form means, or what is wrong with it. */
async function meant(unit: Unit, found: Onboarding, asked: AskedMentor): Promise<{ id: string } | { fault: string }> {
  const org = await organisation(unit);
  if (asked.picked !== '' && asked.picked !== 'other')
    return (await nearColleagues(unit, found)).some((one) => one.id === asked.picked)
      ? { id: asked.picked }
      : { fault: 'pick-somebody' };
  const one = colleagueOf(org, asked.who, asked.found, new Set([found.run.personId]));
  if ('fault' in one) return { fault: one.fault };
  return one.person ? { id: one.person.id } : { fault: 'pick-somebody' };
}

/** The input that what is wrong is said at: where nothing is given, the first that there is. */
async function wrongIn(unit: Unit, found: Onboarding, { picked, who }: AskedMentor): Promise<'mentor' | 'who'> {
  if (picked === 'other') return 'who';
  if (picked !== '') return 'mentor';
  return who.trim() === '' && (await nearColleagues(unit, found)).length > 0 ? 'mentor' : 'who';
}

/**
 * The manager asks a colleague to be the new one's mentor; with somebody new in place of whoever is asked or is it now. The
 * new colleague hears of it when there is a yes.
 */
export async function askMentor(unit: Unit, asked: AskedMentor, byId: string): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  await holdRuns(unit, [asked.runId]);
  const found = await onboardingOf(unit, asked.runId);
  const org = await organisation(unit);
  if (!found || !may('mentor.ask', standingsOn(found, byId, org))) return { code: 'not-yours' };
  if (found.run.status !== 'open') return { code: 'closed' };
  if ((await tx.mentorship.count({ where: { tenantId, id: asked.form } })) > 0) return undefined;
  const mentor = await meant(unit, found, asked);
  if ('fault' in mentor) {
    return { code: 'form', faults: { [await wrongIn(unit, found, asked)]: mentor.fault } };
  }
  const { run, mentorship } = found;
  if (mentorship?.mentorId === mentor.id) return { code: 'form', faults: { mentor: 'mentor-already' } };
  if (mentorship) await closeMentorship(unit, mentorship, byId);
  const { personId } = run;
  const n = (await tx.mentorship.count({ where: { tenantId, personId } })) + 1;
  await tx.mentorship.create({
    data: {
      tenantId,
      id: asked.form,
      personId,
      n,
      mentorId: mentor.id,
      askedById: byId,
      status: 'asked',
      askedAt: unit.now,
    },
  });
  const due = addWorkingDays(org.calendarOf(mentor.id), unit.today, ANSWER_DAYS);
  await openObligation(unit, {
    kind: 'mentor-answer',
    matterKind: 'mentorship',
    matterId: asked.form,
    round: 1,
    ownerRole: 'person',
    ownerId: mentor.id,
    anchors: { due },
    card: { kind: 'mentor-answer', class: 'summons' },
  });
  const which = { matterKind: 'program-run', matterIds: [run.id], kind: 'mentor-find' };
  const waits = await tx.obligation.count({
    where: { tenantId, matterKind: 'program-run', matterId: run.id, kind: 'mentor-find', closedAt: null },
  });
  // The manager owes a mentor until somebody has said yes: a change opens it again, in hand while the answer is awaited.
  if (waits === 0) await askForMentor(unit, found, false);
  await setPlanned(unit, which, due);
  await giveOn(unit, await again(unit, run.id));
  unit.audit({ act: 'mentor.ask', actorId: byId, matterKind: 'program-run', matterId: run.id, codes: [mentor.id] });
  await touchCards(unit, 'program-run', [run.id]);
  return undefined;
}

async function again(unit: Unit, runId: string): Promise<Onboarding> {
  const found = await onboardingOf(unit, runId);
  if (!found) throw new Error(`Run ${runId} is not there`);
  return found;
}

/** Whoever was asked or was the mentor is it no more, and sees it on their card; a mentor is told. */
async function closeMentorship(unit: Unit, row: Mentorship, byId: string | null): Promise<void> {
  const { tx, tenantId } = unit;
  const accepted = row.status === 'accepted';
  await tx.mentorship.update({
    where: { tenantId_id: { tenantId, id: row.id } },
    data: { status: accepted ? 'ended' : 'withdrawn', endedAt: unit.now, version: { increment: 1 } },
  });
  await mentorChanged(unit, row.personId);
  await settle(
    unit,
    { matterKind: 'mentorship', matterIds: [row.id] },
    { status: 'cancelled', byId, because: accepted ? 'ended' : 'withdrawn' },
  );
  if (accepted)
    unit.message({
      naturalKey: `mentor-ended:${row.id}`,
      personId: row.mentorId,
      class: 'notice',
      kind: 'mentor-answer',
      matterKind: 'mentorship',
      matterId: row.id,
    });
}

/** One asking with the onboarding it is about, locked. */
export async function heldMentorship(unit: Unit, id: string) {
  const { tx, tenantId } = unit;
  const where = { tenantId_id: { tenantId, id } };
  const row = await tx.mentorship.findUnique({ where });
  const run = row && (await runOf(unit, row));
  if (!row || !run) return undefined;
  await holdRuns(unit, [run.id]);
  const found = await onboardingOf(unit, run.id);
  const now = await tx.mentorship.findUnique({ where });
  return found && now ? { found, row: now } : undefined;
}

/** The onboarding that a mentorship belongs to: the newest that had begun when it was asked for. */
export const runOf = ({ tx, tenantId }: Unit, { personId, askedAt }: Mentorship) =>
  tx.programRun.findFirst({
    where: { tenantId, personId, openedAt: { lte: askedAt } },
    orderBy: { n: 'desc' },
    select: { id: true },
  });

/** Whoever is asked says yes: the new colleague is told, once, who it is. */
export async function acceptMentor(unit: Unit, id: string, byId: string): Promise<Refused | undefined> {
  const held = await heldMentorship(unit, id);
  if (!held || held.row.mentorId !== byId || !may('mentor.answer', new Set(['asked']))) return { code: 'not-yours' };
  const { found, row } = held;
  if (row.status === 'accepted') return undefined;
  if (row.status !== 'asked' || found.run.status !== 'open') return { code: 'closed' };
  await answer(unit, row, 'accepted', null);
  const { run } = found;
  const which = { matterKind: 'program-run', matterIds: [run.id], kind: 'mentor-find' };
  await settle(unit, which, { status: 'met', byId, because: 'accepted' });
  unit.message({
    naturalKey: `mentor-told:${row.id}`,
    personId: run.personId,
    class: 'notice',
    kind: 'mentor-told',
    matterKind: 'mentorship',
    matterId: row.id,
  });
  await giveOn(unit, await again(unit, run.id));
  unit.audit({ act: 'mentor.answer', actorId: byId, matterKind: 'program-run', matterId: run.id });
  await touchCards(unit, 'program-run', [run.id]);
  return undefined;
}

/** Whoever is asked says no, with a reason that the manager reads; the new colleague hears nothing of it. */
export async function declineMentor(
  unit: Unit,
  asked: { readonly id: string; readonly reason: string },
  byId: string,
): Promise<Refused | undefined> {
  const held = await heldMentorship(unit, asked.id);
  if (!held || held.row.mentorId !== byId || !may('mentor.answer', new Set(['asked']))) return { code: 'not-yours' };
  const { found, row } = held;
  if (row.status === 'declined') return undefined;
  if (row.status !== 'asked' || found.run.status !== 'open') return { code: 'closed' };
  const reason = asked.reason.trim();
  if (reason === '') return { code: 'form', faults: { reason: 'decline-why' } };
  if (reason.length > LONGEST_REASON) return { code: 'form', faults: { reason: 'too-long' } };
  await answer(unit, row, 'declined', reason);
  await searchAnew(unit, found, { byId, because: 'declined' });
  unit.audit({ act: 'mentor.answer', actorId: byId, matterKind: 'program-run', matterId: found.run.id });
  return undefined;
}

async function answer(unit: Unit, row: Mentorship, status: 'accepted' | 'declined', reason: string | null) {
  const { tx, tenantId } = unit;
  await tx.mentorship.update({
    where: { tenantId_id: { tenantId, id: row.id } },
    data: {
      status,
      answeredAt: unit.now,
      reasonSealed: reason === null ? null : unit.seal('mentorship', 'reason_sealed', row.id, reason),
      version: { increment: 1 },
    },
  });
  const which = { matterKind: 'mentorship', matterIds: [row.id] };
  await settle(unit, which, { status: 'met', byId: row.mentorId, because: status });
}

/** The mentor, or whoever is asked, is not here any more: the manager is asked anew. */
export async function loseMentor(unit: Unit, found: Onboarding, row: Mentorship): Promise<void> {
  await unit.tx.mentorship.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
    data: {
      status: row.status === 'accepted' ? 'ended' : 'withdrawn',
      endedAt: unit.now,
      version: { increment: 1 },
    },
  });
  await mentorChanged(unit, row.personId);
  await settle(unit, { matterKind: 'mentorship', matterIds: [row.id] }, { status: 'cancelled', because: 'left' });
  await searchAnew(unit, found, { byId: null, because: 'left' });
}

/** A new asking of the manager, with a card of its own. */
async function searchAnew(
  unit: Unit,
  found: Onboarding,
  how: { readonly byId: string | null; readonly because: string },
): Promise<void> {
  const which = { matterKind: 'program-run', matterIds: [found.run.id], kind: 'mentor-find' };
  await settle(unit, which, { status: 'cancelled', ...how });
  await askForMentor(unit, found, true);
  await giveOn(unit, await again(unit, found.run.id));
  await touchCards(unit, 'program-run', [found.run.id]);
}
