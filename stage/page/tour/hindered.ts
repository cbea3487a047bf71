import { heldBy, inputOf, offerOf } from './reading';
import { button, type Players, type Scene, type Step, toldSince } from './story';

const offered = (scene: Scene, whose: string | undefined, verb: string) =>
  whose === undefined
    ? undefined
    : offerOf(scene.world.chats[whose], verb, { data: { invitation: scene.players.invitation } });
const invitation = (scene: Scene, verb: string) => offered(scene, scene.players.guest, verb);
const question = (scene: Scene) => offered(scene, scene.players.lead, 'hindered.somebody');
const naming = (scene: Scene) => offered(scene, scene.players.manager, 'representation.name');
const asked = ({ world, players }: Scene, verb: string) =>
  players.standIn === undefined ? undefined : offerOf(world.chats[players.standIn], verb);
const wasPressed = ({ world, players }: Scene, verb: string) =>
  world.pressed.some((one) => one.verb === verb && one.data.invitation === players.invitation);

/** An invitation to a meeting of the players' pathway that one of the guests could still be hindered to. */
export function openInvitation(scene: Scene): Partial<Players> | undefined {
  const { world, players } = scene;
  for (const guest of players.guests) {
    const offer = offerOf(world.chats[guest], 'invitation.hindered', { text: players.ref });
    const id = heldBy(offer, 'invitation');
    if (id === undefined) continue;
    const card = offerOf(world.chats[players.lead], 'meeting.move-form', { text: players.ref });
    const meeting = heldBy(card, 'meeting');
    if (meeting !== undefined) return { guest, invitation: id, meeting };
  }
  return undefined;
}

const hinder: Step = {
  name: 'hinder',
  who: ({ guest, lead }) => guest ?? lead,
  target: (scene) => button(invitation(scene, 'invitation.hindered') ?? invitation(scene, 'invitation.change')),
  done: (scene) => (question(scene) ? {} : undefined),
  async show(hands) {
    const { guest } = hands.scene().players;
    if (guest === undefined) return;
    const change = invitation(hands.scene(), 'invitation.change');
    if (!invitation(hands.scene(), 'invitation.hindered') && change) await hands.press(guest, change);
    const offer = await hands.until((scene) => invitation(scene, 'invitation.hindered'));
    await hands.press(guest, offer, { code: inputOf(offer, 'code').choices[0]?.value ?? '' });
  },
};

const replyTarget: Pick<Step, 'who' | 'target'> = {
  who: ({ lead }) => lead,
  target: (scene) => button(question(scene)),
};

const reply: Step = {
  ...replyTarget,
  name: 'reply',
  done(scene) {
    if (question(scene)) return undefined;
    if (wasPressed(scene, 'hindered.manage')) return { managed: true };
    const manager = toldSince(scene, 'representation');
    return manager === undefined ? undefined : { manager };
  },
  async show(hands) {
    const offer = await hands.until(question);
    await hands.press(hands.scene().players.lead, offer);
  },
};

const name: Step = {
  name: 'name',
  who: ({ manager, lead }) => manager ?? lead,
  skip: ({ players }) => players.managed === true,
  target: (scene) => button(naming(scene)),
  done(scene) {
    if (naming(scene) || !wasPressed(scene, 'representation.name')) return undefined;
    const standIn = toldSince(scene, 'stand-in');
    return standIn === undefined ? undefined : { standIn };
  },
  async show(hands) {
    const offer = await hands.until(naming);
    const { world, players } = hands.scene();
    // Somebody who can be reached, so that the story goes on.
    const there = new Set(
      world.people
        .filter(
          (one) => one.presence === 'met' && !one.blocked && one.locale !== 'en' && one.entraId !== players.manager,
        )
        .map((one) => one.name),
    );
    const choice = inputOf(offer, 'person').choices.find((one) => there.has(one.title));
    await hands.press(players.manager ?? players.lead, offer, { person: choice?.value ?? '' });
  },
};

const accept: Step = {
  name: 'accept',
  who: ({ standIn, lead }) => standIn ?? lead,
  skip: ({ players }) => players.managed === true,
  target: (scene) => button(asked(scene, 'stand-in.accept')),
  done: (scene) => (!asked(scene, 'stand-in.accept') && asked(scene, 'stand-in.withdraw') ? {} : undefined),
  async show(hands) {
    const offer = await hands.until((scene) => asked(scene, 'stand-in.accept'));
    const { standIn, lead } = hands.scene().players;
    await hands.press(standIn ?? lead, offer);
  },
};

/** A guest is hindered, the lead asks for somebody else, the manager names one, and they accept. */
export const beingHindered: readonly Step[] = [hinder, reply, name, accept];
