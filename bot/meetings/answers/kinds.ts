import { type Words, words } from '../../../content/words/words';
import type { Obligation } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import type { Facts, Kind, Line } from '../../obligations/kind';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { isOver } from '../rules';
import { isManagerOf, standingsAt, standingsOnHindrance } from '../standing';
import { activeStandIn, loadInvitation, loadMeetings, loadStandIn, type MeetingCase, startOf } from '../store';

type Found = { readonly case: MeetingCase; readonly invitationId: string; readonly standInId?: string };

/** What a meeting makes people owe before it: an answer, a colleague's, the lead's to a hindrance, the manager's. */
export function answerKinds(): Kind[] {
  return [
    {
      kind: 'invitation-answer',
      cardKind: (audience) => (audience === 'owner' ? 'invitation' : 'representation'),
      facts: (unit, rows) =>
        factsOf(unit, rows, byInvitation, (found, row, org) => {
          const invitation = found.case.invitations.find((one) => one.id === found.invitationId);
          return {
            owed:
              found.case.meeting.status === 'called' &&
              invitation?.status === 'asked' &&
              invitation.round === row.round,
            maySee: (id) =>
              id === invitation?.personId
                ? standingsAt(found.case, id, org).has('invited')
                : invitation !== undefined && isManagerOf(invitation, id, org),
          };
        }),
      line: lineOfInvitation((all, lined) => {
        const { found, at, ref, personId } = lined;
        if (personId !== found.invitation.personId) return representationLine(all, lined);
        const input = { invitation: found.invitation.id };
        return {
          text: all.lines.invitationAnswer({ leadName: lined.leadName, at, ref }),
          group: ref,
          action: { title: all.actions.answer, verb: 'invitation.open', input },
        };
      }),
      lock: lockOfInvitation,
      deadlines: {},
    },
    {
      kind: 'stand-in-answer',
      cardKind: () => 'stand-in',
      facts: (unit, rows) =>
        factsOf(unit, rows, byStandIn, (found, _row, org) => {
          const standIn = found.case.standIns.find((one) => one.id === found.standInId);
          return {
            owed: found.case.meeting.status === 'called' && standIn?.status === 'asked',
            maySee: (id) => standingsAt(found.case, id, org).has('stand-in'),
          };
        }),
      line: async (unit, { obligation, locale }) => {
        const found = await loadStandIn(unit, obligation.matterId);
        if (!found || isOver(found.case.meeting, unit.now)) return undefined;
        const org = await organisation(unit);
        const all = words(locale);
        const { ref } = found.case.known.pathway;
        return {
          text: all.lines.standInAnswer({
            forName: org.people.get(found.invitation.personId)?.name ?? '',
            at: startOf(found.case.meeting),
            ref,
          }),
          group: ref,
          action: { title: all.actions.answer, verb: 'stand-in.open', input: { standIn: found.standIn.id } },
        };
      },
      lock: async (unit, id) => {
        await loadStandIn(unit, id, { lock: true });
      },
      deadlines: {},
    },
    {
      kind: 'hindered-reply',
      cardKind: () => 'hindered',
      facts: (unit, rows) =>
        factsOf(unit, rows, byInvitation, (found, _row, org) => {
          const invitation = found.case.invitations.find((one) => one.id === found.invitationId);
          return {
            owed:
              found.case.meeting.status === 'called' &&
              invitation?.status === 'hindered' &&
              invitation.leadReply === null,
            maySee: (id) => may('hindered.reply', standingsOnHindrance(found.case, id, org)),
          };
        }),
      line: lineOfInvitation((all, { found, ...said }) => ({
        text: all.lines.hinderedReply(said),
        group: said.ref,
        action: { title: all.actions.answer, verb: 'hindered.open', input: { invitation: found.invitation.id } },
      })),
      lock: lockOfInvitation,
      deadlines: {},
    },
    {
      kind: 'representation',
      cardKind: () => 'representation',
      facts: (unit, rows) =>
        factsOf(unit, rows, byInvitation, (found, _row, org) => {
          const invitation = found.case.invitations.find((one) => one.id === found.invitationId);
          const named = invitation && activeStandIn(found.case, invitation.id);
          return {
            owed:
              found.case.meeting.status === 'called' &&
              invitation !== undefined &&
              invitation.status !== 'coming' &&
              named?.namedById == null,
            maySee: (id) => invitation !== undefined && isManagerOf(invitation, id, org),
          };
        }),
      line: lineOfInvitation(representationLine),
      lock: lockOfInvitation,
      deadlines: {},
    },
  ];
}

type Lined = {
  readonly found: NonNullable<Awaited<ReturnType<typeof loadInvitation>>>;
  readonly personId: string;
  readonly name: string;
  readonly leadName: string;
  readonly at: string;
  readonly ref: string;
};

/** A line about an invitation, while its meeting is ahead. */
function lineOfInvitation(say: (all: Words, lined: Lined) => Line): Kind['line'] {
  return async (unit, { obligation, personId, locale }) => {
    const found = await loadInvitation(unit, obligation.matterId);
    if (!found || isOver(found.case.meeting, unit.now)) return undefined;
    const org = await organisation(unit);
    const { pathway } = found.case.known;
    return say(words(locale), {
      found,
      personId,
      name: org.people.get(found.invitation.personId)?.name ?? '',
      leadName: org.people.get(pathway.leadId ?? '')?.name ?? '',
      at: startOf(found.case.meeting),
      ref: pathway.ref,
    });
  };
}

const representationLine = (all: Words, { found, name, at, ref }: Lined): Line => ({
  text: all.lines.representation({ name, at, ref }),
  group: ref,
  action: { title: all.actions.name, verb: 'representation.open', input: { invitation: found.invitation.id } },
});

const lockOfInvitation = async (unit: Unit, id: string): Promise<void> => {
  await loadInvitation(unit, id, { lock: true });
};

type Judged = Pick<Facts, 'owed' | 'maySee'>;

async function factsOf(
  unit: Unit,
  rows: readonly Obligation[],
  find: (unit: Unit, rows: readonly Obligation[]) => Promise<ReadonlyMap<string, Found>>,
  judge: (found: Found, row: Obligation, org: Awaited<ReturnType<typeof organisation>>) => Judged,
): Promise<Map<string, Facts>> {
  const org = await organisation(unit);
  const matters = await find(unit, rows);
  return new Map(
    rows.map((row): [string, Facts] => {
      const found = matters.get(row.matterId);
      if (!found) return [row.id, { owed: false, roles: {}, maySee: () => false }];
      const { leadId, coLeadId } = found.case.known.pathway;
      return [row.id, { ...judge(found, row, org), roles: { lead: leadId, coLead: coLeadId } }];
    }),
  );
}

async function byInvitation(unit: Unit, rows: readonly Obligation[]): Promise<Map<string, Found>> {
  const ids = rows.map((row) => row.matterId);
  const invitations = await unit.tx.invitation.findMany({
    where: { tenantId: unit.tenantId, id: { in: ids } },
    select: { id: true, meetingId: true },
  });
  const cases = await loadMeetings(
    unit,
    invitations.map((one) => one.meetingId),
  );
  return new Map(
    invitations.flatMap((one): [string, Found][] => {
      const found = cases.get(one.meetingId);
      return found ? [[one.id, { case: found, invitationId: one.id }]] : [];
    }),
  );
}

async function byStandIn(unit: Unit, rows: readonly Obligation[]): Promise<Map<string, Found>> {
  const ids = rows.map((row) => row.matterId);
  const standIns = await unit.tx.standIn.findMany({
    where: { tenantId: unit.tenantId, id: { in: ids } },
    select: { id: true, invitationId: true, invitation: { select: { meetingId: true } } },
  });
  const cases = await loadMeetings(
    unit,
    standIns.map((one) => one.invitation.meetingId),
  );
  return new Map(
    standIns.flatMap((one): [string, Found][] => {
      const found = cases.get(one.invitation.meetingId);
      return found ? [[one.id, { case: found, invitationId: one.invitationId, standInId: one.id }]] : [];
    }),
  );
}
