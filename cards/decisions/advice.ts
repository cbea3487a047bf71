import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { type Matter, matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { type AdviceView, LONGEST } from './decision-views';
import { outcomeSection, outcomeState } from './outcome-section';
import {
  citizenLines,
  flat,
  meanwhileSaid,
  proposalFacts,
  proposalSection,
  quietLine,
  reminderSaid,
  takenSections,
} from './proposal-lines';

const colors = { open: 'Warning', given: 'Good', closed: 'Default' } as const;

/** Advice, no vote. */
export function adviceCard(view: AdviceView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: AdviceView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome, state } = view;
  const card = w.decisions.advice;
  const open = state === 'open' && outcome === null;
  const data = { proposal: facts.id, version: facts.version };
  return {
    summary: (open ? card.summary.open : card.summary.closed)(facts.ref),
    mark: view.mark,
    quiet: quietLine(facts, open ? view : {}, w),
    title: card.title[outcome !== null && state === 'open' ? 'closed' : state],
    state: outcome === null ? { text: card.states[state], color: colors[state] } : outcomeState(outcome, w),
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w),
    opening: open ? [...reminderSaid(view, w), sentence(view.leader ? card.leader : card.text)] : [],
    sections: [
      ...(outcome === null ? [] : [outcomeSection(outcome, most, w, locale)]),
      proposalSection(facts, most, w),
      ...takenSections(facts, most, w),
    ],
    facts: outcome === null ? proposalFacts(facts, w, locale) : [],
    said: outcome === null ? meanwhileSaid(facts, most, w) : [],
    closing:
      view.mine !== ''
        ? [sentence(w.quoted(flat(view.mine, most)), card.mine)]
        : state === 'given'
          ? [sentence(card.nothing)]
          : [],
    fields: open
      ? [
          textField({
            id: 'advice',
            label: card.advice,
            placeholder: card.adviceExample,
            help: w.decisions.access,
            value: view.typed,
            longest: LONGEST.answer,
            faults: view.faults,
          }),
        ]
      : [],
    rows: open
      ? [
          press([{ title: card.give, verb: 'advice.give', data, first: true, sends: true }], { spacing: 'Medium' }),
          press([{ title: card.none, verb: 'advice.none', data }]),
        ]
      : [],
    foot: open ? [w.decisions.answerBy(spokenDay(view.dueOn, locale))] : [],
  };
}
