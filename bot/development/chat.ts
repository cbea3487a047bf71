import { spokenMoment } from '../../content/words/dates';
import type { Capability } from '../capability';
import { asMoment, isMoment, toInstant, toMoment } from '../time/moment';
import type { MovableClock, Walked } from './walk-clock';

/** `tid 2026-03-02 08:00`: moves the calendar clock. Registered in development mode only. */
export function timeCapability(parts: {
  clock: MovableClock;
  zone: string;
  walk: (to: Date) => Promise<Walked>;
}): Capability {
  return {
    name: 'development',
    commands: [
      {
        key: 'time',
        pattern: /^(?:tid|time)(?:\s+(?<rest>.+))?$/,
        names: ['tid', 'time'],
        developmentOnly: true,
        run: async ({ words, locale }, rest) => {
          const text = rest.trim().replace(/\s+/, 'T');
          if (!isMoment(text)) return { say: words.turn.timeNotUnderstood };
          const to = toInstant(asMoment(text), parts.zone);
          if (to.getTime() < parts.clock.now().getTime()) return { say: words.turn.timeBackwards };
          return {
            after: async () => {
              const walked = await parts.walk(to);
              return words.turn.timeMoved(spokenMoment(toMoment(walked.now, parts.zone), locale), walked.sent);
            },
          };
        },
      },
    ],
  };
}
