import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Ladder, type Ladders, readLadders } from '../../bot/obligations/ladder';
import { TRIAL_LADDERS, TRIAL_VERBS } from './trial-ladders';

/** The verbs that the ladders of tests may call; whoever carries them out is the test's own affair. */
export const TEST_VERBS: ReadonlySet<string> = new Set([
  'meeting.past',
  'meeting.absence-word-past',
  'pathway.ground-ended',
  'decision.answers-past-due',
  'decision.voice-past-due',
  'decision.talk-past-due',
  'decision.professional-past-due',
  'decision.ruling-past-due',
  'decision.leaders-sought',
  'decision.advice-past-due',
  'decision.question-unanswered',
  'followup.reckon',
  'intake.begun',
  'intake.offer-past-due',
  'program.begin',
  'program.day',
  'program.reckon',
  ...TRIAL_VERBS,
]);

/** A question about a ruling: the clock of the rulings stands still while it is open, and two working days end it. */
const QUESTION_ANSWER = `
question-answer: { nature: duty, snooze: never, absence: deputy, rungs: [
  { key: first,   when: opened + 1wd, tell: owner, by: line },
  { key: silence, when: opened + 2wd, do: decision.question-unanswered } ] }
`;

/** The policy's own ladders, those of kinds whose capabilities come later, and one with a deadline for a question. */
export const ALL_LADDERS: Ladders = new Map(
  [readFileSync(path.resolve('content/policy/ladders.yaml'), 'utf8'), TRIAL_LADDERS, QUESTION_ANSWER].flatMap(
    (yaml) => [...readLadders(yaml, { file: 'ladders of the tests', verbs: TEST_VERBS })],
  ),
);

/** One of them. @throws for a kind that has none */
export function ladderOf(kind: string): Ladder {
  const found = ALL_LADDERS.get(kind);
  if (!found) throw new Error(`No ladder in the tests is for "${kind}"`);
  return found;
}

/**
 * A ladder of a test's own, given its rungs as YAML flow maps without the braces, as in `key: a, when: due, tell: owner, by: card`.
 * @throws what `readLadders` throws
 */
export function ladderWith(
  rungs: readonly string[],
  more: { readonly nature?: string; readonly snooze?: string; readonly absence?: string } = {},
): Ladder {
  const { nature = 'duty', snooze = 'never', absence = 'runs' } = more;
  const listed = rungs.map((rung) => `{ ${rung} }`).join(', ');
  const yaml = `own: { nature: ${nature}, snooze: ${snooze}, absence: ${absence}, ends: matter, rungs: [${listed}] }`;
  const found = readLadders(yaml, { file: 'ladder of a test', verbs: TEST_VERBS }).get('own');
  if (!found) throw new Error('The ladder of a test was not read');
  return found;
}
