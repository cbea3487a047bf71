import { spokenDay, spokenMoment } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { choiceField, type Matter, type MatterSection, matterCard, press, section } from '../matter';
import type { Drawn } from '../render';
import { clipped } from '../text';
import type { OverviewView } from './views';

const colors = { overdue: 'Attention', waiting: 'Warning', planned: 'Accent', calm: 'Good' } as const;
/** So many lines of each list stand on the card: counted by what does not depend on the language. */
const MOST = 10;

/** My pathways with what is next, and for a manager what is late in the department. */
export function overviewCard(view: OverviewView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: OverviewView, most: number, w: Words, locale: Locale): Matter {
  const card = w.overview;
  const late = view.pathways.filter((one) => one.mood === 'overdue').length;
  const lines = most === Number.POSITIVE_INFINITY ? MOST : Math.max(3, Math.floor(most / 100));
  return {
    summary: card.summary,
    quiet: card.quiet,
    title: late === 0 ? card.title : card.titleLate(late),
    opening: view.pathways.length === 0 && view.overdue === null ? [sentence(card.none)] : [],
    later: [mine(view, lines, w, locale), department(view, lines, w, locale)],
    ...opening(view, w, locale),
  };
}

function mine(view: OverviewView, most: number, w: Words, locale: Locale): MatterSection {
  const card = w.overview;
  const lines = view.pathways.slice(0, most).map((one) =>
    line({
      mark: colors[one.mood],
      lead: `${clipped(one.alias, 40)} · ${one.ref}: `,
      text: [
        card.moods[one.mood],
        ...(one.what === ''
          ? []
          : [
              `${begun(w.owed[one.what] ?? '')}${one.dueOn === null ? '' : ` ${card.by(spokenDay(one.dueOn, locale, view.today))}`}`,
            ]),
      ].join(', '),
      quiet: one.meetingAt === null ? '' : ` · ${card.meeting(spokenMoment(one.meetingAt, locale, view.today))}`,
    }),
  );
  const rest = view.pathways.length - lines.length;
  return section(card.mine, lines, { rest: rest === 0 ? '' : w.andMore(rest) });
}

function department(view: OverviewView, most: number, w: Words, locale: Locale): MatterSection {
  const card = w.overview;
  if (view.overdue === null) return section(card.department, []);
  if (view.overdue.length === 0) return section(card.department, [line({ mark: 'Good', text: card.nothingLate })]);
  const lines = view.overdue.slice(0, most).map((one) =>
    line({
      mark: 'Attention',
      lead: one.ref === '' ? '' : `${one.ref}: `,
      text: `${w.owed[one.kind] ?? ''}, ${card.since(spokenDay(one.dueOn, locale, view.today))}`,
      quiet: ` · ${clipped(one.name, 60)}`,
    }),
  );
  const rest = view.overdue.length - lines.length;
  return section(card.department, [line({ text: card.help }), ...lines], { rest: rest === 0 ? '' : w.andMore(rest) });
}

function opening(view: OverviewView, w: Words, locale: Locale): Pick<Matter, 'fields' | 'rows'> {
  const card = w.overview;
  const [first] = view.pathways;
  const waiting = { title: w.actions.waiting, verb: 'home.waiting' };
  if (!first) return { rows: [press([waiting], { spacing: 'Medium' })] };
  return {
    fields: [
      choiceField({
        id: 'pathway',
        label: card.pick,
        placeholder: card.pick,
        value: first.id,
        choices: view.pathways.map((one) => ({
          title: `${clipped(one.alias, 40)} (${one.ref}), ${card.moods[one.mood].toLocaleLowerCase(locale)}`,
          value: one.id,
        })),
        faults: {},
      }),
    ],
    rows: [
      press([{ title: card.open, verb: 'pathway.open', first: true, sends: true }, waiting], { spacing: 'Medium' }),
    ],
  };
}

/** What stands after a comma does not begin with a capital. */
const begun = (what: string): string => what.charAt(0).toLowerCase() + what.slice(1);
