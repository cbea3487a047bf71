import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { type Line, line, sentence } from '../anatomy';
import { type Matter, matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { listSection } from './answer-lines';
import { type AdviceTakenView, LONGEST } from './decision-views';
import { outcomeSection, outcomeState } from './outcome-section';
import { citizenLines, flat, proposalSection, quietLine, reminderSaid } from './proposal-lines';

/** The advice, and what the lead takes from it. */
export function adviceTakenCard(view: AdviceTakenView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: AdviceTakenView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome } = view;
  const card = w.decisions.taken;
  const open = view.open && outcome === null;
  const waiting = open && view.state === 'advice';
  return {
    summary: (open ? card.summary.open : card.summary.closed)(facts.ref),
    mark: view.mark,
    quiet: quietLine(facts, open ? view : {}, w),
    title: open ? card.title.open : card.title.closed,
    state:
      outcome !== null
        ? outcomeState(outcome, w)
        : waiting
          ? { text: card.states.waiting, color: 'Accent' }
          : open
            ? { text: card.states.open, color: 'Warning' }
            : { text: card.states.closed, color: 'Good' },
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w),
    opening: open ? [...reminderSaid(view, w, 'act'), sentence(card.text)] : [],
    sections: [
      ...(outcome === null ? [] : [outcomeSection(outcome, most, w, locale)]),
      proposalSection(facts, most, w),
      listSection(card.advice, adviceLines(view, most, w), most, w),
    ],
    fields: open
      ? [
          textField({
            id: 'taken',
            label: card.taken,
            placeholder: card.takenExample,
            help: w.decisions.access,
            value: view.typed,
            longest: LONGEST.answer,
            faults: view.faults,
          }),
        ]
      : [],
    closing: !open && facts.taken !== '' ? [sentence(flat(facts.taken, most), `${card.taken}:`)] : [],
    rows: open
      ? [
          press(
            [
              {
                title: card.take,
                verb: 'advice.take',
                data: { proposal: facts.id, version: facts.version },
                first: true,
                sends: true,
              },
            ],
            { spacing: 'Medium' },
          ),
        ]
      : [],
    foot: open && view.dueOn !== null ? [w.decisions.dueBy(spokenDay(view.dueOn, locale))] : [],
  };
}

function adviceLines(view: AdviceTakenView, most: number, w: Words): Line[][] {
  const card = w.decisions.taken;
  return view.advice.map((one) => {
    if (one.state === 'advised' && one.text !== '') {
      return [line({ lead: `${one.name}: `, text: w.quoted(flat(one.text, most)) })];
    }
    const text = one.state === 'advised' ? card.nothing : card[one.state];
    return [line({ lead: `${one.name} `, text })];
  });
}
