import type { ConnectorEntry } from '../../../stage/chat';
import { marksOf } from '../chronicle';
import { openDecisions, type WentOff } from './decisions';
import { openHandovers } from './handovers';
import type { Newcomer } from './make-newcomers';
import { between, chance, pick } from './make-town';
import { type Meetings, openMeetings, startOf } from './meeting-acts';
import type { Invitation, Meeting } from './meetings';
import type { Milestones } from './milestones';
import { type Newcomers, openNewcomers } from './newcomers';
import type { Pathway } from './organisation';
import type { Town } from './town-life';

type Found = { readonly meeting: Meeting; readonly invitation: Invitation };

/** What people do: of themselves, and when a card comes. */
export type People = {
  readonly meetings: Meetings;
  readonly newcomers: Newcomers;
  /** Plans what leads do of themselves from the first day on. */
  begin(): void;
  /** Somebody got cards: plans what they make of them. */
  react(entries: readonly ConnectorEntry[]): void;
  /** The house did of itself what a date had come for. */
  wentOff(one: WentOff): void;
  /** The house gave on what somebody owed who has left. */
  inherits(one: { readonly kind: string; readonly matterId: string }): void;
};

export function openPeople(town: Town, milestones: Milestones, coming: readonly Newcomer[]): People {
  const { random, agenda, journal } = town;
  const invitations = new Map<string, Found>();
  const colleagues = new Map<string, Found>();
  const byId = new Map(town.organisation.pathways.map((one) => [one.ref, one]));
  const pathwayOf = new Map<string, Pathway>();
  const decisions = openDecisions(town);

  const called = (meeting: Meeting): void => {
    pathwayOf.set(meeting.pathwayId, meeting.pathway);
    for (const invitation of meeting.invitations) invitations.set(invitation.id, { meeting, invitation });
    const { start } = meeting;
    const still = (): boolean => meeting.start === start && meeting.status === 'called';
    agenda.plan(startOf(meeting), async () => {
      if (!still() || chance(random, 0.08)) return;
      const by = [meeting.pathway.lead, meeting.pathway.coLead].find(
        (id) => id !== null && town.isAtWork(id, town.today()) && !town.teams.isBlocked(id),
      );
      if (by) await hold(meeting, by);
    });
    if (chance(random, 0.08))
      town.plan(meeting.pathway.lead, between(random, 1, 6), () => meetings.move(meeting, meeting.pathway.lead));
    else if (chance(random, 0.05))
      town.plan(meeting.pathway.lead, between(random, 1, 8), async () => {
        await meetings.cancel(meeting, meeting.pathway.lead);
        callLater(meeting.pathway, 5, 20);
      });
  };
  const meetings = openMeetings(town, milestones, called);
  const handovers = openHandovers(town, meetings);
  const newcomers = openNewcomers(town, coming);

  const hold = async (meeting: Meeting, by: string): Promise<void> => {
    await meetings.hold(meeting, by);
    if (meeting.status === 'held') callLater(meeting.pathway, 2, 45);
    else if (meeting.status === 'running' && chance(random, 0.6))
      town.plan(by, between(random, 0, 2), () => hold(meeting, by));
  };
  const callLater = (pathway: Pathway, least: number, most: number): void =>
    town.plan(pathway.lead, between(random, least, most), async () => {
      if (!meetings.current(pathway)) await meetings.call(pathway, pathway.lead);
    });
  const isAhead = ({ meeting }: Found): boolean =>
    meeting.status === 'called' && startOf(meeting) > town.clock.now().getTime();

  const comes = async (found: Found): Promise<void> => {
    const { meeting, invitation } = found;
    const data = { invitation: invitation.id, version: String(invitation.version) };
    if (await town.press(invitation.person, 'invitation.come', data)) meetings.book.comes(meeting, invitation);
  };
  const isHindered = async (found: Found): Promise<void> => {
    const { meeting, invitation } = found;
    const data = { invitation: invitation.id, version: String(invitation.version) };
    const code = pick(random, ['absent', 'citizen-matter', 'other-meeting']);
    if (await town.press(invitation.person, 'invitation.hindered', data, () => ({ code })))
      meetings.book.isHindered(meeting, invitation);
  };
  /** A colleague of somebody's own choice, or the manager's: from the list that the card offers. */
  const asks = async (found: Found, by: string, verb: string, input: string, byManager: boolean): Promise<void> => {
    const { meeting, invitation } = found;
    const data = { invitation: invitation.id, version: String(invitation.version) };
    const button = town.teams.button(by, verb, data);
    const choices = button?.action.inputs.find(({ id }) => id === input)?.json.choices;
    const offered = Array.isArray(choices)
      ? choices.map((one: { value: string }) => one.value).filter((id) => id !== '')
      : [];
    if (offered.length === 0) return;
    const chosen = pick(random, offered);
    if (!(await town.press(by, verb, data, () => ({ [input]: chosen })))) return;
    const { rows } = await town.names.query<{ id: string }>(
      'select id from stand_in where invitation_id = $1 order by n desc limit 1',
      [invitation.id],
    );
    const id = rows[0]?.id;
    // Refused: somebody is asked no more than once, and not beside a meeting of theirs.
    if (id === undefined || colleagues.has(id)) return;
    const colleague = { id, person: town.people.entraOf(chosen), byManager };
    if (byManager) meetings.book.named(meeting, invitation);
    meetings.book.asksColleague(meeting, invitation, colleague);
    colleagues.set(id, found);
  };
  const answers = async (found: Found): Promise<void> => {
    if (!isAhead(found) || found.invitation.status !== 'asked') return;
    const kind = random();
    const { person } = found.invitation;
    if (kind < 0.74) await comes(found);
    else if (kind < 0.85) await isHindered(found);
    else await asks(found, person, 'invitation.stand-in', 'colleague', false);
  };
  const answersColleague =
    (id: string, found: Found): (() => Promise<void>) =>
    async () => {
      const { colleague } = found.invitation;
      if (!isAhead(found) || colleague?.id !== id || !journal.isOpen(`stand-in-answer/${id}/1`)) return;
      const accepts = chance(random, 0.8);
      const verb = accepts ? 'stand-in.accept' : 'stand-in.decline';
      if (await town.press(colleague.person, verb, { standIn: id }))
        meetings.book.colleagueAnswers(found.meeting, found.invitation, accepts);
    };
  const replies =
    (found: Found, by: string): (() => Promise<void>) =>
    async () => {
      const { meeting, invitation } = found;
      if (!isAhead(found) || !journal.isOpen(`hindered-reply/${invitation.id}/${invitation.version}`)) return;
      const needs = chance(random, 0.5);
      const data = { invitation: invitation.id };
      if (await town.press(by, needs ? 'hindered.somebody' : 'hindered.manage', data))
        meetings.book.leadReplies(meeting, invitation, needs);
    };
  const names =
    (found: Found, by: string): (() => Promise<void>) =>
    async () => {
      const { status, colleague } = found.invitation;
      if (!isAhead(found) || status === 'coming' || status === 'stand-in' || colleague?.byManager) return;
      await asks(found, by, 'representation.name', 'person', true);
    };

  const reactTo = (mark: { kind: string; rung: string; matterId: string; round: number }, to: string): void => {
    const found = invitations.get(mark.matterId);
    const isFirst = mark.rung === 'own';
    const soon = (run: () => Promise<void>, share: number, latest: number): void => {
      if (chance(random, share)) town.plan(to, between(random, 0, latest), run);
    };
    switch (mark.kind) {
      case 'invitation-answer':
        if (!found) return;
        if (mark.rung === 'manager') soon(names(found, to), 0.75, 1);
        else soon(() => answers(found), isFirst ? 0.8 : 0.55, isFirst ? 4 : 1);
        return;
      case 'representation':
        if (found) soon(names(found, to), 0.7, 2);
        return;
      case 'hindered-reply':
        if (found) soon(replies(found, to), 0.75, 2);
        return;
      case 'stand-in-answer': {
        const asked = colleagues.get(mark.matterId);
        if (asked) soon(answersColleague(mark.matterId, asked), 0.7, 2);
        return;
      }
      case 'meeting-record': {
        const meeting = meetings.all.get(mark.matterId);
        if (meeting && mark.rung !== 'day' && mark.rung !== 'manager') soon(() => hold(meeting, to), 0.5, 3);
        return;
      }
      case 'next-meeting': {
        const pathway = pathwayOf.get(mark.matterId);
        if (pathway) soon(() => callAgreed(pathway, to), 0.7, 3);
        return;
      }
      case 'follow-up':
      case 'transition': {
        const pathway = milestones.pathwayOf(mark.matterId);
        if (!pathway || mark.rung === 'overdue-manager') return;
        const kind = mark.kind === 'transition' ? 'transition-meeting' : 'team-meeting';
        soon(() => callAgreed(pathway, to, kind), 0.6, 4);
        return;
      }
      default:
        decisions.react(mark, to);
        handovers.react(mark, to);
        newcomers.react(mark, to);
    }
  };
  const callAgreed = async (pathway: Pathway, by: string, kind?: Meeting['kind']): Promise<void> => {
    if (!meetings.current(pathway)) await meetings.call(pathway, by, kind);
  };

  return {
    meetings,
    newcomers,
    begin() {
      for (const pathway of byId.values()) callLater(pathway, 0, 40);
      decisions.begin();
      handovers.begin();
    },
    wentOff(one) {
      const meeting = one.kind === 'meeting-start' ? meetings.all.get(one.matterId) : undefined;
      if (meeting) meetings.book.passed(meeting, one.at);
      else decisions.wentOff(one);
    },
    inherits(one) {
      decisions.inherits(one.matterId);
      handovers.inherits(one);
    },
    react(entries) {
      for (const entry of entries) {
        if (entry.kind !== 'accepted' || entry.entraId === undefined || !entry.card) continue;
        for (const mark of marksOf(entry.card)) reactTo(mark, entry.entraId);
      }
    },
  };
}
