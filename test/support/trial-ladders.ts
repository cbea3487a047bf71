/** The ladders of kinds whose capabilities come later, as the policy will have them: tried on the engine as it stands. */
export const TRIAL_LADDERS = `
trial-ruling: { nature: duty, snooze: never, absence: deputy, rungs: [
  { key: halfway,  when: due - 2wd, tell: owner, by: line },
  { key: last-day, when: due, tell: owner, by: card },
  { key: past,     when: due, do: trial.past-due } ] }
trial-introduction: { nature: duty, snooze: 14d, absence: stops, ends: matter, rungs: [
  { key: set-time, when: due - 7d,  tell: owner.manager, by: line },
  { key: halfway,  when: due - 6d,  tell: owner, by: line },
  { key: last,     when: due - 1wd, tell: owner, by: card },
  { key: late,     when: due + 1wd, tell: owner.manager, by: line, grace: 1 } ] }
visit: { nature: duty, snooze: never, absence: runs, ends: matter, rungs: [
  { key: first, when: opened + 2wd, tell: owner, by: card, until: meeting } ] }
`;
export const TRIAL_VERBS = ['trial.past-due'];
