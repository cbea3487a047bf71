import type { TeamsPort } from '../../../bot/messages/port';
import { type Plan, type PlanInput, plan } from '../../../bot/obligations/plan';
import { addDays } from '../../../bot/time/day';
import { dayOf, type Moment, momentAt, timeOf } from '../../../bot/time/moment';
import { marksOf } from '../chronicle';
import type { Plant } from './arguments';
import type { LifeOptions } from './house';
import type { InProcessTeams } from './teams';

/** What a run's bot is given of a planted fault: its way to Teams, and its planner. */
export type Planted = { readonly port: TeamsPort; readonly parts: Partial<Pick<LifeOptions, 'plan' | 'mostAttempts'>> };

const REMINDER = /^(?:first|second|last|late|manager|day|due)$/;
const isReminder = (card: unknown): boolean => marksOf(card).some(({ rung }) => REMINDER.test(rung));

const planOf = (change: (input: PlanInput, made: Plan) => Plan) => (input: PlanInput) => change(input, plan(input));

/**
 * A fault of one of the six kinds, of the bot's own or of its courier; null: none.
 * @param done the introductions that are done, with who leads the new colleague
 */
export function planted(
  kind: Plant | null,
  teams: InProcessTeams,
  done: () => readonly { readonly runId: string; readonly managerId: string | null }[],
): Planted {
  const { port } = teams;
  switch (kind) {
    case null:
      return { port, parts: {} };
    case 'missed':
      // A planner that takes the first reminder for told.
      return {
        port,
        parts: {
          plan: planOf((_input, made) => ({
            ...made,
            steps: made.steps.map((step) =>
              step.kind === 'tell' && step.rung === 'first' ? { ...step, kind: 'skip' } : step,
            ),
          })),
        },
      };
    case 'late':
      // A planner whose clock is a day slow.
      return { port, parts: { plan: (input) => slow(input) } };
    case 'needless':
      // A courier that sends a morning's and a reminder's card once more, days later, whatever has become of it.
      return { port: repeating(port, 6), parts: {} };
    case 'doubled':
      return { port: repeating(port, 0), parts: {} };
    case 'unseen':
      // A courier that never gives up on a message that Teams does not take.
      return { port: refusing(port), parts: { mostAttempts: 1_000_000 } };
    case 'leaked':
      return { port: strayed(port, teams), parts: {} };
    case 'told-when-done':
      return { port: tellingOfWhatIsDone(port, done), parts: {} };
    default:
      return kind satisfies never;
  }
}

const moved = (at: Moment, days: number): Moment => momentAt(addDays(dayOf(at), days), timeOf(at));

function slow(input: PlanInput): Plan {
  const { nextAt, ...made } = plan({ ...input, now: moved(input.now, -1) });
  return { ...made, ...(nextAt === undefined ? {} : { nextAt: moved(nextAt, 1) }) };
}

function repeating(port: TeamsPort, after: number): TeamsPort {
  const kept: Parameters<TeamsPort['post']>[0][] = [];
  return {
    ...port,
    post: async (message) => {
      const result = await port.post(message);
      if (!isReminder(message.card)) return result;
      kept.push(message);
      const again = kept.length > after ? kept.shift() : undefined;
      if (again) await port.post(again);
      return result;
    },
  };
}

function refusing(port: TeamsPort): TeamsPort {
  let sent = 0;
  return {
    ...port,
    post: async (message) => {
      sent += 1;
      return sent % 50 === 0 ? { kind: 'retry', code: 'never', afterMs: 400 * 86_400_000 } : port.post(message);
    },
  };
}

function strayed(port: TeamsPort, teams: InProcessTeams): TeamsPort {
  let sent = 0;
  return {
    ...port,
    post: async (message) => {
      sent += 1;
      const stranger = teams.people[sent % teams.people.length];
      if (sent % 20 === 0 && stranger)
        await port.post({ ...message, place: { ...message.place, conversationId: `a:${stranger.entraId}` } });
      return port.post(message);
    },
  };
}

/** A courier that puts a line of an introduction into its manager's morning, though it is done; once each. */
function tellingOfWhatIsDone(
  port: TeamsPort,
  done: () => readonly { readonly runId: string; readonly managerId: string | null }[],
): TeamsPort {
  const told = new Set<string>();
  return {
    ...port,
    post: async (message) => {
      const { card, place } = message;
      const one = done().find(
        ({ runId, managerId }) => !told.has(runId) && managerId !== null && place.conversationId.endsWith(managerId),
      );
      if (!one || !isReminder(card) || !('body' in card) || !Array.isArray(card.body)) return port.post(message);
      told.add(one.runId);
      const line = {
        type: 'TextBlock',
        id: `introduction/late/${one.runId}/1`,
        text: 'Introduktionen mangler.',
        wrap: true,
      };
      return port.post({ ...message, card: { ...card, body: [...card.body, line] } });
    },
  };
}
