import { sendOnFreeDay } from './calling';
import { heldBy, offerOf } from './reading';
import { button, type Players, type Scene, type Step } from './story';

const card = ({ world, players }: Scene, verb: string) =>
  offerOf(world.chats[players.lead], verb, { data: { meeting: players.meeting } });
const invitedAnew = ({ world, players, marks }: Scene) =>
  players.guest === undefined
    ? undefined
    : offerOf(world.chats[players.guest], 'invitation.come', { after: marks.story, text: players.ref });

/** A meeting of the players' pathway that can be moved, with a guest who is invited. */
export function movableMeeting({ world, players }: Scene): Partial<Players> | undefined {
  const offer = offerOf(world.chats[players.lead], 'meeting.move-form', { text: players.ref });
  const meeting = heldBy(offer, 'meeting');
  if (meeting === undefined) return undefined;
  for (const guest of players.guests) {
    for (const verb of ['invitation.change', 'invitation.come']) {
      const invitation = heldBy(offerOf(world.chats[guest], verb, { text: players.ref }), 'invitation');
      if (invitation !== undefined) return { meeting, guest, invitation };
    }
  }
  return undefined;
}

const movedSince = (scene: Scene): Partial<Players> | undefined => {
  if (card(scene, 'meeting.move') || !card(scene, 'meeting.move-form')) return undefined;
  const invitation = heldBy(invitedAnew(scene), 'invitation');
  return invitation === undefined ? undefined : { invitation };
};

const moveForm: Step = {
  name: 'moveForm',
  who: ({ lead }) => lead,
  target: (scene) => button(card(scene, 'meeting.move-form')),
  done: (scene) => (card(scene, 'meeting.move') ? {} : undefined),
  async show(hands) {
    const offer = await hands.until((scene) => card(scene, 'meeting.move-form'));
    await hands.press(hands.scene().players.lead, offer);
  },
};

const move: Step = {
  name: 'move',
  who: ({ lead }) => lead,
  target: (scene) => button(card(scene, 'meeting.move') ?? card(scene, 'meeting.move-form')),
  done: movedSince,
  async show(hands) {
    const { lead } = hands.scene().players;
    const back = card(hands.scene(), 'meeting.move-form');
    if (!card(hands.scene(), 'meeting.move') && back) await hands.press(lead, back);
    await hands.until((scene) => card(scene, 'meeting.move'));
    await sendOnFreeDay(
      hands,
      lead,
      (scene) => card(scene, 'meeting.move'),
      () => ({ agreed: 'true' }),
      7,
    );
  },
};

/** The lead moves a meeting. */
export const movingIt: readonly Step[] = [moveForm, move];
