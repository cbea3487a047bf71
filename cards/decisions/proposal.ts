import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { type Matter, type MatterSection, matterCard, type Part, press, type Row, textField, toggles } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { answerLines, listSection, rulingLines } from './answer-lines';
import { LONGEST, type ProposalView } from './decision-views';
import { outcomeSection, outcomeState } from './outcome-section';
import {
  citizenLines,
  meanwhileSaid,
  proposalFacts,
  proposalSection,
  questionLines,
  stateOf,
  takenSections,
  whoIs,
} from './proposal-lines';

/** A proposal as those of the pathway see it: what, how it stands, how it ended. */
export function proposalCard(view: ProposalView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: ProposalView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome } = view;
  const card = w.decisions;
  const opened = card.facts.daysAgo(capitalised(spokenDay(view.openedOn, locale)), view.daysOpen);
  return {
    summary: card.matter.summary(facts.number, facts.ref),
    mark: view.mark,
    quiet:
      facts.n === 1
        ? card.list.quiet(plain(facts.ref))
        : `${card.list.quiet(plain(facts.ref))} · ${card.edition(facts.n)}`,
    title: (facts.rule === 'leaders-set-direction' ? card.matter.titleDirection : card.matter.title)(facts.number),
    state: outcome === null ? stateOf(view.state, w) : outcomeState(outcome, w),
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w),
    sections: [
      ...(outcome === null ? [] : [outcomeSection(outcome, most, w, locale)]),
      proposalSection(facts, most, w),
      ...takenSections(facts, most, w),
    ],
    facts: [...proposalFacts(facts, w, locale), { name: card.facts.opened, value: opened }].slice(0, 5),
    later: standing(view, most, w),
    said: said(view, most, w, locale),
    ...(outcome === null ? buttons(view, w) : { rows: owed(view, w) }),
    foot: [...(view.dueOn === null ? [] : [card.dueBy(spokenDay(view.dueOn, locale))]), card.formal],
  };
}

/** How it stands with each who is asked. */
function standing(view: ProposalView, most: number, w: Words): MatterSection[] {
  const card = w.decisions.matter;
  const { answered, all } = view.voices;
  const answers = view.answers === null ? [] : answerLines(view.answers, most, w);
  const voices = card.voices(answered, all);
  const unseen = view.answers === null && answered > 0 && view.outcome === null ? card.unseen : '';
  const count = [voices, unseen].filter((text) => text !== '').join(' ');
  return [
    listSection(card.answers, [...(count === '' ? [] : [[line({ text: count })]]), ...answers], most, w),
    listSection(
      card.asked,
      view.asked.map(({ department, state }) => [
        line({
          mark: state === 'yes' ? 'Good' : 'Warning',
          lead: `${department}: `,
          text: card.askedStates[state],
        }),
      ]),
      most,
      w,
    ),
    listSection(card.leaders, rulingLines(view.leaders, view.facts, most, w), most, w),
    listSection(w.decisions.questions.title, questionLines(view.questions, most, w), most, w),
  ];
}

function said(view: ProposalView, most: number, w: Words, locale: Locale): NonNullable<Matter['said']> {
  const card = w.decisions.matter;
  const { visitation } = view;
  const day = (on: string) => spokenDay(on, locale);
  return [
    ...(view.state === 'leaderless' ? [sentence(view.may.withdraw ? card.leaderlessLead : card.leaderless)] : []),
    ...(view.outcome === null ? meanwhileSaid(view.facts, most, w) : []),
    ...(visitation === null
      ? []
      : [sentence(card.visitation(visitation.sentTo, day(visitation.askedOn), day(visitation.answerDueOn)))]),
    ...(view.started === null ? [] : [sentence(card.started[view.started])]),
    ...(view.toldOn === null ? [] : [sentence(card.told(whoIs(view.facts, w), day(view.toldOn)))]),
  ];
}

/** The kinds of what waits that have a button of their own. */
const SHOWN: readonly string[] = ['proposal-answer', 'decision-talk'];

function owedButton(view: ProposalView, w: Words): Parameters<typeof press>[0][number][] {
  const kind = view.may.owed;
  if (kind === null || (SHOWN.includes(kind) && (view.may.vote || view.may.talk))) return [];
  const titles: Readonly<Record<string, string>> = w.decisions.matter.owed;
  return [{ title: titles[kind] ?? w.actions.open, verb: 'owed.open', data: { proposal: view.facts.id, kind } }];
}

const owed = (view: ProposalView, w: Words): Row[] =>
  owedButton(view, w).map((one) => press([{ ...one, first: true }], { spacing: 'Medium' }));

function buttons(view: ProposalView, w: Words): { rows: Row[]; parts: Part[] } {
  const card = w.decisions.matter;
  const { may, facts } = view;
  const open = { proposal: facts.id };
  const changes = { proposal: facts.id, version: facts.version };
  const all = [
    ...(may.agreeAll ? [{ title: card.agreeAll, verb: 'proposal.we-agree', data: changes }] : []),
    ...(may.vote ? [{ title: card.vote, verb: 'vote.open', data: open }] : []),
    ...(may.talk ? [{ title: card.talk, verb: 'talk.open', data: open }] : []),
    ...owedButton(view, w),
    // The talk's card amends too: a card has six buttons.
    ...(may.amend && !(may.talk && may.vote) ? [{ title: card.amend, verb: 'proposal.amend-form', data: open }] : []),
  ]
    .slice(0, may.withdraw ? 4 : 6)
    .map((one, at) => ({ ...one, first: at === 0 && one.verb !== 'proposal.amend-form' }));
  const rows = Array.from({ length: Math.ceil(all.length / 2) }, (_, n) =>
    press(all.slice(2 * n, 2 * n + 2), { spacing: n === 0 ? 'Medium' : 'Small' }),
  );
  if (!may.withdraw) return { rows, parts: [] };
  return {
    rows: [...rows, toggles([{ title: card.withdraw, shows: ['withdraw'] }])],
    parts: [
      {
        id: 'withdraw',
        shown: view.faults.reason !== undefined,
        text: card.withdrawText,
        fields: [
          textField({
            id: 'reason',
            label: card.withdrawReason,
            placeholder: card.withdrawExample,
            help: w.decisions.access,
            value: '',
            longest: LONGEST.reason,
            faults: view.faults,
          }),
        ],
        rows: [
          press([{ title: card.withdrawSure, verb: 'proposal.withdraw', data: changes, sends: true }], {
            spacing: 'Medium',
          }),
        ],
      },
    ],
  };
}
