import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { type Matter, matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { type CitizenAnswerView, LONGEST } from './decision-views';
import { outcomeSection, outcomeState } from './outcome-section';
import {
  citizenLines,
  flat,
  meanwhileSaid,
  proposalFacts,
  proposalSection,
  quietLine,
  reminderSaid,
  whoIs,
} from './proposal-lines';

const colors = { open: 'Warning', yes: 'Good', no: 'Accent', closed: 'Default' } as const;

/** What the citizen answers, noted by the lead in the citizen's words. */
export function citizenAnswerCard(view: CitizenAnswerView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: CitizenAnswerView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome, state } = view;
  const card = w.decisions.citizenAnswer;
  const who = whoIs(facts, w);
  const open = state === 'open' && outcome === null;
  const data = { proposal: facts.id, version: facts.version };
  return {
    summary: (open ? card.summary.open : card.summary.closed)(facts.ref),
    mark: view.mark,
    quiet: quietLine(facts, open ? view : {}, w),
    title: state === 'closed' ? card.title.closed : card.title[state](plain(who)),
    state: outcome === null ? { text: card.states[state], color: colors[state] } : outcomeState(outcome, w),
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w),
    opening: open ? [...reminderSaid(view, w, 'act'), sentence(card.text)] : [],
    sections: [
      ...(outcome === null ? [] : [outcomeSection(outcome, most, w, locale)]),
      proposalSection(facts, most, w),
    ],
    facts: outcome === null ? proposalFacts(facts, w, locale) : [],
    said: outcome === null ? meanwhileSaid(facts, most, w) : [],
    closing: [
      ...(view.words === '' ? [] : [sentence(w.quoted(flat(view.words, most)), card.answered(who))]),
      ...(open ? [sentence(card.wish)] : []),
    ],
    fields: open
      ? [
          textField({
            id: 'words',
            label: card.words(who),
            placeholder: card.wordsExample,
            value: view.typed,
            longest: LONGEST.answer,
            faults: view.faults,
          }),
        ]
      : [],
    rows: open
      ? [
          press([{ title: card.yes, verb: 'citizen.yes', data, first: true, sends: true }], { spacing: 'Medium' }),
          press([{ title: card.no, verb: 'citizen.no', data, sends: true }]),
        ]
      : [],
    foot: open && view.dueOn !== null ? [w.decisions.dueBy(spokenDay(view.dueOn, locale))] : [],
  };
}
