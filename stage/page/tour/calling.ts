import { heldBy, inputOf, type Offer, offerOf } from './reading';
import { button, type Hands, type Players, type Scene, type Step } from './story';

const copenhagen = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  weekday: 'short',
  hour: '2-digit',
  hour12: false,
});
const mostDaysTried = 15;

/** Whether people are at work by now, with some of the day left. */
function atWork({ world }: Scene): boolean {
  const parts = Object.fromEntries(copenhagen.formatToParts(world.now).map((part) => [part.type, part.value]));
  const hour = Number(parts.hour);
  return !['Sat', 'Sun'].includes(parts.weekday ?? '') && hour >= 8 && hour < 15;
}

/** The weekday `days` days after `day` (`YYYY-MM-DD`), or the first one after that. */
export function laterDay(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Sends a form that holds a `date`, day after day until the house takes it: a clash or a closing day is refused beside it. */
export async function sendOnFreeDay(
  hands: Hands,
  from: string,
  offered: (scene: Scene) => Offer | undefined,
  inputs: (offer: Offer) => Readonly<Record<string, string>>,
  daysOn: number,
): Promise<void> {
  let date: string | undefined;
  for (let tried = 0; tried < mostDaysTried; tried += 1) {
    const offer = offered(hands.scene());
    if (!offer) return;
    const given = inputOf(offer, 'date').value ?? hands.scene().world.now.toISOString().slice(0, 10);
    // A form that was shown with a clash goes through at the second press; another day is kinder.
    const clashes = offer.action.data.seen !== undefined && offer.action.data.seen !== '';
    date = date === undefined ? laterDay(given, daysOn + (clashes ? 1 : 0)) : laterDay(date, 1);
    await hands.press(from, offer, { ...inputs(offer), date });
    const before = offer.message.versions;
    // The card in its new state follows the answer in a moment.
    await hands.until((scene) => {
      const standing = scene.world.chats[from]?.find((one) => one.id === offer.message.id);
      return standing === undefined || standing.versions > before ? true : undefined;
    });
  }
}

const leadsChat = ({ world, players }: Scene) => world.chats[players.lead];
const pathwayCard = (scene: Scene) =>
  offerOf(leadsChat(scene), 'meeting.form', { after: scene.marks.story, text: scene.players.ref });
const callForm = (scene: Scene) => offerOf(leadsChat(scene), 'meeting.call', { after: scene.marks.story });
const meetingCard = (scene: Scene) =>
  offerOf(leadsChat(scene), 'meeting.move-form', { after: scene.marks.story, text: scene.players.ref });

/** The meeting that was called since the story began, with the first of the wanted guests who got an invitation. */
function calledSince(scene: Scene): Partial<Players> | undefined {
  const { world, players, marks } = scene;
  const meeting = heldBy(meetingCard(scene), 'meeting');
  // Whoever is off today and no guest gets theirs another day: nobody waits for that.
  const sent = world.bot.outbox.filter(
    (one) => one.n > marks.sent && one.entraId !== null && players.guests.includes(one.entraId),
  );
  // The dearest guest may be the last whom it reaches.
  const underWay =
    !sent.some((one) => one.kind === 'invitation') ||
    sent.some((one) => one.status === 'queued' || one.status === 'sending');
  if (meeting === undefined || underWay) return undefined;
  for (const guest of players.guests) {
    const offer = offerOf(world.chats[guest], 'invitation.come', { after: marks.story, text: players.ref });
    const invitation = heldBy(offer, 'invitation');
    if (invitation !== undefined) return { meeting, guest, invitation };
  }
  return undefined;
}

const openPathway = async (hands: Hands) => {
  const { players } = hands.scene();
  await hands.say(players.lead, `forløb ${players.ref}`);
};
const openForm = async (hands: Hands) => {
  const offer = await hands.until(pathwayCard);
  await hands.press(hands.scene().players.lead, offer);
};
const sendForm = async (hands: Hands) => {
  const { lead } = hands.scene().players;
  await hands.until(callForm);
  await sendOnFreeDay(
    hands,
    lead,
    callForm,
    (offer) => ({
      time: inputOf(offer, 'time').value ?? '13:00',
      place: inputOf(offer, 'place').value ?? 'Rådhuset, lokale 4',
      agreed: 'true',
    }),
    inputOf(await hands.until(callForm), 'date').value === undefined ? 14 : 0,
  );
};
const lead = (players: Players) => players.lead;
const guest = (players: Players) => players.guest ?? players.lead;

export const workday: Step = {
  name: 'workday',
  who: lead,
  skip: atWork,
  target: () => ({ kind: 'working-day' }),
  done: (scene) => (atWork(scene) ? {} : undefined),
  show: (hands) => hands.nextWorkingDay(),
};

/** The lead opens the pathway, then the form, and sends it. */
export const calling: readonly Step[] = [
  {
    name: 'pathway',
    who: lead,
    target: () => ({ kind: 'composer' }),
    done: (scene) => ((pathwayCard(scene) ?? callForm(scene) ?? meetingCard(scene)) ? {} : undefined),
    show: openPathway,
  },
  {
    name: 'form',
    who: lead,
    target: (scene) => button(pathwayCard(scene)),
    done: (scene) => ((callForm(scene) ?? meetingCard(scene)) ? {} : undefined),
    show: openForm,
  },
  {
    name: 'call',
    who: lead,
    target: (scene) => button(callForm(scene) ?? pathwayCard(scene)),
    done: calledSince,
    show: async (hands) => {
      if (!callForm(hands.scene())) await openForm(hands);
      await sendForm(hands);
    },
  },
];

/** All of that in one go, where a story needs a meeting and there is none. */
export const meetingFirst: Step = {
  name: 'meeting',
  who: lead,
  skip: ({ players }) => players.meeting !== undefined,
  target: (scene) => button(callForm(scene) ?? pathwayCard(scene)) ?? { kind: 'composer' },
  done: calledSince,
  async show(hands) {
    if (!callForm(hands.scene())) {
      if (!pathwayCard(hands.scene())) await openPathway(hands);
      await openForm(hands);
    }
    await sendForm(hands);
  },
};

const invitationOf = ({ world, players }: Scene, verb: string) =>
  offerOf(world.chats[guest(players)], verb, { data: { invitation: players.invitation } });

/** The guest answers that they come. */
export const answering = (name: 'answer' | 'answerAgain'): Step => ({
  name,
  who: guest,
  target: (scene) => button(invitationOf(scene, 'invitation.come') ?? invitationOf(scene, 'invitation.change')),
  done: (scene) =>
    !invitationOf(scene, 'invitation.come') && invitationOf(scene, 'invitation.change') ? {} : undefined,
  async show(hands) {
    const change = invitationOf(hands.scene(), 'invitation.change');
    if (!invitationOf(hands.scene(), 'invitation.come') && change) {
      await hands.press(guest(hands.scene().players), change);
    }
    const offer = await hands.until((scene) => invitationOf(scene, 'invitation.come'));
    await hands.press(guest(hands.scene().players), offer);
  },
});
