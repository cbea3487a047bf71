import { hinderedCard } from '../../../cards/meetings/hindered';
import { invitationCard } from '../../../cards/meetings/invitation';
import { representationCard } from '../../../cards/meetings/representation';
import { standInCard } from '../../../cards/meetings/stand-in';
import { type Caller, notFound, type Refused, refusalIn, saidOf } from '../../capability';
import type { Registry } from '../../obligations/kind';
import type { Models } from '../../pathways/models';
import { may } from '../../people/rights';
import type { Answer } from '../../turn';
import { audit, auditMeeting } from '../draw';
import { isManagerOf, mayKnowOfStandIn, standingsAt, standingsOnHindrance } from '../standing';
import { loadInvitation, loadStandIn } from '../store';
import { hinderedView, keptHindered } from './show-hindered';
import { invitationView, nextUpward, standInView } from './show-invitation';
import { representationView } from './show-representation';

/** Draws the cards of an answer; who may see each is asked every time, and seeing it is written down. */
export function drawAnswers(models: Models, registry: () => Registry) {
  const showInvitation = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
    options: { reopened?: boolean; faultAt?: 'colleague' | 'code' } = {},
  ): Promise<Answer> => {
    const found = await loadInvitation(caller.unit, id);
    if (found?.invitation.personId !== caller.person.id) return notFound(caller);
    if (!may('invitation.answer', standingsAt(found.case, caller.person.id, caller.organisation)))
      return notFound(caller);
    audit(caller, 'invitation.see', { matterKind: 'invitation', matterId: id }, found.case);
    const fault = refused === undefined ? null : refusalIn(caller, refused.code);
    const view = await invitationView(caller.unit, found.case, found.invitation, models, {
      reopened: options.reopened ?? false,
      managerNext: await nextUpward(caller.unit, registry(), id),
      ...(fault === null ? {} : { fault }),
      ...(fault === null || options.faultAt === undefined ? {} : { faultAt: options.faultAt }),
    });
    const card = {
      ...invitationCard(view, caller.locale),
      keep: { kind: 'invitation', matterKind: 'invitation', matterId: id },
    };
    return how === 'post' ? { post: [card] } : { replace: card };
  };
  const showStandIn = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await loadStandIn(caller.unit, id);
    if (found?.standIn.personId !== caller.person.id) return notFound(caller);
    if (!mayKnowOfStandIn(found.case, caller.person.id, caller.organisation)) return notFound(caller);
    audit(caller, 'stand-in.see', { matterKind: 'stand-in', matterId: id }, found.case);
    const view = await standInView(caller.unit, found.case, found.invitation, id, undefined);
    if (!view) return notFound(caller);
    const card = {
      ...standInCard(view, caller.locale),
      keep: { kind: 'stand-in', matterKind: 'stand-in', matterId: id },
    };
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
  };
  const showHindered = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await loadInvitation(caller.unit, id);
    if (!found || !may('hindered.reply', standingsOnHindrance(found.case, caller.person.id, caller.organisation)))
      return notFound(caller);
    // Of the meeting, not of the invitation: that a lead looked at this card would say for good who was hindered.
    auditMeeting(caller, found.case);
    const view = await hinderedView(caller.unit, found.case, found.invitation, caller.person.id, undefined);
    const card = { ...hinderedCard(view, caller.locale), keep: keptHindered(found.case, id, view) };
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
  };
  const showRepresentation = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await loadInvitation(caller.unit, id);
    if (!found || !isManagerOf(found.invitation, caller.person.id, caller.organisation)) return notFound(caller);
    audit(caller, 'representation.see', { matterKind: 'invitation', matterId: id }, found.case);
    const fault = refused === undefined ? null : refusalIn(caller, refused.code);
    const view = await representationView(caller.unit, found.case, found.invitation, fault === null ? {} : { fault });
    const card = {
      ...representationCard(view, caller.locale),
      keep: { kind: 'representation', matterKind: 'invitation', matterId: id },
    };
    return how === 'post' ? { post: [card] } : { replace: card };
  };
  return { showInvitation, showStandIn, showHindered, showRepresentation };
}
