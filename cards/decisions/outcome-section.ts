import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import type { Locale, Words } from '../../content/words/words';
import { line, paragraphs } from '../anatomy';
import { type Matter, type MatterSection, section } from '../matter';
import type { OutcomeView, ProposalFacts } from './decision-views';
import { flat } from './proposal-lines';

const colors = {
  adopted: 'Good',
  not: 'Default',
  other: 'Good',
  wish: 'Accent',
  'not-agreed': 'Default',
  direction: 'Good',
  granted: 'Good',
  partly: 'Accent',
  refused: 'Default',
  withdrawn: 'Default',
} as const;

/** How it ended, as a word with its mark. */
export function outcomeState(outcome: OutcomeView, w: Words): NonNullable<Matter['state']> {
  return { text: w.decisions.outcome[outcome.kind], color: colors[outcome.kind] };
}

/** How a proposal ended, as a title. */
export function outcomeTitle(outcome: OutcomeView, facts: Pick<ProposalFacts, 'number'>, w: Words): string {
  return w.decisions.result.title[outcome.kind](facts.number);
}

/** Whether somebody decided: a wish kept, nothing agreed or a proposal withdrawn is no decision. */
export function isDecided({ kind }: OutcomeView): boolean {
  return kind !== 'wish' && kind !== 'not-agreed' && kind !== 'withdrawn';
}

/** How it ended: what, why, by whom and when. */
export function outcomeSection(outcome: OutcomeView, most: number, w: Words, locale: Locale): MatterSection {
  const on = spokenDay(outcome.on, locale);
  return section(w.decisions.ended, [
    ...paragraphs(outcome.text, most * 2),
    ...(outcome.reason === '' ? [] : [line({ lead: `${w.decisions.because} `, text: flat(outcome.reason, most) })]),
    line({ text: '', quiet: isDecided(outcome) ? `${w.decisions.by[outcome.by]} · ${on}` : capitalised(on) }),
  ]);
}
