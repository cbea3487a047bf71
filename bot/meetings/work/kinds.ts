import { absenceWordCard } from '../../../cards/meetings/absence-word';
import { citizenTalkCard } from '../../../cards/meetings/citizen-talk';
import { nextMeetingCard } from '../../../cards/meetings/next-meeting';
import { notRepresentedCard } from '../../../cards/meetings/not-represented';
import { preparationCard } from '../../../cards/meetings/preparation';
import { recordCard } from '../../../cards/meetings/record';
import { workCard } from '../../../cards/meetings/work';
import { words } from '../../../content/words/words';
import type { Obligation } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import type { Facts, Kind, Line, LineInput, NoticeLine, Renderer } from '../../obligations/kind';
import { pathwaysWithTeam, standingsIn } from '../../pathways/standing';
import { type Organisation, organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { dayFromDate } from '../../time/day';
import { asMoment } from '../../time/moment';
import { isClosed, isOver } from '../rules';
import { markOf } from '../show';
import { standingsAt } from '../standing';
import { loadInvitation, loadMeetings, lockMeeting, type MeetingCase, startOf } from '../store';
import { absenceWordView, notRepresentedView } from './absence-show';
import { absenceWordPast, lockAttendance } from './absence-word';
import { gather, type MeetingParts, titleOf } from './gathered';
import { citizenTalkView, nextMeetingView, preparationView, recordView } from './owed-show';
import { workView } from './show';

type Judge = (found: MeetingCase, row: Obligation, org: Organisation) => Pick<Facts, 'owed' | 'maySee'>;
const NOBODY: Facts = { owed: false, roles: {}, maySee: () => false };

/** What a meeting makes people owe around it: its record, what is to be ready, the talk with the citizen, the next date. */
export function workKinds(): Kind[] {
  return [
    {
      kind: 'meeting-record',
      cardKind: () => 'work',
      facts: (unit, rows) =>
        ofMeetings(unit, rows, (found, _row, org) => ({
          owed: !isClosed(found.meeting),
          maySee: (id) => may('meeting.work', standingsAt(found, id, org)),
        })),
      line: lineOfMeeting((all, { found, input, upward, now }) => {
        // Owed from the calling on, but nobody can say how a meeting went that is still ahead.
        if (!isOver(found.meeting, now)) return undefined;
        const { ref } = found.known.pathway;
        const rung = upward ? 'manager' : (input.rung ?? '');
        const text = all.lines.meetingRecord({ at: startOf(found.meeting), ref, rung });
        if (upward) return { text, group: ref };
        const action = { title: all.actions.open, verb: 'meeting.work', input: { meeting: found.meeting.id } };
        return { text, group: ref, action };
      }),
      lock: lockOne,
      deadlines: {},
    },
    {
      kind: 'preparation',
      cardKind: () => 'preparation',
      facts: preparationFacts,
      line: async (unit, { obligation, locale }) => {
        const row = await preparationOf(unit, obligation.matterId);
        const found = row && (await loadMeetings(unit, [row.meetingId])).get(row.meetingId);
        if (!row || !found || row.doneAt !== null) return undefined;
        const all = words(locale);
        const { ref } = found.known.pathway;
        const at = startOf(found.meeting);
        return {
          text: all.lines.preparation({ title: titleOf(row.title)[locale], at, due: row.dueLocal, ref }),
          group: ref,
          action: { title: all.actions.open, verb: 'preparation.open', input: { preparation: row.id } },
        };
      },
      lock: async (unit, id) => {
        const row = await preparationOf(unit, id);
        if (row) await lockMeeting(unit, row.meetingId);
      },
      deadlines: {},
    },
    {
      kind: 'citizen-talk',
      cardKind: () => 'citizen-talk',
      facts: async (unit, rows) => {
        const talks = await unit.tx.citizenTalk.findMany({
          where: { tenantId: unit.tenantId, meetingId: { in: rows.map((row) => row.matterId) } },
          select: { meetingId: true },
        });
        const held = new Set(talks.map((one) => one.meetingId));
        return ofMeetings(unit, rows, (found, row, org) => ({
          owed: !held.has(row.matterId),
          maySee: (id) => may('citizen-talk.note', standingsAt(found, id, org)),
        }));
      },
      line: lineOfMeeting((all, { found, input, upward }) => {
        const { ref } = found.known.pathway;
        const dueOn = input.obligation.dueOn === null ? '' : dayFromDate(input.obligation.dueOn);
        if (upward) return { text: all.lines.citizenTalkUpward({ dueOn, ref }), group: ref };
        return {
          text: all.lines.citizenTalk({ dueOn, ref }),
          group: ref,
          action: { title: all.actions.open, verb: 'citizen-talk.open', input: { meeting: found.meeting.id } },
        };
      }),
      lock: lockOne,
      deadlines: {},
    },
    {
      kind: 'next-meeting',
      cardKind: () => 'next-meeting',
      facts: nextFacts,
      line: async (unit, { obligation, locale }) => {
        const next = await nextOf(unit, obligation.matterId);
        if (!next) return undefined;
        const all = words(locale);
        return {
          text: all.lines.nextMeeting({ at: next.at, ref: next.ref }),
          group: next.ref,
          action: { title: all.pathway.call, verb: 'meeting.form', input: { pathway: obligation.matterId } },
        };
      },
      lock: async (unit, id) => {
        await unit.tx
          .$queryRaw`select id from pathway where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
      },
      deadlines: {},
    },
    {
      kind: 'absence-word',
      cardKind: () => 'absence-word',
      facts: async (unit, rows) => {
        const facts = new Map<string, Facts>();
        for (const row of rows) {
          const found = await loadInvitation(unit, row.matterId);
          facts.set(
            row.id,
            found
              ? { owed: row.closedAt === null, roles: {}, maySee: (id) => id === found.invitation.personId }
              : NOBODY,
          );
        }
        return facts;
      },
      line: async (unit, { obligation, locale }) => {
        const found = await loadInvitation(unit, obligation.matterId);
        if (!found) return undefined;
        const all = words(locale);
        const { ref } = found.case.known.pathway;
        return {
          text: all.lines.absenceWord({ at: startOf(found.case.meeting), ref }),
          group: ref,
          action: { title: all.actions.answer, verb: 'absence-word.open', input: { invitation: obligation.matterId } },
        };
      },
      lock: lockAttendance,
      deadlines: { 'absence-word-past': (unit, obligation) => absenceWordPast(unit, obligation.matterId) },
    },
  ];
}

const lockOne = async (unit: Unit, id: string): Promise<void> => {
  await lockMeeting(unit, id);
};

async function ofMeetings(unit: Unit, rows: readonly Obligation[], judge: Judge): Promise<Map<string, Facts>> {
  const org = await organisation(unit);
  const cases = await loadMeetings(
    unit,
    rows.map((row) => row.matterId),
  );
  return new Map(
    rows.map((row): [string, Facts] => {
      const found = cases.get(row.matterId);
      if (!found) return [row.id, NOBODY];
      const { leadId, coLeadId } = found.known.pathway;
      const judged = judge(found, row, org);
      const manager = leadId === null ? undefined : org.managerOf(leadId);
      return [
        row.id,
        {
          owed: judged.owed,
          roles: { lead: leadId, coLead: coLeadId },
          // The lead's manager gets a notice: reference, kind and date, and nothing of the pathway.
          maySee: (id) =>
            judged.maySee(id) || (manager !== undefined && (id === manager || id === org.atWorkFor(manager))),
        },
      ];
    }),
  );
}

type Lined = {
  readonly found: MeetingCase;
  readonly input: LineInput;
  readonly upward: boolean;
  readonly now: Date;
};

/** A line about a meeting: to the lead, or as a notice to somebody above. */
function lineOfMeeting(say: (all: ReturnType<typeof words>, lined: Lined) => Line | undefined): Kind['line'] {
  return async (unit, input) => {
    const found = (await loadMeetings(unit, [input.obligation.matterId])).get(input.obligation.matterId);
    if (!found) return undefined;
    const upward = !may('meeting.see', standingsAt(found, input.personId, await organisation(unit)));
    return say(words(input.locale), { found, input, upward, now: unit.now });
  };
}

const preparationOf = (unit: Unit, id: string) =>
  unit.tx.preparation.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });

async function preparationFacts(unit: Unit, rows: readonly Obligation[]): Promise<Map<string, Facts>> {
  const org = await organisation(unit);
  const found = await unit.tx.preparation.findMany({
    where: { tenantId: unit.tenantId, id: { in: rows.map((row) => row.matterId) } },
  });
  const cases = await loadMeetings(
    unit,
    found.map((one) => one.meetingId),
  );
  return new Map(
    rows.map((row): [string, Facts] => {
      const one = found.find((each) => each.id === row.matterId);
      const meeting = one && cases.get(one.meetingId);
      if (!one || !meeting) return [row.id, NOBODY];
      return [
        row.id,
        {
          owed: one.doneAt === null && meeting.meeting.status === 'called',
          roles: { lead: meeting.known.pathway.leadId, coLead: meeting.known.pathway.coLeadId },
          maySee: (id) => id === one.personId && may('meeting.see', standingsAt(meeting, id, org)),
        },
      ];
    }),
  );
}

/** The next date as the last meeting agreed it, while nobody has called it. */
async function nextOf(unit: Unit, pathwayId: string): Promise<{ at: string; ref: string; kind: string } | undefined> {
  const { tx, tenantId } = unit;
  const last = await tx.meeting.findFirst({
    where: { tenantId, pathwayId, status: 'held', nextLocal: { not: null } },
    orderBy: { number: 'desc' },
    include: { pathway: { select: { ref: true } } },
  });
  if (!last?.nextLocal) return undefined;
  return { at: last.nextLocal, ref: last.pathway.ref, kind: last.nextKind ?? last.kindKey };
}

async function nextFacts(unit: Unit, rows: readonly Obligation[]): Promise<Map<string, Facts>> {
  const org = await organisation(unit);
  const pathways = await pathwaysWithTeam(
    unit,
    rows.map((row) => row.matterId),
  );
  return new Map(
    rows.map((row): [string, Facts] => {
      const known = pathways.get(row.matterId);
      if (!known) return [row.id, NOBODY];
      return [
        row.id,
        {
          owed: known.pathway.status === 'open',
          roles: { lead: known.pathway.leadId, coLead: known.pathway.coLeadId },
          maySee: (id) => may('meeting.call', standingsIn(known, id, org)),
        },
      ];
    }),
  );
}

/** To whoever rests in a pathway: that there was a meeting. They owe nothing, and keep their interest. */
export function workNotices(): Record<string, NoticeLine> {
  return {
    'meeting-held': async (unit, { personId, locale, matterId }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found || !may('meeting.see', standingsAt(found, personId, await organisation(unit)))) return undefined;
      const all = words(locale);
      const { ref } = found.known.pathway;
      return {
        text: all.lines.meetingHeld({ at: startOf(found.meeting), ref }),
        group: ref,
        action: { title: all.actions.open, verb: 'meeting.work', input: { meeting: matterId } },
      };
    },
  };
}

/** How each of these cards is drawn for one person, as things stand now. */
export function workRenderers(parts: MeetingParts): Record<string, Renderer> {
  return {
    work: async (unit, { matterId, personId, locale, sending }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found) return undefined;
      const standings = standingsAt(found, personId, await organisation(unit));
      if (!may('meeting.see', standings)) return 'gone';
      if (sending && !may('meeting.work', standings)) return undefined;
      if (sending && isClosed(found.meeting)) return undefined;
      const mark = markOf('meeting-record', sending, matterId, sending?.obligation?.round ?? 1);
      const view = await workView(unit, found, await gather(unit, found, parts), parts.sections, personId, mark);
      return { ...workCard(view, locale), keep: { kind: 'work', matterKind: 'meeting', matterId } };
    },
    'work-form': async (unit, input) => {
      const found = (await loadMeetings(unit, [input.matterId])).get(input.matterId);
      if (!found) return undefined;
      const standings = standingsAt(found, input.personId, await organisation(unit));
      if (!may('meeting.see', standings)) return 'gone';
      // Only once nothing can be saved by it any more: whoever types into it would lose that.
      if (!isClosed(found.meeting) && found.meeting.status !== 'called') return undefined;
      const view = await workView(unit, found, await gather(unit, found, parts), parts.sections, input.personId);
      return {
        ...workCard(view, input.locale),
        keep: { kind: 'work', matterKind: 'meeting', matterId: input.matterId },
      };
    },
    record: async (unit, { matterId, personId, locale, sending }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found) return undefined;
      if (!may('meeting.see', standingsAt(found, personId, await organisation(unit)))) return 'gone';
      const view = await recordView(unit, found, sending?.repeated ?? false);
      return view && { ...recordCard(view, locale), keep: { kind: 'record', matterKind: 'meeting', matterId } };
    },
    preparation: async (unit, { matterId, personId, locale, sending }) => {
      const view = await preparationView(unit, matterId, personId, sending);
      if (!view) return 'gone';
      if (sending && view.state !== 'open') return undefined;
      return { ...preparationCard(view, locale), keep: { kind: 'preparation', matterKind: 'preparation', matterId } };
    },
    'citizen-talk': async (unit, { matterId, personId, locale, sending }) => {
      const found = (await loadMeetings(unit, [matterId])).get(matterId);
      if (!found) return undefined;
      if (!may('citizen-talk.note', standingsAt(found, personId, await organisation(unit)))) return 'gone';
      const view = await citizenTalkView(unit, found, sending ? { sending } : {});
      if (sending && view.done) return undefined;
      return { ...citizenTalkCard(view, locale), keep: { kind: 'citizen-talk', matterKind: 'meeting', matterId } };
    },
    'next-meeting': async (unit, { matterId, personId, locale, sending }) => {
      const known = (await pathwaysWithTeam(unit, [matterId])).get(matterId);
      const next = await nextOf(unit, matterId);
      if (!known || !next) return undefined;
      if (!may('meeting.call', standingsIn(known, personId, await organisation(unit)))) return 'gone';
      const view = await nextMeetingView(unit, known, { ...next, at: asMoment(next.at) }, sending);
      if (sending && view.called) return undefined;
      return { ...nextMeetingCard(view, locale), keep: { kind: 'next-meeting', matterKind: 'pathway', matterId } };
    },
    'absence-word': async (unit, { matterId, personId, locale, sending }) => {
      const view = await absenceWordView(unit, matterId, personId, sending);
      if (!view || (sending && view.state !== 'open')) return undefined;
      return { ...absenceWordCard(view, locale), keep: { kind: 'absence-word', matterKind: 'attendance', matterId } };
    },
    'not-represented': async (unit, { matterId, personId, locale }) => {
      const view = await notRepresentedView(unit, matterId, personId);
      return (
        view && {
          ...notRepresentedCard(view, locale),
          keep: { kind: 'not-represented', matterKind: 'representation', matterId },
        }
      );
    },
  };
}
