import type { Invitation } from '../../../prisma/generated/client';
import type { AuditEntry, Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import { openObligation } from '../../obligations/open';
import { settle } from '../../obligations/settle';
import { organisation } from '../../people/organisation';
import { handPreparations } from '../owed/prepare';
import { type Consequence, type InvitationEvent, turnInvitation } from '../rules';
import { endWithoutGround } from '../stop-sharing';
import { activeStandIn, type MeetingCase, startOf, stateOf } from '../store';

/**
 * Takes an invitation one step on, with everything that follows from it, in the unit's transaction: what is owed from now
 * on, who is told, which cards are drawn anew. The meeting must be locked.
 * @returns false when nothing changed
 */
export async function stepInvitation(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  event: InvitationEvent,
  byId: string,
): Promise<boolean> {
  const before = stateOf(invitation);
  const { state, follows } = turnInvitation(before, event);
  if (follows.length === 0) return false;
  const changed = { ...invitation, status: state.status, round: state.round, version: invitation.version + 1 };
  await unit.tx.invitation.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: invitation.id } },
    data: {
      status: state.status,
      hinderedCode: state.hinderedCode,
      leadReply: state.leadReply,
      earlierStatus: state.earlier,
      round: state.round,
      version: changed.version,
      ...(state.status === before.status ? {} : { answeredAt: state.status === 'asked' ? null : unit.now }),
    },
  });
  for (const what of follows) await follow(unit, found, changed, what, event, byId);
  await preparationsFollow(unit, found, invitation, event);
  await endWithoutGround(unit, found, changed, byId);
  unit.audit({ ...auditOf(event, invitation), actorId: byId, pathwayId: found.meeting.pathwayId });
  await touchCards(unit, 'invitation', [invitation.id]);
  await touchCards(unit, 'meeting', [found.meeting.id]);
  return true;
}

/**
 * That an invitation was answered, never what: the audit log joins nobody with an absence. A lead has nothing to say to an
 * invitation but that somebody is hindered, so that a lead's reply is written down at the meeting.
 */
function auditOf(event: InvitationEvent, invitation: Invitation): Pick<AuditEntry, 'act' | 'matterKind' | 'matterId'> {
  switch (event.kind) {
    case 'moved':
      return { act: 'meeting.ask-again', matterKind: 'invitation', matterId: invitation.id };
    case 'lead-manages':
    case 'lead-needs-somebody':
      return { act: 'hindered.reply', matterKind: 'meeting', matterId: invitation.meetingId };
    default:
      return { act: 'invitation.answer', matterKind: 'invitation', matterId: invitation.id };
  }
}

async function follow(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  what: Consequence,
  event: InvitationEvent,
  byId: string,
): Promise<void> {
  const { meeting, known } = found;
  const matter = { matterKind: 'invitation', matterIds: [invitation.id] };
  const asked = {
    matterKind: 'invitation',
    matterId: invitation.id,
    pathwayId: meeting.pathwayId,
    anchors: { meeting: startOf(meeting) },
  };
  switch (what) {
    case 'answer-given':
      await swapCalendars(unit, found, invitation, event);
      // That it was answered, never what: the row outlives the meeting.
      await settle(unit, { ...matter, kind: 'invitation-answer' }, { status: 'met', byId, because: 'answered' });
      return;
    case 'ask-again':
      await openObligation(unit, {
        ...asked,
        kind: 'invitation-answer',
        round: invitation.round,
        ownerRole: 'person',
        ownerId: invitation.personId,
        card: { kind: 'invitation', class: 'summons' },
      });
      return;
    case 'withdraw-colleague':
      await withdrawColleague(unit, found, invitation, byId);
      return;
    case 'ask-lead':
      await openObligation(unit, {
        ...asked,
        kind: 'hindered-reply',
        round: invitation.version,
        ownerRole: 'lead',
        ownerId: known.pathway.leadId,
        card: { kind: 'hindered', class: 'summons' },
      });
      return;
    case 'lead-answered':
      await settle(
        unit,
        { ...matter, kind: 'hindered-reply' },
        { status: event.kind.startsWith('lead-') ? 'met' : 'cancelled', byId, because: event.kind },
      );
      return;
    case 'ask-manager': {
      const org = await organisation(unit);
      const manager = org.managerOf(invitation.personId);
      const asking = manager === undefined ? undefined : org.atWorkFor(manager);
      const card = { kind: 'representation', class: 'summons' } as const;
      // The manager's own, whoever answers for them today: it must not stay with a deputy who answers for nobody any more.
      const id = await openObligation(unit, {
        ...asked,
        kind: 'representation',
        round: invitation.version,
        ownerRole: 'person',
        ownerId: manager ?? null,
        ...(asking === manager ? { card } : {}),
      });
      // The deputy hears at once: the meeting may be over when the manager is back.
      if (id !== undefined && asking !== undefined && asking !== manager) {
        const { matterKind, matterId, pathwayId } = asked;
        unit.message({ naturalKey: `own:${id}`, personId: asking, ...card, matterKind, matterId, pathwayId });
      }
      return;
    }
    case 'manager-answered':
      await settle(
        unit,
        { ...matter, kind: 'representation' },
        event.kind === 'named'
          ? { status: 'met', byId, because: 'named' }
          : { status: 'cancelled', byId, because: 'answered' },
      );
      return;
    case 'tell-invited': {
      const last = found.standIns.filter((one) => one.invitationId === invitation.id).at(-1);
      if (!last) return;
      unit.message({
        naturalKey: `declined:${last.id}`,
        personId: invitation.personId,
        class: 'notice',
        kind: 'notice.stand-in-declined',
        matterKind: 'stand-in',
        matterId: last.id,
        pathwayId: meeting.pathwayId,
      });
      return;
    }
    default:
      what satisfies never;
  }
}

/** What is to be ready is made ready by whoever comes; somebody hindered still gives their department's part. */
async function preparationsFollow(
  unit: Unit,
  { meeting, standIns }: MeetingCase,
  { id, personId }: Invitation,
  event: InvitationEvent,
): Promise<void> {
  const colleague = standIns.findLast((one) => one.invitationId === id)?.personId;
  switch (event.kind) {
    case 'colleague-accepted':
      if (colleague !== undefined) await handPreparations(unit, meeting, personId, colleague);
      return;
    case 'colleague-withdrew':
    case 'come':
    case 'moved':
      if (colleague !== undefined && event.kind !== 'moved')
        await handPreparations(unit, meeting, colleague, undefined);
      await handPreparations(unit, meeting, personId, personId);
      return;
    default:
      return;
  }
}

/** A colleague who comes instead gets the meeting into the calendar, and the one invited gets it out of theirs. */
async function swapCalendars(
  unit: Unit,
  { meeting, standIns }: MeetingCase,
  invitation: Invitation,
  event: InvitationEvent,
): Promise<void> {
  if (event.kind !== 'colleague-accepted' || unit.policy.calendar !== 'mail') return;
  const colleague = standIns.find((one) => one.invitationId === invitation.id && one.status === 'asked');
  const tell = (personId: string, what: 'request' | 'cancel') =>
    unit.message({
      naturalKey: `calendar:${meeting.id}:${invitation.version}:${what}:${personId}`,
      personId,
      channel: 'mail',
      class: 'notice',
      kind: `calendar.${what}`,
      matterKind: 'meeting',
      matterId: meeting.id,
      pathwayId: meeting.pathwayId,
    });
  if (colleague) tell(colleague.personId, 'request');
  tell(invitation.personId, 'cancel');
}

/** The colleague asked before is not needed any more: told so, unless it is they who act. */
/** A colleague who was asked to come instead, or had said yes, need not: they are told. */
export async function withdrawColleague(
  unit: Unit,
  found: MeetingCase,
  invitation: Invitation,
  byId: string | null,
): Promise<void> {
  const colleague = activeStandIn(found, invitation.id);
  if (!colleague) return;
  await unit.tx.standIn.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: colleague.id } },
    data: { status: 'withdrawn', answeredAt: unit.now },
  });
  await settle(
    unit,
    { matterKind: 'stand-in', matterIds: [colleague.id] },
    { status: 'cancelled', byId, because: 'withdrawn' },
  );
  if (colleague.personId === byId) return;
  unit.message({
    naturalKey: `withdrawn:${colleague.id}`,
    personId: colleague.personId,
    class: 'notice',
    kind: 'notice.stand-in-withdrawn',
    matterKind: 'stand-in',
    matterId: colleague.id,
    pathwayId: found.meeting.pathwayId,
  });
}
