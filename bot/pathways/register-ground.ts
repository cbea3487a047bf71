import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { eighteenthBirthday } from '../time/coming-of-age';
import { type Day, dateFromDay } from '../time/day';
import { timeGroundEnd } from './ground-end';
import { endOf, type GivenBy, type GroundKind } from './ground-rules';
import { holdPathways } from './hold';
import { tellReached } from './notices';
import { bornOnOf, type PathwayWithTeam } from './standing';
import { touchSightOf } from './touch-sight';

export type NewGround = {
  /** Becomes the ground's id: the same form pressed again registers nothing more. */
  readonly id: string;
  readonly kind: GroundKind;
  /** Who consents; null for law. */
  readonly givenBy: GivenBy | null;
  /** The paragraph, where the kind is law. */
  readonly law: string;
  readonly departmentIds: readonly string[];
  /** Externals of the team. */
  readonly externalIds: readonly string[];
  /** The last day; null: until it is withdrawn. */
  readonly lastOn: Day | null;
  /** The birth date, where the pathway lacks it and it is told now. */
  readonly bornOn: Day | null;
  /** For this meeting only, which must exist already; goes with the kind `meeting` and with no other. */
  readonly meetingId: string | null;
};

/** Input to the code of what is wrong with it: given, law, departments, until, born. */
export type GroundFaults = Readonly<Record<string, string>>;

const LONGEST_LAW = 200;

/**
 * Notes what gives leave to share. The caller must have been found to have the right `ground.register`. Sharing begins at
 * once; who is then asked anew is for `SharingHooks.begun`. A second call with the same id changes nothing.
 * @returns what is wrong; empty when it is registered
 */
export async function registerGround(
  unit: Unit,
  known: PathwayWithTeam,
  asked: NewGround,
  byId: string,
): Promise<GroundFaults> {
  const { tx, tenantId, today } = unit;
  const { pathway } = known;
  if ((asked.kind === 'meeting') !== (asked.meetingId !== null))
    throw new Error('A ground for one meeting names the meeting, and no other does');
  await holdPathways(unit, [pathway.id]);
  if ((await tx.ground.count({ where: { tenantId, id: asked.id } })) > 0) return {};

  const org = await organisation(unit);
  const givenBy = asked.kind === 'law' ? null : asked.givenBy;
  const law = asked.kind === 'law' ? asked.law.trim().slice(0, LONGEST_LAW) : '';
  const knownBornOn = bornOnOf(unit, pathway);
  const bornOn = knownBornOn ?? asked.bornOn;
  const departmentIds = [...new Set(asked.departmentIds)].filter(
    (id) => org.departments.has(id) && id !== pathway.departmentId,
  );
  const externalIds = [...new Set(asked.externalIds)].filter((id) => known.externals.includes(id));
  const end = endOf({ givenBy, lastOn: asked.lastOn, bornOn, today });
  const faults: Record<string, string> = {};
  if ('fault' in end) faults[end.input] = end.fault;
  if (asked.kind !== 'law' && givenBy === null) faults.given = 'giver-missing';
  if (asked.kind === 'law' && law === '') faults.law = 'law-missing';
  if (departmentIds.length + externalIds.length === 0) faults.departments = 'ground-for-nobody';
  if (Object.keys(faults).length > 0 || 'fault' in end) return faults;

  const { id, kind, meetingId } = asked;
  await tx.ground.create({
    data: {
      tenantId,
      id,
      pathwayId: pathway.id,
      kind,
      givenBy,
      notedById: byId,
      notedOn: dateFromDay(today),
      untilOn: end.untilOn === null ? null : dateFromDay(end.untilOn),
      lawSealed: law === '' ? null : unit.seal('ground', 'law_sealed', id, law),
      meetingId,
    },
  });
  const scope = { tenantId, groundId: id };
  await tx.groundScope.createMany({
    data: [
      ...departmentIds.map((departmentId) => ({ ...scope, id: unit.house.newId(), departmentId })),
      ...externalIds.map((externalId) => ({ ...scope, id: unit.house.newId(), externalId })),
    ],
  });
  if (end.untilOn !== null) await timeGroundEnd(unit, { id, pathwayId: pathway.id, untilOn: end.untilOn });
  if (givenBy === 'custody-holder' && knownBornOn === null && bornOn !== null) {
    await tx.pathway.update({
      where: { tenantId_id: { tenantId, id: pathway.id } },
      data: { bornOnSealed: unit.seal('pathway', 'born_on_sealed', pathway.id, bornOn), version: { increment: 1 } },
    });
    await endAtEighteen(unit, pathway.id, bornOn);
    unit.audit({
      act: 'pathway.change',
      actorId: byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: ['born-on'],
    });
  }
  await touchSightOf(unit, pathway.id);
  if (meetingId === null) await tellReached(unit, pathway.id, await reachedFirst(unit, pathway.id, id, departmentIds));
  unit.audit({
    act: 'ground.register',
    actorId: byId,
    matterKind: 'ground',
    matterId: id,
    pathwayId: pathway.id,
    codes: [kind, ...(givenBy === null ? [] : [givenBy]), ...departmentIds, ...externalIds],
  });
  return {};
}

/**
 * The birth date has become known: what holders of custody consented to ends on the 18th birthday. One that should have
 * ended already ends now, and the house notes it with its next beat.
 */
export async function endAtEighteen(unit: Unit, pathwayId: string, bornOn: Day): Promise<void> {
  const { tx, tenantId } = unit;
  const birthday = eighteenthBirthday(bornOn);
  const untilOn = dateFromDay(birthday);
  const grounds = await tx.ground.findMany({
    where: {
      tenantId,
      pathwayId,
      givenBy: 'custody-holder',
      withdrawnAt: null,
      OR: [{ untilOn: null }, { untilOn: { gt: untilOn } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of grounds) {
    await tx.ground.update({ where: { tenantId_id: { tenantId, id } }, data: { untilOn } });
    await timeGroundEnd(unit, { id, pathwayId, untilOn: birthday });
  }
}

/** Of some departments those that no ground of the pathway has ever named: their people could not hear of it before. */
async function reachedFirst(
  unit: Unit,
  pathwayId: string,
  groundId: string,
  departmentIds: readonly string[],
): Promise<Set<string>> {
  const before = await unit.tx.groundScope.findMany({
    where: {
      tenantId: unit.tenantId,
      departmentId: { in: [...departmentIds] },
      ground: { pathwayId, id: { not: groundId } },
    },
    select: { departmentId: true },
  });
  return new Set(departmentIds.filter((id) => !before.some((one) => one.departmentId === id)));
}
