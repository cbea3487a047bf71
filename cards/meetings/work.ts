import { z } from 'zod/v4';
import { spokenDay, spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import {
  aliasOf,
  facts,
  type Line,
  line,
  meetingFacts,
  rows,
  said,
  sections,
  sentence,
  spoken,
  state,
} from '../anatomy';
import { type Drawn, defineCard, drawnToFit } from '../render';
import { clipped, plain } from '../text';
import { quotation } from './quotation';
import template from './work.json';
import { workRows } from './work-buttons';
import { workSections } from './work-sections';
import type { WorkView } from './work-views';

const draw = defineCard({
  name: 'work',
  template,
  schema: z.strictObject({
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    citizen: sections.element.shape.lines,
    state,
    hasFacts: z.boolean(),
    facts,
    said,
    sections,
    after: said,
    hasRows: z.boolean(),
    rows,
  }),
});

const colors = {
  ready: 'Accent',
  running: 'Good',
  past: 'Warning',
  held: 'Good',
  'not-held': 'Default',
  cancelled: 'Attention',
} as const;

/** The meeting card: the citizen first, then how it goes, or how it went; with a button for each part to whoever works it. */
export function workCard(view: WorkView, locale: Locale): Drawn {
  return drawnToFit((most) => drawn(view, most, locale));
}

function drawn(view: WorkView, most: number, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.work;
  const { meeting, status } = view;
  const when = spokenMoment(meeting.at, locale);
  const buttons = workRows(view, w, locale);
  return draw(
    {
      mark: view.mark,
      quiet: card.quiet(meeting.number, plain(meeting.ref), plain(view.model[locale])),
      title: capitalised(titleOf(view, w, locale)),
      citizen: citizenLines(view, most, w, locale),
      state: {
        text: status === 'ready' && !(view.mayWork && view.mayOpen) ? card.states.called : card.states[status],
        color: colors[status],
      },
      hasFacts: status === 'ready',
      facts: status === 'ready' ? meetingFacts({ ...meeting, alias: null }, w) : [],
      said: before(view, w, locale),
      sections: status === 'cancelled' || status === 'not-held' ? [] : workSections(view, most, w, locale),
      after: status === 'cancelled' || status === 'not-held' ? [] : nextMeeting(view, w, locale),
      hasRows: buttons.length > 0,
      rows: buttons,
    },
    card.summary(meeting.number, when, meeting.ref),
    locale,
  );
}

function titleOf(view: WorkView, w: Words, locale: Locale): string {
  const { title } = w.work;
  const { the, when } = spoken(view.meeting, w, locale);
  if (view.status === 'past' && view.mayWork) return title.ask(the, when);
  if (view.status === 'held' || view.status === 'not-held' || view.status === 'cancelled')
    return title[view.status](the, when);
  return title.ahead(w.kindNames[view.meeting.kind] ?? w.anyKind, when);
}

/** The citizen: there or not, in their own words, and whom they bring. */
function citizenLines(view: WorkView, most: number, w: Words, locale: Locale): Line[] {
  const card = w.work.citizen;
  const { citizen, status } = view;
  const alias = aliasOf(view.meeting, w);
  const guests = citizen.guests === '' ? [] : [line({ lead: `${card.guests(alias)} `, text: citizen.guests })];
  return [
    ...presence(view, alias, w, locale),
    ...quotation(citizen.words, most * 4, w),
    ...(status === 'not-held' ? [] : guests),
  ];
}

function presence(view: WorkView, alias: string, w: Words, locale: Locale): Line[] {
  const card = w.work.citizen;
  const { citizen, status } = view;
  const bold = (lead: string, mark: Line['mark'] = '') => line({ mark, lead, text: '', spacing: 'None' });
  if (!view.citizenTakesPart) return [bold(citizen.words === '' ? card.notPartSilent(alias) : card.notPart(alias))];
  if (status === 'ready' || status === 'cancelled' || status === 'not-held') return [bold(alias)];
  const over = status === 'held' || status === 'past';
  switch (citizen.there) {
    case 'there':
      return [bold(over ? card.wasThere(alias) : card.there(alias), 'Good')];
    case 'asked-us':
      return [
        bold(over ? card.hadAskedUs(alias) : card.askedUs(alias), 'Accent'),
        ...(citizen.askedOn === null
          ? []
          : [
              line({ text: card.asked(spokenDay(citizen.askedOn, locale)), quiet: ` ${citizen.how}`, spacing: 'None' }),
            ]),
      ];
    case null:
      return [bold(over ? card.wasUnknown(alias) : card.unknown(alias), 'Warning')];
    default:
      return citizen.there satisfies never;
  }
}

/** What is to be said above the parts: that it is over, what is missing, or how it was closed. */
function before(view: WorkView, w: Words, locale: Locale): z.input<typeof said> {
  const card = w.work;
  const { closed, journal } = view;
  const working = view.mayWork && (view.status === 'running' || view.status === 'past');
  return [
    ...(view.status === 'past' && view.mayWork ? [sentence(card.past)] : []),
    ...(working && view.lacking.length > 0
      ? [sentence(card.lackingOf(view.lacking.map((lacking) => card.lacking[lacking])), card.lackingLead)]
      : []),
    ...(working ? view.open.map((one) => sentence(clipped(one[locale], 160))) : []),
    ...(closed === null ? [] : [sentence(card.closedBy(closed.by, spokenMoment(closed.at, locale)))]),
    ...(journal === null ? [] : [sentence(journalText(journal, w))]),
  ];
}

/** Where the record is on its way to the specialist system. */
export function journalText(journal: NonNullable<WorkView['journal']>, w: Words): string {
  const card = w.work.journal;
  if (journal.status !== 'acknowledged') return card[journal.status];
  return journal.receipt === null ? card.received : card.acknowledged(journal.receipt);
}

function nextMeeting(view: WorkView, w: Words, locale: Locale): z.input<typeof said> {
  const card = w.work;
  if (view.next !== null) {
    const kind = capitalised(w.kindNames[view.next.kind] ?? w.anyKind);
    return [sentence(card.nextAt(kind, spokenMoment(view.next.at, locale, view.meeting.at)), card.next)];
  }
  return view.noNextBecause === '' ? [] : [sentence(view.noNextBecause, card.noNext)];
}
