import type { StoryName } from '../words/tour-da';
import { answering, calling, meetingFirst, workday } from './calling';
import { beingHindered, openInvitation } from './hindered';
import { movableMeeting, movingIt } from './moving';
import type { Players, Scene, Step, World } from './story';

export const storyNames: readonly StoryName[] = ['called', 'hindered', 'moved'];

type Story = {
  readonly steps: readonly Step[];
  /** What stands on the stage already and the story can begin with. */
  readonly found: (scene: Scene) => Partial<Players> | undefined;
  /** The order in which it asks for its guests. */
  readonly order: (guests: readonly string[]) => readonly string[];
};

export const stories: Readonly<Record<StoryName, Story>> = {
  called: {
    steps: [workday, ...calling, answering('answer')],
    found: () => undefined,
    order: (guests) => guests,
  },
  hindered: {
    steps: [workday, meetingFirst, ...beingHindered],
    found: openInvitation,
    order: (guests) => [...guests].reverse(),
  },
  moved: {
    steps: [workday, meetingFirst, ...movingIt, answering('answerAgain')],
    found: movableMeeting,
    order: (guests) => guests,
  },
};

/** The demo municipality's pathways that the stories are told with, the dearest first; people by their e-mail. */
const pathways = [
  {
    ref: 'BF-2026-0142',
    citizen: 'A.K.',
    lead: 'carla.holm',
    guests: ['bo.lindgren', 'jonas.fjordside', 'mette.rosendal'],
  },
  {
    ref: 'BF-2026-0098',
    citizen: 'Birk',
    lead: 'nikolaj.birkelund',
    guests: ['jonas.fjordside', 'mikkel.tofthoej', 'carla.holm'],
  },
  {
    ref: 'BF-2026-0117',
    citizen: 'Solsikke',
    lead: 'mette.rosendal',
    guests: ['kasper.egelund', 'nanna.vesterlund', 'priya.ramanathan'],
  },
] as const;

/** The pathways whose lead and at least one guest have the bot, in the story's order of guests; none in another municipality. */
export function castings(story: StoryName, { people }: Pick<World, 'people'>): Players[] {
  const idOf = (name: string) =>
    people.find((one) => one.email.startsWith(`${name}@`) && one.presence === 'met' && !one.blocked)?.entraId;
  return pathways.flatMap(({ ref, citizen, lead, guests }) => {
    const leadId = idOf(lead);
    const there = guests.flatMap((guest) => idOf(guest) ?? []);
    return leadId === undefined || there.length === 0
      ? []
      : [{ ref, citizen, lead: leadId, guests: stories[story].order(there) }];
  });
}
