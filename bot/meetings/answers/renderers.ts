import { hinderedCard } from '../../../cards/meetings/hindered';
import { invitationCard } from '../../../cards/meetings/invitation';
import { representationCard } from '../../../cards/meetings/representation';
import { standInCard } from '../../../cards/meetings/stand-in';
import type { Unit } from '../../db/unit';
import type { Registry, Renderer } from '../../obligations/kind';
import type { Models } from '../../pathways/models';
import { organisation } from '../../people/organisation';
import { notice } from '../notice';
import { isOver } from '../rules';
import { isManagerOf, mayKnowOfStandIn, standingsAt } from '../standing';
import { activeStandIn, loadInvitation, loadMeetings, loadStandIn } from '../store';
import { closedHinderedView, hinderedView, keptHindered } from './show-hindered';
import { invitationView, nextUpward, standInView } from './show-invitation';
import { representationView } from './show-representation';

/** How each card of an answer is drawn for one person, as things stand now. */
export function answerRenderers(models: Models, registry: () => Registry): Record<string, Renderer> {
  return {
    invitation: async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadInvitation(unit, matterId);
      if (!found || found.invitation.personId !== personId) return undefined;
      // Nobody is asked about what is over or answered; a card that stands in the chat shows how it ended.
      if (sending && (isOver(found.case.meeting, unit.now) || found.invitation.status !== 'asked')) return undefined;
      if (!standingsAt(found.case, personId, await organisation(unit)).has('invited')) return 'gone';
      const managerNext = await nextUpward(unit, registry(), found.invitation.id);
      const view = await invitationView(unit, found.case, found.invitation, models, {
        ...(sending ? { sending } : {}),
        managerNext,
      });
      return { ...invitationCard(view, locale), keep: { kind: 'invitation', matterKind: 'invitation', matterId } };
    },
    'stand-in': async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadStandIn(unit, matterId);
      if (!found || found.standIn.personId !== personId) return undefined;
      if (!mayKnowOfStandIn(found.case, personId, await organisation(unit))) return 'gone';
      if (sending && (isOver(found.case.meeting, unit.now) || found.standIn.status !== 'asked')) return undefined;
      const view = await standInView(unit, found.case, found.invitation, matterId, sending);
      return view && { ...standInCard(view, locale), keep: { kind: 'stand-in', matterKind: 'stand-in', matterId } };
    },
    hindered: async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadInvitation(unit, matterId);
      if (!found) return undefined;
      const view = await hinderedView(unit, found.case, found.invitation, personId, sending);
      if (sending && view.state !== 'open') return undefined;
      return { ...hinderedCard(view, locale), keep: keptHindered(found.case, matterId, view) };
    },
    'hindered-closed': async (unit, { matterId, locale }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found || !isOver(found.meeting, unit.now)) return undefined;
      const view = closedHinderedView(unit, found, await organisation(unit));
      return { ...hinderedCard(view, locale), keep: keptHindered(found, matterId, view) };
    },
    representation: async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadInvitation(unit, matterId);
      if (!found) return undefined;
      if (!isManagerOf(found.invitation, personId, await organisation(unit))) return 'gone';
      const view = await representationView(unit, found.case, found.invitation, sending ? { sending } : {});
      if (sending && view.state.is !== 'open') return undefined;
      return {
        ...representationCard(view, locale),
        keep: { kind: 'representation', matterKind: 'invitation', matterId },
      };
    },
    'notice.stand-in-declined': (unit, input) => standInNotice(unit, input, 'stand-in-declined'),
    'notice.stand-in-withdrawn': (unit, input) => standInNotice(unit, input, 'stand-in-withdrawn'),
    'notice.named-for-you': async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadInvitation(unit, matterId);
      const colleague = found && activeStandIn(found.case, matterId);
      if (!found || !colleague?.namedById || found.invitation.personId !== personId) return undefined;
      const org = await organisation(unit);
      const name = org.people.get(colleague.namedById)?.name ?? null;
      return notice(
        unit,
        found.case,
        'named-for-you',
        name,
        `notice/named-for-you/${matterId}/${colleague.n}`,
        sending?.repeated ?? false,
        locale,
      );
    },
  };
}

async function standInNotice(
  unit: Unit,
  input: Parameters<Renderer>[1],
  code: 'stand-in-declined' | 'stand-in-withdrawn',
): ReturnType<Renderer> {
  const found = await loadStandIn(unit, input.matterId);
  if (!found || isOver(found.case.meeting, unit.now)) return undefined;
  const org = await organisation(unit);
  const about = code === 'stand-in-declined' ? found.standIn.personId : found.invitation.personId;
  const name = org.people.get(about)?.name ?? null;
  return notice(
    unit,
    found.case,
    code,
    name,
    `notice/${code}/${input.matterId}/1`,
    input.sending?.repeated ?? false,
    input.locale,
  );
}
