import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { paragraphs, sentence } from '../anatomy';
import { choiceField, dateField, type Field, type Matter, matterCard, press, section, textField } from '../matter';
import type { Drawn } from '../render';
import { LONGEST, type VisitationView } from './decision-views';
import { outcomeSection, outcomeState } from './outcome-section';
import { citizenLines, meanwhileSaid, proposalSection, quietLine, reminderSaid, whoIs } from './proposal-lines';

const colors = { 'to-send': 'Warning', waiting: 'Accent', closed: 'Default' } as const;

/** What another body has to grant: where it was sent, and what came of it. */
export function visitationCard(view: VisitationView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: VisitationView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome, state } = view;
  const card = w.decisions.visitation;
  const open = state !== 'closed';
  const who = whoIs(facts, w);
  return {
    summary: card.summary[state](facts.ref),
    mark: view.mark,
    quiet: quietLine(facts, open ? view : {}, w),
    title: card.title[state],
    state: outcome === null ? { text: card.states[state], color: colors[state] } : outcomeState(outcome, w),
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w),
    opening: open
      ? [...reminderSaid(view, w, 'act'), sentence(state === 'to-send' ? card.send(who) : card.waiting(who))]
      : [],
    sections: [
      ...(outcome === null ? [] : [outcomeSection(outcome, most, w, locale)]),
      ...(view.decided === ''
        ? [proposalSection(facts, most, w)]
        : [section(card.decided, paragraphs(view.decided, most * 2))]),
    ],
    facts: sent(view, w, locale),
    said: open ? meanwhileSaid(facts, most, w) : [],
    fields: state === 'to-send' ? sending(view, w) : state === 'waiting' ? answering(view, w) : [],
    rows: open
      ? [
          press(
            [
              {
                title: state === 'to-send' ? card.save : card.saveAnswer,
                verb: state === 'to-send' ? 'visitation.sent' : 'visitation.answered',
                data: { proposal: facts.id, version: facts.version },
                first: true,
                sends: true,
              },
            ],
            { spacing: 'Medium' },
          ),
        ]
      : [],
    foot: open ? [w.decisions.formal] : [],
  };
}

function sent(view: VisitationView, w: Words, locale: Locale): NonNullable<Matter['facts']> {
  const names = w.decisions.facts;
  const day = (on: string) => capitalised(spokenDay(on, locale));
  if (view.state === 'to-send') return [];
  return [
    ...(view.sentTo === '' ? [] : [{ name: names.sentTo, value: view.sentTo }]),
    ...(view.askedOn === null ? [] : [{ name: names.sentOn, value: day(view.askedOn) }]),
    ...(view.answerDueOn === null || view.state === 'closed'
      ? []
      : [{ name: names.answerDue, value: day(view.answerDueOn) }]),
  ];
}

function sending(view: VisitationView, w: Words): Field[] {
  const card = w.decisions.visitation;
  const { values, faults } = view;
  return [
    textField({
      id: 'sentTo',
      label: card.sentTo,
      placeholder: card.sentToExample,
      value: values.sentTo,
      longest: LONGEST.sentTo,
      multiline: false,
      faults,
    }),
    dateField({
      id: 'askedOn',
      label: card.askedOn,
      value: values.askedOn,
      faults,
    }),
    dateField({
      id: 'answerDue',
      label: card.answerDue,
      value: values.answerDue,
      min: view.today,
      outside: w.refusals['answer-due-bad'],
      faults,
    }),
  ];
}

function answering(view: VisitationView, w: Words): Field[] {
  const card = w.decisions.visitation;
  const { values, faults } = view;
  return [
    choiceField({
      id: 'answer',
      label: card.answer,
      value: values.answer,
      choices: (['granted', 'partly', 'refused'] as const).map((value) => ({ title: card.answers[value], value })),
      placeholder: '',
      faults,
    }),
    textField({
      id: 'text',
      label: card.text,
      placeholder: card.textExample,
      help: w.decisions.access,
      value: values.text,
      longest: LONGEST.answer,
      faults,
    }),
  ];
}
