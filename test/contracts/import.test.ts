import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { importFolder } from '../../bot/people/import/import-folder';
import type {
  ImportedDepartment,
  ImportedOrganisation,
  ImportedPathway,
  ImportedPerson,
} from '../../bot/people/import/organisation-file';
import type { ImportReport, Place } from '../../bot/people/import/run';
import { type ImportOptions, importOrganisation } from '../../bot/people/import/save';
import { asDay, dateFromDay, dayFromDate } from '../../bot/time/day';
import { Prisma, PrismaClient } from '../../prisma/generated/client';
import { freshDatabase } from '../support/database';

const DEMO = path.resolve(__dirname, '../../content/demo');
const NOTHING = { created: 0, updated: 0, left: 0, returned: 0 };

let database: Awaited<ReturnType<typeof freshDatabase>>;
let prisma: PrismaClient;

beforeAll(async () => {
  database = await freshDatabase();
  prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.appUrl }) });
}, 60_000);

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

/** A municipality of its own for every test; the row rules keep them apart. */
function municipality() {
  const tenantId: string = randomUUID();
  let today = asDay('2026-11-23');
  const options = (): Omit<ImportOptions, 'organisation'> => ({
    prisma,
    tenantId,
    seal,
    open,
    newId: randomUUID,
    now: new Date(`${today}T09:00:00Z`),
    today,
  });
  const inside = <T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.tenant_id', ${tenantId}, true)`;
      return work(tx);
    });
  return {
    tenantId,
    inside,
    options,
    itIs: (day: string) => {
      today = asDay(day);
    },
    imports: (organisation: ImportedOrganisation) => importOrganisation({ ...options(), organisation }),
    person: (name: string) => inside((tx) => tx.person.findFirstOrThrow({ where: { name } })),
    pathway: (ref: string) =>
      inside((tx) =>
        tx.pathway.findFirstOrThrow({
          where: { ref },
          include: {
            lead: true,
            coLead: true,
            caseNumberPathway: true,
            teamSeatPathway: { include: { person: true } },
            leadPeriodPathway: { include: { person: true }, orderBy: { fromOn: 'asc' } },
            groundPathway: { include: { groundScopeGround: { include: { department: true } } } },
          },
        }),
      ),
  };
}

/** Reversible, and bound to its place like the real one. */
function seal(place: Place, text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(JSON.stringify({ place, text })), (byte) => byte ^ 0x5a);
}

function open(place: Place, sealed: Uint8Array): string {
  const found = JSON.parse(Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString()) as { place: Place; text: string };
  expect(found.place).toEqual(place);
  return found.text;
}

const department = (code: string, more: Partial<ImportedDepartment> = {}): ImportedDepartment => ({
  code,
  name: code,
  kind: 'other',
  parentCode: null,
  managerEmail: null,
  ...more,
});

const email = (name: string) => `${name.toLowerCase()}@by.example`;

const person = (
  n: number,
  name: string,
  departmentCode: string,
  more: Partial<ImportedPerson> = {},
): ImportedPerson => ({
  entraId: `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name,
  email: email(name),
  departmentCode,
  title: '',
  managerEmail: null,
  deputyEmail: null,
  profession: null,
  worksOn: [],
  hiredOn: null,
  leftOn: null,
  roles: [],
  locale: 'da',
  ...more,
});

const PATHWAY: ImportedPathway = {
  ref: 'BF-1',
  alias: 'A.K.',
  bornOn: asDay('2009-02-28'),
  departmentCode: 'SOC',
  leadEmail: email('Carla'),
  coLeadEmail: email('Nanna'),
  model: 'ballerup',
  startedOn: asDay('2026-09-07'),
  endedOn: null,
  teamEmails: [email('Bo'), email('Mette')],
  ground: { kind: 'written', departmentCodes: ['SOC', 'JOB'], notedOn: asDay('2026-09-07'), givenBy: 'custody-holder' },
  caseNumbers: [{ system: 'DUBU', value: '26-1' }],
};

/** Five people, three departments, one pathway. */
function small(more: Partial<ImportedOrganisation> = {}): ImportedOrganisation {
  return {
    departments: [
      department('LED', { managerEmail: email('Ulla'), kind: 'leadership' }),
      department('SOC', { parentCode: 'LED', kind: 'social' }),
      department('JOB', { parentCode: 'LED', kind: 'employment', managerEmail: email('Henrik') }),
    ],
    people: [
      person(1, 'Ulla', 'LED', { roles: ['director'] }),
      person(2, 'Carla', 'SOC', { deputyEmail: email('Nanna') }),
      person(3, 'Nanna', 'SOC', { deputyEmail: email('Carla') }),
      person(4, 'Bo', 'JOB', { managerEmail: email('Henrik'), worksOn: [1, 2] }),
      person(5, 'Henrik', 'JOB', { managerEmail: email('Ulla') }),
      person(6, 'Mette', 'SOC'),
    ],
    pathways: [PATHWAY],
    absences: null,
    closures: null,
    ...more,
  };
}

const withoutPerson = (name: string): Pick<ImportedOrganisation, 'people'> => ({
  people: small()
    .people.filter((one) => one.name !== name)
    .map((one) => ({ ...one, managerEmail: null, deputyEmail: null })),
});

const withPathway = (more: Partial<ImportedPathway>): Pick<ImportedOrganisation, 'pathways'> => ({
  pathways: [{ ...PATHWAY, ...more }],
});

/** Every row of the municipality but the list of its imports. */
async function everything(town: ReturnType<typeof municipality>): Promise<string> {
  const rows: Record<string, unknown> = {};
  await town.inside(async (tx) => {
    for (const table of Object.values(Prisma.ModelName)) {
      if (table === 'ImportRun') continue;
      const name = table.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase();
      rows[name] = await tx.$queryRawUnsafe(`select row_to_json(t)::text as row from ${name} t order by 1`);
    }
  });
  return JSON.stringify(rows, null, 1);
}

type NewObligation = {
  readonly owner: string;
  readonly role?: string;
  readonly paused?: boolean;
  readonly closed?: boolean;
};

/** Opens an obligation of pathway BF-1 by hand; returns its id. */
async function owes(town: ReturnType<typeof municipality>, o: NewObligation): Promise<string> {
  const id = randomUUID();
  const pathway = await town.pathway('BF-1');
  const owner = await town.person(o.owner);
  await town.inside((tx) =>
    tx.obligation.create({
      data: {
        tenantId: town.tenantId,
        id,
        kind: 'test',
        nature: 'duty',
        matterKind: 'pathway',
        matterId: pathway.id,
        pathwayId: pathway.id,
        round: 1,
        ownerRole: o.role ?? 'person',
        ownerId: owner.id,
        ownerKey: id,
        ladder: 'test',
        anchors: {},
        status: o.closed ? 'met' : 'open',
        openedAt: new Date('2026-11-20T09:00:00Z'),
        closedAt: o.closed ? new Date('2026-11-20T10:00:00Z') : null,
        pausedOn: o.paused ? dateFromDay(asDay('2026-11-20')) : null,
        nextAt: o.closed || o.paused ? null : new Date('2026-12-10T08:00:00Z'),
        nextIs: o.closed || o.paused ? null : 'do',
      },
    }),
  );
  return id;
}

async function obligation(town: ReturnType<typeof municipality>, id: string) {
  const found = await town.inside((tx) => tx.obligation.findFirstOrThrow({ where: { id }, include: { owner: true } }));
  return { owner: found.owner?.name ?? null, nextAt: found.nextAt?.toISOString() ?? null, nextIs: found.nextIs };
}

const audited = (town: ReturnType<typeof municipality>) =>
  town.inside((tx) => tx.auditRow.findMany({ where: { act: 'import' }, orderBy: { at: 'asc' } }));

describe('The first import', () => {
  it('of the demo municipality creates all of it', async () => {
    const town = municipality();
    const done = await importFolder({ ...town.options(), folder: DEMO, name: 'Tråby Kommune' });
    expect(done).toEqual({
      ok: true,
      report: {
        departments: 10,
        departmentsGone: [],
        people: { ...NOTHING, created: 48 },
        pathways: { created: 12, filled: 0, unchanged: 0 },
        absences: 10,
        closures: 6,
        orphans: 0,
        withoutLead: [],
        differences: [],
      } satisfies ImportReport,
    });
    const pathway = await town.pathway('BF-2026-0142');
    expect(pathway.lead?.name).toBe('Carla Holm');
    expect(pathway.teamSeatPathway.map((seat) => seat.person?.name)).toContain('Bo Lindgren');
    const bo = await town.person('Bo Lindgren');
    const soerine = await town.person('Sørine Dahl');
    expect(bo.managerId).toBe(soerine.id);
    const again = await importFolder({ ...town.options(), folder: DEMO });
    expect(again).toMatchObject({
      ok: true,
      report: { people: NOTHING, pathways: { created: 0, filled: 0, unchanged: 12 } },
    });
  });

  it('seals alias, birth date and case numbers, each bound to its row', async () => {
    const town = municipality();
    await town.imports(small());
    const pathway = await town.pathway('BF-1');
    expect(open({ table: 'pathway', column: 'alias_sealed', rowId: pathway.id }, pathway.aliasSealed)).toBe('A.K.');
    const bornOn = pathway.bornOnSealed ?? new Uint8Array();
    expect(open({ table: 'pathway', column: 'born_on_sealed', rowId: pathway.id }, bornOn)).toBe('2009-02-28');
    const [number] = pathway.caseNumberPathway;
    const place = { table: 'case_number', column: 'value_sealed', rowId: number?.id ?? '' };
    expect(open(place, number?.valueSealed ?? new Uint8Array())).toBe('26-1');
    expect(await everything(town)).not.toMatch(/A\.K\.|2009-02-28|26-1"/);
  });

  it('gives a pathway its team, the lead a period, and ends a consent of parents on the 18th birthday', async () => {
    const town = municipality();
    await town.imports(small());
    const pathway = await town.pathway('BF-1');
    expect(pathway.teamSeatPathway.map((seat) => seat.person?.name).sort()).toEqual(['Bo', 'Mette']);
    expect(pathway.leadPeriodPathway.map((one) => [one.person.name, dayFromDate(one.fromOn), one.untilOn])).toEqual([
      ['Carla', '2026-09-07', null],
    ]);
    const [ground] = pathway.groundPathway;
    expect(ground).toMatchObject({
      kind: 'written',
      givenBy: 'custody-holder',
      untilOn: dateFromDay(asDay('2027-02-28')),
    });
    expect(ground?.groundScopeGround.map((scope) => scope.department?.code).sort()).toEqual(['JOB', 'SOC']);
  });

  it('notes each pathway in the audit log, and the run as figures without names', async () => {
    const town = municipality();
    await town.imports(small());
    const { id } = await town.pathway('BF-1');
    expect(await audited(town)).toMatchObject([
      { actorId: null, matterKind: 'pathway', matterId: id, pathwayId: id, codes: ['created'] },
    ]);
    const runs = await town.inside((tx) => tx.importRun.findMany());
    expect(runs.map((run) => run.counts)).toEqual([
      {
        departments: 3,
        departmentsGone: 0,
        people: { ...NOTHING, created: 6 },
        pathways: { created: 1, filled: 0, unchanged: 0 },
        absences: null,
        closures: null,
        orphans: 0,
        withoutLead: 0,
        differences: 0,
      },
    ]);
  });

  it('names the municipality after its topmost department when nobody says its name', async () => {
    const town = municipality();
    await town.imports(small());
    expect(await town.inside((tx) => tx.tenant.findMany())).toMatchObject([{ tenantId: town.tenantId, name: 'LED' }]);
  });

  it('takes a pathway that has ended as ended, and a lead who has left as none', async () => {
    const town = municipality();
    const people = small().people.map((one) => (one.name === 'Carla' ? { ...one, leftOn: asDay('2026-11-23') } : one));
    const pathways = [PATHWAY, { ...PATHWAY, ref: 'BF-2', leadEmail: email('Bo'), endedOn: asDay('2026-10-01') }];
    const report = await town.imports(small({ people, pathways }));
    expect(report.withoutLead).toEqual(['BF-1']);
    expect(await town.pathway('BF-1')).toMatchObject({ leadId: null, status: 'open', leadPeriodPathway: [] });
    const ended = await town.pathway('BF-2');
    expect(ended.status).toBe('ended');
    expect([...ended.leadPeriodPathway, ...ended.teamSeatPathway].every((row) => row.untilOn !== null)).toBe(true);
  });
});

describe('The same files a second time', () => {
  it('change no row at all', async () => {
    const town = municipality();
    const organisation = small({
      absences: [{ email: email('Bo'), fromOn: asDay('2026-12-01'), toOn: asDay('2026-12-02') }],
      closures: [{ departmentCode: null, fromOn: asDay('2026-12-28'), toOn: asDay('2026-12-30') }],
    });
    await town.imports(organisation);
    await owes(town, { owner: 'Bo' });
    const before = await everything(town);
    town.itIs('2026-11-24');
    const report = await town.imports(organisation);
    expect(report).toMatchObject({
      people: NOTHING,
      pathways: { created: 0, filled: 0, unchanged: 1 },
      orphans: 0,
      differences: [],
    });
    expect(await everything(town)).toBe(before);
    expect(await town.inside((tx) => tx.importRun.count())).toBe(2);
  });
});

describe('The organisation follows the file', () => {
  it('in names, places, managers, deputies, roles and departments', async () => {
    const town = municipality();
    await town.imports(small());
    const changed = small({
      departments: [
        department('LED', { managerEmail: email('Ulla'), kind: 'leadership' }),
        department('SOC', {
          parentCode: 'LED',
          kind: 'health',
          name: 'Social og Sundhed',
          managerEmail: email('Carla'),
        }),
        department('NY', { parentCode: 'SOC', managerEmail: email('Nanna') }),
      ],
      people: small().people.map((one) => {
        if (one.name === 'Ulla') return { ...one, roles: ['administrator' as const] };
        if (one.departmentCode === 'JOB') return { ...one, departmentCode: 'NY', managerEmail: null };
        return one;
      }),
      pathways: [],
    });
    const report = await town.imports(changed);
    expect(report).toMatchObject({ people: { ...NOTHING, updated: 3 }, departmentsGone: ['JOB'] });
    const departments = await town.inside((tx) => tx.department.findMany({ include: { manager: true, parent: true } }));
    const lines = departments.map((one) => [one.code, one.name, one.kind, one.parent?.code, one.manager?.name]);
    expect(lines.sort()).toEqual([
      ['JOB', 'JOB', 'employment', 'LED', undefined],
      ['LED', 'LED', 'leadership', undefined, 'Ulla'],
      ['NY', 'NY', 'other', 'SOC', 'Nanna'],
      ['SOC', 'Social og Sundhed', 'health', 'LED', 'Carla'],
    ]);
    expect((await town.person('Bo')).managerId).toBeNull();
    const roles = await town.inside((tx) => tx.personRole.findMany());
    expect(roles.map((one) => one.role)).toEqual(['administrator']);
  });

  it('also when two people exchange their e-mails, and when a new account takes over an old one', async () => {
    const town = municipality();
    await town.imports(small());
    const exchanged: Record<string, string> = { Bo: email('Mette'), Mette: email('Bo') };
    const people = small().people.map((one) => ({ ...one, email: exchanged[one.name] ?? one.email }));
    await town.imports(small({ people }));
    expect((await town.person('Bo')).email).toBe(email('Mette'));
    const renewed = people.map((one) =>
      one.name === 'Bo' ? { ...one, ...person(99, 'Bo', 'JOB'), email: one.email } : one,
    );
    const report = await town.imports(small({ people: renewed }));
    expect(report.people).toEqual({ ...NOTHING, created: 1, left: 1 });
  });

  it('in absences and closures, while absences from the chat stay and a missing file changes nothing', async () => {
    const town = municipality();
    const december = (day: number) => asDay(`2026-12-${String(day).padStart(2, '0')}`);
    await town.imports(
      small({
        absences: [
          { email: email('Bo'), fromOn: december(1), toOn: december(2) },
          { email: email('Mette'), fromOn: december(3), toOn: december(3) },
        ],
        closures: [{ departmentCode: 'JOB', fromOn: december(10), toOn: december(10) }],
      }),
    );
    const bo = await town.person('Bo');
    await town.inside((tx) =>
      tx.absence.create({
        data: {
          tenantId: town.tenantId,
          id: randomUUID(),
          personId: bo.id,
          fromOn: dateFromDay(december(20)),
          toOn: dateFromDay(december(21)),
          source: 'chat',
        },
      }),
    );
    const [ofBo, ofMette, ofCarla] = [
      await owes(town, { owner: 'Bo' }),
      await owes(town, { owner: 'Mette' }),
      await owes(town, { owner: 'Carla' }),
    ];
    const days = () =>
      town.inside(async (tx) => [
        ...(await tx.absence.findMany({ orderBy: { fromOn: 'asc' } })).map(
          (one) => `${one.source} ${dayFromDate(one.fromOn)}`,
        ),
        ...(await tx.closure.findMany()).map((one) => `closed ${dayFromDate(one.fromOn)}`),
      ]);
    await town.imports(small());
    expect(await days()).toEqual(['import 2026-12-01', 'import 2026-12-03', 'chat 2026-12-20', 'closed 2026-12-10']);
    await town.imports(
      small({
        absences: [
          { email: email('Bo'), fromOn: december(1), toOn: december(2) },
          { email: email('Bo'), fromOn: december(1), toOn: december(2) },
        ],
        closures: [],
      }),
    );
    expect(await days()).toEqual(['import 2026-12-01', 'chat 2026-12-20']);
    // Bo's department opens again on a day it was closed, and Mette is back: what they owe is planned anew.
    const planned = { nextAt: '2026-11-23T09:00:00.000Z', nextIs: 'tell' };
    expect(await obligation(town, ofBo)).toMatchObject(planned);
    expect(await obligation(town, ofMette)).toMatchObject(planned);
    expect(await obligation(town, ofCarla)).toMatchObject({ nextAt: '2026-12-10T08:00:00.000Z', nextIs: 'do' });
  });
});

describe('What somebody owes is planned anew', () => {
  const planned = { nextAt: '2026-11-23T09:00:00.000Z', nextIs: 'tell' };
  const asBefore = { nextAt: '2026-12-10T08:00:00.000Z', nextIs: 'do' };
  const people = small().people;
  const departments = small().departments;
  it.each<{ what: string; more: Partial<ImportedOrganisation> }>([
    {
      what: 'they report to another',
      more: { people: people.map((one) => (one.name === 'Bo' ? { ...one, managerEmail: email('Ulla') } : one)) },
    },
    {
      what: 'their leader is away on other days',
      more: { absences: [{ email: email('Henrik'), fromOn: asDay('2026-12-07'), toOn: asDay('2026-12-08') }] },
    },
    {
      what: 'their leader has another deputy',
      more: { people: people.map((one) => (one.name === 'Henrik' ? { ...one, deputyEmail: email('Mette') } : one)) },
    },
    {
      what: 'their department has another manager',
      more: {
        departments: departments.map((one) => (one.code === 'JOB' ? { ...one, managerEmail: email('Ulla') } : one)),
      },
    },
  ])('when $what, and nobody else’s is', async ({ more }) => {
    const town = municipality();
    await town.imports(small());
    const [ofBo, ofCarla] = [await owes(town, { owner: 'Bo' }), await owes(town, { owner: 'Carla' })];
    await town.imports(small());
    expect(await obligation(town, ofBo)).toMatchObject(asBefore);
    await town.imports(small(more));
    expect(await obligation(town, ofBo)).toMatchObject(planned);
    expect(await obligation(town, ofCarla)).toMatchObject(asBefore);
  });
});

describe('Who is gone from the file has left', () => {
  it('and what they owed stands without an owner, to be planned again', async () => {
    const town = municipality();
    await town.imports(small());
    const owed = await owes(town, { owner: 'Bo' });
    const paused = await owes(town, { owner: 'Bo', paused: true });
    const closed = await owes(town, { owner: 'Bo', closed: true });
    const other = await owes(town, { owner: 'Mette' });
    const report = await town.imports(
      small({ ...withoutPerson('Bo'), ...withPathway({ teamEmails: [email('Mette')] }) }),
    );
    expect(report.people).toMatchObject({ left: 1, created: 0 });
    expect(report.orphans).toBe(2);
    expect(dayFromDate((await town.person('Bo')).leftOn ?? new Date(Number.NaN))).toBe('2026-11-23');
    expect(await obligation(town, owed)).toEqual({ owner: null, nextAt: '2026-11-23T09:00:00.000Z', nextIs: 'tell' });
    expect(await obligation(town, paused)).toEqual({ owner: null, nextAt: null, nextIs: null });
    expect(await obligation(town, closed)).toEqual({ owner: 'Bo', nextAt: null, nextIs: null });
    expect(await obligation(town, other)).toMatchObject({ owner: 'Mette', nextIs: 'do' });
    expect(report.differences).toEqual([]);
  });

  it('once: a later import counts neither them nor what they owed again, and keeps the day', async () => {
    const town = municipality();
    await town.imports(small());
    await owes(town, { owner: 'Bo' });
    const gone = small({ ...withoutPerson('Bo'), ...withPathway({ teamEmails: [] }) });
    await town.imports(gone);
    town.itIs('2026-11-30');
    expect(await town.imports(gone)).toMatchObject({ people: NOTHING, orphans: 0 });
    expect(dayFromDate((await town.person('Bo')).leftOn ?? new Date(Number.NaN))).toBe('2026-11-23');
  });

  it('and so has whoever is past the day on which the file says they leave', async () => {
    const town = municipality();
    const leaving = small().people.map((one) => (one.name === 'Bo' ? { ...one, leftOn: asDay('2026-12-01') } : one));
    await town.imports(small({ people: leaving }));
    const owed = await owes(town, { owner: 'Bo' });
    town.itIs('2026-11-30');
    expect((await town.imports(small({ people: leaving }))).orphans).toBe(0);
    town.itIs('2026-12-01');
    expect((await town.imports(small({ people: leaving }))).orphans).toBe(1);
    expect((await obligation(town, owed)).owner).toBeNull();
  });

  it('and is there again when the file has them again', async () => {
    const town = municipality();
    await town.imports(small());
    await town.imports(small({ ...withoutPerson('Bo'), ...withPathway({ teamEmails: [] }) }));
    const report = await town.imports(small());
    expect(report.people).toMatchObject({ returned: 1, created: 0 });
    expect((await town.person('Bo')).leftOn).toBeNull();
    expect(report.differences).toEqual([]);
  });

  it('and a pathway keeps such a lead until the file names another, who takes over what is open', async () => {
    const town = municipality();
    await town.imports(small());
    const ofLead = await owes(town, { owner: 'Carla', role: 'lead' });
    const ofCarla = await owes(town, { owner: 'Carla' });
    const gone = { ...withoutPerson('Carla') };
    const report = await town.imports(small({ ...gone, ...withPathway({ leadEmail: null }) }));
    expect(report).toMatchObject({ orphans: 2, withoutLead: ['BF-1'] });
    expect((await town.pathway('BF-1')).lead?.name).toBe('Carla');
    town.itIs('2026-11-24');
    const filled = await town.imports(
      small({ ...gone, ...withPathway({ leadEmail: email('Mette'), teamEmails: [email('Bo')] }) }),
    );
    expect(filled).toMatchObject({ pathways: { filled: 1 }, withoutLead: [], orphans: 0 });
    const pathway = await town.pathway('BF-1');
    expect(pathway.leadPeriodPathway.map((one) => [one.person.name, one.untilOn && dayFromDate(one.untilOn)])).toEqual([
      ['Carla', '2026-11-24'],
      ['Mette', null],
    ]);
    expect(await obligation(town, ofLead)).toMatchObject({ owner: 'Mette', nextIs: 'tell' });
    expect(await obligation(town, ofCarla)).toMatchObject({ owner: null });
    expect((await audited(town)).at(-1)?.codes).toEqual(['lead']);
  });
});

describe('A pathway that is there already', () => {
  it('has its blanks filled from the file', async () => {
    const town = municipality();
    const bare = withPathway({
      bornOn: null,
      leadEmail: null,
      coLeadEmail: null,
      teamEmails: [],
      caseNumbers: [],
      ground: { kind: 'oral', departmentCodes: ['SOC'], notedOn: asDay('2026-09-08'), givenBy: 'custody-holder' },
    });
    await town.imports(small(bare));
    const report = await town.imports(small());
    expect(report.pathways).toEqual({ created: 0, filled: 1, unchanged: 0 });
    expect(report.differences).toEqual([]);
    const pathway = await town.pathway('BF-1');
    expect(pathway).toMatchObject({ lead: { name: 'Carla' }, coLead: { name: 'Nanna' }, version: 2 });
    expect(pathway.teamSeatPathway).toHaveLength(2);
    expect(pathway.caseNumberPathway).toHaveLength(1);
    const grounds = pathway.groundPathway.map((one) => [
      one.kind,
      one.untilOn && dayFromDate(one.untilOn),
      ...one.groundScopeGround.map((scope) => scope.department?.code),
    ]);
    expect(grounds.sort()).toEqual([
      ['oral', '2027-02-28', 'SOC'],
      ['written', '2027-02-28', 'JOB'],
    ]);
    expect((await audited(town)).at(-1)?.codes).toEqual([
      'lead',
      'co-lead',
      'born-on',
      'team',
      'ground',
      'case-number',
    ]);
  });

  it('is left as it is where the file says something else, and that is told', async () => {
    const town = municipality();
    await town.imports(small());
    const before = await everything(town);
    const report = await town.imports(
      small(
        withPathway({
          alias: 'Birk',
          bornOn: asDay('2009-03-01'),
          departmentCode: 'JOB',
          leadEmail: email('Henrik'),
          coLeadEmail: email('Ulla'),
          model: 'tfa',
          startedOn: asDay('2026-09-08'),
          endedOn: asDay('2026-11-01'),
          teamEmails: [email('Bo')],
          ground: { kind: 'written', departmentCodes: ['SOC'], notedOn: asDay('2026-09-07'), givenBy: 'citizen' },
          caseNumbers: [{ system: 'DUBU', value: '26-2' }],
        }),
      ),
    );
    expect(report.pathways).toEqual({ created: 0, filled: 0, unchanged: 1 });
    expect(report.differences.map((one) => one.field).sort()).toEqual([
      'alias',
      'birth_date',
      'case_numbers',
      'co_lead_email',
      'consent_departments',
      'department',
      'ended_on',
      'lead_email',
      'model',
      'started_on',
      'team_emails',
    ]);
    expect(new Set(report.differences.map((one) => one.ref))).toEqual(new Set(['BF-1']));
    expect(await everything(town)).toBe(before);
  });

  it('is known by its reference in capitals and in small letters', async () => {
    const town = municipality();
    await town.imports(small());
    const report = await town.imports(small(withPathway({ ref: 'bf-1' })));
    expect(report.pathways).toEqual({ created: 0, filled: 0, unchanged: 1 });
  });

  it('does not get back a member who was taken out, or a consent that was withdrawn', async () => {
    const town = municipality();
    await town.imports(small());
    await town.inside(async (tx) => {
      const bo = await tx.person.findFirstOrThrow({ where: { name: 'Bo' } });
      await tx.teamSeat.updateMany({ where: { personId: bo.id }, data: { untilOn: dateFromDay(asDay('2026-11-01')) } });
      await tx.ground.updateMany({ data: { withdrawnAt: new Date('2026-11-02T10:00:00Z') } });
    });
    const before = await everything(town);
    const report = await town.imports(small());
    expect(report.differences.map((one) => one.field)).toEqual(['team_emails', 'consent_departments']);
    expect(await everything(town)).toBe(before);
  });

  it('is told of when the consent of parents that its file names ends on the 18th birthday', async () => {
    const town = municipality();
    const files = small(withPathway({ bornOn: asDay('2008-11-24') }));
    await town.imports(files);
    expect((await town.imports(files)).differences).toEqual([]);
    town.itIs('2026-11-24');
    expect((await town.imports(files)).differences).toEqual([{ ref: 'BF-1', field: 'consent_departments' }]);
  });

  it('is left alone once it has ended, since what it lacks may have been erased', async () => {
    const town = municipality();
    await town.imports(small());
    await town.inside((tx) =>
      tx.pathway.updateMany({
        data: {
          status: 'ended',
          endedOn: dateFromDay(asDay('2026-11-01')),
          bornOnSealed: null,
          aliasSealed: new Uint8Array(),
        },
      }),
    );
    const before = await everything(town);
    expect(await town.imports(small())).toMatchObject({ pathways: { unchanged: 1 }, differences: [] });
    expect(await everything(town)).toBe(before);
  });
});

describe('All or nothing', () => {
  it('a fault in one file keeps everything out', async () => {
    const town = municipality();
    const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-import-'));
    try {
      cpSync(DEMO, folder, { recursive: true });
      const file = path.join(folder, 'pathways.csv');
      writeFileSync(file, readFileSync(file, 'utf8').replace('familieplan', 'familieplann'));
      const done = await importFolder({ ...town.options(), folder });
      expect(done).toMatchObject({ ok: false, faults: [{ file: 'pathways.csv', line: 13, column: 'model' }] });
      expect(await town.inside((tx) => tx.tenant.count())).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('a folder that is not there is told, file by file', async () => {
    const town = municipality();
    const done = await importFolder({ ...town.options(), folder: path.join(tmpdir(), randomUUID()) });
    expect(done.ok ? [] : done.faults.map((fault) => fault.file)).toEqual([
      'departments.csv',
      'people.csv',
      'pathways.csv',
    ]);
  });

  it('a failure on the way undoes what came before it', async () => {
    const town = municipality();
    await town.imports(small());
    const before = await everything(town);
    const failing = importOrganisation({
      ...town.options(),
      seal: () => {
        throw new Error('no key');
      },
      organisation: small({ ...withoutPerson('Bo'), pathways: [{ ...PATHWAY, ref: 'BF-2', teamEmails: [] }] }),
    });
    await expect(failing).rejects.toThrow('no key');
    expect(await everything(town)).toBe(before);
    expect(await town.inside((tx) => tx.importRun.count())).toBe(1);
  });
});

describe('Municipalities on one installation', () => {
  it('see nothing of each other, though their files are the same', async () => {
    const [one, other, empty] = [municipality(), municipality(), municipality()];
    await one.imports(small());
    const before = await everything(one);
    expect((await other.imports(small())).people.created).toBe(6);
    await other.imports(small({ ...withoutPerson('Bo'), ...withPathway({ teamEmails: [] }) }));
    expect(await everything(one)).toBe(before);
    expect(JSON.parse(await everything(empty))).toMatchObject({ person: [], pathway: [], tenant: [], audit_row: [] });
  });

  it('and imports of the same one at once wait for each other', async () => {
    const town = municipality();
    await town.imports(small());
    const grown = small({ people: [...small().people, person(7, 'Sofie', 'JOB')] });
    const reports = await Promise.all([1, 2, 3, 4].map(() => town.imports(grown)));
    const created = reports.map((report) => report.people.created).sort();
    expect(created).toEqual([0, 0, 0, 1]);
  });
});
