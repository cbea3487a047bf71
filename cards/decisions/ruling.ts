import { spokenDay, spokenMoment } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import {
  type Matter,
  type MatterSection,
  matterCard,
  type Part,
  press,
  type Row,
  section,
  textField,
  toggles,
} from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { answerLines, listSection, rulingLines, rulingTexts } from './answer-lines';
import { LONGEST, type RulingView } from './decision-views';
import { outcomeSection, outcomeState, outcomeTitle } from './outcome-section';
import {
  citizenLines,
  meanwhileSaid,
  proposalFacts,
  proposalSection,
  questionLines,
  reminderSaid,
} from './proposal-lines';

/** A leader's card, or that of the professional who decides: first what the citizen wants. */
export function rulingCard(view: RulingView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

/** Nobody beside oneself decides. */
const isAlone = (view: RulingView): boolean => view.as === 'professional' || view.leaders.length === 0;

function drawn(view: RulingView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome } = view;
  const card = w.decisions.ruling;
  const open = view.state === 'open' && outcome === null;
  const single = isAlone(view);
  return {
    summary: summary(view, open, w),
    mark: view.mark,
    quiet: (view.confirms ? card.quietDirection : single ? card.quietAlone : card.quiet)(plain(facts.ref)),
    title: title(view, w),
    state: state(view, w),
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w, single ? w.decisions.heardByYouAlone : w.decisions.heardByYou),
    opening: open ? opening(view, w, locale) : view.state === 'passed-on' ? [sentence(card.passedOn)] : [],
    sections: [
      ...(outcome === null ? [] : [outcomeSection(outcome, most, w, locale)]),
      ...(outcome === null && view.together !== null ? [together(view.together, most, w, locale)] : []),
      proposalSection(facts, most, w),
    ],
    facts: outcome === null ? proposalFacts(facts, w, locale) : [],
    said: [
      ...(outcome === null && !view.confirms
        ? [...meanwhileSaid(facts, most, w), ...(facts.meanwhile === '' ? [] : [sentence(card.runs)])]
        : []),
    ],
    later: heard(view, most, w),
    ...(open ? (view.as === 'professional' ? alone(view, w) : { rows: buttons(view, w) }) : {}),
    ...(view.mayChange && outcome === null ? { rows: [change(view, w)] } : {}),
    foot: open
      ? [view.late ? '' : w.decisions.answerBy(spokenDay(view.dueOn, locale)), w.decisions.formal]
      : outcome === null && view.state === 'answered'
        ? [card.standsWhen]
        : [],
  };
}

function summary(view: RulingView, open: boolean, w: Words): string {
  const say = w.decisions.ruling.summary;
  const { ref } = view.facts;
  if (!open) return say.closed(ref);
  if (view.confirms) return say.confirms(ref);
  return isAlone(view) ? say.alone(ref) : say.open(ref);
}

function title(view: RulingView, w: Words): string {
  const { title: titles } = w.decisions.ruling;
  if (view.outcome !== null) return outcomeTitle(view.outcome, view.facts, w);
  if (view.state !== 'open') return titles[view.state];
  if (view.confirms && view.below === null) return titles.confirms;
  if (isAlone(view)) return titles.alone;
  return view.round > 1 ? titles.again : titles.together;
}

function state(view: RulingView, w: Words): NonNullable<Matter['state']> {
  const { states } = w.decisions.ruling;
  if (view.outcome !== null) return outcomeState(view.outcome, w);
  if (view.late && view.state !== 'passed-on') return { text: states.late, color: 'Attention' };
  if (view.state === 'open') return { text: states.open, color: 'Warning' };
  if (view.state === 'answered') return { text: states.answered, color: 'Good' };
  return view.state === 'passed-on'
    ? { text: states['passed-on'], color: 'Accent' }
    : { text: w.decisions.state.closed, color: 'Default' };
}

/** Why it comes to this person, and by when. */
function opening(view: RulingView, w: Words, locale: Locale): NonNullable<Matter['opening']> {
  const card = w.decisions.ruling;
  const on = spokenDay(view.dueOn, locale);
  return [
    ...(view.late ? [sentence((isAlone(view) ? card.lateAlone : card.late)(on))] : reminderSaid(view, w)),
    ...(view.insteadOf === null ? [] : [sentence(card.insteadOf(view.insteadOf))]),
    ...(view.late ? [] : [sentence(because(view, on, w))]),
  ];
}

function because(view: RulingView, on: string, w: Words): string {
  const card = w.decisions.ruling;
  if (view.as === 'professional') return card.professional(on);
  if (view.confirms) return (view.below === null ? card.confirms : card.confirmsAbove)(on);
  if (view.below !== null) return card.above[view.below.because](on);
  if (view.round > 1) return card.again(on);
  const silent = view.answers.length === 0 && view.silent.length > 0;
  if (isAlone(view)) return (silent ? card.waits.silentAlone : card.waits.disagreeAlone)(on);
  return (silent ? card.waits.silent : card.waits.disagree)(view.leaders.length + 1, on);
}

function together(
  { at, recordedBy, recorded }: NonNullable<RulingView['together']>,
  most: number,
  w: Words,
  locale: Locale,
): MatterSection {
  const card = w.decisions.ruling;
  return section('', [
    line({ text: card.meet(spokenMoment(at, locale)) }),
    ...(recorded === null || recordedBy === null
      ? []
      : [
          line({ lead: `${card.recorded(recordedBy)} `, text: w.decisions.rulings[recorded.kind] }),
          ...rulingTexts(recorded, most, w),
        ]),
  ]);
}

/** What the team, the other leaders and those below said. */
function heard(view: RulingView, most: number, w: Words): MatterSection[] {
  const card = w.decisions.ruling;
  const { mine, below } = view;
  return [
    ...(mine === null
      ? []
      : [section(card.mine, [line({ text: w.decisions.ruled[mine.kind] }), ...rulingTexts(mine, most, w)])]),
    ...(below === null ? [] : [listSection(card.before, rulingLines(below.leaders, view.facts, most, w), most, w)]),
    listSection(card.others, rulingLines(view.leaders, view.facts, most, w), most, w),
    listSection(
      card.answers,
      [
        ...answerLines(view.answers, most, w),
        ...(view.silent.length === 0 ? [] : [[line({ text: '', quiet: w.decisions.silent(view.silent) })]]),
      ],
      most,
      w,
    ),
    listSection(w.decisions.questions.title, questionLines(view.questions, most, w), most, w),
  ];
}

const change = (view: RulingView, w: Words): Row =>
  press(
    [{ title: w.decisions.vote.change, verb: 'ruling.change', data: { seat: view.seat, version: view.facts.version } }],
    { spacing: 'Medium' },
  );

function buttons(view: RulingView, w: Words): Row[] {
  const card = w.decisions.ruling;
  const data = { seat: view.seat, version: view.facts.version, step: view.facts.step };
  const asProposed = {
    title: view.confirms ? card.confirmDirection : card.asProposed,
    verb: 'ruling.as-proposed',
    data,
  };
  const other = { title: view.confirms ? card.notSo : card.other, verb: 'ruling.other-form', data };
  const first = { spacing: 'Medium' } as const;
  const ask = view.mayAsk ? [press([{ title: card.ask, verb: 'ruling.ask-form', data }])] : [];
  if (view.together?.recorded) {
    return [press([{ title: card.confirm, verb: 'ruling.confirm', data, first: true }], first), press([other]), ...ask];
  }
  if (!view.mayTakeTogether) {
    return [press([{ ...asProposed, first: true }, other], first), ...ask];
  }
  const take = { title: card.together, verb: 'ruling.together-form', data };
  return view.together === null
    ? [press([{ ...take, first: true }], first), press([asProposed, other]), ...ask]
    : [press([{ ...asProposed, first: true }, other], first), press([{ ...take, title: card.moveTogether }]), ...ask];
}

/** The professional decides alone, and says why. */
function alone(view: RulingView, w: Words): { rows: Row[]; parts: Part[] } {
  const card = w.decisions.ruling;
  const data = { proposal: view.facts.id, version: view.facts.version, step: view.facts.step };
  return {
    rows: [
      toggles([{ title: card.asProposed, shows: ['why'] }], 'Medium'),
      press([{ title: card.other, verb: 'professional.other-form', data }]),
    ],
    parts: [
      {
        id: 'why',
        shown: view.typed !== '' || view.faults.reason !== undefined,
        text: '',
        fields: [
          textField({
            id: 'reason',
            label: card.reason,
            help: w.decisions.access,
            value: view.typed,
            longest: LONGEST.reason,
            faults: view.faults,
          }),
        ],
        rows: [
          press([{ title: card.sendAsProposed, verb: 'professional.as-proposed', data, first: true, sends: true }], {
            spacing: 'Medium',
          }),
        ],
      },
    ],
  };
}
