import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { paragraphs, sentence } from '../anatomy';
import { type Matter, matterCard, press, section, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { LONGEST, type QuestionView } from './decision-views';
import { citizenLines, proposalSection, reminderSaid } from './proposal-lines';

const colors = { open: 'Warning', answered: 'Good', unanswered: 'Default', withdrawn: 'Default' } as const;

/** A question to answer: a leader's to the team, or the team's to a leader. */
export function questionCard(view: QuestionView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: QuestionView, most: number, w: Words, locale: Locale): Matter {
  const card = w.decisions.question;
  const { state, proposal } = view;
  const open = state === 'open';
  return {
    summary: (open ? card.summary[view.to] : card.summary.closed)(view.ref),
    mark: view.mark,
    quiet: (view.to === 'team' ? card.quietTeam : card.quietLeaders)(plain(view.ref)),
    title: state === 'open' ? card.title[view.to] : card.title[state],
    state: { text: card.states[state], color: colors[state] },
    repeated: view.repeated,
    faults: view.faults,
    citizen: proposal === null ? [] : citizenLines(proposal, most, w),
    opening: open ? reminderSaid(view, w) : [],
    sections: [
      section(w.decisions.questions.asks(plain(view.asker)), paragraphs(view.text, most * 2)),
      section(card.answers, paragraphs(view.answer, most * 2)),
      ...(proposal === null ? [] : [proposalSection(proposal, most, w)]),
    ],
    facts: proposal !== null || view.alias === null ? [] : [{ name: w.decisions.facts.citizen, value: view.alias }],
    closing: open ? [sentence(card[view.to])] : [],
    fields: open
      ? [
          textField({
            id: 'answer',
            label: card.answer,
            help: w.decisions.access,
            value: view.typed,
            longest: LONGEST.answer,
            faults: view.faults,
          }),
        ]
      : [],
    rows: open
      ? [
          press([{ title: card.send, verb: 'question.answer', data: { seat: view.seat }, first: true, sends: true }], {
            spacing: 'Medium',
          }),
        ]
      : [],
    foot: open && view.dueOn !== null ? [w.decisions.answerBy(spokenDay(view.dueOn, locale))] : [],
  };
}
