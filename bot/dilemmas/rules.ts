/** An answer in a round: which of the author's choices. */
export type Answered = { readonly personId: string; readonly round: number; readonly choice: number };
/** The team answers, talks, and answers again; from the third on both are shown. */
export const FIRST = 1;
export const SECOND = 2;
export const SHOWN = 3;
/** A count of one would say who. */
export const FEWEST = 2;

/** How many chose each of the choices in a round. */
export function countsOf(choices: number, answers: readonly Answered[], round: number): readonly number[] {
  const inRound = answers.filter((one) => one.round === round);
  return Array.from({ length: choices }, (_, choice) => inRound.filter((one) => one.choice === choice).length);
}

/** Of those who answered both times, how many chose otherwise the second time. */
export function movedOf(answers: readonly Answered[]): { readonly both: number; readonly moved: number } {
  const second = new Map(answers.flatMap((one) => (one.round === SECOND ? [[one.personId, one.choice] as const] : [])));
  const both = answers.filter((one) => one.round === FIRST && second.has(one.personId));
  return { both: both.length, moved: both.filter((one) => second.get(one.personId) !== one.choice).length };
}

/** Whether everybody who plays has answered in a round, and they are enough to be shown as numbers. */
export function allAnswered(players: readonly string[], answers: readonly Answered[], round: number): boolean {
  const answered = new Set(answers.flatMap((one) => (one.round === round ? [one.personId] : [])));
  return answered.size >= FEWEST && players.every((id) => answered.has(id));
}

/** Whether a round may be shown before everybody has answered. */
export function mayShow(answers: readonly Answered[], round: number): boolean {
  return new Set(answers.flatMap((one) => (one.round === round ? [one.personId] : []))).size >= FEWEST;
}
