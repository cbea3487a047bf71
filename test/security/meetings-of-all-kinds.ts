import { randomUUID } from 'node:crypto';
import { personIds } from '../support/meeting-steps';
import { TENANT, type Town } from '../support/town';
import type { Ids } from './cast';
import { turnOf } from './turn-of';

/** Who plays which part in the meetings of a pathway. */
export type Parts = {
  readonly pathway: string;
  /** When the four begin: nobody can be at two at once. */
  readonly at: readonly [string, string, string, string];
  readonly lead: string;
  readonly invited: readonly string[];
  /** Has said nothing about the meeting ahead; asks a colleague to come to each of the others. */
  readonly silent: string;
  readonly hindered: string;
  /** Asks a colleague to come to the meeting ahead. */
  readonly asks: string;
  readonly colleagueAhead: string;
  readonly colleagueNow: string;
  /** Comes to the one that is held. */
  readonly colleagueThen: string;
  readonly takesNotes: string;
  readonly there: readonly string[];
  readonly missed: string;
  readonly owner: string;
};

type MeetingIds = Pick<
  Ids,
  | 'pathway'
  | 'meeting'
  | 'today'
  | 'running'
  | 'held'
  | 'invitation'
  | 'hindered'
  | 'standIn'
  | 'missed'
  | 'obligation'
  | 'preparation'
  | 'agreement'
  | 'draft'
> & {
  /** What the colleague agreed to do who came to the meeting that was held. */
  readonly agreementOfColleague: string;
  readonly standInHeld: string;
};

const BOTH_DATES = { worksCouncilOn: '2026-01-10', staffInformedOn: '2026-02-01' } as const;

/**
 * One meeting that was held and closed (while the policy held the two dates), one that is running, one for later today,
 * and one ahead; without moving the clock, and by the presses that people make.
 */
export async function playMeetings(town: Town, parts: Parts): Promise<MeetingIds> {
  const idOf = await personIds(town);
  const presses = async (name: string, verb: string, data: Record<string, unknown>): Promise<void> => {
    const turn = turnOf(town, name, { kind: 'press', verb, data });
    const answer = await town.app.handler.handle({ ...turn, locale: town.person(name).locale === 'en' ? 'en' : 'da' });
    const { card } = answer.replace ?? answer.post?.[0] ?? {};
    // A form that comes back was not taken.
    if (!card || (/call|accept|close$/.test(verb) && JSON.stringify(card).includes(`"verb":"${verb}"`)))
      throw new Error(`${name} ${verb}: ${answer.say ?? 'asked again'}`);
  };
  const { lead, pathway, invited, at } = parts;
  const calls = async (date: string, time: string): Promise<string> => {
    const form = town.house.newId();
    await presses(lead, 'meeting.call', {
      ...{ pathway, form, kind: 'team-meeting', date, time, duration: '60', where: 'place', agreed: 'true' },
      place: 'Rådhuset, lokale 4',
      'role-note-taker': idOf(parts.takesNotes),
      ...Object.fromEntries(
        invited.flatMap((name) => [
          [`come-${idOf(name)}`, 'true'],
          [`why-${idOf(name)}`, 'du kender vejen til job'],
        ]),
      ),
    });
    return form;
  };
  const invitationOf = (meetingId: string, name: string) =>
    town.inside(({ tx, tenantId }) =>
      tx.invitation.findFirstOrThrow({ where: { tenantId, meetingId, personId: idOf(name) } }),
    );
  const standInAt = (meetingId: string) =>
    town.inside(({ tx, tenantId }) =>
      tx.standIn.findFirstOrThrow({ where: { tenantId, invitation: { meetingId } }, orderBy: { n: 'desc' } }),
    );
  const comesInstead = async (meetingId: string, colleague: string, accepts: boolean): Promise<string> => {
    const { id } = await invitationOf(meetingId, parts.asks);
    await presses(parts.asks, 'invitation.stand-in', { invitation: id, version: 1, colleague: idOf(colleague) });
    const standIn = await standInAt(meetingId);
    if (accepts) await presses(colleague, 'stand-in.accept', { standIn: standIn.id, version: 1 });
    return standIn.id;
  };
  const agrees = async (meeting: string, owner: string): Promise<string> => {
    const form = randomUUID();
    const text = `${owner} ringer til skolen`;
    await presses(lead, 'meeting.agreement-add', {
      ...{ meeting, form, go: 'more', owner: idOf(owner), text, due: '2026-03-26' },
    });
    return form;
  };
  const fillsIn = async (meeting: string, there: readonly string[]): Promise<void> => {
    await presses(lead, 'meeting.start', { meeting });
    await presses(lead, 'meeting.citizen', {
      ...{ meeting, go: 'back', wordsVersion: 0, howVersion: 0, there: 'there', words: 'Jeg vil gerne i lære.' },
    });
    const here = Object.fromEntries(there.map((name) => [`here-${idOf(name)}`, 'true']));
    await presses(lead, 'meeting.here', { meeting, go: 'back', shown: '', version: 1, ...here });
    await presses(lead, 'meeting.next', { meeting, go: 'back', was: '', none: 'true', because: 'Vi ringes ved.' });
  };

  const held = await calls('2026-03-12', at[0]);
  const standInHeld = await comesInstead(held, parts.colleagueThen, true);
  await fillsIn(held, parts.there);
  const agreement = await agrees(held, parts.owner);
  const agreementOfColleague = await agrees(held, parts.colleagueThen);
  const { policy } = town.house.municipality(TENANT);
  const { worksCouncilOn, staffInformedOn } = policy;
  Object.assign(policy, BOTH_DATES);
  await presses(lead, 'meeting.close', { meeting: held, version: 2 });
  Object.assign(policy, { worksCouncilOn, staffInformedOn });

  const running = await calls('2026-03-12', at[1]);
  await comesInstead(running, parts.colleagueNow, true);
  await fillsIn(running, [lead, parts.colleagueNow]);
  const draft = await agrees(running, parts.owner);

  const today = await calls('2026-03-12', at[2]);
  const meeting = await calls('2026-03-26', at[3]);
  const standIn = await comesInstead(meeting, parts.colleagueAhead, false);
  const hindered = await invitationOf(meeting, parts.hindered);
  await presses(parts.hindered, 'invitation.hindered', { invitation: hindered.id, version: 1, code: 'absent' });
  const invitation = await invitationOf(meeting, parts.silent);
  const missed = await invitationOf(held, parts.missed);
  const rows = await town.inside(async ({ tx, tenantId, house }) => {
    const preparation = house.newId();
    const title = { da: 'Læg din vurdering klar', en: 'Have your assessment ready' };
    const asked = { key: 'papers', title, personId: idOf(parts.silent), dueLocal: '2026-03-25T12:00' };
    await tx.preparation.create({ data: { tenantId, id: preparation, meetingId: meeting, ...asked } });
    const obligation = await tx.obligation.findFirstOrThrow({ where: { tenantId, matterId: invitation.id } });
    return { preparation, obligation: obligation.id };
  });
  await town.settle();
  return {
    ...{ pathway, meeting, today, running, held, standIn, agreement, draft, agreementOfColleague, standInHeld },
    ...rows,
    invitation: invitation.id,
    hindered: hindered.id,
    missed: missed.id,
  };
}
