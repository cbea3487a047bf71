import type { PressOptions } from '../../stage/connector';
import { callMeeting, changedMunicipality, personIds, REF } from '../support/meeting-steps';
import { openTown, type Town, type TownOptions } from '../support/town';
import { POSTPONABLE } from './one-meeting';

/** What is sealed, each in words that stand nowhere else. */
export const SECRETS = {
  alias: 'Zirkonia',
  born: '2009-11-07',
  caseNumber: 'QX-774411',
  place: 'Biblioteket, grå sal',
  whyBo: 'du kender vejen ind på trælasten',
  whyMette: 'du har fulgt "lillebror" siden foråret',
  reason: 'Jeg venter på ergoterapeutens vurdering',
} as const;

/** The secrets, and the ways in which a birth date can be written. */
export const SECRET_TEXTS: readonly string[] = [
  ...Object.values(SECRETS),
  '07-11-2009',
  '07.11.2009',
  '07112009',
  '071109',
  '20091107',
];

/** The test's municipality with the secrets in its file. */
export function secretMunicipality(): { folder: string; remove(): void } {
  return changedMunicipality({
    'pathways.csv': (line) =>
      line.startsWith(REF)
        ? line.replace('A.K.', SECRETS.alias).replace('2008-08-31', SECRETS.born).replace('25-1', SECRETS.caseNumber)
        : line,
  });
}

export async function openSecretTown(options: Partial<TownOptions> = {}): Promise<Town> {
  const { folder, remove } = secretMunicipality();
  try {
    const town = await openTown({ at: '2026-03-12T09:00', folder, ladders: POSTPONABLE, ...options });
    // Months in a few seconds: Teams, which counts seconds, would take no more answers.
    town.teams.faults.windows(false);
    return town;
  } finally {
    remove();
  }
}

type Step = { readonly what: string; readonly run: (town: Town) => Promise<unknown> };

const says = (name: string, text: string): Step => ({
  what: `${name} writes ${text}`,
  run: (town) => town.says(name, text),
});
const presses = (
  name: string,
  verb: string,
  inputs: Readonly<Record<string, string>> = {},
  more: Omit<PressOptions, 'inputs'> = {},
): Step => ({ what: `${name} presses ${verb}`, run: (town) => town.presses(name, verb, { ...inputs }, more) });
const picks = (name: string, verb: string, input: string, whom: string): Step => ({
  what: `${name} presses ${verb}`,
  run: async (town) => town.presses(name, verb, { [input]: (await personIds(town))(whom) }),
});

/**
 * A meeting's whole life, with every kind of answer: called, answered, stood in for, hindered, replied to, named for,
 * postponed, moved, answered again, looked at, past; and a second one, cancelled.
 */
export const STORY: readonly Step[] = [
  says('Carla', 'forløb'),
  {
    what: 'Carla calls the meeting from the card of the pathway',
    run: async (town) => {
      const idOf = await personIds(town);
      const whys = { [`why-${idOf('Bo')}`]: SECRETS.whyBo, [`why-${idOf('Mette')}`]: SECRETS.whyMette };
      return callMeeting(town, { date: '2026-03-26', inputs: { place: SECRETS.place, ...whys } });
    },
  },
  picks('Bo', 'invitation.stand-in', 'colleague', 'Henrik'),
  presses('Henrik', 'stand-in.accept'),
  presses('Mette', 'invitation.hindered', { code: 'absent' }),
  presses('Carla', 'hindered.somebody'),
  picks('Thomas', 'representation.name', 'person', 'Nikolaj'),
  presses('Nikolaj', 'stand-in.decline'),
  says('Jonas', 'venter'),
  presses('Jonas', 'waiting.snooze-form'),
  {
    what: 'Jonas presses waiting.snooze',
    run: async (town) => {
      const { id } = await town.inside(async ({ tx, tenantId }) =>
        tx.obligation.findFirstOrThrow({
          where: {
            tenantId,
            kind: 'invitation-answer',
            closedAt: null,
            ownerId: (await personIds(town))('Jonas'),
          },
        }),
      );
      return town.presses('Jonas', 'waiting.snooze', {
        obligation: id,
        until: '2026-03-17',
        reason: SECRETS.reason,
      });
    },
  },
  { what: 'three days go by', run: (town) => town.until('2026-03-17T12:00') },
  presses('Carla', 'meeting.move-form'),
  presses('Carla', 'meeting.move', { date: '2026-04-08', time: '10:00', agreed: 'true' }),
  presses('Mette', 'invitation.hindered', { code: 'other-meeting' }),
  { what: 'two days go by', run: (town) => town.until('2026-03-19T12:00') },
  presses('Carla', 'hindered.manage'),
  presses('Bo', 'invitation.come'),
  says('Carla', 'møde'),
  { what: 'the day of the meeting comes', run: (town) => town.until('2026-04-08T09:30') },
  says('Dorthe', `forløb ${REF}`),
  presses('Dorthe', 'meeting.open'),
  { what: 'the meeting is over', run: (town) => town.until('2026-04-09T09:00') },
  { what: 'Nanna calls another', run: (town) => callMeeting(town, { date: '2026-04-22', by: 'Nanna' }) },
  presses('Mette', 'invitation.hindered', { code: 'citizen-matter' }),
  presses('Nanna', 'meeting.cancel-ask'),
  presses('Nanna', 'meeting.cancel'),
];

/** Plays the story; told after each step, and before the first. */
export async function playStory(
  town: Town,
  after: (what: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await after('');
  for (const { what, run } of STORY) {
    await run(town);
    await after(what);
  }
}
