import { hinderedCard } from '../../cards/meetings/hindered';
import { invitationCard } from '../../cards/meetings/invitation';
import { meetingCard } from '../../cards/meetings/meeting';
import { noticeCard } from '../../cards/meetings/notice';
import { representationCard } from '../../cards/meetings/representation';
import { standInCard } from '../../cards/meetings/stand-in';
import type { NoticeView } from '../../cards/views';
import { words } from '../../content/words/words';
import type { Message, Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import type { Facts, Kind, Registry, Renderer } from '../obligations/kind';
import { planningOf } from '../obligations/planning';
import type { Models } from '../pathways/models';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import type { OutCard } from '../turn';
import { meetingPast } from './end-meeting';
import { isOver } from './rules';
import type { MeetingSection } from './section';
import {
  closedHinderedView,
  hinderedView,
  invitationView,
  managerNextOf,
  meetingView,
  noticeView,
  representationView,
  standInView,
} from './show';
import { isManagerOf, mayKnowOfStandIn, standingsAt } from './standing';
import {
  activeStandIn,
  loadInvitation,
  loadMeetings,
  loadStandIn,
  lockMeeting,
  type MeetingCase,
  startOf,
} from './store';

type Found = { readonly case: MeetingCase; readonly invitationId: string; readonly standInId?: string };

/** The four things that a meeting makes people owe, and its own timer. */
export function meetingKinds(sections: readonly MeetingSection[]): Kind[] {
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
      line: async (unit, { obligation, personId, locale }) => {
        const found = await loadInvitation(unit, obligation.matterId);
        if (!found || isOver(found.case.meeting, unit.now)) return undefined;
        const org = await organisation(unit);
        const all = words(locale);
        const at = startOf(found.case.meeting);
        const { ref } = found.case.known.pathway;
        const leadName = org.people.get(found.case.known.pathway.leadId ?? '')?.name ?? '';
        if (personId === found.invitation.personId) {
          return {
            text: all.lines.invitationAnswer({ leadName, at, ref }),
            group: ref,
            action: { title: all.actions.answer, verb: 'invitation.open', input: { invitation: found.invitation.id } },
          };
        }
        const name = org.people.get(found.invitation.personId)?.name ?? '';
        return {
          text: all.lines.representation({ name, at, ref }),
          group: ref,
          action: { title: all.actions.name, verb: 'representation.open', input: { invitation: found.invitation.id } },
        };
      },
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
            maySee: (id) =>
              may('hindered.reply', standingsAt(found.case, id, org)) ||
              id === org.atWorkFor(found.case.known.pathway.leadId ?? ''),
          };
        }),
      line: async (unit, { obligation, locale }) => {
        const found = await loadInvitation(unit, obligation.matterId);
        if (!found || isOver(found.case.meeting, unit.now)) return undefined;
        const org = await organisation(unit);
        const all = words(locale);
        const { ref } = found.case.known.pathway;
        const name = org.people.get(found.invitation.personId)?.name ?? '';
        return {
          text: all.lines.hinderedReply({ name, at: startOf(found.case.meeting), ref }),
          group: ref,
          action: { title: all.actions.answer, verb: 'hindered.open', input: { invitation: found.invitation.id } },
        };
      },
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
      line: async (unit, { obligation, locale }) => {
        const found = await loadInvitation(unit, obligation.matterId);
        if (!found || isOver(found.case.meeting, unit.now)) return undefined;
        const org = await organisation(unit);
        const all = words(locale);
        const { ref } = found.case.known.pathway;
        const name = org.people.get(found.invitation.personId)?.name ?? '';
        return {
          text: all.lines.representation({ name, at: startOf(found.case.meeting), ref }),
          group: ref,
          action: { title: all.actions.name, verb: 'representation.open', input: { invitation: found.invitation.id } },
        };
      },
      lock: lockOfInvitation,
      deadlines: {},
    },
    {
      kind: 'meeting-start',
      cardKind: () => 'meeting',
      facts: async (unit, rows) => {
        const found = await loadMeetings(
          unit,
          rows.map((row) => row.matterId),
        );
        return new Map(
          rows.map((row): [string, Facts] => [
            row.id,
            // Also of one that was opened before its time: what was answered ends with it.
            {
              owed: ['called', 'running'].includes(found.get(row.matterId)?.meeting.status ?? ''),
              roles: {},
              maySee: () => false,
            },
          ]),
        );
      },
      line: async () => undefined,
      lock: async (unit, id) => {
        await lockMeeting(unit, id);
      },
      deadlines: { past: (unit, obligation) => meetingPast(unit, obligation.matterId, sections) },
    },
  ];
}

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

/** How each card of a meeting is drawn for one person, as things stand now. */
export function meetingRenderers(models: Models, registry: () => Registry): Record<string, Renderer> {
  return {
    invitation: async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadInvitation(unit, matterId);
      if (!found || found.invitation.personId !== personId) return undefined;
      // Nobody is asked about what is over or answered; a card that stands in the chat shows how it ended.
      if (sending && (isOver(found.case.meeting, unit.now) || found.invitation.status !== 'asked')) return undefined;
      if (!standingsAt(found.case, personId, await organisation(unit)).has('invited')) return 'gone';
      const managerNext = await nextUpward(unit, registry(), found.invitation.id);
      const view = await invitationView(unit, found.case, found.invitation, models, {
        ...(sending ? { sending } : {}),
        managerNext,
      });
      return { ...invitationCard(view, locale), keep: { kind: 'invitation', matterKind: 'invitation', matterId } };
    },
    'stand-in': async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadStandIn(unit, matterId);
      if (!found || found.standIn.personId !== personId) return undefined;
      if (!mayKnowOfStandIn(found.case, personId, await organisation(unit))) return 'gone';
      if (sending && (isOver(found.case.meeting, unit.now) || found.standIn.status !== 'asked')) return undefined;
      const view = await standInView(unit, found.case, found.invitation, matterId, sending);
      return view && { ...standInCard(view, locale), keep: { kind: 'stand-in', matterKind: 'stand-in', matterId } };
    },
    hindered: async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadInvitation(unit, matterId);
      if (!found) return undefined;
      const view = await hinderedView(unit, found.case, found.invitation, personId, sending);
      if (sending && view.state !== 'open') return undefined;
      return { ...hinderedCard(view, locale), keep: keptHindered(found.case, matterId, view) };
    },
    'hindered-closed': async (unit, { matterId, locale }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found || !isOver(found.meeting, unit.now)) return undefined;
      const view = closedHinderedView(unit, found, await organisation(unit));
      return { ...hinderedCard(view, locale), keep: keptHindered(found, matterId, view) };
    },
    representation: async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadInvitation(unit, matterId);
      if (!found) return undefined;
      if (!isManagerOf(found.invitation, personId, await organisation(unit))) return 'gone';
      const view = await representationView(unit, found.case, found.invitation, sending ? { sending } : {});
      if (sending && view.state.is !== 'open') return undefined;
      return {
        ...representationCard(view, locale),
        keep: { kind: 'representation', matterKind: 'invitation', matterId },
      };
    },
    meeting: async (unit, { matterId, personId, locale }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found) return undefined;
      if (!may('meeting.see', standingsAt(found, personId, await organisation(unit)))) return 'gone';
      return {
        ...meetingCard(await meetingView(unit, found, personId), locale),
        keep: { kind: 'meeting', matterKind: 'meeting', matterId },
      };
    },
    'notice.cancelled': async (unit, { matterId, locale, sending }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (found?.meeting.status !== 'cancelled') return undefined;
      return notice(
        unit,
        found,
        'cancelled',
        null,
        `notice/cancelled/${matterId}/1`,
        sending?.repeated ?? false,
        locale,
      );
    },
    'notice.stand-in-declined': (unit, input) => standInNotice(unit, input, 'stand-in-declined'),
    'notice.stand-in-withdrawn': (unit, input) => standInNotice(unit, input, 'stand-in-withdrawn'),
    'notice.named-for-you': async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadInvitation(unit, matterId);
      const colleague = found && activeStandIn(found.case, matterId);
      if (!found || !colleague?.namedById || found.invitation.personId !== personId) return undefined;
      const org = await organisation(unit);
      const name = org.people.get(colleague.namedById)?.name ?? null;
      return notice(
        unit,
        found.case,
        'named-for-you',
        name,
        `notice/named-for-you/${matterId}/${colleague.n}`,
        sending?.repeated ?? false,
        locale,
      );
    },
  };
}

/** What is remembered of the lead's card: over, it belongs to the meeting and to nobody who was hindered. */
export function keptHindered(
  { meeting }: MeetingCase,
  invitationId: string,
  { state }: { readonly state: string },
): NonNullable<OutCard['keep']> {
  return ['cancelled', 'running', 'past'].includes(state)
    ? { kind: 'hindered-closed', matterKind: 'meeting', matterId: meeting.id }
    : { kind: 'hindered', matterKind: 'invitation', matterId: invitationId };
}

async function standInNotice(
  unit: Unit,
  input: Parameters<Renderer>[1],
  code: 'stand-in-declined' | 'stand-in-withdrawn',
): ReturnType<Renderer> {
  const found = await loadStandIn(unit, input.matterId);
  if (!found || isOver(found.case.meeting, unit.now)) return undefined;
  const org = await organisation(unit);
  const about = code === 'stand-in-declined' ? found.standIn.personId : found.invitation.personId;
  const name = org.people.get(about)?.name ?? null;
  return notice(
    unit,
    found.case,
    code,
    name,
    `notice/${code}/${input.matterId}/1`,
    input.sending?.repeated ?? false,
    input.locale,
  );
}

async function notice(
  unit: Unit,
  found: MeetingCase,
  code: NoticeView['code'],
  name: string | null,
  mark: string,
  repeated: boolean,
  locale: Parameters<Renderer>[1]['locale'],
): ReturnType<Renderer> {
  return noticeCard(await noticeView(unit, found, { code, name, mark, repeated }), locale);
}

/** When an invitation's manager will be asked if nobody answers; null when that is not planned any more. */
export async function nextUpward(
  unit: Unit,
  registry: Registry,
  invitationId: string,
): Promise<ReturnType<typeof managerNextOf>> {
  const obligation = await unit.tx.obligation.findFirst({
    where: {
      tenantId: unit.tenantId,
      kind: 'invitation-answer',
      matterKind: 'invitation',
      matterId: invitationId,
      closedAt: null,
    },
  });
  const [planning] = obligation ? await planningOf(unit, registry, [obligation]) : [];
  return planning ? managerNextOf(planning, await organisation(unit)) : null;
}

/** Somebody could not be told of an invitation in Teams, or now could: the lead's card shows it. */
export async function invitationUnreached(unit: Unit, message: Message): Promise<void> {
  const found = await loadInvitation(unit, message.matterId);
  if (found) await touchCards(unit, 'meeting', [found.case.meeting.id]);
}
