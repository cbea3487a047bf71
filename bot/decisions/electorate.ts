import type { Unit } from '../db/unit';
import { mayShareWith } from '../meetings/standing';
import { activeStandIn, loadMeetings, type MeetingCase } from '../meetings/store';
import type { Model } from '../pathways/models';
import { type PathwayWithTeam, standingsIn } from '../pathways/standing';
import { type Organisation, organisation } from '../people/organisation';
import type { RulingSeat } from './hearing-rules';
import type { Opening } from './state-rules';

/** Who may have a part in a proposal that opens now. */
export type Electorate = {
  /** One voice each: municipal members of the team, at a meeting those who are there. Externals advise, and have none. */
  readonly seats: Opening['seats'];
  /** Departments of the team (at a meeting: invited), each of which must have a voice. */
  readonly expected: readonly string[];
  readonly inMeeting: boolean;
  /** Whoever may be responsible for carrying it out. */
  readonly responsible: readonly string[];
  /** Whoever may be asked for advice: of the team, and their leaders. */
  readonly advisers: readonly string[];
  /** Leaders who are at the meeting. */
  readonly leaders: readonly Pick<RulingSeat, 'personId' | 'departmentIds' | 'because'>[];
  /** Who decides without agreement, of those with a voice, where the model names a professional. */
  professional(leftOut: ReadonlySet<string>): string | null;
  departmentOf(personId: string): string | undefined;
};

/** Works out who has a voice as things stand now. At a meeting it must be running; else the team as it is. */
export async function electorateOf(
  unit: Unit,
  known: PathwayWithTeam,
  at: { readonly meetingId: string | null; readonly model: Model },
): Promise<Electorate> {
  const org = await organisation(unit);
  const meeting = at.meetingId === null ? undefined : (await loadMeetings(unit, [at.meetingId])).get(at.meetingId);
  const team = teamOf(known, org);
  const there = meeting ? await thoseThere(unit, meeting, org) : undefined;
  const seats = (there?.seats ?? team).map((one) => ({ ...one, id: unit.house.newId() }));
  const expected = there?.expected ?? [...new Set(team.map((one) => one.departmentId))].sort();
  const people = [...new Set([...seats, ...team].map((one) => one.personId))];
  const leaders = [...new Set(people.flatMap((id) => org.managerOf(id) ?? []))];
  return {
    seats,
    expected,
    inMeeting: there !== undefined,
    responsible: people,
    advisers: [...new Set([...people, ...leaders])],
    leaders: there?.leaders ?? [],
    professional: (leftOut) => professionalOf(at.model, seats, leftOut, org),
    departmentOf: (id) => org.people.get(id)?.departmentId,
  };
}

type Member = Omit<Opening['seats'][number], 'id'>;

/** Lead, co-lead and those of the team who do not rest, as far as their departments have ground. */
function teamOf(known: PathwayWithTeam, org: Organisation): Member[] {
  const { pathway, seats, resting } = known;
  const ids = [pathway.leadId, pathway.coLeadId, ...seats.filter((id) => !resting.has(id))].flatMap((id) => id ?? []);
  return [...new Set(ids)].flatMap((personId): Member[] => {
    const standings = standingsIn(known, personId, org);
    if (!['lead', 'co-lead', 'team'].some((one) => standings.has(one as 'lead'))) return [];
    return [{ personId, departmentId: org.people.get(personId)?.departmentId ?? '', standsForId: null }];
  });
}

async function thoseThere(
  unit: Unit,
  meeting: MeetingCase,
  org: Organisation,
): Promise<Pick<Electorate, 'seats' | 'expected' | 'leaders'> & { readonly seats: (Member & { id: string })[] }> {
  const rows = await unit.tx.presence.findMany({
    where: { tenantId: unit.tenantId, meetingId: meeting.meeting.id, personId: { not: null } },
    orderBy: { id: 'asc' },
  });
  const managers = new Map<string, string[]>();
  for (const one of org.departments.values())
    if (one.managerId !== null) managers.set(one.managerId, [...(managers.get(one.managerId) ?? []), one.id]);
  const standsFor = new Map(
    meeting.invitations.flatMap((one): [string, string][] => {
      const colleague = activeStandIn(meeting, one.id);
      return colleague?.status === 'accepted' ? [[colleague.personId, one.personId]] : [];
    }),
  );
  const seats = rows.flatMap(({ personId, departmentId }): (Member & { id: string })[] =>
    personId !== null && departmentId !== null && org.isHere(personId) && mayShareWith(meeting, departmentId)
      ? [{ id: '', personId, departmentId, standsForId: standsFor.get(personId) ?? null }]
      : [],
  );
  const invited = meeting.invitations.map((one) => one.departmentId).filter((id) => mayShareWith(meeting, id));
  return {
    seats,
    expected: [...new Set([...invited, ...seats.map((one) => one.departmentId)])].sort(),
    leaders: seats.flatMap(({ personId }) => {
      const departmentIds = managers.get(personId);
      return departmentIds ? [{ personId, departmentIds: departmentIds.sort(), because: 'manager' as const }] : [];
    }),
  };
}

/** By kind of department and, where the model says so, profession; the first by name where several fit. */
function professionalOf(
  model: Model,
  seats: readonly Member[],
  leftOut: ReadonlySet<string>,
  org: Organisation,
): string | null {
  const wanted = model.professional;
  if (!wanted) return null;
  const fitting = seats.filter(({ personId, departmentId }) => {
    if (leftOut.has(personId) || org.departments.get(departmentId)?.kind !== wanted.department) return false;
    return wanted.profession === undefined || org.people.get(personId)?.profession === wanted.profession;
  });
  const names = fitting.map(({ personId }) => ({ personId, name: org.people.get(personId)?.name ?? '' }));
  return names.sort((a, b) => a.name.localeCompare(b.name, 'da'))[0]?.personId ?? null;
}
