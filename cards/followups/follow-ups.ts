import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { choiceField, type Field, type Matter, matterCard, press, type Row, section } from '../matter';
import type { Drawn } from '../render';
import { clipped, fitting, plain } from '../text';
import { milestoneTitle, stateColors } from './milestone';
import type { FollowUpLine, FollowUpsView } from './views';

/** A pathway's follow-ups and transitions: what is next, how the year stands, and what lies ahead. */
export function followUpsCard(view: FollowUpsView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: FollowUpsView, most: number, w: Words, locale: Locale): Matter {
  const card = w.followUps;
  const { year, rhythm } = view;
  return {
    summary: card.summary(view.ref),
    quiet: card.quiet(plain(view.ref)),
    title: card.title,
    facts: [
      { name: w.facts.citizen, value: view.alias },
      ...(year === null
        ? []
        : [
            { name: card.countLead, value: card.count(year.held, year.of) },
            { name: card.year, value: card.yearSpan(year.from, year.to) },
          ]),
      ...(view.mayRhythm || rhythm !== null
        ? [{ name: card.rhythmLead, value: rhythm === null ? card.rhythmOfModel : card.rhythm(rhythm.every) }]
        : []),
    ],
    opening: [
      ...(view.ended ? [sentence(card.ended)] : []),
      ...(year === null || view.ended
        ? []
        : year.possible
          ? year.nextBy === null
            ? []
            : [sentence(card.nextBy(year.nextBy, view.today))]
          : [sentence(card.notPossible)]),
      ...(view.countedSince === null ? [] : [sentence(card.since(view.countedSince))]),
      ...(rhythm === null || rhythm.reason === '' ? [] : [sentence(clipped(rhythm.reason, most), card.because)]),
    ],
    later: [
      listed(card.next, view.next, view.ended ? '' : card.none, { view, most, w, locale }),
      listed(card.milestones, view.transitions, '', { view, most, w, locale }),
      listed(card.own, view.own, '', { view, most, w, locale }),
    ],
    ...offered(view, w, locale),
  };
}

type Drawing = { readonly view: FollowUpsView; readonly most: number; readonly w: Words; readonly locale: Locale };

function listed(title: string, lines: readonly FollowUpLine[], none: string, drawing: Drawing) {
  const { most, w } = drawing;
  const drawnLines = lines.map((one) => followUpLine(one, drawing));
  const { kept, rest } = fitting(drawnLines, most === Number.POSITIVE_INFINITY ? 4_000 : most * 8);
  return section(title, kept.length === 0 && none !== '' ? [line({ text: none })] : kept, {
    rest: rest === 0 ? '' : w.andMore(rest),
  });
}

/** One line: what it is, how it stands, and by when. */
function followUpLine(one: FollowUpLine, { view: { today }, most, w, locale }: Drawing) {
  const card = w.followUps;
  const isOpen = ['ahead', 'open', 'overdue', 'planned'].includes(one.state);
  const title =
    one.sort === 'own' ? `${one.who}: ` : one.sort === 'follow-up' ? '' : `${milestoneTitle(one, w, locale)}: `;
  const when =
    one.plannedOn !== null
      ? card.plannedOn(one.plannedOn, today)
      : one.state === 'overdue'
        ? card.overdueSince(one.dueOn, today)
        : card.by(one.dueOn, today);
  return line({
    mark: stateColors[one.state],
    lead: title,
    text: [
      ...(one.text === '' ? [] : [clipped(one.text, Math.min(most, 120))]),
      // A planned one says its day, and that says it is planned.
      ...(one.state === 'planned' && one.plannedOn !== null ? [] : [w.milestone.states[one.state].toLowerCase()]),
      ...(isOpen ? [when] : []),
    ].join(', '),
    quiet: one.state === 'ahead' ? ` · ${card.opens(one.opensOn, today)}` : '',
  });
}

/** What a line is called in the list it is picked from. */
function pickTitle(one: FollowUpLine, today: string, w: Words, locale: Locale): string {
  const name = one.sort === 'own' ? clipped(one.text, 60) : milestoneTitle(one, w, locale);
  return `${name}, ${spokenDay(one.dueOn, locale, today)}`;
}

function offered(view: FollowUpsView, w: Words, locale: Locale): { fields: Field[]; rows: Row[] } {
  const card = w.followUps;
  const data = { pathway: view.pathwayId };
  const back = { title: card.back, verb: 'pathway.back', data };
  const openable = [...view.next, ...view.transitions, ...view.own].filter((one) => one.pick !== '');
  const [first] = openable;
  const buttons = [
    ...(view.mayCall ? [{ title: card.call, verb: 'meeting.form', data, first: true }] : []),
    ...(first ? [{ title: card.open, verb: 'followup.pick', data, sends: true }] : []),
    ...(view.mayLead && view.mayRhythm ? [{ title: card.changeRhythm, verb: 'followup.rhythm-form', data }] : []),
    ...(view.mayLead ? [{ title: card.newTransition, verb: 'followup.transition-form', data }] : []),
    ...(view.mayAddOwn ? [{ title: card.newOwn, verb: 'followup.own-form', data }] : []),
    back,
  ];
  return {
    fields: first
      ? [
          choiceField({
            id: 'pick',
            label: card.pick,
            placeholder: card.pick,
            value: first.pick,
            choices: openable.map((one) => ({ title: pickTitle(one, view.today, w, locale), value: one.pick })),
            faults: {},
          }),
        ]
      : [],
    rows: [buttons.slice(0, 2), buttons.slice(2, 4), buttons.slice(4)]
      .filter((row) => row.length > 0)
      .map((row, at) => press(row, { spacing: at === 0 ? 'Medium' : 'Small' })),
  };
}
