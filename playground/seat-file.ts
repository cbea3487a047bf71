import { stringify } from 'yaml';
import { bot, personalConversationId, teamsUserId } from '../stage/activities';
import type { StagePerson } from '../stage/chat';

/** The Playground wants exactly so many others. */
const OTHERS = 5;

/**
 * The settings (YAML) of the Playground in which `person` sits: who they are, the bot, and five of `colleagues`. Every id
 * of a conversation carries the person's Entra id, by which the router knows whose it is. Throws with fewer than five.
 */
export function seatFile(o: {
  readonly person: StagePerson;
  readonly colleagues: readonly StagePerson[];
  readonly tenantId: string;
}): string {
  const { person } = o;
  const others = o.colleagues.filter((one) => one.entraId !== person.entraId).slice(0, OTHERS);
  if (others.length < OTHERS) throw new Error(`The Playground wants ${OTHERS} colleagues`);
  return stringify({
    version: '0.1.1',
    tenantId: o.tenantId,
    bot,
    currentUser: userOf(person),
    users: others.map(userOf),
    personalChat: { id: personalConversationId(person.entraId) },
    groupChat: { id: `19:group-${person.entraId}`, name: 'Gruppe' },
    team: {
      id: `19:team-${person.entraId}`,
      name: 'Team',
      aadGroupId: person.entraId.replace(/^./, 'b'),
      channels: [{ id: `19:channel-${person.entraId}`, name: 'Kanal' }],
    },
  });
}

function userOf(person: StagePerson) {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  return {
    id: teamsUserId(person.entraId),
    name: person.name,
    // The Playground spells it so.
    userPrincipleName: person.email,
    aadObjectId: person.entraId,
    givenName,
    surname: rest.join(' ') || givenName,
    email: person.email,
  };
}
