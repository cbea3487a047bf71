import { rmSync } from 'node:fs';
import { askForDialogue } from '../../bot/intakes/propose';
import type { Mail } from '../../bot/messages/port';
import { words } from '../../content/words/words';
import {
  callAll,
  folderWith,
  type Hire,
  openClass,
  openSchool,
  type School,
  seatsByName,
} from '../support/intake-steps';
import { besideInput, cardWith, choicesOf, inputsOf } from '../support/meeting-steps';
import { TENANT, textOf } from '../support/town';

const da = words('da');
const w = da.intakes;

const hire = (n: number, department: string): Hire => ({
  name: `Ny0${n} Kollega`,
  department,
  hiredOn: `2026-01-0${n}`,
});
const NEWS = [hire(1, 'SOC'), hire(2, 'SOC'), hire(3, 'SOC'), hire(4, 'JOB'), hire(5, 'JOB'), hire(6, 'FAM')];
const FOUR = { title: 'Empowerment', seats: '4' };

describe('a class, from the form to the last day', () => {
  let town: School;
  let intake: string;
  const mails: Mail[] = [];
  beforeAll(async () => {
    town = await openSchool(NEWS, {
      at: '2026-03-12T09:00',
      mail: {
        send: async (mail) => {
          mails.push(mail);
          return { kind: 'sent', activityId: 'mail' };
        },
      },
    });
  }, 120_000);
  afterAll(() => town.close());

  const seat = async (name: string) => {
    const found = (await seatsByName(town, intake)).get(name);
    if (!found) throw new Error(`${name} has no seat`);
    return found;
  };
  const statuses = async () =>
    Object.fromEntries([...(await seatsByName(town, intake))].map(([name, one]) => [name, one.status]));
  const press = async (name: string, verb: string) => {
    const { id, version } = await seat(name);
    return town.presses(
      name,
      `intake.seat-${verb}`,
      {},
      { force: true, copies: 2, data: { seat: id, version: String(version) } },
    );
  };
  const days = () =>
    town.inside(({ tx, tenantId }) =>
      tx.intakeDay.findMany({ where: { tenantId, intakeId: intake }, orderBy: { n: 'asc' } }),
    );
  const owed = (kind: string) =>
    town.inside(({ tx, tenantId }) =>
      tx.obligation.findMany({ where: { tenantId, kind }, orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] }),
    );
  const told = () =>
    town.inside(({ tx, tenantId }) =>
      tx.message.findMany({
        where: { tenantId, channel: 'teams', class: { not: 'answer' } },
        orderBy: { id: 'asc' },
        select: { kind: true, personId: true },
      }),
    );

  test('is opened by the onboarding lead; what is wrong stands beside its input, and what was typed stays', async () => {
    await town.says('Anders', 'hold');
    expect(town.lastCard('Anders')).toContain(w.list.noneLead);
    await town.presses('Anders', 'intake.new-form', { kind: 'class' });
    const typed = {
      title: '',
      seats: '0',
      // Good Friday, and a day before it.
      ...{ date1: '2026-04-03', span1: 'hele dagen', place1: 'Kursuslokalet' },
      ...{ date2: '2026-04-02', span2: '9-15', place2: '' },
    };
    await town.presses('Anders', 'intake.new', typed);
    const { card } = cardWith(town, 'Anders', w.form.save);
    for (const [input, code] of [
      ['title', 'intake-title-missing'],
      ['seats', 'intake-seats'],
      ['date1', 'intake-not-working-day'],
      ['span1', 'intake-span'],
    ] as const)
      expect([input, besideInput(card, input)]).toEqual([input, expect.stringContaining(da.refusals[code])]);
    expect(inputsOf(card)).toMatchObject({ span1: 'hele dagen', place1: 'Kursuslokalet', date2: '2026-04-02' });
    expect(await town.inside(({ tx }) => tx.intake.count())).toBe(0);
    intake = await openClass(town, FOUR);
    expect((await days()).map((one) => [one.localStart, one.duration, one.place])).toEqual([
      ['2026-04-13T09:00', 360, 'Kursuslokalet'],
      ['2026-04-27T09:00', 360, 'Kursuslokalet'],
      ['2026-05-11T09:00', 390, 'Rådhuset'],
    ]);
    expect(town.lastCard('Anders')).toContain(w.lead.capText(2));
  });

  test('the same form again is the same class', async () => {
    await town.presses(
      'Anders',
      'intake.new',
      {},
      { force: true, data: { form: intake, kind: 'class', title: 'Igen' } },
    );
    expect(await town.inside(({ tx }) => tx.intake.count())).toBe(1);
  });

  test('is nothing to others but a class they could ask for: they call nobody, move nothing and see no answers', async () => {
    for (const verb of ['intake.open', 'intake.call-form', 'intake.call', 'intake.cancel', 'intake.move-form'])
      for (const name of ['Bo', 'Lise', 'Dora', 'Helle'])
        expect((await town.presses(name, verb, {}, { force: true, data: { intake, n: '1' } })).text).toBe(
          da.turn.notFound,
        );
    await town.says('Bo', 'hold');
    expect(town.lastCard('Bo')).toContain('Empowerment');
    expect(town.lastCard('Bo')).not.toContain(w.list.create);
  });

  test('calls those who have waited longest, half of them from one department at most, and each once', async () => {
    await town.presses('Anders', 'intake.call-form', {}, { force: true, data: { intake } });
    const { card } = cardWith(town, 'Anders', w.call.sendOne);
    expect(choicesOf(card, 'people').map((text) => text.split(' ')[0])).toEqual(['Ny01', 'Ny02', 'Ny04', 'Ny05']);
    expect(textOf(cardWith(town, 'Anders', w.call.sendOne))).toContain('Jobcenter 2 · Socialafdeling 2');
    await callAll(town, intake);
    await callAll(town, intake).catch(() => undefined);
    expect(await statuses()).toEqual({ Ny01: 'called', Ny02: 'called', Ny04: 'called', Ny05: 'called' });
    expect((await told()).filter((one) => one.kind === 'intake-seat')).toHaveLength(4);
    const said = town.lastCard('Ny01');
    for (const text of [w.seat.titles.called.class, w.seat.together(3), 'Empowerment', 'Kursuslokalet', 'Rådhuset'])
      expect(said).toContain(text);
    expect(said).not.toContain('Ny02');
  });

  test('one is called by name; of several who fit one is picked', async () => {
    const typed = (who: string, more: Record<string, string> = {}) =>
      town.presses('Anders', 'intake.call-one', {}, { force: true, data: { intake, who, ...more } });
    await town.presses('Anders', 'intake.call-form', {}, { force: true, data: { intake } });
    await typed('kollega');
    expect(besideInput(cardWith(town, 'Anders', w.call.sendOne).card, 'person')).toContain(
      da.refusals['several-found'],
    );
    await typed('Ny03');
    await typed('Ny03');
    await typed('Ny06');
    expect((await statuses()).Ny03).toBe('called');
    expect((await told()).filter((one) => one.kind === 'intake-seat')).toHaveLength(6);
  });

  test('with a yes one has all the days in the calendar, meets the others, and the manager hears the days', async () => {
    for (const name of ['Ny01', 'Ny02', 'Ny04']) await press(name, 'yes');
    await press('Ny01', 'yes');
    const mine = mails.filter((one) => one.to === 'ny01@by.example');
    expect(mine.map((one) => `${one.calendar?.method} ${one.calendar?.uid}`).sort()).toEqual(
      (await days()).map((day) => `REQUEST ${day.uid}`).sort(),
    );
    expect(mine.find((one) => one.subject.endsWith('3. dag'))?.calendar).toMatchObject({
      duration: 390,
      location: 'Rådhuset',
      summary: 'Empowerment, 3. dag af 3',
    });
    await town.presses('Ny02', 'intake.seat-open', {}, { force: true, data: { seat: (await seat('Ny02')).id } });
    expect(town.lastCard('Ny02')).toContain('Ny01 Kollega · Ny04 Kollega');
    expect(town.lastCard('Ny02')).not.toContain('Ny05');
    await town.until('2026-03-13T08:30');
    const line = town.reads('Lise').find((one) => one.includes('Ny01 Kollega har plads'));
    expect(line).toContain('»Empowerment« mandag den 13. april, mandag den 27. april og mandag den 11. maj');
    expect(town.reads('Sørine').join()).not.toContain('Ny01');
  });

  test('whoever is silent is reminded gently, then the onboarding lead sees it, and the manager helps', async () => {
    await town.until('2026-03-23T14:00');
    expect(town.reads('Ny05').filter((one) => one.includes(w.seat.reminder))).toHaveLength(1);
    expect(town.reads('Anders').join()).toContain(
      da.lines.intakeSilent('Ny05 Kollega', 'Empowerment', '2026-03-19', '2026-03-20'),
    );
    expect(town.reads('Sørine').join()).toContain(
      da.lines.intakeManager('Ny05 Kollega', 'Empowerment', '2026-04-13', '2026-03-23'),
    );
    expect(town.reads('Ny01').join()).not.toContain(w.seat.reminder);
  });

  test('waits where the department has its half, and where all is taken', async () => {
    await press('Ny03', 'yes');
    expect((await seat('Ny03')).status).toBe('waiting');
    expect(town.lastCard('Ny03')).toContain(w.seat.place(1));
    await press('Ny06', 'yes');
    expect((await seat('Ny06')).status).toBe('booked');
    await press('Ny05', 'yes');
    expect(await seat('Ny05')).toMatchObject({ status: 'waiting', queueNo: 2 });
    await town.presses('Bo', 'intake.ask', {}, { force: true, data: { intake } });
    expect(await seat('Bo')).toMatchObject({ status: 'waiting', queueNo: 3 });
    expect(town.reads('Anders').length).toBeGreaterThan(0);
  });

  test('a seat given back is offered to the first who can have it, and to nobody else', async () => {
    const before = (await told()).length;
    await press('Ny04', 'back');
    await press('Ny04', 'back');
    // The first in the queue is of a department that has its half.
    expect(await statuses()).toMatchObject({ Ny03: 'waiting', Ny04: 'cancelled', Ny05: 'offered', Bo: 'waiting' });
    expect((await told()).slice(before)).toHaveLength(1);
    const gone = mails.filter((one) => one.to === 'ny04@by.example');
    expect(gone.map((one) => one.calendar?.method)).toEqual([...Array(3).fill('REQUEST'), ...Array(3).fill('CANCEL')]);
    expect(gone[3]?.calendar?.sequence).toBeGreaterThan(gone[0]?.calendar?.sequence ?? 0);
    expect(gone[3]?.text).toContain('Du skal ikke længere med');
  });

  test('not taken in time it lapses, and is offered to the next', async () => {
    const by = (await seat('Ny05')).offeredUntil;
    expect(by?.toISOString()).toBe('2026-03-26T07:00:00.000Z');
    await town.until('2026-03-25T15:00');
    expect((await seat('Ny05')).status).toBe('offered');
    await town.until('2026-03-26T09:00');
    expect(await statuses()).toMatchObject({ Ny05: 'lapsed', Bo: 'offered', Ny03: 'waiting' });
    expect(await owed('intake-offer')).toMatchObject([{ status: 'lapsed' }, { status: 'open' }]);
    await press('Bo', 'yes');
    expect((await seat('Bo')).status).toBe('booked');
    await press('Ny05', 'yes');
    expect(await seat('Ny05')).toMatchObject({ status: 'waiting', queueNo: 2 });
  });

  test('a day that moves is told once to those who have a seat, and asks nothing', async () => {
    const before = await told();
    const [first] = await days();
    const form = { force: true, data: { intake, n: '1' } };
    await town.presses('Anders', 'intake.move-form', {}, form);
    await town.presses(
      'Anders',
      'intake.move',
      { date: '2026-04-28', span: '9-15', place: 'Kursuslokalet' },
      { force: true },
    );
    expect(besideInput(cardWith(town, 'Anders', w.move.send).card, 'date')).toContain(da.refusals['intake-days-order']);
    await town.presses(
      'Anders',
      'intake.move',
      { date: '2026-04-14', span: '10-15', place: 'Kursuslokalet' },
      { copies: 2 },
    );
    const after = (await told()).slice(before.length);
    expect(after.map((one) => one.kind)).toEqual(Array(4).fill('intake-moved.1'));
    expect(town.lastCard('Ny01')).toContain(w.seat.moved(1));
    expect(town.lastCard('Ny01')).toContain(w.seat.cannot);
    const entry = mails.filter((one) => one.to === 'ny01@by.example').at(-1)?.calendar;
    expect(entry).toMatchObject({ method: 'REQUEST', uid: first?.uid, duration: 300 });
    expect(entry?.start.toISOString()).toBe('2026-04-14T08:00:00.000Z');
    expect(await owed('intake-begins')).toMatchObject([{ anchors: { meeting: '2026-04-14T10:00' } }]);
  });

  test('whoever leaves frees the seat for the first who waits', async () => {
    const folder = folderWith(NEWS, ['Ny01 Kollega']);
    await town.imports(folder);
    rmSync(folder, { recursive: true });
    await town.until('2026-03-27T10:00');
    // Ny01 was of SOC, as Ny03 is, who stood first.
    expect(await statuses()).toMatchObject({ Ny01: 'dropped', Ny03: 'offered', Ny05: 'waiting' });
    await press('Ny03', 'yes');
    expect(await statuses()).toMatchObject({ Ny02: 'booked', Ny03: 'booked', Ny06: 'booked', Bo: 'booked' });
  });

  test('once it has begun nobody books, and the seats lie fast', async () => {
    await town.until('2026-04-14T10:05');
    for (const verb of ['yes', 'no']) await press('Ny05', verb);
    const late = await town.presses(
      'Ny02',
      'intake.seat-back',
      {},
      { force: true, data: { seat: (await seat('Ny02')).id } },
    );
    expect(JSON.stringify(late)).toContain(da.refusals['intake-begun']);
    await town.presses('Mette', 'intake.ask', {}, { force: true, data: { intake } });
    expect(Object.keys(await statuses())).not.toContain('Mette');
    await town.until('2026-04-15T09:00');
    expect(await statuses()).toMatchObject({ Ny05: 'dropped', Ny02: 'booked' });
    expect(await owed('intake-seat').then((rows) => rows.filter((row) => row.status === 'open'))).toEqual([]);
  });

  test('the onboarding lead ticks who was there, day by day, and puts it right', async () => {
    expect(town.reads('Anders').join()).toContain(w.day.text('Empowerment'));
    const [one, two, three] = await days();
    const note = async (day: { id: string } | undefined, names: readonly string[]) => {
      const ids = await Promise.all(names.map(async (name) => (await seat(name)).id));
      return town.presses(
        'Anders',
        'intake.day',
        {},
        { force: true, data: { day: day?.id ?? '', there: ids.join(',') } },
      );
    };
    expect(JSON.stringify(await note(two, ['Ny02']))).toContain(da.refusals['intake-day-ahead']);
    await note(one, ['Ny02', 'Ny03']);
    await note(one, ['Ny02', 'Ny03', 'Ny06', 'Bo']);
    await town.until('2026-04-27T16:00');
    await note(two, ['Ny02', 'Ny03', 'Bo']);
    expect(town.attended).toEqual([]);
    await town.until('2026-05-11T16:00');
    await note(three, ['Ny02', 'Ny06']);
    await note(three, ['Ny02', 'Ny06']);
    expect(town.attended).toEqual([
      { personId: (await seat('Ny02')).personId, stepKey: 'empowerment', seatId: (await seat('Ny02')).id },
    ]);
    // Bo has no programme; Ny06 makes up the second day with another class.
    await town.presses(
      'Anders',
      'intake.made-up',
      {},
      {
        force: true,
        data: { intake, missed: `${(await seat('Ny06')).id}|${two?.id}` },
      },
    );
    expect(town.attended).toHaveLength(2);
    expect(await owed('intake-attendance').then((rows) => rows.map((row) => row.status))).toEqual(Array(3).fill('met'));
    expect(await town.inside(({ tx }) => tx.intake.findFirst())).toMatchObject({ status: 'held' });
    await town.says('Ny03', 'hold');
    await town.presses('Ny03', 'intake.pick');
    expect(town.lastCard('Ny03')).toContain(w.seat.missed(3));
  });

  test('supervision is proposed two to four weeks after, to those who were there, and again after a year', async () => {
    expect(await owed('intake-supervision')).toMatchObject([
      { round: 1, dueOn: new Date('2026-06-08') },
      { round: 2, dueOn: new Date('2027-06-11') },
    ]);
    await town.until('2026-05-13T09:00');
    expect(town.reads('Anders').join()).toContain(
      da.lines.intakeSupervision('Empowerment', '2026-05-25', '2026-06-08', '2026-05-12'),
    );
    await town.says('Anders', 'hold');
    await town.presses('Anders', 'intake.pick', { pick: `after|${intake}|supervision` });
    expect(town.lastCard('Anders')).toContain(w.form.window('2026-05-25', '2026-06-08'));
    await town.presses('Anders', 'intake.new', { date1: '2026-05-28', span1: '13-15', place1: 'Rådhuset' });
    expect(await owed('intake-supervision')).toMatchObject([{ status: 'met' }, { status: 'open' }]);
    const held = intake;
    const made = await town.inside(({ tx }) => tx.intake.findFirstOrThrow({ where: { afterId: held } }));
    expect(made).toMatchObject({ kind: 'supervision', capPerDepartment: null });
    await callAll(town, made.id);
    expect([...(await seatsByName(town, made.id)).keys()].sort()).toEqual(['Ny02', 'Ny06']);
  });

  test('called off, everybody who has a seat or is asked gets one notice, and nothing is owed', async () => {
    const { id } = await town.inside(({ tx }) => tx.intake.findFirstOrThrow({ where: { kind: 'supervision' } }));
    const before = (await told()).length;
    for (let times = 0; times < 2; times += 1)
      await town.presses('Anders', 'intake.cancel', {}, { force: true, data: { intake: id } });
    expect((await told()).slice(before).map((one) => one.kind)).toEqual(Array(2).fill('intake-cancelled'));
    expect(town.lastCard('Ny06')).toContain(w.seat.titles.off.supervision);
    const open = await town.inside(({ tx, tenantId }) =>
      tx.obligation.findMany({ where: { tenantId, closedAt: null, matterKind: { in: ['seat', 'intake-day'] } } }),
    );
    expect(open).toEqual([]);
  });

  test('the dialogue meeting is asked for once a quarter, while somebody is new since the last one', async () => {
    const ask = () => askForDialogue(town.house, TENANT);
    // All were employed in January, and a first one looks a quarter back.
    await town.until('2026-05-20T09:00');
    expect(await ask()).toBe(false);
    const folder = folderWith([...NEWS, { name: 'Ny07 Kollega', department: 'FAM', hiredOn: '2026-05-18' }]);
    await town.imports(folder);
    rmSync(folder, { recursive: true });
    expect(await Promise.all([ask(), ask()]).then((all) => all.filter(Boolean))).toHaveLength(1);
    expect(await ask()).toBe(false);
    await town.settle();
    await town.until('2026-05-21T09:00');
    expect(town.reads('Anders').join()).toContain(da.lines.intakeQuarter(1));
    await town.says('Anders', 'hold');
    await town.presses('Anders', 'intake.pick', { pick: 'quarter|' });
    await town.presses('Anders', 'intake.new', {
      title: 'Dialogmøde',
      date1: '2026-06-10',
      span1: '9-12',
      place1: 'Rådhuset',
    });
    expect(await owed('intake-quarter')).toMatchObject([{ status: 'met' }]);
    const { id } = await town.inside(({ tx }) => tx.intake.findFirstOrThrow({ where: { kind: 'dialogue-meeting' } }));
    await callAll(town, id);
    expect([...(await seatsByName(town, id)).keys()]).toEqual(['Ny07']);
  });
});
