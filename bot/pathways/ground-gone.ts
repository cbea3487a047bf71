import type { GroundGoneView } from '../../cards/pathways/ground-gone';
import type { GroundLine, LackingLine } from '../../cards/pathways/ground-line';
import type { GroundSharedView } from '../../cards/pathways/ground-shared';
import type { GroundWithdrawView } from '../../cards/pathways/ground-withdraw';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { groundsOf, linesOf, namesIn } from './ground-lines';
import { without } from './ground-rules';
import { sharedUnder } from './ground-shared';
import type { SharingHooks } from './ground-sharing';
import { type GroundRow, type PathwayWithTeam, reachOf } from './standing';

/** What follows when a ground goes: asked before it is done. */
export async function groundWithdrawView(
  unit: Unit,
  known: PathwayWithTeam,
  ground: GroundRow,
): Promise<GroundWithdrawView> {
  const org = await organisation(unit);
  const { pathway } = known;
  const rows = await groundsOf(unit, pathway.id);
  const { lost, kept } = without(reachOf(ground), rows.map(reachOf), pathway.departmentId, unit.today);
  const names = await namesIn(unit, rows);
  const [line] = await linesOf(unit, known, [ground]);
  if (!line) throw new Error(`Ground ${ground.id} has no line`);
  const leaves = new Set(lost.departments);
  const nameOf = (id: string) => org.people.get(id)?.name ?? '';
  const losing = (id: string) => org.isHere(id) && leaves.has(org.people.get(id)?.departmentId ?? '');
  const meetings = await unit.tx.meeting.findMany({
    where: {
      tenantId: unit.tenantId,
      pathwayId: pathway.id,
      status: 'called',
      startsAt: { gt: unit.now },
      ...(ground.meetingId === null ? {} : { id: ground.meetingId }),
    },
    include: { invitationMeeting: { where: { status: { not: 'lead' } } } },
    orderBy: { startsAt: 'asc' },
  });
  return {
    pathwayId: pathway.id,
    ref: pathway.ref,
    ground: line,
    lost: names([...lost.departments, ...lost.externals]),
    kept: names([...kept.departments, ...kept.externals]),
    sight: ground.meetingId === null ? known.seats.filter(losing).map(nameOf) : [],
    meetings: meetings.flatMap((one): LackingLine[] => {
      const reached = known.meetingGrounds.get(one.id);
      const gone = one.invitationMeeting.filter(
        ({ personId }) =>
          losing(personId) &&
          (ground.meetingId !== null || reached?.has(org.people.get(personId)?.departmentId ?? '') !== true),
      );
      if (gone.length === 0) return [];
      const who = gone.map(({ personId }) => nameOf(personId));
      return [{ number: one.number, at: one.localStart, kind: one.kindKey, names: who }];
    }),
  };
}

/** What had been shared with whom by a ground, and what its end means for the meetings ahead. */
export async function groundSharedView(
  unit: Unit,
  hooks: SharingHooks,
  known: PathwayWithTeam,
  ground: GroundRow,
): Promise<GroundSharedView> {
  const { lines, kept, meetings, externals } = await goneOf(unit, hooks, known, [ground]);
  const [line] = lines;
  if (!line) throw new Error(`Ground ${ground.id} has no line`);
  const { from, to, people } = await sharedUnder(unit, known, ground);
  const { id: pathwayId, ref } = known.pathway;
  return { pathwayId, ref, ground: line, from, to, people, kept, meetings, externals };
}

/** To the lead, about a ground that is gone; with it stand the others that ended on the same day. */
export async function groundGoneView(
  unit: Unit,
  hooks: SharingHooks,
  known: PathwayWithTeam,
  ground: GroundRow,
  repeated: boolean,
): Promise<GroundGoneView> {
  const why = ground.withdrawnAt === null ? 'ended' : 'withdrawn';
  const sameDay = (one: GroundRow) =>
    one.withdrawnAt === null && one.untilOn?.getTime() === ground.untilOn?.getTime() && one.id !== ground.id;
  const others = why === 'ended' ? (await groundsOf(unit, known.pathway.id)).filter(sameDay) : [];
  const { lines, lost, kept, meetings } = await goneOf(unit, hooks, known, [ground, ...others]);
  const { id: pathwayId, ref } = known.pathway;
  const mark = `notice/ground-${why}/${ground.id}/1`;
  return { pathwayId, ref, mark, repeated, why, grounds: lines, lost, kept, meetings };
}

type Gone = Pick<GroundGoneView, 'lost' | 'kept' | 'meetings'> & {
  readonly lines: readonly GroundLine[];
  readonly externals: boolean;
};

/** Whom nothing reaches once these grounds are gone, with whom sharing goes on, and which meetings ahead it concerns. */
async function goneOf(
  unit: Unit,
  hooks: SharingHooks,
  known: PathwayWithTeam,
  grounds: readonly GroundRow[],
): Promise<Gone> {
  const org = await organisation(unit);
  const { pathway } = known;
  const all = await groundsOf(unit, pathway.id);
  const each = grounds.map((one) => without(reachOf(one), all.map(reachOf), pathway.departmentId, unit.today));
  const lost = new Set(each.flatMap((one) => [...one.lost.departments, ...one.lost.externals]));
  const kept = new Set(each.flatMap((one) => [...one.kept.departments, ...one.kept.externals]));
  const names = await namesIn(unit, all);
  const only = grounds.length === 1 ? (grounds[0]?.meetingId ?? null) : null;
  const lacking = (await hooks.lacking(unit, pathway.id)).flatMap((one) => {
    if (only !== null && one.meetingId !== only) return [];
    const personIds = one.personIds.filter((id) => lost.has(org.people.get(id)?.departmentId ?? ''));
    const externalIds = one.externalIds.filter((id) => lost.has(id));
    return personIds.length + externalIds.length === 0 ? [] : [{ ...one, personIds, externalIds }];
  });
  return {
    lines: await linesOf(unit, known, grounds),
    lost: names([...lost]),
    kept: names([...kept].filter((id) => !lost.has(id))),
    meetings: lacking.map(({ number, at, kind, personIds, externalIds }) => ({
      number,
      at,
      kind,
      names: [...personIds.map((id) => org.people.get(id)?.name ?? ''), ...names(externalIds)],
    })),
    externals: lacking.some((one) => one.externalIds.length > 0),
  };
}
