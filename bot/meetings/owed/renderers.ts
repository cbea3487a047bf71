import { absenceWordCard } from '../../../cards/meetings/absence-word';
import { citizenTalkCard } from '../../../cards/meetings/citizen-talk';
import { nextMeetingCard } from '../../../cards/meetings/next-meeting';
import { notRepresentedCard } from '../../../cards/meetings/not-represented';
import { preparationCard } from '../../../cards/meetings/preparation';
import type { Renderer } from '../../obligations/kind';
import { pathwaysWithTeam, standingsIn } from '../../pathways/standing';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { asMoment } from '../../time/moment';
import { standingsAt } from '../standing';
import { loadMeetings } from '../store';
import { absenceWordView, notRepresentedView } from './absence-show';
import { citizenTalkView, nextMeetingView, nextOf, preparationView } from './show';

/** How each of these cards is drawn for one person, as things stand now. */
export function owedRenderers(): Record<string, Renderer> {
  return {
    preparation: async (unit, { matterId, personId, locale, sending }) => {
      const view = await preparationView(unit, matterId, personId, sending);
      if (!view) return 'gone';
      if (sending && view.state !== 'open') return undefined;
      return { ...preparationCard(view, locale), keep: { kind: 'preparation', matterKind: 'preparation', matterId } };
    },
    'citizen-talk': async (unit, { matterId, personId, locale, sending }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found) return undefined;
      if (!may('citizen-talk.note', standingsAt(found, personId, await organisation(unit)))) return 'gone';
      const view = await citizenTalkView(unit, found, sending ? { sending } : {});
      if (sending && view.done) return undefined;
      return { ...citizenTalkCard(view, locale), keep: { kind: 'citizen-talk', matterKind: 'meeting', matterId } };
    },
    'next-meeting': async (unit, { matterId, personId, locale, sending }) => {
      const known = (await pathwaysWithTeam(unit, [matterId])).get(matterId);
      const next = await nextOf(unit, matterId);
      if (!known || !next) return undefined;
      if (!may('meeting.call', standingsIn(known, personId, await organisation(unit)))) return 'gone';
      const view = await nextMeetingView(unit, known, { ...next, at: asMoment(next.at) }, sending);
      if (sending && view.called) return undefined;
      return { ...nextMeetingCard(view, locale), keep: { kind: 'next-meeting', matterKind: 'pathway', matterId } };
    },
    'absence-word': async (unit, { matterId, personId, locale, sending }) => {
      const view = await absenceWordView(unit, matterId, personId, sending);
      if (!view || (sending && view.state !== 'open')) return undefined;
      return { ...absenceWordCard(view, locale), keep: { kind: 'absence-word', matterKind: 'attendance', matterId } };
    },
    'not-represented': async (unit, { matterId, personId, locale }) => {
      const view = await notRepresentedView(unit, matterId, personId);
      return (
        view && {
          ...notRepresentedCard(view, locale),
          keep: { kind: 'not-represented', matterKind: 'representation', matterId },
        }
      );
    },
  };
}
