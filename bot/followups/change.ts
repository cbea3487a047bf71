import { RECORDS, WAIVED, WHATS } from '../../cards/followups/views';
import type { Milestone } from '../../prisma/generated/client';
import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { moveAnchor, setPlanned, settle } from '../obligations/settle';
import { holdPathwayOf, holdPathways, ofPathway } from '../pathways/hold';
import type { Models } from '../pathways/models';
import { type PathwayWithTeam, pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may, type Right } from '../people/rights';
import { addDays, type Day, dateFromDay, dayFromDate, isDay } from '../time/day';
import { closeMilestone, openMilestone, reckon } from './reckon';
import { rhythmsOf } from './rules';
import { meetingFor } from './show';
import { groundOf } from './store';

/** A meeting about a transition by hand is due so many days later (Ballerup 7; the number is ours). */
const HAND_DAYS = 14;
/** Nobody enters a follow-up of their own further ahead. */
const LATEST_OWN_DAYS = 3 * 366;

type Texts = Readonly<Record<string, string>>;

/** A running pathway, locked, with which somebody may do this at this moment; else why not. */
async function running(unit: Unit, pathwayId: string, byId: string, right: Right): Promise<PathwayWithTeam | Refused> {
  await holdPathways(unit, [pathwayId]);
  const known = (await pathwaysWithTeam(unit, [pathwayId])).get(pathwayId);
  if (!known || !may(right, standingsIn(known, byId, await organisation(unit)))) return { code: 'not-yours' };
  return known.pathway.status === 'open' ? known : { code: 'closed' };
}

const refused = (faults: Record<string, string>): Refused | undefined =>
  Object.keys(faults).length === 0 ? undefined : { code: 'form', faults };

/**
 * Chooses another rhythm, with a reason: never rarer than the model has it.
 * @param n how many had been chosen when the form was drawn: of two who choose at once the second sees what the first chose
 */
export async function chooseRhythm(
  unit: Unit,
  models: Models,
  asked: { readonly pathwayId: string; readonly n: number; readonly every: string; readonly reason: string },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const known = await running(unit, asked.pathwayId, byId, 'follow-up.lead');
  if ('code' in known) return known;
  const model = models.get(known.pathway.model);
  const every = asked.every === 'model' ? null : asked.every;
  const faults: Record<string, string> = {};
  if (every !== null && !(model && rhythmsOf(model).includes(every))) faults.every = 'pick-a-rhythm';
  if (asked.reason.trim() === '') faults.reason = 'reason-missing';
  if (Object.keys(faults).length > 0) return refused(faults);
  const before = await tx.rhythm.count({ where: { tenantId, pathwayId: asked.pathwayId } });
  if (before !== asked.n) return { code: 'changed-meanwhile' };
  const id = unit.house.newId();
  await tx.rhythm.create({
    data: {
      tenantId,
      id,
      pathwayId: asked.pathwayId,
      n: before + 1,
      every,
      reasonSealed: unit.seal('rhythm', 'reason_sealed', id, asked.reason.trim()),
      byId,
      at: unit.now,
    },
  });
  await reckon(unit, models, asked.pathwayId, byId);
  unit.audit({
    act: 'followup.rhythm',
    actorId: byId,
    matterKind: 'pathway',
    matterId: asked.pathwayId,
    pathwayId: asked.pathwayId,
    codes: [every === null ? 'as-model' : 'own-rhythm'],
  });
  await touchCards(unit, 'pathway', [asked.pathwayId]);
  return undefined;
}

/** A change in the citizen's life (Ballerup 7): a meeting with the citizen within 14 days. The same form again is the same one. */
export async function openTransition(
  unit: Unit,
  models: Models,
  asked: { readonly pathwayId: string; readonly form: string; readonly what: string; readonly note: string },
  byId: string,
): Promise<Refused | undefined> {
  const known = await running(unit, asked.pathwayId, byId, 'follow-up.lead');
  if ('code' in known) return known;
  const what = WHATS.find((one) => one === asked.what);
  if (!what) return refused({ what: 'pick-a-reason' });
  const same = { tenantId: unit.tenantId, id: asked.form };
  if ((await unit.tx.milestone.count({ where: same })) > 0) return undefined;
  await openMilestone(
    unit,
    { pathway: known.pathway },
    {
      id: asked.form,
      key: 'by-hand',
      slot: asked.form,
      is: 'by-hand',
      kind: null,
      opensOn: unit.today,
      dueOn: addDays(unit.today, HAND_DAYS),
      what,
      note: asked.note.trim(),
    },
  );
  await reckon(unit, models, asked.pathwayId, byId);
  unit.audit({
    act: 'milestone.open',
    actorId: byId,
    matterKind: 'milestone',
    matterId: asked.form,
    pathwayId: asked.pathwayId,
    codes: ['by-hand'],
  });
  await touchCards(unit, 'pathway', [asked.pathwayId]);
  return undefined;
}

/** A milestone that somebody may settle now, its pathway locked. */
async function openOne(unit: Unit, id: string, byId: string): Promise<Milestone | Refused> {
  const where = { tenantId_id: { tenantId: unit.tenantId, id } };
  const row = await unit.tx.milestone.findUnique({ where });
  if (!row) return { code: 'not-yours' };
  const known = await running(unit, row.pathwayId, byId, 'follow-up.lead');
  if ('code' in known) return known;
  const now = await unit.tx.milestone.findUniqueOrThrow({ where });
  if (now.status !== 'open') return { code: 'closed' };
  // What is asked for at a certain age is answered then, and for good. A meeting may be waived long before.
  const waits = ['consent', 'handover', 'record'].includes(now.is) && dayFromDate(now.opensOn) > unit.today;
  return waits ? { code: 'milestone-too-early' } : now;
}

const settled = async (unit: Unit, row: Milestone): Promise<undefined> => {
  await touchCards(unit, 'pathway', [row.pathwayId]);
  await touchCards(unit, 'pathway-follow-ups', [row.pathwayId]);
  return undefined;
};

/** A transition that does not apply falls away, with a reason; a follow-up never does. */
export async function waiveMilestone(unit: Unit, id: string, typed: Texts, byId: string): Promise<Refused | undefined> {
  const row = await openOne(unit, id, byId);
  if ('code' in row) return row;
  if (row.is !== 'meeting' && row.is !== 'by-hand') return { code: 'closed' };
  const why = WAIVED.find((one) => one === typed.why);
  const faults: Record<string, string> = {};
  if (!why) faults.why = 'pick-a-reason';
  if ((typed.reason ?? '').trim() === '') faults.reason = 'reason-missing';
  if (Object.keys(faults).length > 0 || !why) return refused(faults);
  await closeMilestone(unit, row, { status: 'waived', because: why, byId, text: (typed.reason ?? '').trim() });
  return settled(unit, row);
}

/** What a milestone without a meeting ends by: the young person said no, the lead stays. */
export async function answerMilestone(
  unit: Unit,
  id: string,
  answer: { readonly is: 'consent' | 'handover'; readonly because: 'said-no' | 'lead-stays' },
  typed: Texts,
  byId: string,
): Promise<Refused | undefined> {
  const row = await openOne(unit, id, byId);
  if ('code' in row) return row;
  if (row.is !== answer.is) return { code: 'closed' };
  const reason = (typed.reason ?? '').trim();
  if (reason === '') return refused({ reason: answer.is === 'consent' ? 'said-missing' : 'reason-missing' });
  await closeMilestone(unit, row, { status: 'met', because: answer.because, byId, text: reason });
  return settled(unit, row);
}

/** What was put in place after 18 (Ballerup's figures). */
export async function recordAfterEighteen(
  unit: Unit,
  id: string,
  typed: Texts,
  byId: string,
): Promise<Refused | undefined> {
  const row = await openOne(unit, id, byId);
  if ('code' in row) return row;
  if (row.is !== 'record') return { code: 'closed' };
  const picked = (typed.codes ?? '').split(',');
  const codes = RECORDS.filter((one) => picked.includes(one));
  if (codes.length === 0) return refused({ codes: 'pick-a-reason' });
  const text = (typed.text ?? '').trim();
  await closeMilestone(unit, row, { status: 'met', because: 'recorded', byId, codes, text });
  return settled(unit, row);
}

/** Enters a professional's own follow-up; it is proposed into the next team meeting that comes in time (Ballerup 8). */
export async function addOwnFollowUp(
  unit: Unit,
  models: Models,
  asked: { readonly pathwayId: string; readonly form: string; readonly text: string; readonly due: string },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const known = await running(unit, asked.pathwayId, byId, 'own-follow-up.add');
  if ('code' in known) return known;
  const text = asked.text.trim();
  const faults: Record<string, string> = {};
  if (text === '') faults.text = 'own-follow-up-missing';
  if (!isOwnDue(unit, asked.due)) faults.due = 'bad-date';
  if (Object.keys(faults).length > 0 || !isDay(asked.due)) return refused(faults);
  if ((await tx.ownFollowUp.count({ where: { tenantId, id: asked.form } })) > 0) return undefined;
  await tx.ownFollowUp.create({
    data: {
      tenantId,
      id: asked.form,
      pathwayId: asked.pathwayId,
      personId: byId,
      textSealed: unit.seal('own_follow_up', 'text_sealed', asked.form, text),
      dueOn: dateFromDay(asked.due),
      status: 'open',
    },
  });
  await openObligation(unit, {
    kind: 'own-follow-up',
    matterKind: 'own-follow-up',
    matterId: asked.form,
    round: 1,
    ownerRole: 'person',
    ownerId: byId,
    pathwayId: asked.pathwayId,
    anchors: { due: asked.due },
  });
  await planOwnFollowUps(unit, models, asked.pathwayId);
  unit.audit({
    act: 'own-follow-up.add',
    actorId: byId,
    matterKind: 'own-follow-up',
    matterId: asked.form,
    pathwayId: asked.pathwayId,
  });
  await touchShown(unit, asked.pathwayId);
  return undefined;
}

const isOwnDue = (unit: Unit, due: string): due is Day =>
  isDay(due) && due > unit.today && due <= addDays(unit.today, LATEST_OWN_DAYS);

/** Done, off the list, or due on another day: by whoever owes it. */
export async function changeOwnFollowUp(
  unit: Unit,
  models: Models,
  asked: {
    readonly id: string;
    readonly version: number;
    readonly to: 'done' | 'dropped' | { readonly later: string };
  },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const where = { tenantId_id: { tenantId, id: asked.id } };
  await holdPathwayOf(unit, await tx.ownFollowUp.findUnique(ofPathway(unit, asked.id)));
  await tx.$queryRaw`select id from own_follow_up where tenant_id = ${tenantId}::uuid and id = ${asked.id}::uuid for update`;
  const row = await tx.ownFollowUp.findUnique({ where });
  const known = row && (await pathwaysWithTeam(unit, [row.pathwayId])).get(row.pathwayId);
  const owns = row?.personId === byId && may('own-follow-up.settle', new Set(['owner']));
  if (!row || !known || !owns || !may('pathway.see', standingsIn(known, byId, await organisation(unit))))
    return { code: 'not-yours' };
  if (row.status !== 'open') return { code: 'closed' };
  if (row.version !== asked.version) return { code: 'changed-meanwhile' };
  const which = { matterKind: 'own-follow-up', matterIds: [row.id] };
  const version = { increment: 1 };
  if (typeof asked.to === 'object') {
    const { later } = asked.to;
    if (!isOwnDue(unit, later)) return refused({ later: 'bad-date' });
    await tx.ownFollowUp.update({ where, data: { dueOn: dateFromDay(later), version } });
    await moveAnchor(unit, which, 'due', later);
    await planOwnFollowUps(unit, models, row.pathwayId);
  } else {
    await tx.ownFollowUp.update({ where, data: { status: asked.to, closedAt: unit.now, version } });
    const status = asked.to === 'done' ? 'met' : 'waived';
    await settle(unit, which, { status, byId, because: asked.to });
  }
  unit.audit({
    act: 'own-follow-up.change',
    actorId: byId,
    matterKind: 'own-follow-up',
    matterId: row.id,
    pathwayId: row.pathwayId,
    codes: [typeof asked.to === 'object' ? 'later' : asked.to],
  });
  await touchCards(unit, 'own-follow-up', [row.id]);
  await touchShown(unit, row.pathwayId);
  return undefined;
}

/** The list, and the cards of meetings at which it can be done. */
async function touchShown(unit: Unit, pathwayId: string): Promise<void> {
  await touchCards(unit, 'pathway-follow-ups', [pathwayId]);
  const meetings = await unit.tx.meeting.findMany({
    where: { tenantId: unit.tenantId, pathwayId, status: { in: ['called', 'running', 'past'] } },
    select: { id: true },
  });
  await touchCards(
    unit,
    'meeting',
    meetings.map((one) => one.id),
  );
}

/** Notes on each open follow-up of a professional's own the team meeting at which it can be done, or that there is none. */
export async function planOwnFollowUps(unit: Unit, models: Models, pathwayId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const rows = await tx.ownFollowUp.findMany({
    where: { tenantId, pathwayId, status: 'open' },
    orderBy: { id: 'asc' },
  });
  if (rows.length === 0) return;
  const ground = await groundOf(unit, models, pathwayId);
  const known = (await pathwaysWithTeam(unit, [pathwayId])).get(pathwayId);
  if (!ground || !known) return;
  const org = await organisation(unit);
  for (const row of rows) {
    // Whoever is not in the pathway any more follows up elsewhere: nobody here could press it.
    if (!may('own-follow-up.add', standingsIn(known, row.personId, org))) {
      await tx.ownFollowUp.update({
        where: { tenantId_id: { tenantId, id: row.id } },
        data: { status: 'dropped', closedAt: unit.now, version: { increment: 1 } },
      });
      const which = { matterKind: 'own-follow-up', matterIds: [row.id] };
      await settle(unit, which, { status: 'cancelled', because: 'not-in-pathway' });
      continue;
    }
    const meetingOn = meetingFor(ground, dayFromDate(row.dueOn), unit.today);
    await setPlanned(unit, { matterKind: 'own-follow-up', matterIds: [row.id] }, meetingOn);
    await touchCards(unit, 'own-follow-up', [row.id]);
  }
}
