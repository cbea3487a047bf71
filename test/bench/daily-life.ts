import { setTimeout as pause } from 'node:timers/promises';
import { addDays, asDay } from '../../bot/time/day';
import type { Connector, PressOptions, PressOutcome } from '../../stage/connector';
import type { BenchMunicipality } from './municipality';
import type { Act } from './open-load';

type Json = Readonly<Record<string, unknown>>;

/** All objects within a card. */
function nodesOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(nodesOf)];
}

const idsOf = (card: unknown): string[] => nodesOf(card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));

/** So many at once, as many people press at the same time. */
export async function eachOf<T>(items: readonly T[], atOnce: number, work: (item: T, at: number) => Promise<void>) {
  const left = items.map((item, at) => ({ item, at }));
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = left.shift(); one; one = left.shift()) await work(one.item, one.at);
    }),
  );
}

function mustWork(outcome: PressOutcome, what: string): void {
  if (outcome.kind === 'error' || outcome.kind === 'none')
    throw new Error(`${what} was answered with ${outcome.status} ${outcome.text ?? ''}`);
}

const PATIENCE_MS = 60_000;

/**
 * Presses what the person's chat offers, once it does: on a busy machine an answer may come after the turn.
 * @throws when it is not offered within a minute
 */
async function pressWhenOffered(teams: Connector, person: string, press: PressOptions & { readonly verb: string }) {
  const offers = () => teams.chat(person).some((one) => teams.actionsOf(one).some(({ verb }) => verb === press.verb));
  for (const until = Date.now() + PATIENCE_MS; !offers() && Date.now() < until; ) await pause(100);
  return teams.press(person, press);
}

/** How many meetings are held on the day itself: their leads keep their cards during the load. */
export const RUNNING = 40;
const TIMES = ['10:00', '11:00', '12:30', '13:30', '14:30'];

/**
 * The lead of each pathway that has no meeting yet calls one from the pathway's card, the first of them for today. On a busy
 * machine a press may be answered later than Teams waits: whether there is a meeting then is for the database to say.
 * @throws when the form is refused
 */
export async function callMeetings(
  teams: Connector,
  town: BenchMunicipality,
  o: { readonly today: string; has(ref: string): boolean },
): Promise<void> {
  await eachOf(town.pathways, 4, async ({ ref, lead }, at) => {
    if (o.has(ref)) return;
    await teams.say(lead, `forløb ${ref}`);
    await pressWhenOffered(teams, lead, { verb: 'meeting.form' });
    const come = teams.chat(lead).flatMap(({ card }) => idsOf(card).filter((id) => id.startsWith('come-')));
    // Whoever is in two teams has their meetings in different weeks.
    const daysAhead = at < RUNNING ? 0 : 7 + 7 * (Math.floor(at / 100) % 4);
    const sent = await pressWhenOffered(teams, lead, {
      verb: 'meeting.call',
      inputs: {
        ...Object.fromEntries(come.map((id) => [id, 'true'])),
        date: addDays(asDay(o.today), daysAhead),
        time: TIMES[at % TIMES.length] ?? '10:00',
        place: 'Rådhuset, lokale 4',
        agreed: 'true',
      },
    });
    if (idsOf(sent.card).some((id) => id.startsWith('come-')))
      throw new Error(`The meeting of ${ref} was refused: ${JSON.stringify(sent.card).slice(0, 2_000)}`);
  });
}

/** The leads of today's meetings open their cards, up to the first point of the agenda. */
export async function openMeetings(teams: Connector, town: BenchMunicipality, meetingOf: ReadonlyMap<string, string>) {
  await eachOf(town.pathways.slice(0, RUNNING), 4, async ({ ref, lead }) => {
    const meeting = meetingOf.get(ref);
    if (!meeting) throw new Error(`${ref} has no meeting`);
    await teams.execute(lead, { verb: 'meeting.work', data: { meeting } });
    await pressWhenOffered(teams, lead, { verb: 'meeting.start' });
    await pressWhenOffered(teams, lead, { verb: 'meeting.citizen-form' });
    const words = { words: 'Jeg vil gerne i lære.' };
    await pressWhenOffered(teams, lead, { verb: 'meeting.citizen', inputs: words, data: { go: 'next' } });
    mustWork(await pressWhenOffered(teams, lead, { verb: 'meeting.here', data: { go: 'next' } }), 'Who is there');
  });
}

/** What people do during the load, in a mix that is the same in every run; which of the answers were taken, by their number. */
export type Mix = { next(n: number): Act; readonly answered: ReadonlySet<number> };

/** Of twenty presses: 6 answer an invitation, 5 open or save a form of the meeting card, 5 open a card, 4 write a command. */
export const MIX_IN_WORDS =
  '30 % answer an invitation, 25 % open and save a form of the meeting card in turn, 25 % open a meeting, 20 % write (venter, forløb, møde, hjælp)';
const MIX = 'ASOTASOASTOASOTASOST'.split('');
const COMMANDS = ['venter', 'forløb', 'møde', 'hjælp'];

export function mixOf(teams: Connector, town: BenchMunicipality, meetingOf: ReadonlyMap<string, string>): Mix {
  const answered = new Set<number>();
  const invited = town.pathways
    .slice(RUNNING)
    .flatMap(({ team }, at) => team.slice(0, 3).map((person) => ({ person, at })));
  // One pathway after the other, then the second of each team: nobody is pressed twice at about the same time.
  const order = [
    ...invited.filter((_, at) => at % 3 === 0),
    ...invited.filter((_, at) => at % 3 === 1),
    ...invited.filter((_, at) => at % 3 === 2),
  ];
  const count = { answer: 0, save: 0, open: 0, text: 0 };
  const acts: Readonly<Record<string, () => Act>> = {
    A: () => {
      const n = count.answer;
      const { person } = order[n] ?? { person: '' };
      count.answer += 1;
      return {
        kind: 'answer an invitation',
        run: async () => {
          mustWork(await teams.press(person, { verb: 'invitation.come' }), 'An answer');
          answered.add(n);
        },
      };
    },
    S: () => {
      const n = count.save;
      count.save += 1;
      const { lead } = town.pathways[n % RUNNING] ?? { lead: '' };
      // A form is saved and left, and opened again with the next press, so that the card stands at one of the two all the time.
      const saves = Math.floor(n / RUNNING) % 2 === 0;
      return {
        kind: saves ? 'save a form' : 'open a form',
        run: async () =>
          mustWork(
            await teams.press(
              lead,
              saves
                ? {
                    verb: 'meeting.agenda',
                    inputs: { note: `Vi talte om det, gang ${n}.`, done: 'true' },
                    data: { go: 'back' },
                  }
                : { verb: 'meeting.agenda-form' },
            ),
            'A form',
          ),
      };
    },
    O: () => {
      const at = (count.open * 7) % town.pathways.length;
      count.open += 1;
      const { ref, lead, team } = town.pathways[at] ?? { ref: '', lead: '', team: [] };
      const person = count.open % 2 === 0 ? lead : (team[0] ?? lead);
      return {
        kind: 'open a meeting',
        run: async () => {
          const outcome = await teams.execute(person, { verb: 'meeting.open', data: { meeting: meetingOf.get(ref) } });
          if (outcome.kind === 'error') throw new Error(`A meeting was answered with ${outcome.status}`);
        },
      };
    },
    T: () => {
      const at = (count.text * 11 + 3) % town.pathways.length;
      const text = COMMANDS[count.text % COMMANDS.length] ?? 'hjælp';
      count.text += 1;
      const { lead } = town.pathways[at] ?? { lead: '' };
      return {
        kind: `write "${text}"`,
        run: async () => {
          const answers = await teams.say(lead, text);
          if (answers.length === 0) throw new Error(`"${text}" was not answered`);
        },
      };
    },
  };
  return {
    answered,
    next: (n) => {
      const make = acts[MIX[n % MIX.length] ?? 'T'];
      if (!make) throw new Error('The mix names something that nobody does');
      return make();
    },
  };
}
