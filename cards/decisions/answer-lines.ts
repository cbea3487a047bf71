import type { Words } from '../../content/words/words';
import { type Line, line } from '../anatomy';
import { type MatterSection, section } from '../matter';
import { fitting } from '../text';
import type { AnswerLine, ProposalFacts, RulingLine } from './decision-views';
import { flat } from './proposal-lines';

const marks = { agree: 'Good', doubt: 'Warning', disagree: 'Attention' } as const;
const rulingMarks = { 'as-proposed': 'Good', not: 'Attention', other: 'Accent' } as const;

/** What each answered, with the reason; `who` is a profession, a department, or a name where that may be known. */
export function answerLines(answers: readonly AnswerLine[], most: number, w: Words): Line[][] {
  return answers.map((one) => [
    line({
      mark: marks[one.kind],
      lead: `${one.who}: `,
      text: w.decisions.votes[one.kind],
      quiet: one.reason === '' ? '' : ` · ${w.quoted(flat(one.reason, most))}`,
    }),
  ]);
}

/** What each leader decided, so far as that may be seen. */
export function rulingLines(
  leaders: readonly RulingLine[],
  facts: Pick<ProposalFacts, 'rule'>,
  most: number,
  w: Words,
): Line[][] {
  const names = facts.rule === 'leaders-set-direction' ? w.decisions.directionRulings : w.decisions.rulings;
  return leaders.map((one) => {
    const name = one.departments.length === 0 ? one.name : `${one.name} (${one.departments.join(', ')})`;
    const { ruling } = one;
    if (ruling === null) {
      const text = one.answered ? w.decisions.answered : w.decisions.notAnswered;
      return [line({ mark: one.answered ? 'Good' : 'Warning', lead: `${name}: `, text })];
    }
    return [
      line({
        mark: rulingMarks[ruling.kind],
        lead: `${name}: `,
        text: names[ruling.kind],
        quiet: one.earlier ? ` · ${one.answered ? w.decisions.answeredAgain : w.decisions.notAnsweredAgain}` : '',
      }),
      ...rulingTexts(ruling, most, w),
    ];
  });
}

/** The text and the reason of one ruling. */
export function rulingTexts(ruling: NonNullable<RulingLine['ruling']>, most: number, w: Words): Line[] {
  return [
    ...(ruling.text === '' ? [] : [line({ text: flat(ruling.text, most), spacing: 'None' })]),
    ...(ruling.reason === ''
      ? []
      : [line({ text: '', quiet: `${w.decisions.because} ${flat(ruling.reason, most)}`, spacing: 'None' })]),
  ];
}

/** As many as there is room for below one heading; where texts are short, lists are too. */
export function listSection(
  title: string,
  things: readonly (readonly Line[])[],
  most: number,
  w: Words,
): MatterSection {
  const { kept, rest } = fitting(things, Math.min(4_000, most * 15));
  return section(title, kept.flat(), { rest: rest === 0 ? '' : w.andMore(rest) });
}
