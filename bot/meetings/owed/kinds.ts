import { words } from '../../../content/words/words';
import type { Obligation } from '../../../prisma/generated/client';
import type { Unit } from '../../db/unit';
import { touchCards } from '../../messages/touch';
import type { Facts, Kind } from '../../obligations/kind';
import { holdPathways } from '../../pathways/hold';
import { pathwaysWithTeam, standingsIn } from '../../pathways/standing';
import { organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { dayFromDate } from '../../time/day';
import { lineOfMeeting, lockOne, NOBODY, ofMeetings } from '../kind-of-meeting';
import { standingsAt } from '../standing';
import { loadInvitation, loadMeetings, lockMeeting, startOf } from '../store';
import { titleOf } from '../work/gathered';
import { absenceWordPast, lockAttendance } from './absence-word';
import { nextOf } from './show';

/** What is owed around a meeting: what is to be ready, the talk with the citizen, the next date, a word on an absence. */
export function owedKinds(): Kind[] {
  return [
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
      orphan: { give: givePreparation },
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
        await holdPathways(unit, [id]);
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

const preparationOf = (unit: Unit, id: string) =>
  unit.tx.preparation.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });

/** What somebody was to have ready who has left: a colleague with whom the meeting may be shared has it ready instead. */
async function givePreparation(
  unit: Unit,
  { matterId }: Obligation,
  personId: string,
): Promise<'no-ground' | undefined> {
  const row = await preparationOf(unit, matterId);
  const found = row && (await loadMeetings(unit, [row.meetingId])).get(row.meetingId);
  const departmentId = (await organisation(unit)).people.get(personId)?.departmentId ?? '';
  if (!row || !found?.known.grounds.has(departmentId)) return 'no-ground';
  await unit.tx.preparation.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
    data: { personId, version: { increment: 1 } },
  });
  await touchCards(unit, 'preparation', [row.id]);
  return undefined;
}

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
