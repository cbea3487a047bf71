import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { paragraphs, sentence } from '../anatomy';
import { dateField, type Matter, matterCard, type Part, press, type Row, section, textField, toggles } from '../matter';
import type { Drawn } from '../render';
import { LONGEST, type StartCheckView } from './decision-views';
import { citizenLines, flat, proposalSection, quietLine, reminderSaid } from './proposal-lines';

const colors = { open: 'Warning', yes: 'Good', later: 'Accent', no: 'Default' } as const;

/** To whoever is responsible: has it started? */
export function startCheckCard(view: StartCheckView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: StartCheckView, most: number, w: Words, locale: Locale): Matter {
  const { facts, state } = view;
  const card = w.decisions.startCheck;
  const open = state === 'open';
  return {
    summary: (open ? card.summary.open : card.summary.closed)(facts.ref),
    mark: view.mark,
    quiet: quietLine(facts, open ? view : {}, w),
    title: card.title[state],
    state: { text: card.states[state], color: colors[state] },
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines({ ...facts, heard: false }, most, w),
    opening: open ? [...reminderSaid(view, w, 'act'), sentence(card.text(spokenDay(view.dueOn, locale)))] : [],
    sections: [
      view.decided === '' ? proposalSection(facts, most, w) : section(card.decided, paragraphs(view.decided, most * 2)),
    ],
    closing: [
      ...(state === 'later' && view.laterOn !== null ? [sentence(card.later(spokenDay(view.laterOn, locale)))] : []),
      ...(view.because === '' ? [] : [sentence(flat(view.because, most), w.decisions.because)]),
      ...(state === 'no' ? [sentence(card.noText)] : []),
    ],
    ...(open ? answering(view, w) : {}),
  };
}

function answering(view: StartCheckView, w: Words): { rows: Row[]; parts: Part[] } {
  const card = w.decisions.startCheck;
  const { values, faults } = view;
  const data = { proposal: view.facts.id, n: view.n };
  return {
    rows: [
      press([{ title: card.yes, verb: 'start.yes', data, first: true }], { spacing: 'Medium' }),
      toggles([{ title: card.notYet, shows: ['not-yet'] }]),
    ],
    parts: [
      {
        id: 'not-yet',
        shown:
          values.later !== '' || values.because !== '' || faults.later !== undefined || faults.because !== undefined,
        text: card.notYetText,
        fields: [
          textField({
            id: 'because',
            label: card.becauseLabel,
            placeholder: card.becauseExample,
            help: w.decisions.access,
            value: values.because,
            longest: LONGEST.reason,
            faults,
          }),
          dateField({
            id: 'later',
            label: card.laterLabel,
            value: values.later,
            min: view.earliest,
            outside: w.refusals['past-date'],
            faults,
          }),
        ],
        rows: [
          press([{ title: card.setLater, verb: 'start.later', data, sends: true }], { spacing: 'Medium' }),
          press([{ title: card.no, verb: 'start.no', data, sends: true }]),
        ],
      },
    ],
  };
}
