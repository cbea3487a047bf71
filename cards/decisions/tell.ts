import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { type Line, line, paragraphs, sentence } from '../anatomy';
import { choiceField, dateField, type Field, type Matter, matterCard, press, section, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { LONGEST, type TellView } from './decision-views';
import { citizenLines, flat, meanwhileSaid, reminderSaid, whoIs } from './proposal-lines';

const HOWS = ['talk', 'phone', 'meeting', 'letter'] as const;

/** To the lead: the citizen is told the outcome and why, or how long they wait. Nothing of who thought what. */
export function tellCard(view: TellView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: TellView, most: number, w: Words, locale: Locale): Matter {
  const { facts, told } = view;
  const card = w.decisions.tell;
  const who = whoIs(facts, w);
  const open = view.state === 'open';
  return {
    summary: card.summary[view.state](facts.ref),
    mark: view.mark,
    quiet: card.quiet(plain(facts.ref)),
    title: card.title[open ? titleOf(view) : 'told'](plain(who)),
    state: { text: card.states[view.state], color: open ? 'Warning' : 'Good' },
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines({ ...facts, heard: false }, most, w),
    opening: open ? [...reminderSaid(view, w, 'act'), sentence(card.text)] : [],
    sections: [section(card.outcomeTitle, about(view, most, w, locale))],
    said: open && (view.about === 'waiting' || isUndecided(view)) ? meanwhileSaid(facts, most, w) : [],
    closing: told === null ? [] : toldSaid(told, most, w, locale),
    fields: open ? fields(view, w) : [],
    rows: open
      ? [
          press(
            [
              {
                title: card.done,
                verb: 'tell.done',
                data: { proposal: facts.id, round: view.round },
                first: true,
                sends: true,
              },
            ],
            { spacing: 'Medium' },
          ),
        ]
      : [],
    foot: open && view.dueOn !== null ? [card.dueBy(plain(who), spokenDay(view.dueOn, locale))] : [],
  };
}

const isUndecided = ({ outcome }: TellView): boolean => outcome?.kind === 'wish' || outcome?.kind === 'not-agreed';

function titleOf(view: TellView): 'outcome' | 'waiting' | 'standing' | 'direction' {
  if (view.about === 'waiting') return 'waiting';
  if (view.outcome?.kind === 'direction') return 'direction';
  return isUndecided(view) || view.outcome?.kind === 'withdrawn' ? 'standing' : 'outcome';
}

/** What is to be told. Why nothing was agreed would say who thought what. */
function about(view: TellView, most: number, w: Words, locale: Locale): Line[] {
  const card = w.decisions.tell;
  const { facts, outcome } = view;
  const waiting =
    view.about === 'waiting' && view.answerDueOn !== null
      ? [line({ text: card.waiting(spokenDay(view.answerDueOn, locale)) })]
      : [];
  if (outcome === null) return [...paragraphs(facts.text, most * 2), ...waiting];
  const begins = outcome.kind === 'adopted' || outcome.kind === 'granted';
  const reason = isUndecided(view) ? '' : outcome.reason;
  return [
    line({ lead: card.about[outcome.kind], text: '' }),
    ...paragraphs(outcome.text === '' ? facts.text : outcome.text, most * 2),
    ...(reason === '' ? [] : [line({ lead: `${w.decisions.because} `, text: flat(reason, most) })]),
    ...(begins && waiting.length === 0 ? [line({ text: card.starts(spokenDay(facts.startsOn, locale)) })] : []),
    ...waiting,
  ];
}

function toldSaid(
  told: NonNullable<TellView['told']>,
  most: number,
  w: Words,
  locale: Locale,
): NonNullable<Matter['closing']> {
  const card = w.decisions.tell;
  const hows: Readonly<Record<string, string>> = card.toldHow;
  return [
    sentence(card.told(told.by, spokenDay(told.on, locale), hows[told.how] ?? told.how)),
    ...(told.said === '' ? [] : [sentence(w.quoted(flat(told.said, most)))]),
  ];
}

function fields(view: TellView, w: Words): Field[] {
  const card = w.decisions.tell;
  const { values, faults } = view;
  return [
    choiceField({
      id: 'how',
      label: card.how,
      value: values.how,
      choices: HOWS.map((value) => ({ title: card.hows[value], value })),
      placeholder: '',
      faults,
    }),
    dateField({
      id: 'toldOn',
      label: card.toldOn,
      value: values.toldOn,
      faults,
    }),
    textField({
      id: 'said',
      label: card.said(whoIs(view.facts, w)),
      placeholder: card.saidExample,
      value: values.said,
      longest: LONGEST.answer,
      faults,
    }),
  ];
}
