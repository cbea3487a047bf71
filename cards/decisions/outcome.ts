import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { paragraphs, sentence } from '../anatomy';
import { type Matter, matterCard, press, section } from '../matter';
import type { Drawn } from '../render';
import type { OutcomeCardView, OutcomeView } from './decision-views';
import { isDecided, outcomeState, outcomeTitle } from './outcome-section';
import { citizenLines, flat, quietLine, whoIs } from './proposal-lines';

/** How it ended, to the team: what, why, by whom, and what comes now. */
export function outcomeCard(view: OutcomeCardView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

/** What is done, so that it has a day to start and somebody responsible. */
const BEGINS: readonly OutcomeView['kind'][] = ['adopted', 'other', 'granted', 'partly'];

function drawn(view: OutcomeCardView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome } = view;
  const card = w.decisions.result;
  const names = w.decisions.facts;
  const who = whoIs(facts, w);
  const begins = BEGINS.includes(outcome.kind);
  const day = (on: string) => capitalised(spokenDay(on, locale));
  return {
    summary: card.summary(facts.number, facts.ref),
    mark: view.mark,
    quiet: quietLine(facts, {}, w),
    title: outcomeTitle(outcome, facts, w),
    state: outcomeState(outcome, w),
    repeated: view.repeated,
    citizen: citizenLines({ ...facts, heard: false }, most, w),
    sections: [
      section(begins || outcome.kind === 'direction' ? card.decided : card.proposed, [
        ...paragraphs(outcome.text === '' ? facts.text : outcome.text, most * 2),
      ]),
    ],
    facts: [
      ...(begins
        ? [
            { name: names.starts, value: day(facts.startsOn) },
            { name: names.responsible, value: facts.responsible },
          ]
        : []),
      ...(isDecided(outcome) ? [{ name: names.by, value: w.decisions.by[outcome.by] }] : []),
      { name: names.on, value: day(outcome.on) },
    ],
    said: outcome.reason === '' ? [] : [sentence(flat(outcome.reason, most), w.decisions.because)],
    closing: next(outcome, who, w),
    rows: view.mayOpen
      ? [press([{ title: card.open, verb: 'proposal.open', data: { proposal: facts.id } }], { spacing: 'Medium' })]
      : [],
    foot: [w.decisions.formal],
  };
}

function next(outcome: OutcomeView, who: string, w: Words): NonNullable<Matter['closing']> {
  const { tells, talks, next: comes } = w.decisions.result;
  const { kind } = outcome;
  if (kind === 'direction') return [sentence(comes.direction(who))];
  if (kind === 'wish' || kind === 'not-agreed') return [sentence(`${comes[kind](who)} ${talks(who)}`)];
  return [sentence((kind === 'withdrawn' ? talks : tells)(who))];
}
