import { offeredActions } from '../../../stage/card-actions';
import type { PressOutcome } from '../../../stage/chat';
import { dayOf, minutesOf } from '../calendar';
import { after } from '../model-text';
import { between, chance, pick } from './make-town';
import { type Meeting, type MeetingBook, meetingBook } from './meetings';
import type { Milestones } from './milestones';
import type { Pathway } from './organisation';
import { type Town, ZONE_HOUSE } from './town-life';

const TIMES = ['09:00', '10:30', '13:00', '14:30'];
const { zone } = ZONE_HOUSE;

/** The meetings of all pathways, and what leads do with them. */
export type Meetings = {
  readonly book: MeetingBook;
  readonly all: Map<string, Meeting>;
  /** The meeting that is ahead or not closed yet. */
  current(pathway: Pathway): Meeting | undefined;
  call(pathway: Pathway, by: string, kind?: Meeting['kind']): Promise<Meeting | undefined>;
  move(meeting: Meeting, by: string): Promise<void>;
  cancel(meeting: Meeting, by: string): Promise<void>;
  /** Opens it, if it is not open, and closes it; nothing, where somebody else did meanwhile. */
  hold(meeting: Meeting, by: string): Promise<void>;
};

type Next = { readonly at: string };

export function openMeetings(town: Town, milestones: Milestones, called: (meeting: Meeting) => void): Meetings {
  const book = meetingBook(town);
  const all = new Map<string, Meeting>();
  const numbers = new Map<string, number>();
  const latest = new Map<string, Meeting>();
  /** The date that was agreed at the last meeting, until it is called. */
  const agreed = new Map<string, Next>();
  const lastAgreed = new Map<string, Next>();

  const dataIn = (outcome: PressOutcome | undefined, key: string): string | undefined => {
    for (const { data } of offeredActions(outcome?.card ?? {})) if (typeof data[key] === 'string') return data[key];
    return undefined;
  };
  const verbsIn = (outcome: PressOutcome | undefined): Set<string> =>
    new Set(offeredActions(outcome?.card ?? {}).map(({ verb }) => verb ?? ''));
  const workday = (from: string, least: number, most: number): string =>
    after(from, `${between(town.random, least, most)}wd`);

  /** Presses a form, and once more where it came back with a clash to look at. */
  const pressForm = async (
    by: string,
    verb: string,
    data: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>>,
  ): Promise<PressOutcome | undefined> => {
    let outcome = await town.press(by, verb, data, () => inputs);
    if (verbsIn(outcome).has(verb)) outcome = await town.press(by, verb, data, () => inputs);
    return verbsIn(outcome).has(verb) ? undefined : outcome;
  };

  const idsOfPathways = new Map<string, string>();
  const idOf = async ({ ref }: Pathway): Promise<string> => {
    const known = idsOfPathways.get(ref);
    if (known !== undefined) return known;
    const { rows } = await town.names.query<{ id: string }>('select id from pathway where ref = $1', [ref]);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error(`There is no pathway ${ref}`);
    idsOfPathways.set(ref, id);
    return id;
  };
  /** Only this pathway's button: another one's card may be the newest in the chat. */
  const pathwayOpened = async (pathway: Pathway, by: string): Promise<void> => {
    const own = { pathway: await idOf(pathway) };
    if (await town.press(by, 'meeting.form', own)) return;
    await town.teams.say(by, `forløb ${pathway.ref}`);
    await town.press(by, 'meeting.form', own);
  };

  const invitationsOf = async (meetingId: string, by: string): Promise<Meeting['invitations']> => {
    const { rows } = await town.names.query<{ id: string; person: string; status: string }>(
      'select i.id, p.entra_id as person, i.status from invitation i join person p on p.tenant_id = i.tenant_id and p.id = i.person_id where i.meeting_id = $1 order by i.id',
      [meetingId],
    );
    return rows
      .filter((row) => row.status !== 'lead')
      .map(({ id, person }) => ({
        id,
        person,
        status: person === by ? 'coming' : 'asked',
        round: 1,
        version: 1,
        colleague: null,
      }));
  };

  return {
    book,
    all,
    current: (pathway) => {
      const meeting = latest.get(pathway.ref);
      return meeting && meeting.status !== 'held' && meeting.status !== 'cancelled' ? meeting : undefined;
    },
    async call(pathway, by, kind = 'team-meeting') {
      const today = town.today();
      const next = kind === 'team-meeting' ? agreed.get(pathway.ref) : undefined;
      const agreedOn = next && next.at.slice(0, 10) >= after(today, '2wd') ? next.at : undefined;
      const date = agreedOn?.slice(0, 10) ?? workday(today, 3, 20);
      const time = agreedOn?.slice(11) ?? pick(town.random, TIMES);
      await pathwayOpened(pathway, by);
      const pathwayId = await idOf(pathway);
      if (!town.teams.button(by, 'meeting.call', { pathway: pathwayId })) return undefined;
      const inputs = { kind, date, time, place: 'Rådhuset, lokale 4', agreed: 'true' };
      const outcome = await pressForm(by, 'meeting.call', { pathway: pathwayId }, inputs);
      const id = dataIn(outcome, 'meeting');
      if (id === undefined) return undefined;
      const number = (numbers.get(pathway.ref) ?? 0) + 1;
      numbers.set(pathway.ref, number);
      const meeting: Meeting = {
        id,
        pathway,
        pathwayId,
        number,
        kind,
        start: `${date}T${time}`,
        status: 'called',
        moves: 0,
        invitations: await invitationsOf(id, by),
      };
      all.set(id, meeting);
      latest.set(pathway.ref, meeting);
      agreed.delete(pathway.ref);
      town.counts.meetings += 1;
      book.called(meeting);
      await milestones.changed(meeting, undefined);
      called(meeting);
      return meeting;
    },
    async move(meeting, by) {
      if (meeting.status !== 'called' && meeting.status !== 'past') return;
      if (!town.teams.button(by, 'meeting.move-form', { meeting: meeting.id }))
        await town.press(by, 'meeting.open', { meeting: meeting.id });
      if (!(await town.press(by, 'meeting.move-form', { meeting: meeting.id }))) return;
      const date = workday(town.today(), 3, 15);
      const time = pick(town.random, TIMES);
      const outcome = await pressForm(by, 'meeting.move', { meeting: meeting.id }, { date, time, agreed: 'true' });
      if (!outcome) return;
      book.moved(meeting, `${date}T${time}`);
      await milestones.changed(meeting, undefined);
      called(meeting);
    },
    async cancel(meeting, by) {
      if (meeting.status !== 'called') return;
      if (!(await town.press(by, 'meeting.cancel-ask', { meeting: meeting.id }))) return;
      if (!(await town.press(by, 'meeting.cancel', { meeting: meeting.id }))) return;
      book.cancelled(meeting);
      await milestones.changed(meeting, lastAgreed.get(meeting.pathway.ref)?.at);
    },
    async hold(meeting, by) {
      const about = { meeting: meeting.id };
      if (meeting.status === 'held' || meeting.status === 'cancelled') return;
      if (meeting.status === 'called') {
        if (!town.teams.button(by, 'meeting.start', about)) await town.press(by, 'meeting.work', about);
        if (!(await town.press(by, 'meeting.start', about))) return;
        book.begins(meeting);
      } else if (!town.teams.button(by, 'meeting.citizen-form', about)) await town.press(by, 'meeting.work', about);
      const there = chance(town.random, 0.85);
      if (!there && chance(town.random, 0.4)) return;
      const words = `${meeting.pathway.token} siger: Jeg vil gerne i lære.`;
      const asked = { there: 'asked-us', askedOn: town.today(), how: 'På telefonen.', words };
      await town.press(by, 'meeting.citizen-form', about);
      const cited = await town.press(by, 'meeting.citizen', { ...about, go: 'next' }, () =>
        there ? { there: 'there', words } : asked,
      );
      if (!cited) return;
      await town.press(by, 'meeting.here', { ...about, go: 'back' }, ({ action }) => {
        const toggles = action.inputs.filter(({ id }) => id.startsWith('here-'));
        return Object.fromEntries(toggles.map(({ id }, n) => [id, String(n === 0 || chance(town.random, 0.9))]));
      });
      await town.press(by, 'meeting.next-form', about);
      const next = chance(town.random, 0.8)
        ? { date: workday(town.today(), 30, 62), time: pick(town.random, TIMES) }
        : null;
      const asks = await town.press(by, 'meeting.next', { ...about, go: 'next' }, ({ action }) => {
        const kind = action.inputs.some(({ id }) => id === 'kind') ? { kind: 'team-meeting' } : {};
        return next ? { ...next, ...kind } : { none: 'true', because: 'Vi aftaler det på telefon.' };
      });
      if (!asks || !(await town.press(by, 'meeting.close', about))) return;
      town.counts.held += 1;
      const at = next && `${next.date}T${next.time}`;
      book.closed(meeting, at === null ? null : { at, isCalled: false });
      const { ref } = meeting.pathway;
      if (at === null) lastAgreed.delete(ref);
      else {
        agreed.set(ref, { at });
        lastAgreed.set(ref, { at });
      }
      await milestones.changed(meeting, at ?? undefined);
    },
  };
}

/** The instant at which a meeting begins. */
export const startOf = (meeting: Meeting): number =>
  zone.instantAt(dayOf(meeting.start.slice(0, 10)), minutesOf(meeting.start.slice(11)));
