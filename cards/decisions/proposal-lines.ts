import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import type { Locale, Words } from '../../content/words/words';
import { type Line, line, paragraphs, sentence } from '../anatomy';
import { type Matter, type MatterSection, section } from '../matter';
import { quotation } from '../meetings/quotation';
import { plain } from '../text';
import type { ProposalFacts, ProposalStateName, QuestionLine, Sent } from './decision-views';

/** How the citizen is spoken of within a sentence. */
export function whoIs(facts: Pick<ProposalFacts, 'alias'>, w: Words): string {
  return facts.alias ?? w.decisions.citizen;
}

/** What the citizen says, in their words, and that they would like to be heard. */
export function citizenLines(
  facts: Pick<ProposalFacts, 'alias' | 'citizenSays' | 'heard'>,
  most: number,
  w: Words,
  heard: (who: string) => string = w.decisions.heard,
): Line[] {
  const who = whoIs(facts, w);
  const said = quotation(facts.citizenSays, most * 2, w);
  return [
    ...(said.length === 0 ? [] : [line({ lead: w.decisions.says(who), text: '', spacing: 'None' }), ...said]),
    ...(facts.heard ? [line({ lead: heard(who), text: '' })] : []),
  ];
}

/** The text of what is proposed below its heading. */
export function proposalSection(facts: ProposalFacts, most: number, w: Words): MatterSection {
  const title = facts.rule === 'leaders-set-direction' ? w.decisions.ruling.direction : w.decisions.proposal;
  return section(title, paragraphs(facts.text, most * 2));
}

/** What was taken from the advice. */
export function takenSections(facts: ProposalFacts, most: number, w: Words): MatterSection[] {
  return facts.taken === '' ? [] : [section(w.decisions.taken.taken, paragraphs(facts.taken, most))];
}

/** Who, when, where, and whether somebody else has to grant it. */
export function proposalFacts(facts: ProposalFacts, w: Words, locale: Locale): NonNullable<Matter['facts']> {
  const names = w.decisions.facts;
  return [
    { name: names.responsible, value: facts.responsible },
    { name: names.starts, value: capitalised(spokenDay(facts.startsOn, locale)) },
    ...departmentFact(facts.departments, w),
    ...(facts.visitation ? [{ name: names.visitation, value: names.needed }] : []),
  ];
}

function departmentFact(departments: readonly string[], w: Words): { name: string; value: string }[] {
  if (departments.length === 0) return [];
  const shown = departments.slice(0, 6).join(', ');
  const rest = departments.length - 6;
  return [{ name: w.decisions.facts.departments, value: rest > 0 ? `${shown}. ${w.andMore(rest)}` : `${shown}` }];
}

/** What the citizen gets meanwhile. */
export function meanwhileSaid(facts: ProposalFacts, most: number, w: Words): NonNullable<Matter['said']> {
  const [first, ...more] = paragraphs(facts.meanwhile, most);
  return first === undefined
    ? []
    : [sentence([first, ...more].map(({ text }) => text).join(' '), w.decisions.meanwhile)];
}

/** The quiet line of a proposal's card: a reminder says so. */
export function quietLine(facts: ProposalFacts, sent: Sent, w: Words): string {
  const { quiet, quietDirection, quietReminder, edition } = w.decisions;
  const plainly = facts.rule === 'leaders-set-direction' ? quietDirection : quiet;
  const said = (sent.reminder ? quietReminder : plainly)(facts.number, plain(facts.ref));
  return facts.n === 1 ? said : `${said} · ${edition(facts.n)}`;
}

/** What a reminder says first. */
export function reminderSaid(sent: Sent, w: Words, asks: 'answer' | 'act' = 'answer'): NonNullable<Matter['opening']> {
  if (!sent.reminder) return [];
  const { reminder } = w.decisions;
  if (asks === 'act') return [sentence(reminder.act)];
  return [sentence(sent.reminder.rung === 'second' ? reminder.second : reminder.first)];
}

const colors = {
  advice: 'Accent',
  taking: 'Accent',
  asking: 'Accent',
  'in-meeting': 'Good',
  talk: 'Warning',
  professional: 'Accent',
  leaders: 'Accent',
  undecided: 'Attention',
  leaderless: 'Attention',
  'to-send': 'Warning',
  visitation: 'Accent',
  closed: 'Default',
} as const;

/** Where a proposal stands, with its mark. */
export function stateOf(
  state: ProposalStateName,
  w: Words,
): { text: string; color: (typeof colors)[ProposalStateName] } {
  return { text: w.decisions.state[state], color: colors[state] };
}

/** Questions with their answers. */
export function questionLines(questions: readonly QuestionLine[], most: number, w: Words): Line[][] {
  const words = w.decisions.questions;
  return questions.map((one) => [
    line({
      lead: `${words.asks(one.asker)} `,
      text: flat(one.text, most),
      quiet: one.status === 'answered' ? '' : ` · ${words[one.status]}`,
    }),
    ...one.answers.map((answer) =>
      line({ lead: `${words.answers(answer.who)} `, text: flat(answer.text, most), spacing: 'None' }),
    ),
  ]);
}

/** A text of many lines within one. */
export function flat(text: string, most: number): string {
  return paragraphs(text, most)
    .map((one) => one.text)
    .join(' ');
}
