import type { Unit } from '../../bot/db/unit';
import { pathwaysWithTeam } from '../../bot/pathways/standing';
import { personIds } from '../support/meeting-steps';
import type { Town } from '../support/town';
import { type HandoverIds, type Ids, LEADS, type Press } from './cast';

const MANAGERS = 'the two managers';
const ASKED = 'the one asked';
const row = (
  who: string,
  may: readonly string[],
  matter: keyof HandoverIds,
  more: Readonly<Record<string, unknown>> = {},
): Press => ({ who, may, input: (ids) => ({ handover: ids[matter], ...more }) });
const first = { version: 1 };
const ofPathway = (more: (ids: Ids) => Readonly<Record<string, unknown>> = () => ({})) => ({
  input: (ids: Ids) => ({ pathway: ids.pathway, ...more(ids) }),
});

/** The baton: passed on by those who lead, taken by the one asked, settled by two managers. */
export const HANDOVER_PRESSES: Readonly<Record<string, Press>> = {
  'handover.form': { who: 'lead and co-lead', may: LEADS, ...ofPathway() },
  'handover.ask': {
    who: 'lead and co-lead',
    may: LEADS,
    ...ofPathway(({ form }) => ({ form, who: 'kasper', citizen: 'Kasper er rar' })),
  },
  'handover.withdraw': row('lead and co-lead', LEADS, 'handover', first),
  'handover.answer-open': row(ASKED, ['Nikolaj'], 'handover'),
  'handover.accept': row(ASKED, ['Nikolaj'], 'handover', first),
  'handover.decline': row(ASKED, ['Nikolaj'], 'handover', { ...first, reason: 'Jeg er på vej væk' }),
  'handover.settle-open': row(MANAGERS, ['Thomas', 'Lise'], 'settling'),
  'handover.name': row(MANAGERS, ['Thomas', 'Lise'], 'settling', { ...first, who: 'dorthe' }),
  'handover.confirm': row(MANAGERS, ['Thomas', 'Lise'], 'settling', first),
  'orphan.open': {
    who: 'the manager of the department of whoever has left',
    may: ['Birgitte'],
    input: ({ orphan }) => ({ obligation: orphan }),
  },
  'orphan.give': {
    who: 'the manager of the department of whoever has left',
    may: ['Birgitte'],
    input: ({ orphan, kasper }) => ({ obligation: orphan, person: kasper }),
  },
  'orphan.drop': {
    who: 'the manager of the department of whoever has left',
    may: ['Birgitte'],
    input: ({ orphan }) => ({ obligation: orphan, reason: 'Det er klaret' }),
  },
  'lead.told-open': row('lead and co-lead', LEADS, 'taken'),
  'lead.told': row('lead and co-lead', LEADS, 'taken', { how: 'phone', toldOn: '2026-03-12' }),
  'lead.missing-open': {
    who: 'the manager of the department that the pathway is anchored in',
    may: ['Thomas'],
    input: ({ leadless }) => ({ pathway: leadless }),
  },
  'lead.moved-open': { who: 'the lead', may: ['Carla'], ...ofPathway() },
  'lead.keep': { who: 'the lead', may: ['Carla'], ...ofPathway(() => ({ round: 1, reason: 'Vi er midt i det' })) },
};

export const HANDOVER_MATTERS = [
  'handover',
  'taken',
  'settling',
  'leadless',
  'orphan',
] as const satisfies readonly (keyof HandoverIds)[];

type HandoverParts = {
  readonly pathway: string;
  readonly lead: string;
  /** Is asked, and has not answered. */
  readonly asked: string;
  /** Leads a pathway whose baton two managers settle. */
  readonly other: string;
  /** The two managers; the first has named somebody. */
  readonly managers: readonly [string, string];
  readonly names: string;
  /** The department of a pathway that nobody leads. */
  readonly department: string;
  /** Of somebody who has left. */
  readonly leaver: string;
  readonly ref: string;
};

/**
 * A pathway whose lead took the baton once, came to another department and has asked somebody; one whose baton two managers
 * settle; and one without a lead.
 */
export async function playHandovers(town: Town, parts: HandoverParts): Promise<HandoverIds> {
  const idOf = await personIds(town);
  return town.inside(async (unit) => {
    const { tx, tenantId, now, today, house } = unit;
    const own = (await pathwaysWithTeam(unit, [parts.pathway])).get(parts.pathway)?.pathway;
    if (!own) throw new Error('There is no pathway');
    const copy = async (leadId: string | null, code: string, n: number) => {
      const id = house.newId();
      const department = await tx.department.findFirstOrThrow({ where: { tenantId, code } });
      const aliasSealed = unit.seal('pathway', 'alias_sealed', id, 'Ravn');
      const made = { id, ref: `${parts.ref}${n}`, leadId, coLeadId: null, departmentId: department.id };
      await tx.pathway.create({ data: { ...own, ...made, aliasSealed, bornOnSealed: null } });
      return id;
    };
    const handover = async (pathwayId: string, n: number, more: object) => {
      const id = house.newId();
      const began = { startedById: idOf(parts.lead), startedAt: now, status: 'open' };
      await tx.handover.create({ data: { tenantId, id, pathwayId, n, ...began, ...more } });
      return id;
    };
    const asking = async (handoverId: string, n: number, to: string, status: string) => {
      const id = house.newId();
      const citizenSealed = unit.seal('handover_asking', 'citizen_sealed', id, 'Hende kender jeg');
      const asked = { askedById: idOf(parts.lead), askedAt: now, citizenAsked: true, citizenSealed };
      await tx.handoverAsking.create({ data: { tenantId, id, handoverId, n, toId: idOf(to), status, ...asked } });
    };
    const owes = (kind: string, pathwayId: string, ownerId: string, role: string) =>
      tx.obligation.create({
        data: {
          ...{ tenantId, id: house.newId(), kind, nature: 'duty', matterKind: 'pathway-lead', matterId: pathwayId },
          ...{ round: 1, ownerRole: role, ownerId, ownerKey: role, pathwayId, ladder: kind, status: 'open' },
          ...{ anchors: { opened: today, due: '2026-03-26' }, dueOn: new Date('2026-03-26'), openedAt: now },
        },
      });
    const [one, two] = parts.managers;
    const taken = await handover(own.id, 1, { status: 'accepted', toId: idOf(parts.lead), endedAt: now });
    const open = await handover(own.id, 2, { fromId: idOf(parts.lead) });
    await asking(open, 1, parts.asked, 'asked');
    await owes('lead-moved', own.id, idOf(parts.lead), 'lead');
    const settled = await copy(idOf(parts.other), 'SOC', 1);
    const managers = { leavingManagerId: idOf(one), askedManagerId: idOf(two) };
    const settling = await handover(settled, 1, { status: 'settling', ...managers });
    for (const n of [1, 2]) await asking(settling, n, parts.asked, 'declined');
    const naming = { n: 1, managerId: idOf(one), byId: idOf(one), personId: idOf(parts.names), at: now };
    await tx.handoverNaming.create({ data: { tenantId, id: house.newId(), handoverId: settling, ...naming } });
    const leadless = await copy(null, parts.department, 2);
    await owes('lead-missing', leadless, idOf(two), 'manager');
    const orphan = await orphaned(unit, own.id, parts.leaver, idOf(parts.lead));
    return { handover: open, taken, settling, leadless, orphan };
  });
}

/** An agreement of somebody who has left: it stands without an owner. */
async function orphaned(unit: Unit, pathwayId: string, code: string, madeById: string): Promise<string> {
  const { tx, tenantId, now, today, house } = unit;
  const { id: departmentId } = await tx.department.findFirstOrThrow({ where: { tenantId, code } });
  const [left, agreement, id] = [house.newId(), house.newId(), house.newId()];
  const who = { name: 'Leif Rejst', email: `leif.${code.toLowerCase()}@by.example`, title: 'Vejleder' };
  const leftOn = new Date('2026-02-01');
  await tx.person.create({ data: { tenantId, id: left, entraId: house.newId(), departmentId, leftOn, ...who } });
  const dueOn = new Date('2026-04-01');
  await tx.agreement.create({
    data: {
      ...{ tenantId, id: agreement, pathwayId, ownerKind: 'professional', ownerId: left, dueOn, status: 'open' },
      ...{ madeById, madeAt: now, textSealed: unit.seal('agreement', 'text_sealed', agreement, 'Ringe til lægen') },
    },
  });
  await tx.obligation.create({
    data: {
      ...{ tenantId, id, kind: 'agreement', nature: 'duty', matterKind: 'agreement', matterId: agreement, round: 1 },
      ...{ ownerRole: 'person', ownerId: null, ownerKey: left, pathwayId, ladder: 'agreement', status: 'open' },
      ...{ anchors: { opened: today, due: '2026-04-01' }, dueOn, openedAt: now },
    },
  });
  return id;
}
