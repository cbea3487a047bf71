import { dayOf, textOf } from '../calendar';
import type { Anchors, ClosedEvent, Holders } from '../journal';
import { after, before } from '../model-text';
import type { Owed } from './journal-writer';
import { keyOf } from './journal-writer';
import { managerOf, type Pathway } from './organisation';
import type { Town } from './town-life';

export type Invitation = {
  readonly id: string;
  readonly person: string;
  status: 'asked' | 'coming' | 'stand-in' | 'hindered';
  /** Each asking is one; and how often it was changed, by which what follows from it is named. */
  round: number;
  version: number;
  colleague: { readonly id: string; readonly person: string; readonly byManager: boolean } | null;
};

/** A meeting as whoever called it knows it. `start`: local, `2026-08-26T13:00`. */
export type Meeting = {
  readonly id: string;
  readonly pathway: Pathway;
  readonly pathwayId: string;
  readonly number: number;
  readonly kind: 'team-meeting' | 'transition-meeting';
  start: string;
  status: 'called' | 'running' | 'past' | 'held' | 'cancelled';
  moves: number;
  invitations: readonly Invitation[];
};

/** What an invitation and its answers make people owe: over when the meeting begins. */
export const ANSWERS = ['invitation-answer', 'stand-in-answer', 'hindered-reply', 'representation'];
const OWN = ['meeting-start', 'meeting-record'];
/** Working days before the next date by which it is called. */
const CALL_AHEAD = '10wd';

export const rolesOf = ({ lead, coLead }: Pathway): Holders => ({
  lead,
  ...(coLead === null ? {} : { 'co-lead': coLead }),
});

/** The record stands at the end of the working day after the meeting. */
const recordBy = (start: string): string => after(start.slice(0, 10), '1wd');

/** Writes down what meetings make people owe, by what was done and by the rules, and not by what the bot has made of it. */
export function meetingBook(town: Town) {
  const { journal } = town;

  const openOf = (meeting: Meeting, matterId: string, kind?: string): Owed[] =>
    journal
      .openOnes(meeting.id)
      .filter((one) => one.matterId === matterId && (kind === undefined || one.kind === kind));
  const end = (meeting: Meeting, matterId: string, kind: string, how: ClosedEvent['how']): void => {
    for (const one of openOf(meeting, matterId, kind)) journal.close(keyOf(one), how);
  };
  const open = (
    meeting: Meeting,
    owed: Pick<Owed, 'kind' | 'matterId' | 'round' | 'ownerId' | 'ownerRole'> & { readonly anchors?: Anchors },
  ): void =>
    journal.open({
      anchors: { meeting: meeting.start },
      roles: rolesOf(meeting.pathway),
      about: meeting.id,
      ref: meeting.pathway.ref,
      ...owed,
    });
  const askAnswer = (meeting: Meeting, { id, person, round }: Invitation): void =>
    open(meeting, { kind: 'invitation-answer', matterId: id, round, ownerId: person, ownerRole: 'person' });
  /** The meeting is open to a colleague who is asked to come, or not any more. */
  const opens = ({ pathway: { ref } }: Meeting, personId: string, isOpen: boolean): void =>
    journal.write({ type: 'matter', at: journal.now(), ref, personId, isOpen });
  const withdrawColleague = (meeting: Meeting, invitation: Invitation): void => {
    if (!invitation.colleague) return;
    end(meeting, invitation.colleague.id, 'stand-in-answer', 'cancelled');
    opens(meeting, invitation.colleague.person, false);
    invitation.colleague = null;
  };
  const closesMatter = (meeting: Meeting): void => {
    for (const { colleague } of meeting.invitations) if (colleague) opens(meeting, colleague.person, false);
  };
  /** Nobody waits for an answer any more. */
  const answered = (meeting: Meeting, { id }: Invitation, how: { readonly manager: ClosedEvent['how'] }): void => {
    end(meeting, id, 'invitation-answer', 'met');
    end(meeting, id, 'hindered-reply', 'cancelled');
    end(meeting, id, 'representation', how.manager);
  };
  const askManager = (meeting: Meeting, { id, person, version }: Invitation): void => {
    const ownerId = managerOf(town.organisation, person, town.today());
    open(meeting, { kind: 'representation', matterId: id, round: version, ownerId, ownerRole: 'person' });
  };
  const openRecord = (meeting: Meeting, round: number): void =>
    open(meeting, {
      kind: 'meeting-record',
      matterId: meeting.id,
      round,
      ownerId: meeting.pathway.lead,
      ownerRole: 'lead',
      anchors: { meeting: meeting.start, due: recordBy(meeting.start) },
    });
  const openStart = (meeting: Meeting, round: number): void =>
    open(meeting, { kind: 'meeting-start', matterId: meeting.id, round, ownerId: null, ownerRole: 'house' });

  return {
    called(meeting: Meeting): void {
      for (const one of journal.openOnes(meeting.pathwayId))
        if (one.kind === 'next-meeting') journal.close(keyOf(one), 'met');
      openStart(meeting, 1);
      openRecord(meeting, 1);
      for (const one of meeting.invitations) if (one.status === 'asked') askAnswer(meeting, one);
    },
    comes(meeting: Meeting, invitation: Invitation): void {
      invitation.version += 1;
      answered(meeting, invitation, { manager: 'cancelled' });
      withdrawColleague(meeting, invitation);
      invitation.status = 'coming';
    },
    isHindered(meeting: Meeting, invitation: Invitation): void {
      invitation.version += 1;
      answered(meeting, invitation, { manager: 'cancelled' });
      withdrawColleague(meeting, invitation);
      invitation.status = 'hindered';
      const { id: matterId, version: round } = invitation;
      open(meeting, { kind: 'hindered-reply', matterId, round, ownerId: meeting.pathway.lead, ownerRole: 'lead' });
    },
    asksColleague(meeting: Meeting, invitation: Invitation, colleague: NonNullable<Invitation['colleague']>): void {
      if (!colleague.byManager) invitation.version += 1;
      withdrawColleague(meeting, invitation);
      invitation.colleague = colleague;
      const { id: matterId, person: ownerId } = colleague;
      opens(meeting, ownerId, true);
      open(meeting, { kind: 'stand-in-answer', matterId, round: 1, ownerId, ownerRole: 'person' });
    },
    colleagueAnswers(meeting: Meeting, invitation: Invitation, accepts: boolean): void {
      const { colleague } = invitation;
      if (!colleague) throw new Error('Nobody was asked to come instead');
      invitation.version += 1;
      end(meeting, colleague.id, 'stand-in-answer', 'met');
      if (accepts) {
        answered(meeting, invitation, { manager: 'cancelled' });
        invitation.status = 'stand-in';
        return;
      }
      invitation.colleague = null;
      opens(meeting, colleague.person, false);
      if (colleague.byManager) askManager(meeting, invitation);
    },
    leadReplies(meeting: Meeting, invitation: Invitation, needsSomebody: boolean): void {
      invitation.version += 1;
      end(meeting, invitation.id, 'hindered-reply', 'met');
      if (needsSomebody) askManager(meeting, invitation);
    },
    /** The manager named somebody; whom, is told by `asksColleague`. */
    named(meeting: Meeting, invitation: Invitation): void {
      invitation.version += 1;
      answered(meeting, invitation, { manager: 'met' });
      withdrawColleague(meeting, invitation);
    },
    /** The baton changed hands: the new lead owes no answer, and whoever led comes as one of the team. */
    leadsNow(meeting: Meeting, former: Invitation | null): void {
      const { lead } = meeting.pathway;
      const own = meeting.invitations.find((one) => one.person === lead);
      if (own) {
        answered(meeting, own, { manager: 'met' });
        withdrawColleague(meeting, own);
      }
      const others = meeting.invitations.filter((one) => one !== own);
      meeting.invitations = former ? [...others, former] : others;
    },
    begins(meeting: Meeting): void {
      journal.closeAbout(meeting.id, ANSWERS, 'lapsed');
      meeting.status = 'running';
    },
    /** Its time went by, and nobody closed it: seen to happen by the house's own timer. */
    passed(meeting: Meeting, at: string): void {
      for (const one of openOf(meeting, meeting.id, 'meeting-start')) {
        journal.write({ type: 'did', at, key: keyOf(one), rung: 'past' });
        journal.close(keyOf(one), 'lapsed');
      }
      journal.closeAbout(meeting.id, ANSWERS, 'lapsed');
      if (meeting.status === 'called' || meeting.status === 'running') meeting.status = 'past';
    },
    /** Closed with its record; `next`: the date that was agreed at it. */
    closed(meeting: Meeting, next: { readonly at: string; readonly isCalled: boolean } | null): void {
      journal.closeAbout(meeting.id, OWN, 'met');
      journal.closeAbout(meeting.id, ANSWERS, 'lapsed');
      meeting.status = 'held';
      closesMatter(meeting);
      if (!next || next.isCalled) return;
      const today = town.today();
      const by = before(next.at.slice(0, 10), CALL_AHEAD);
      const due = by > today ? by : after(today, '1wd');
      journal.open({
        kind: 'next-meeting',
        matterId: meeting.pathwayId,
        round: meeting.number,
        ownerId: meeting.pathway.lead,
        ownerRole: 'lead',
        roles: rolesOf(meeting.pathway),
        anchors: { due },
        about: meeting.pathwayId,
        ref: meeting.pathway.ref,
      });
    },
    cancelled(meeting: Meeting): void {
      journal.closeAbout(meeting.id, [...OWN, ...ANSWERS], 'cancelled');
      meeting.status = 'cancelled';
      closesMatter(meeting);
    },
    moved(meeting: Meeting, start: string): void {
      const wasPast = meeting.status === 'past';
      const lapsed = meeting.status !== 'called';
      const today = dayOf(town.today());
      meeting.start = start;
      meeting.moves += 1;
      meeting.status = 'called';
      for (const one of openOf(meeting, meeting.id)) {
        if (one.kind === 'meeting-start') journal.move(keyOf(one), { meeting: start });
        if (one.kind !== 'meeting-record') continue;
        if (dayOf(one.anchors.due ?? textOf(today)) < today) {
          journal.close(keyOf(one), 'cancelled');
          openRecord(meeting, meeting.moves + 1);
        } else journal.move(keyOf(one), { meeting: start, due: recordBy(start) });
      }
      if (wasPast) openStart(meeting, meeting.moves + 1);
      for (const invitation of meeting.invitations) {
        if (invitation.status === 'asked' && !lapsed) {
          const colleague = invitation.colleague?.id;
          for (const one of journal.openOnes(meeting.id))
            if (one.matterId === invitation.id || one.matterId === colleague)
              journal.move(keyOf(one), { meeting: start });
          continue;
        }
        invitation.version += 1;
        end(meeting, invitation.id, 'hindered-reply', 'cancelled');
        end(meeting, invitation.id, 'representation', 'cancelled');
        withdrawColleague(meeting, invitation);
        invitation.round += 1;
        invitation.status = 'asked';
        askAnswer(meeting, invitation);
      }
    },
  };
}

export type MeetingBook = ReturnType<typeof meetingBook>;
