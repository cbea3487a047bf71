import type { CallFormView } from '../../cards/views';
import { words } from '../../content/words/words';
import type { Unit } from '../db/unit';
import type { Model } from '../pathways/models';
import { aliasOf, type PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { addDays, isDay, weekday } from '../time/day';
import { addWorkingDays, type onOrAfter } from '../time/working-calendar';
import type { Locale } from '../turn';
import { whyOf } from './show';

/** Working days that a first proposal leaves everybody: time to answer, and to find a colleague. */
const PROPOSED_AHEAD = 10;

export type Typed = Readonly<Record<string, string>>;

/**
 * The form for calling a meeting, with defaults that are mostly right: the house's fixed cross-department time, everybody
 * of the team who may come, and why as it stood in the invitation before. What was typed stands as it was typed.
 */
export async function callFormView(
  unit: Unit,
  known: PathwayWithTeam,
  model: Model,
  asked: { form: string; locale: Locale; byId: string; typed?: Typed; faults?: Readonly<Record<string, string>> },
): Promise<CallFormView> {
  const org = await organisation(unit);
  const { pathway } = known;
  const alias = aliasOf(unit, pathway);
  const all = words(asked.locale);
  const typed = asked.typed;
  const proposal = proposedTime(unit, org.house);
  const date = typed?.date ?? proposal.date;
  const lastWhys = await whysBefore(unit, pathway.id);
  const memberIds = [...new Set([...known.seats, ...(pathway.coLeadId === null ? [] : [pathway.coLeadId])])];
  const members = memberIds
    .filter((id) => id !== pathway.leadId && id !== asked.byId && org.isHere(id))
    .flatMap((id) => {
      const person = org.people.get(id);
      if (!person) return [];
      const department = org.departments.get(person.departmentId);
      const ground = known.grounds.has(person.departmentId);
      // An input that was emptied comes back without a value, and stays as it was left.
      const why = typed
        ? (typed[`why-${id}`] ?? '')
        : (lastWhys.get(id) ?? all.lines.whyDefault(department?.kind ?? 'other', alias));
      const come = typed === undefined ? ground : typed[`come-${id}`] === 'true';
      return [
        {
          id,
          name: person.name,
          department: department?.name ?? '',
          ground,
          come,
          why,
          awayThen: isDay(date) && org.isAwayOn(id, date),
        },
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
  return {
    pathwayId: pathway.id,
    form: asked.form,
    ref: pathway.ref,
    alias,
    kinds: model.meetings.map((one) => one.kind),
    earliest: unit.today,
    members,
    values: {
      kind: typed?.kind ?? model.meetings[0]?.kind ?? '',
      date,
      time: typed?.time ?? proposal.time,
      duration: typed?.duration ?? String(proposal.duration ?? model.meetings[0]?.duration ?? 60),
      where: typed?.where ?? 'place',
      place: typed?.place ?? '',
      agreed: typed?.agreed === 'true',
    },
    faults: asked.faults ?? {},
  };
}

/** The fixed cross-department meeting time (Ballerup 5), far enough ahead; else ten working days from now at ten. */
function proposedTime(
  unit: Unit,
  house: Parameters<typeof onOrAfter>[0],
): { date: string; time: string; duration?: number } {
  const from = addWorkingDays(house, unit.today, PROPOSED_AHEAD);
  const fixed = unit.policy.meetingTime;
  if (fixed === null) return { date: from, time: '10:00' };
  for (let ahead = 0; ahead < 70; ahead += 1) {
    const day = addDays(from, ahead);
    if (weekday(day) === fixed.weekday && house.isWorkingDay(day))
      return { date: day, time: fixed.time, duration: fixed.duration };
  }
  return { date: from, time: fixed.time, duration: fixed.duration };
}

async function whysBefore(unit: Unit, pathwayId: string): Promise<Map<string, string>> {
  const rows = await unit.tx.invitation.findMany({
    where: { tenantId: unit.tenantId, meeting: { pathwayId }, status: { not: 'lead' } },
    orderBy: { id: 'asc' },
  });
  return new Map(rows.map((row) => [row.personId, whyOf(unit, row)]));
}
