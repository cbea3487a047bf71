import type { Invitation, Obligation, Preparation, Prisma } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { settle } from '../obligations/settle';
import type { MeetingLacking, SharingHooks } from '../pathways/ground-sharing';
import { type Organisation, organisation } from '../people/organisation';
import { asMoment } from '../time/moment';
import { standingsAt } from './standing';
import { activeStandIn, loadMeetings, lockMeeting, type MeetingCase, startOf } from './store';

/** Why an obligation was closed, so that it is known what to ask again when there is ground anew. */
const NO_GROUND = 'no-ground';

/** What meetings do when sharing of a pathway stops or begins anew. */
export const meetingSharing: SharingHooks = { stopped: stopSharing, begun: beginSharing, lacking: lackingIn };

/**
 * Somebody lost their last ground: in every called meeting ahead nothing is asked any more of those it does not reach, nor
 * of their colleagues and leaders, and externals are not invited any more.
 */
async function stopSharing(unit: Unit, pathwayId: string, byId: string | null): Promise<void> {
  const org = await organisation(unit);
  for (const found of await lockAhead(unit, pathwayId)) {
    for (const invitation of found.invitations) await endWithoutGround(unit, found, invitation, byId);
    await withdrawExternals(unit, found);
    const lost = found.invitations.filter((one) => lacksGround(found, one, org));
    await withdrawQueued(unit, {
      personId: { in: lost.map((one) => one.personId) },
      matterId: { in: [found.meeting.id, ...lost.map((one) => one.id)] },
    });
    await touchCards(unit, 'meeting', [found.meeting.id]);
  }
}

/**
 * Nothing is owed over an invitation that no ground reaches (any more), also after a step of it: a moved date asks nobody
 * whom nothing may be shared with. What was answered stays.
 */
export async function endWithoutGround(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  byId: string | null,
): Promise<void> {
  if (!lacksGround(found, invitation, await organisation(unit))) return;
  const how = { status: 'cancelled', byId, because: NO_GROUND } as const;
  await settle(unit, { matterKind: 'invitation', matterIds: [invitation.id] }, how);
  const standIns = found.standIns.filter((one) => one.invitationId === invitation.id).map((one) => one.id);
  await settle(unit, { matterKind: 'stand-in', matterIds: standIns }, how);
  const preparations = await preparationsOf(unit, invitation);
  await settle(unit, { matterKind: 'preparation', matterIds: preparations.map((one) => one.id) }, how);
}

const preparationsOf = (unit: Unit, { meetingId, personId }: Invitation): Promise<Preparation[]> =>
  unit.tx.preparation.findMany({
    where: { tenantId: unit.tenantId, meetingId, personId, doneAt: null },
    orderBy: { id: 'asc' },
  });

/** Invited, still here, and no ground reaches the department. */
export function lacksGround(found: MeetingCase, invitation: Invitation, org: Organisation): boolean {
  if (invitation.status === 'lead' || !org.isHere(invitation.personId)) return false;
  return !standingsAt(found, invitation.personId, org).has('invited');
}

async function withdrawExternals(unit: Unit, { meeting, known }: MeetingCase): Promise<void> {
  const { tx, tenantId } = unit;
  const invited = await tx.externalInvitation.findMany({
    where: { tenantId, meetingId: meeting.id, withdrawnAt: null },
    orderBy: { id: 'asc' },
  });
  const lost = invited.filter((one) => !reaches({ known, meeting }, one.externalId));
  if (lost.length === 0) return;
  await tx.externalInvitation.updateMany({
    where: { tenantId, id: { in: lost.map((one) => one.id) } },
    data: { withdrawnAt: unit.now },
  });
  await withdrawQueued(unit, { matterId: { in: lost.map((one) => one.id) } });
}

/** What is on its way to them about this meeting, also what no obligation owes: a notice, a mail for the calendar. */
async function withdrawQueued(unit: Unit, to: Prisma.MessageWhereInput): Promise<void> {
  await unit.tx.message.updateMany({
    where: { tenantId: unit.tenantId, status: 'queued', ...to },
    data: { status: 'withdrawn', reason: NO_GROUND, endedAt: unit.now, retryAt: null },
  });
}

/** Whether a ground reaches an external at this meeting. */
function reaches({ known, meeting }: Pick<MeetingCase, 'known' | 'meeting'>, externalId: string): boolean {
  return known.externalGrounds.has(externalId) || (known.meetingGrounds.get(meeting.id)?.has(externalId) ?? false);
}

/** There is ground (again): what fell away for want of it is asked anew, as far as it is still open. A new round. */
async function beginSharing(unit: Unit, pathwayId: string, byId: string | null): Promise<void> {
  const org = await organisation(unit);
  for (const found of await lockAhead(unit, pathwayId)) {
    for (const invitation of found.invitations)
      if (!lacksGround(found, invitation, org)) await askAgain(unit, found, invitation, byId);
    await touchCards(unit, 'meeting', [found.meeting.id]);
  }
}

/** Each kind with the card that asks it; what is to be made ready has none of its own. */
const ASKING: Readonly<Record<string, string | undefined>> = {
  'invitation-answer': 'invitation',
  'stand-in-answer': 'stand-in',
  'hindered-reply': 'hindered',
  representation: 'representation',
};

async function askAgain(unit: Unit, found: MeetingCase, invitation: Invitation, byId: string | null): Promise<void> {
  const { tx, tenantId } = unit;
  const preparations = await preparationsOf(unit, invitation);
  const standIns = found.standIns.filter((one) => one.invitationId === invitation.id);
  const matterIds = [invitation.id, ...standIns.map((one) => one.id), ...preparations.map((one) => one.id)];
  const rows = await tx.obligation.findMany({
    where: { tenantId, matterId: { in: matterIds } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  // Of each the newest decides: what was asked again since then did not fall away for want of ground.
  const newest = [...new Map(rows.map((row) => [`${row.kind}/${row.matterId}`, row])).values()];
  const missing = newest.filter((row) => row.closedBecause === NO_GROUND && isStillOpen(found, invitation, row));
  if (missing.length === 0) return;
  const asks = missing.some((row) => row.kind === 'invitation-answer');
  const next = { version: invitation.version + 1, round: invitation.round + (asks ? 1 : 0) };
  await tx.invitation.update({ where: { tenantId_id: { tenantId, id: invitation.id } }, data: next });
  for (const row of missing) {
    const due = preparations.find((one) => one.id === row.matterId)?.dueLocal;
    if (due !== undefined && due <= unit.moment) continue;
    const card = ASKING[row.kind];
    await openObligation(unit, {
      kind: row.kind,
      matterKind: row.matterKind,
      matterId: row.matterId,
      // As elsewhere: an asking of the invited one counts rounds, one about the invitation its versions.
      round:
        row.kind === 'invitation-answer' ? next.round : row.matterKind === 'invitation' ? next.version : row.round + 1,
      ownerRole: row.ownerRole,
      ownerId: row.ownerRole === 'lead' ? found.known.pathway.leadId : row.ownerId,
      pathwayId: found.meeting.pathwayId,
      anchors: { meeting: startOf(found.meeting), ...(due === undefined ? {} : { due: asMoment(due) }) },
      ...(card === undefined ? {} : { card: { kind: card, class: 'summons' } }),
    });
    unit.audit({
      act: 'meeting.ask-again',
      actorId: byId,
      matterKind: row.kind === 'hindered-reply' ? 'meeting' : row.matterKind,
      // That a lead is asked anew would say for good who was hindered.
      matterId: row.kind === 'hindered-reply' ? found.meeting.id : row.matterId,
      pathwayId: found.meeting.pathwayId,
    });
    await touchCards(unit, row.matterKind, [row.matterId]);
  }
}

/** Whether what fell away would still be asked if it had been asked just now. */
function isStillOpen(found: MeetingCase, invitation: Invitation, row: Obligation): boolean {
  const { status, leadReply } = invitation;
  const colleague = activeStandIn(found, invitation.id);
  switch (row.kind) {
    case 'invitation-answer':
      return status === 'asked' && !colleague?.namedById;
    case 'stand-in-answer':
      return colleague?.id === row.matterId && colleague.status === 'asked';
    case 'hindered-reply':
      return status === 'hindered' && leadReply === null;
    case 'representation':
      return status !== 'coming' && status !== 'stand-in' && !colleague?.namedById;
    default:
      return row.kind === 'preparation';
  }
}

/** Every called meeting ahead with those it has invited and may not share with. Soonest first. */
async function lackingIn(unit: Unit, pathwayId: string): Promise<MeetingLacking[]> {
  const org = await organisation(unit);
  const lacking: MeetingLacking[] = [];
  for (const found of await loadAhead(unit, pathwayId)) {
    const { meeting } = found;
    const externals = await unit.tx.externalInvitation.findMany({
      where: { tenantId: unit.tenantId, meetingId: meeting.id },
      select: { externalId: true },
    });
    const personIds = found.invitations.filter((one) => lacksGround(found, one, org)).map((one) => one.personId);
    const externalIds = externals.map((one) => one.externalId).filter((id) => !reaches(found, id));
    if (personIds.length + externalIds.length === 0) continue;
    const { id: meetingId, number, kindKey: kind } = meeting;
    lacking.push({ meetingId, number, kind, at: startOf(meeting), personIds, externalIds });
  }
  return lacking.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const ahead = (unit: Unit, pathwayId: string) =>
  unit.tx.meeting.findMany({
    where: { tenantId: unit.tenantId, pathwayId, status: 'called', startsAt: { gt: unit.now } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });

async function loadAhead(unit: Unit, pathwayId: string): Promise<MeetingCase[]> {
  const ids = (await ahead(unit, pathwayId)).map((one) => one.id);
  return [...(await loadMeetings(unit, ids)).values()];
}

/** Locked in the order of their ids, before anything is read of them. */
async function lockAhead(unit: Unit, pathwayId: string): Promise<MeetingCase[]> {
  for (const { id } of await ahead(unit, pathwayId)) await lockMeeting(unit, id);
  return loadAhead(unit, pathwayId);
}
