import { drawRows, drawSample } from '../../bot/audit/draw-sample';
import { listSamples } from '../../bot/audit/list-samples';
import { whoLooked } from '../../bot/audit/who-looked';
import { asDay } from '../../bot/time/day';
import { actInWords } from '../../content/words/acts';
import { words } from '../../content/words/words';
import { besideInput, cardWith, choicesOf, closeInOrder, inputsOf, personIds, REF } from '../support/meeting-steps';
import { openTown, TENANT, type Town, textOf } from '../support/town';

const da = words('da');
const w = da.auditSample;
const HELLE = { every: '1w', rows: 30, responsible: 'Helle@by.example' };

describe('the routine sample of the audit log', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', auditSample: HELLE });
    idOf = await personIds(town);
    for (const name of ['Carla', 'Bo', 'Dorthe', 'Bo']) await town.says(name, `forløb ${REF}`);
    // Bo was of the team when he looked, and is not any more.
    await town.inside(({ tx, tenantId }) =>
      tx.teamSeat.updateMany({
        where: { tenantId, personId: idOf('Bo'), pathway: { ref: REF } },
        data: { untilOn: new Date('2026-03-13') },
      }),
    );
  }, 120_000);
  afterAll(() => closeInOrder(town));

  const draw = async () => {
    const drawn = await drawSample(town.house, TENANT);
    await town.settle();
    return drawn;
  };
  const samples = () =>
    town.inside(({ tx, tenantId }) =>
      tx.auditSample.findMany({
        where: { tenantId },
        include: { auditSampleRowSample: { include: { auditRow: true } }, auditSampleSignOff: true },
        orderBy: { n: 'asc' },
      }),
    );
  const owed = () =>
    town.inside(({ tx, tenantId }) =>
      tx.obligation.findMany({ where: { tenantId, kind: 'audit-sample' }, orderBy: { openedAt: 'asc' } }),
    );
  const newest = async () => (await samples()).at(-1)?.id ?? '';
  const acts = async () =>
    (await town.inside(({ tx }) => tx.auditRow.findMany({ orderBy: { id: 'asc' } }))).map((row) => row.act);
  const responsible = (email: string | null) => {
    // The policy is read at the start: another one is another start of the house.
    Object.assign(town.house.municipality(TENANT).policy, {
      auditSample: email === null ? null : { ...HELLE, responsible: email },
    });
  };
  const openCard = (name: string) => cardWith(town, name, w.sign);

  test('is not drawn while the first interval runs, nor outside working time', async () => {
    await town.until('2026-03-18T09:00');
    expect(await draw()).toBeUndefined();
    await town.until('2026-03-19T07:30');
    expect(await draw()).toBeUndefined();
    expect(await samples()).toEqual([]);
  });

  test('is drawn once when it has passed, by however many at once, from the acts of that interval', async () => {
    await town.until('2026-03-19T09:00');
    await town.says('Carla', `forløb ${REF}`);
    const drawn = await Promise.all([1, 2, 3].map(() => drawSample(town.house, TENANT)));
    expect(drawn.filter((id) => id !== undefined)).toHaveLength(1);
    await town.settle();
    const [one, ...more] = await samples();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ n: 1, responsibleId: idOf('Helle') });
    expect([one?.fromOn, one?.toOn]).toEqual([new Date('2026-03-12'), new Date('2026-03-18')]);
    // Carla's of today belongs to the next.
    const rows = one?.auditSampleRowSample.map(({ n, auditRow }) => [n, auditRow.actorId, auditRow.act]);
    expect(rows?.sort()).toEqual(
      ['Carla', 'Bo', 'Dorthe', 'Bo'].map((name, at) => [at + 1, idOf(name), 'pathway.see']),
    );
    expect(await owed()).toMatchObject([{ ownerId: idOf('Helle'), dueOn: new Date('2026-04-07'), status: 'open' }]);
    expect((await acts()).filter((act) => act.startsWith('audit.'))).toEqual(['audit.sample-draw', 'audit.sample-see']);
    expect(await draw()).toBeUndefined();
  });

  test('shows who did what when, and of the pathway its reference only', async () => {
    const { card } = openCard('Helle');
    const told = choicesOf(card, 'closer');
    expect(told).toHaveLength(4);
    expect(told[0]).toBe(
      `torsdag den 12. marts kl. 9 · Carla Holm, Socialrådgiver: ${actInWords('pathway.see', 'da')} · ${REF}`,
    );
    expect(told.map((text) => text.includes(w.outside))).toEqual([false, true, false, true]);
    expect(textOf(openCard('Helle'))).toContain(w.text(4, '2026-03-12', '2026-03-18'));
    for (const secret of ['A.K.', 'pathway.see', 'audit_']) expect(JSON.stringify(card)).not.toContain(secret);
    // Whoever asks who looked at the pathway is told of this as well.
    const looked = await town.inside((unit) => whoLooked(unit, REF));
    expect(looked?.at(-1)).toMatchObject({ name: 'Helle Marcus', act: 'audit.sample-see' });
  });

  test('stands among what waits, and opens from there', async () => {
    await town.says('Helle', 'venter');
    expect(town.lastCard('Helle')).toContain(da.lines.auditSample('2026-04-07'));
    await town.presses('Helle', 'audit.sample-open', {}, { force: true, data: { sample: await newest() } });
    expect(town.lastCard('Helle')).toContain(w.sign);
  });

  test('is nothing to anybody else, the administrator of another policy included', async () => {
    const data = { sample: await newest() };
    const before = (await acts()).length;
    for (const name of ['Bo', 'Dora', 'Dorthe'])
      for (const verb of ['audit.sample-open', 'audit.sample-sign'])
        expect((await town.presses(name, verb, {}, { force: true, data })).text).toBe(da.turn.notFound);
    expect((await acts()).length).toBe(before);
    expect((await samples())[0]?.auditSampleSignOff).toBeNull();
  });

  test('needs a word where something is ticked, and keeps what was typed', async () => {
    await town.presses('Helle', 'audit.sample-sign', { closer: '2,4', note: ' ' });
    const { card } = openCard('Helle');
    expect(besideInput(card, 'note')).toContain(da.refusals['sample-note']);
    expect(inputsOf(card).closer).toBe('2,4');
    await town.presses('Helle', 'audit.sample-sign', { closer: '2', note: 'Spørg om 010190-1234' });
    expect(textOf(openCard('Helle'))).toContain(da.refusals.cpr);
    const data = { sample: await newest(), closer: '9', note: 'Findes ikke' };
    await town.presses('Helle', 'audit.sample-sign', {}, { force: true, data });
    expect((await samples())[0]?.auditSampleSignOff).toBeNull();
  });

  test('is signed off once; the same card shows the outcome, and a second press changes nothing and says so', async () => {
    const note = 'Lise spørger Bo, hvorfor';
    const sealed = () => town.inside(({ tx }) => tx.auditSampleSignOff.findMany());
    await town.presses('Helle', 'audit.sample-sign', { closer: '4,2,2', note }, { copies: 2 });
    expect(await sealed()).toMatchObject([{ byId: idOf('Helle'), closer: [2, 4], own: [] }]);
    expect(Buffer.from((await sealed())[0]?.noteSealed ?? []).toString()).not.toContain('Lise');
    expect(await owed()).toMatchObject([{ status: 'met', closedById: idOf('Helle'), closedBecause: 'signed' }]);
    const said = textOf(cardWith(town, 'Helle', w.title.signed));
    for (const text of ['Helle Marcus', w.looked(4), w.some(2), note]) expect(said).toContain(text);
    expect(said).not.toContain(w.sign);
    const data = { sample: await newest(), closer: '', note: '' };
    const again = await town.presses('Helle', 'audit.sample-sign', {}, { force: true, data });
    expect(JSON.stringify(again)).toContain(da.refusals['sample-signed']);
    expect(await sealed()).toMatchObject([{ closer: [2, 4] }]);
    expect((await acts()).filter((act) => act === 'audit.sample-sign')).toHaveLength(1);
    await expect(
      town.inside(({ tx }) => tx.$executeRaw`update audit_sample_sign_off set closer = '{}'`),
    ).rejects.toThrow(/permission denied/);
  });

  test('without acts of others there is none, and the next interval counts', async () => {
    // Carla's look on the 19th is the only act of the second week; the third has none but the responsible's own.
    await town.until('2026-03-26T09:00');
    const second = await draw();
    expect((await samples()).at(-1)).toMatchObject({ id: second, n: 2, auditSampleRowSample: [{ n: 1 }] });
    await town.presses('Helle', 'audit.sample-sign', {}, { force: true, data: { sample: second ?? '', note: '' } });
    const { id: pathwayId } = await town.inside(({ tx }) => tx.pathway.findFirstOrThrow({ where: { ref: REF } }));
    await town.inside(async (unit) =>
      unit.audit({ act: 'pathway.see', actorId: idOf('Helle'), matterKind: 'pathway', matterId: pathwayId, pathwayId }),
    );
    await town.until('2026-04-07T09:00');
    expect(await draw()).toBeUndefined();
    for (const name of ['Carla', 'Dorthe']) await town.says(name, `forløb ${REF}`);
    await town.until('2026-04-09T09:00');
    expect(await draw()).toBeDefined();
    expect((await samples()).at(-1)).toMatchObject({
      fromOn: new Date('2026-03-26'),
      toOn: new Date('2026-04-08'),
      auditSampleRowSample: [{ n: 1 }, { n: 2 }],
    });
  });

  test('late, the manager of the responsible is told, and the list says so', async () => {
    const due = (await owed()).at(-1)?.dueOn?.toISOString().slice(0, 10) ?? '';
    expect(due).toBe('2026-04-23');
    expect((await town.inside(listSamples)).map((one) => one.overdue)).toEqual([false, false, false]);
    await town.until('2026-04-30T09:00');
    expect(town.reads('Dora').join(' ')).toContain(da.lines.auditSampleUpward('Helle Marcus', due));
    const listed = await town.inside(listSamples);
    expect(listed.map((one) => [one.rows, one.signed?.by ?? null, one.signed?.closer ?? null, one.overdue])).toEqual([
      [4, 'Helle Marcus', 2, false],
      [1, 'Helle Marcus', 0, false],
      [2, null, null, true],
    ]);
    await town.says('Dora', 'overblik');
    expect(town.lastCard('Dora')).toContain(da.owed['audit-sample']);
    await town.says('Helle', 'status');
    expect(town.lastCard('Helle')).toContain(da.sampleStatus.late(1));
  });

  test('passes to whoever the policy names now, who does not look into their own acts', async () => {
    responsible('dorthe@by.example');
    await draw();
    expect((await owed()).filter((one) => one.closedAt === null).map((one) => one.ownerId)).toEqual(
      (await samples()).filter((one) => one.auditSampleSignOff === null).map(() => idOf('Dorthe')),
    );
    const data = { sample: (await samples())[2]?.id ?? '' };
    await town.presses('Dorthe', 'audit.sample-open', {}, { force: true, data });
    const { card } = openCard('Dorthe');
    expect(choicesOf(card, 'closer').map((text) => text.includes('Carla Holm'))).toEqual([true]);
    expect(textOf(openCard('Dorthe'))).toContain(w.own(1));
    const given = { ...data, closer: '', note: '' };
    const helle = await town.presses('Helle', 'audit.sample-sign', {}, { force: true, data: given });
    expect(helle.text).toBe(da.turn.notFound);
    // Their own is not theirs to tick, nor counted as looked through.
    await town.presses(
      'Dorthe',
      'audit.sample-sign',
      {},
      { force: true, data: { ...given, closer: '2', note: 'Min' } },
    );
    expect((await samples())[2]?.auditSampleSignOff).toBeNull();
    await town.presses('Dorthe', 'audit.sample-sign', {}, { force: true, data: given });
    expect((await samples())[2]?.auditSampleSignOff).toMatchObject({ byId: idOf('Dorthe'), own: [2] });
    expect(textOf(cardWith(town, 'Dorthe', w.title.signed))).toContain(w.ownLeft(1));
  });

  test('with a responsible whom nobody knows none is drawn, and the administrator is told', async () => {
    responsible('nobody@by.example');
    const before = (await samples()).length;
    await town.says('Carla', `forløb ${REF}`);
    await town.until('2026-05-20T09:00');
    expect(await draw()).toBeUndefined();
    expect(await samples()).toHaveLength(before);
    await town.says('Helle', 'status');
    expect(town.lastCard('Helle')).toContain(da.sampleStatus.nobody);
    responsible('helle@by.example');
    expect(await draw()).toBeDefined();
  });

  test('every act is as likely as any other', async () => {
    const period = { fromOn: asDay('2026-03-12'), toOn: asDay('2026-05-20') };
    const counts = new Map<string, number>();
    let all = 0;
    await town.inside(async (unit) => {
      all = (await drawRows(unit, period, { most: 30, except: idOf('Helle') })).length;
      for (let times = 0; times < 300; times += 1)
        for (const id of await drawRows(unit, period, { most: 2, except: idOf('Helle') }))
          counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    // 600 places among so many acts: five standard deviations are never seen.
    const mean = 600 / all;
    expect(counts.size).toBe(all);
    for (const count of counts.values()) expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean));
  });
});
