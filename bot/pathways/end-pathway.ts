import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { settle, settlePathway } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { dateFromDay } from '../time/day';
import { type Change, changePathway, formFaults } from './change-pathway';
import { noticeOf } from './notices';
import { END_REASONS, LONGEST_END_NOTE, readEnd } from './rules';
import { startOf } from './standing';
import { touchSightOf } from './touch-sight';

/** What other capabilities do in the same transaction when a pathway begins or ends; the pathway is locked. */
export type PathwayHooks = {
  /** A pathway has begun, or is found to have begun already: what it comes to by a date is worked out. */
  begun(unit: Unit, pathwayId: string, byId: string): Promise<void>;
  /** Cancels every meeting of the pathway that is called and still ahead; whoever had heard of one is told. */
  cancelMeetings(unit: Unit, pathwayId: string, byId: string): Promise<void>;
};

export type Ended = { readonly reason: string; readonly note: string; readonly date: string };

/**
 * Ends a pathway with a reason: called meetings are cancelled, nobody owes anything in it any more, the team's places and
 * the lead's period are closed. The team is told that it has ended, and not why.
 */
export async function endPathway(
  unit: Unit,
  hooks: PathwayHooks,
  asked: Change,
  ended: Ended,
): Promise<Refused | undefined> {
  const { tx, tenantId, today } = unit;
  return changePathway(unit, asked, async (known) => {
    const { pathway } = known;
    const reason = END_REASONS.find((one) => one === ended.reason);
    const endedOn = readEnd(ended.date, startOf(pathway), today);
    const note = ended.note.trim();
    const faults: Record<string, string> = {};
    if (!reason) faults.reason = 'pick-a-reason';
    if (endedOn === 'bad-end-date') faults.date = endedOn;
    if (note.length > LONGEST_END_NOTE) faults.note = 'too-long';
    const refused = formFaults(faults);
    if (refused || !reason || endedOn === 'bad-end-date') return refused;
    // What a meeting that has begun leaves behind (its record, what is forgotten at its closing) is settled by the meeting.
    if (await hasBegunMeeting(unit, pathway.id)) return { code: 'meeting-not-closed' };

    await hooks.cancelMeetings(unit, pathway.id, asked.byId);
    await endAskings(unit, pathway.id, asked.byId);
    await settlePathway(unit, pathway.id, { status: 'cancelled', byId: asked.byId, because: 'pathway-ended' });
    const open = { tenantId, pathwayId: pathway.id, untilOn: null };
    await tx.teamSeat.updateMany({ where: open, data: { untilOn: dateFromDay(today), resting: false } });
    await tx.leadPeriod.updateMany({ where: open, data: { untilOn: dateFromDay(today) } });
    await tx.pathway.update({
      where: { tenantId_id: { tenantId, id: pathway.id } },
      data: {
        status: 'ended',
        endedOn: dateFromDay(endedOn),
        endedBecause: reason,
        endedNoteSealed: note === '' ? null : unit.seal('pathway', 'ended_note_sealed', pathway.id, note),
      },
    });
    await touchSightOf(unit, pathway.id);
    unit.audit({
      act: 'pathway.end',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [reason, endedOn],
    });
    const org = await organisation(unit);
    const team = known.seats.filter((id) => known.grounds.has(org.people.get(id)?.departmentId ?? ''));
    const told = new Set([...team, pathway.leadId, pathway.coLeadId].flatMap((id) => id ?? []));
    for (const personId of told)
      if (personId !== asked.byId && org.isHere(personId))
        noticeOf(unit, { code: 'pathway-ended', personId, pathwayId: pathway.id, once: '1' });
    return undefined;
  });
}

/** A meeting whose time has come and that nobody has closed: its record is still owed. */
async function hasBegunMeeting(unit: Unit, pathwayId: string): Promise<boolean> {
  const begun = await unit.tx.meeting.count({
    where: {
      tenantId: unit.tenantId,
      pathwayId,
      OR: [{ status: { in: ['running', 'past'] } }, { status: 'called', startsAt: { lte: unit.now } }],
    },
  });
  return begun > 0;
}

/** Links that were asked for and not answered: the other pathway's lead no longer has to answer, nor does this one's. */
async function endAskings(unit: Unit, pathwayId: string, byId: string): Promise<void> {
  const { tx, tenantId } = unit;
  const asked = await tx.pathwayLink.findMany({
    where: { tenantId, status: 'asked', OR: [{ oneId: pathwayId }, { otherId: pathwayId }] },
  });
  const ids = asked.map((one) => one.id);
  await tx.pathwayLink.updateMany({
    where: { tenantId, id: { in: ids } },
    data: { status: 'ended', version: { increment: 1 } },
  });
  await settle(
    unit,
    { matterKind: 'pathway-link', matterIds: ids },
    { status: 'cancelled', byId, because: 'pathway-ended' },
  );
}
