import type { SectionView } from '../../cards/views';
import { words } from '../../content/words/words';
import { isClosed } from '../meetings/rules';
import type { MeetingSection } from '../meetings/section';
import { holdPathways } from '../pathways/hold';
import type { Models } from '../pathways/models';
import type { PathwaySection } from '../pathways/section';
import { organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { planOwnFollowUps } from './change';
import { reckon } from './reckon';
import { yearOfFollowUps } from './rules';
import { ownText, plannedOnOf, stateOf } from './show';
import { daysOf, groundOf, milestonesOfPathway } from './store';

const BOTH = ['da', 'en'] as const;
const MOST = 4;
/** A word of the house's in both languages. */
const both = (say: (locale: 'da' | 'en') => string) => ({ da: say('da'), en: say('en') });
const NONE = { da: '', en: '' };

/** On the meeting card: the professionals' own follow-ups that can be done at it; and every meeting counts for what is to come. */
export function followUpsSection(models: Models): MeetingSection {
  return {
    name: 'followups',
    shown: async (unit, { meeting }) => {
      const rows = await unit.tx.ownFollowUp.findMany({
        where: { tenantId: unit.tenantId, pathwayId: meeting.pathwayId, status: 'open' },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      });
      const org = await organisation(unit);
      const lines = rows
        // An overdue one is the first to be done where everybody sits together.
        .filter((row) => row.status === 'open' && !isClosed(meeting))
        .slice(0, MOST)
        .map((row): SectionView['lines'][number] => ({
          mark: '',
          lead: both(() => `${org.people.get(row.personId)?.name ?? ''}:`),
          text: both(() => ownText(unit, row)),
          quiet: both((locale) => words(locale).followUps.by(dayFromDate(row.dueOn), unit.today)),
        }));
      if (lines.length === 0) return undefined;
      return { title: both((locale) => words(locale).followUps.section.own), lines, button: null };
    },
    open: async () => [],
    recorded: async () => [],
    follow: async (unit, { meeting }, event) => {
      if (event.is === 'past') return;
      await holdPathways(unit, [meeting.pathwayId]);
      await reckon(unit, models, meeting.pathwayId, event.byId);
      await planOwnFollowUps(unit, models, meeting.pathwayId);
    },
  };
}

/** On the pathway's card: the next follow-up, how the year stands, the transition that is nearest. */
export function followUpsOfPathway(models: Models): PathwaySection {
  return {
    name: 'followups',
    shown: async (unit, known) => {
      if (known.pathway.status !== 'open') return undefined;
      const ground = await groundOf(unit, models, known.pathway.id);
      if (!ground) return undefined;
      const { model, held, startedOn } = ground;
      const rows = (await milestonesOfPathway(unit, known.pathway.id)).filter((one) => one.status === 'open');
      const year = model && yearOfFollowUps({ model, held, startedOn, today: unit.today });
      const lines = rows.flatMap((row): SectionView['lines'][number][] => {
        const planned = plannedOnOf(ground, row, unit.today);
        const state = stateOf(row, planned, unit.today);
        const { dueOn } = daysOf(row);
        // What is far ahead stands on the list.
        if (state === 'ahead' && row.is !== 'follow-up') return [];
        const title = unit.milestones.find((one) => one.key === row.key)?.title;
        return [
          {
            mark:
              state === 'overdue' ? 'Attention' : state === 'planned' ? 'Accent' : state === 'ahead' ? '' : 'Warning',
            lead: title
              ? { da: `${title.da}:`, en: `${title.en}:` }
              : both(
                  (locale) => `${row.is === 'follow-up' ? words(locale).followUps.next : whatOf(row.what, locale)}:`,
                ),
            text: both((locale) => {
              const w = words(locale).followUps;
              return state === 'planned' && planned !== null
                ? w.plannedOn(planned, unit.today)
                : state === 'overdue'
                  ? w.overdueSince(dueOn, unit.today)
                  : w.by(dueOn, unit.today);
            }),
            quiet:
              row.is === 'follow-up' && year
                ? both((locale) => words(locale).followUps.section.year(year.held, year.of))
                : NONE,
          },
        ];
      });
      return {
        title: both((locale) => words(locale).followUps.section.title),
        lines: lines.slice(0, MOST),
        button: {
          title: both((locale) => words(locale).followUps.section.open),
          verb: 'followup.open',
          data: { pathway: known.pathway.id },
        },
      };
    },
  };
}

function whatOf(what: string | null, locale: (typeof BOTH)[number]): string {
  const names: Readonly<Record<string, string>> = words(locale).milestone.whats;
  return names[what ?? 'other'] ?? words(locale).milestone.whats.other;
}
