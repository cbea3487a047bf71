import type { Refused } from '../../capability';
import type { Unit } from '../../db/unit';
import { openObligation } from '../../obligations/open';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { type HinderedCode, isOver } from '../rules';
import { possibleStandIns, standingsAt } from '../standing';
import { loadInvitation, startOf } from '../store';
import { stepInvitation } from './step-invitation';

export type InvitationAnswer =
  | { readonly kind: 'come' }
  | { readonly kind: 'hindered'; readonly code: HinderedCode }
  | { readonly kind: 'ask-colleague'; readonly colleagueId: string };

/**
 * The invited one answers: comes, is hindered, or asks a colleague to come instead. There is no plain "no" (Ballerup 4).
 * @returns why not: `not-yours` for everybody but the invited one, as if it did not exist
 */
export async function answerInvitation(
  unit: Unit,
  invitationId: string,
  version: number,
  answer: InvitationAnswer,
  byId: string,
): Promise<Refused | undefined> {
  const found = await loadInvitation(unit, invitationId, { lock: true });
  const org = await organisation(unit);
  if (!found || found.invitation.personId !== byId) return { code: 'not-yours' };
  if (!may('invitation.answer', standingsAt(found.case, byId, org))) return { code: 'not-yours' };
  if (isOver(found.case.meeting, unit.now)) return { code: 'closed' };
  const { invitation } = found;
  if (invitation.version !== version) return { code: 'changed-meanwhile' };
  if (answer.kind !== 'ask-colleague') {
    await stepInvitation(unit, found.case, invitation, answer, byId);
    return undefined;
  }
  if (!possibleStandIns(found.case, invitation, org).some((one) => one.id === answer.colleagueId))
    return { code: 'not-a-colleague' };
  await stepInvitation(unit, found.case, invitation, { kind: 'ask-colleague' }, byId);
  await askColleague(unit, { invitationId, personId: answer.colleagueId, namedById: null, found: found.case });
  return undefined;
}

/** Asks a colleague, by a card of their own; a right, since nobody owes a yes to a colleague's seat. */
export async function askColleague(
  unit: Unit,
  asked: {
    readonly invitationId: string;
    readonly personId: string;
    /** The manager who named them; null when the invited one asked. */
    readonly namedById: string | null;
    readonly found: NonNullable<Awaited<ReturnType<typeof loadInvitation>>>['case'];
  },
): Promise<void> {
  const { tx, tenantId } = unit;
  const id = unit.house.newId();
  const before = asked.found.standIns.filter((one) => one.invitationId === asked.invitationId).length;
  await tx.standIn.create({
    data: {
      tenantId,
      id,
      invitationId: asked.invitationId,
      personId: asked.personId,
      status: 'asked',
      namedById: asked.namedById,
      n: before + 1,
      askedAt: unit.now,
    },
  });
  await openObligation(unit, {
    kind: 'stand-in-answer',
    matterKind: 'stand-in',
    matterId: id,
    round: 1,
    ownerRole: 'person',
    ownerId: asked.personId,
    pathwayId: asked.found.meeting.pathwayId,
    anchors: { meeting: startOf(asked.found.meeting) },
    card: { kind: 'stand-in', class: 'summons' },
  });
}
