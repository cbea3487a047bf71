import { openDatabase } from '../../bot/db/open';
import { type House, inTenant, type Unit } from '../../bot/db/unit';
import { type Organisation, organisation } from '../../bot/people/organisation';
import { asDay, dateFromDay } from '../../bot/time/day';
import { personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

describe('the organisation that a process keeps', () => {
  let town: Town;
  /** Another process of the same house: a client of its own, and so an organisation of its own. */
  let other: House;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    other = { ...town.house, prisma: await openDatabase(town.database.appUrl, { connections: 4 }) };
    idOf = await personIds(town);
  });
  afterAll(async () => {
    await other.prisma.$disconnect();
    await town.close();
  });
  const elsewhere = <T>(work: (unit: Unit) => Promise<T>) => inTenant(other, TENANT, work);
  const seenHere = (): Promise<Organisation> => town.inside(organisation);

  test('is read once, for as long as nothing changes', async () => {
    expect(await seenHere()).toBe(await seenHere());
    expect(await elsewhere(organisation)).not.toBe(await seenHere());
  });

  test('is not read anew because somebody is greeted', async () => {
    const before = await seenHere();
    await elsewhere(({ tx, tenantId }) =>
      tx.person.updateMany({ where: { tenantId, id: idOf('Bo') }, data: { greetedAt: new Date() } }),
    );
    expect(await seenHere()).toBe(before);
  });

  const day = (text: string) => dateFromDay(asDay(text));
  const CHANGES: readonly {
    readonly what: string;
    readonly change: (unit: Unit) => Promise<unknown>;
    readonly shows: (org: Organisation) => unknown;
    readonly after: unknown;
  }[] = [
    {
      what: 'another manager of a department',
      change: ({ tx, tenantId }) =>
        tx.department.updateMany({ where: { tenantId, code: 'JOB' }, data: { managerId: idOf('Dora') } }),
      shows: (org) => [...org.departments.values()].find(({ code }) => code === 'JOB')?.managerId === idOf('Dora'),
      after: true,
    },
    {
      what: 'somebody’s last day',
      change: ({ tx, tenantId }) =>
        tx.person.updateMany({ where: { tenantId, id: idOf('Kasper') }, data: { leftOn: day('2026-03-01') } }),
      shows: (org) => org.isHere(idOf('Kasper')),
      after: false,
    },
    {
      what: 'a change by a statement of one’s own',
      change: ({ tx }) =>
        tx.$executeRaw`update person set deputy_id = ${idOf('Bo')}::uuid where id = ${idOf('Henrik')}::uuid`,
      shows: (org) => org.people.get(idOf('Henrik'))?.deputyId,
      after: undefined,
    },
    {
      what: 'a role given',
      change: ({ tx, tenantId, house }) =>
        tx.personRole.create({ data: { tenantId, id: house.newId(), personId: idOf('Bo'), role: 'onboarding_lead' } }),
      shows: (org) => org.hasRole(idOf('Bo'), 'onboarding_lead'),
      after: true,
    },
    {
      what: 'a role taken',
      change: ({ tx, tenantId }) => tx.personRole.deleteMany({ where: { tenantId, personId: idOf('Bo') } }),
      shows: (org) => org.hasRole(idOf('Bo'), 'onboarding_lead'),
      after: false,
    },
    {
      what: 'an absence',
      change: ({ tx, tenantId, house }) =>
        tx.absence.create({
          data: {
            tenantId,
            id: house.newId(),
            personId: idOf('Mette'),
            fromOn: day('2026-03-12'),
            toOn: day('2026-03-13'),
            source: 'test',
          },
        }),
      shows: (org) => org.isAwayOn(idOf('Mette'), asDay('2026-03-12')),
      after: true,
    },
    {
      what: 'an absence taken back',
      change: ({ tx, tenantId }) => tx.absence.deleteMany({ where: { tenantId, personId: idOf('Mette') } }),
      shows: (org) => org.isAwayOn(idOf('Mette'), asDay('2026-03-12')),
      after: false,
    },
    {
      what: 'a closing day of the house',
      change: ({ tx, tenantId, house }) =>
        tx.closure.create({
          data: { tenantId, id: house.newId(), departmentId: null, fromOn: day('2026-03-16'), toOn: day('2026-03-16') },
        }),
      shows: (org) => org.house.isWorkingDay(asDay('2026-03-16')),
      after: false,
    },
  ];

  test.each(CHANGES)('$what, written by another process, is seen by the next unit of this one', async (row) => {
    const before = row.shows(await seenHere());
    expect(before).toEqual(row.shows(await elsewhere(organisation)));
    await elsewhere(row.change);
    const after = row.after ?? idOf('Bo');
    expect(before).not.toEqual(after);
    expect(row.shows(await seenHere())).toEqual(after);
    expect(row.shows(await elsewhere(organisation))).toEqual(after);
  });

  test('is not kept as a unit saw it that was rolled back', async () => {
    const titleOf = (org: Organisation) => org.people.get(idOf('Bo'))?.title;
    const rename = (title: string) => (unit: Unit) =>
      unit.tx.person.updateMany({ where: { tenantId: TENANT, id: idOf('Bo') }, data: { title } });
    await town.inside(rename('Konsulent'));
    const undone = town.inside(async (unit) => {
      await rename('Fuldmægtig')(unit);
      expect(titleOf(await organisation(unit))).toBe('Fuldmægtig');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(titleOf(await seenHere())).toBe('Konsulent');
    await elsewhere(rename('Specialist'));
    expect(titleOf(await seenHere())).toBe('Specialist');
  });

  test('is never older than what was committed before the unit began, whoever reads and writes meanwhile', async () => {
    const idle = { over: false };
    const reading = Promise.all(
      [town.house, town.house, other].map(async (house) => {
        for (let n = 0; n < 2_000 && !idle.over; n += 1) await inTenant(house, TENANT, organisation);
      }),
    );
    const wrong: string[] = [];
    for (let n = 0; n < 25; n += 1) {
      const title = `Konsulent ${n}`;
      const [writer, reader] = n % 2 === 0 ? [town.house, other] : [other, town.house];
      await inTenant(writer, TENANT, ({ tx }) =>
        tx.person.updateMany({ where: { tenantId: TENANT, id: idOf('Bo') }, data: { title } }),
      );
      const seen = (await inTenant(reader, TENANT, organisation)).people.get(idOf('Bo'))?.title;
      if (seen !== title) wrong.push(`${title}: ${seen}`);
    }
    idle.over = true;
    await reading;
    expect(wrong).toEqual([]);
  });

  test('knows the next day that somebody is away from then on', async () => {
    await elsewhere(({ tx, tenantId, house }) =>
      tx.absence.create({
        data: {
          tenantId,
          id: house.newId(),
          personId: idOf('Jonas'),
          fromOn: day('2026-03-13'),
          toOn: day('2026-03-13'),
          source: 'test',
        },
      }),
    );
    expect((await seenHere()).awayUntil(idOf('Jonas'))).toBeUndefined();
    await town.moveOnly('2026-03-13T09:00');
    expect((await seenHere()).awayUntil(idOf('Jonas'))).toBe('2026-03-14');
  });
});
