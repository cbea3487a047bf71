type TurnHandling = typeof import('../../bot/conversation/turn-handler');
type Parts = Parameters<TurnHandling['makeTurnHandler']>[0];

let known: Parts | undefined;

/**
 * The module that createApp hands its registrations to, remembering them: nothing more of the house has to be shown for a
 * test. For `jest.mock`, in the test's own file.
 */
export function remembering(): TurnHandling {
  const actual = jest.requireActual<TurnHandling>('../../bot/conversation/turn-handler');
  return {
    ...actual,
    makeTurnHandler: (parts) => {
      known ??= parts;
      return actual.makeTurnHandler(parts);
    },
  };
}

/** The verbs and commands of the house that was opened first. */
export function registered(): Parts {
  if (!known) throw new Error('createApp made no handler');
  return known;
}
