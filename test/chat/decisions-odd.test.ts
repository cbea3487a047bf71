// What happens to proposals when the house is not as on paper, and people come and go: in the chat, on the real database.

import { departmentsBefore } from '../../bot/decisions/state-rules';
import { loadProposal } from '../../bot/decisions/store';
import type { Mail } from '../../bot/messages/port';
import { asDay, dateFromDay, dayFromDate } from '../../bot/time/day';
import { words } from '../../content/words/words';
import { proposed } from '../support/decision-steps';
import { changedMunicipality, personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

const da = words('da');
const first = (name: string | undefined): string => name?.split(' ')[0] ?? 'nobody';
const open = async (town: Town, kind: string, matterId: string) => {
  const where = { kind, matterId, closedAt: null };
  const rows = await town.inside(({ tx }) =>
    tx.obligation.findMany({ where, include: { owner: true }, orderBy: { id: 'asc' } }),
  );
  return rows.map((one) => ({
    who: first(one.owner?.name),
    dueOn: one.dueOn === null ? '' : dayFromDate(one.dueOn),
    paused: one.pausedOn !== null,
  }));
};
const owes = async (town: Town, kind: string, matterId: string): Promise<string[]> =>
  (await open(town, kind, matterId)).map(({ who }) => who).sort();
const presses = (town: Town, name: string, verb: string, data: Record<string, unknown>, typed = {}) =>
  town.presses(name, verb, typed, { force: true, data });
const agree = async (town: Town, proposal: string, names: readonly string[]): Promise<void> => {
  for (const name of names) await presses(town, name, 'proposal.agree', { proposal, version: 1 });
};
const state = (town: Town, proposal: string) =>
  town.inside(async (unit) => {
    const found = await loadProposal(unit, proposal);
    if (!found) throw new Error('There is no proposal');
    return found.state;
  });

/** Mette disagrees, and Carla puts it before the leaders. */
async function disputed(town: Town): Promise<string> {
  const proposal = await proposed(town);
  await agree(town, proposal, ['Nanna', 'Bo', 'Jonas']);
  const data = { proposal, version: 1 };
  await presses(town, 'Mette', 'proposal.disagree', data, { reason: 'Det er for tidligt' });
  const only = departmentsBefore(await state(town, proposal)).join(',');
  await presses(town, 'Carla', 'talk.leaders', data, { only });
  return proposal;
}
const placeOf = async (town: Town, proposal: string, name: string): Promise<string> => {
  const idOf = await personIds(town);
  const seats = (await state(town, proposal)).hearings.at(-1)?.seats ?? [];
  return seats.find((one) => one.personId === idOf(name))?.id ?? `no place of ${name}`;
};

describe('where nobody leads the departments', () => {
  const leaders = { 'Dora Direktør': 'dora', 'Sørine Dahl': 'soerine', 'Thomas Elk': 'thomas' };
  const nobody = changedMunicipality({
    'people.csv': (line) => (line.includes(';director;') ? line.replace(';director;', ';;') : line),
  });
  const somebody = changedMunicipality({});
  let town: Town;
  let proposal: string;
  beforeAll(async () => {
    const { readFileSync, writeFileSync } = await import('node:fs');
    const people = readFileSync(`${nobody.folder}/people.csv`, 'utf8');
    const departments = readFileSync(`${nobody.folder}/departments.csv`, 'utf8');
    const led = (keep: readonly string[]) =>
      departments
        .split('\n')
        .map((line) =>
          Object.values(leaders).some((one) => line.includes(`${one}@`)) && !keep.some((one) => line.startsWith(one))
            ? line.replace(/;[a-z]+@by\.example;/, ';;')
            : line,
        )
        .join('\n');
    writeFileSync(`${nobody.folder}/departments.csv`, led([]));
    writeFileSync(`${somebody.folder}/people.csv`, people);
    writeFileSync(`${somebody.folder}/departments.csv`, led(['FAM']));
    town = await openTown({ at: '2026-03-16T09:00', folder: nobody.folder });
    proposal = await disputed(town);
  });
  afterAll(async () => {
    await town?.close();
    nobody.remove();
    somebody.remove();
  });

  test('the lead keeps the matter, and the card says what it waits for', async () => {
    expect(await owes(town, 'leader-missing', proposal)).toEqual(['Carla']);
    expect(await owes(town, 'ruling', proposal)).toEqual([]);
    expect(town.reads('Carla').join('\n')).toContain('Jeg kan ikke finde en leder, der kan beslutte det.');
    await town.until('2026-03-20T09:00');
    expect(await owes(town, 'leader-missing', proposal)).toEqual(['Carla']);
  });

  test('goes on with the next working day when somebody leads one of them', async () => {
    await town.imports(somebody.folder);
    await town.until('2026-03-23T08:10');
    expect(await owes(town, 'leader-missing', proposal)).toEqual([]);
    expect(await open(town, 'ruling', proposal)).toEqual([{ who: 'Thomas', dueOn: '2026-03-30', paused: false }]);
    expect(town.lastCard('Thomas')).toContain('Jeg vil gerne bygge');
    const seat = await placeOf(town, proposal, 'Thomas');
    await presses(town, 'Thomas', 'ruling.as-proposed', { seat });
    expect((await state(town, proposal)).stage).toMatchObject({ is: 'closed', outcome: { kind: 'adopted' } });
  });
});

describe('a doubt that comes while the lead has the card of an earlier one', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-16T09:00' });
  });
  afterAll(() => town?.close());

  test('brings in its own leader: the lead is shown the card as it is now, and is not asked why they left one out', async () => {
    const proposal = await proposed(town);
    await agree(town, proposal, ['Nanna', 'Bo']);
    const data = { proposal, version: 1 };
    const step = () =>
      town.inside(async ({ tx }) => (await tx.proposal.findFirstOrThrow({ where: { id: proposal } })).version);
    const concerned = async () => departmentsBefore(await state(town, proposal)).join(',');
    await presses(town, 'Mette', 'proposal.disagree', data, { reason: 'Det er for tidligt' });
    const old = { data: { ...data, step: await step() }, only: await concerned() };
    await presses(town, 'Jonas', 'proposal.doubt', data, { reason: 'Prisen er ikke afklaret' });
    expect(await concerned()).not.toBe(old.only);

    const { card } = await presses(town, 'Carla', 'talk.leaders', old.data, { only: old.only });
    expect(JSON.stringify(card)).toContain(da.refusals['changed-meanwhile']);
    expect(JSON.stringify(card)).not.toContain(da.refusals['narrow-reason-missing']);
    expect((await state(town, proposal)).stage.is).toBe('talk');

    await presses(town, 'Carla', 'talk.leaders', { ...data, step: await step() }, { only: await concerned() });
    expect((await state(town, proposal)).stage.is).toBe('leaders');
  });
});

describe('people who come and go', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-16T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => town?.close());

  test('leaders share one date after a question, though one of them had a day off meanwhile', async () => {
    const proposal = await disputed(town);
    await town.inside(async ({ tx, house }) => {
      const { departmentId } = await tx.person.findFirstOrThrow({ where: { id: idOf('Thomas') } });
      const on = dateFromDay(asDay('2026-03-17'));
      await tx.closure.create({
        data: { tenantId: TENANT, id: house.newId(), departmentId, fromOn: on, toOn: on },
      });
    });
    await presses(
      town,
      'Sørine',
      'ruling.ask',
      { seat: await placeOf(town, proposal, 'Sørine') },
      { question: 'Hvad siger mester?' },
    );
    expect((await open(town, 'ruling', proposal)).map((one) => one.paused)).toEqual([true, true]);
    await town.until('2026-03-18T09:00');
    const [asked] = await town.inside(({ tx }) => tx.questionSeat.findMany({ where: { state: 'asked' } }));
    await presses(town, 'Carla', 'question.answer', { seat: asked?.id }, { answer: 'Han har en plads' });
    const rulings = await open(town, 'ruling', proposal);
    expect(rulings.map((one) => [one.dueOn, one.paused])).toEqual([
      ['2026-03-25', false],
      ['2026-03-25', false],
    ]);
  });

  test('a leader changes an answer as long as the others have not all answered', async () => {
    const proposal = await disputed(town);
    const seat = await placeOf(town, proposal, 'Sørine');
    await presses(town, 'Sørine', 'ruling.as-proposed', { seat });
    const standing = town.lastCard('Sørine');
    expect(standing).toContain('Ret mit svar');
    expect(standing).not.toContain('Nej, eller noget andet');
    await town.presses('Sørine', 'ruling.change');
    expect(town.lastCard('Sørine')).toContain('Nej, eller noget andet');
    await presses(town, 'Sørine', 'ruling.not', { seat }, { reason: 'Familien er ikke klar' });
    await presses(town, 'Thomas', 'ruling.not', { seat: await placeOf(town, proposal, 'Thomas') }, { reason: 'Enig' });
    expect((await state(town, proposal)).stage).toMatchObject({ is: 'closed', outcome: { kind: 'not' } });
    const late = await presses(town, 'Sørine', 'ruling.change', { seat });
    expect(JSON.stringify(late)).toContain('Det blev nej');
  });

  test('an answer that is taken back and given anew counts, though it was given in the same words before', async () => {
    const proposal = await proposed(town);
    await town.settle();
    const answers = async () =>
      (await state(town, proposal)).seats.map(({ vote }) => vote?.kind ?? null).filter(Boolean);
    const doubt = { reason: 'Det er for tidligt' };
    const said: (string | null)[][] = [];
    for (const [verb, typed] of [['agree'], ['doubt', doubt], ['agree'], ['doubt', doubt]] as const) {
      await town.presses('Bo', `proposal.${verb}`, typed ?? {});
      said.push((await answers()).sort());
    }
    // Carla, who proposes it, agrees by it.
    expect(said).toEqual([
      ['agree', 'agree'],
      ['agree', 'doubt'],
      ['agree', 'agree'],
      ['agree', 'doubt'],
    ]);
    await town.settle();
    // The lead answers the doubt twice in the same words: each time whoever doubts is asked anew.
    const clarify = { clarify: 'Mester er med.' };
    await town.presses('Carla', 'talk.clarify', clarify);
    await town.presses('Bo', 'proposal.doubt', doubt);
    await town.presses('Carla', 'talk.clarify', clarify);
    expect((await state(town, proposal)).seats.map(({ round }) => round).sort()).toEqual([1, 1, 1, 1, 3]);
    await presses(town, 'Carla', 'proposal.withdraw', { proposal, version: 1 }, { reason: 'Prøvet' });
  });

  test('whoever had a voice and has left the team sees how it ended, and cannot open it', async () => {
    const proposal = await proposed(town);
    await agree(town, proposal, ['Nanna', 'Bo', 'Mette']);
    await town.inside(({ tx }) =>
      tx.teamSeat.updateMany({
        where: { personId: idOf('Mette'), untilOn: null },
        data: { untilOn: dateFromDay(asDay('2026-03-18')) },
      }),
    );
    await agree(town, proposal, ['Jonas']);
    expect((await state(town, proposal)).stage.is).toBe('asking');
    // Her department has nobody else: its manager says yes for it.
    await presses(town, 'Thomas', 'voice.yes', { proposal, version: 1 });
    expect((await state(town, proposal)).stage.is).toBe('closed');
    expect(town.lastCard('Mette')).toContain('er besluttet');
    expect(town.lastCard('Mette')).not.toContain('Se forslaget');
    const opened = await presses(town, 'Mette', 'proposal.open', { proposal });
    expect(JSON.stringify(opened)).not.toContain('tømreren');
    await town.inside(({ tx }) =>
      tx.teamSeat.updateMany({ where: { personId: idOf('Mette') }, data: { untilOn: null } }),
    );
  });

  test('what was decided and then withdrawn is told to the citizen; what was not is not', async () => {
    const granted = await proposed(town, { visitation: true });
    await agree(town, granted, ['Nanna', 'Bo', 'Mette', 'Jonas']);
    expect((await state(town, granted)).stage.is).toBe('to-send');
    const reason = { reason: 'Borgeren har fået et bedre tilbud' };
    await presses(town, 'Carla', 'proposal.withdraw', { proposal: granted, version: 1 }, reason);
    expect(await owes(town, 'tell-outcome', granted)).toEqual(['Carla']);
    const asking = await proposed(town);
    await presses(town, 'Carla', 'proposal.withdraw', { proposal: asking, version: 1 }, reason);
    expect(await owes(town, 'tell-outcome', asking)).toEqual([]);
  });

  test('a responsible who asks leaders first has their own date wait, once', async () => {
    const proposal = await proposed(town, { citizenAnswer: 'yes' }, 'halsnaes');
    const where = await town.inside(({ tx }) => tx.proposal.findFirstOrThrow({ where: { id: proposal } }));
    const due = async () => (await open(town, 'proposal-answer', proposal)).map((one) => `${one.who} ${one.dueOn}`);
    expect(await due()).toEqual(['Bo 2026-03-20']);
    const asks = async (question: string) =>
      presses(
        town,
        'Bo',
        'question.ask',
        { pathway: where.pathwayId, proposal, form: town.house.newId() },
        { leaders: idOf('Sørine'), question },
      );
    await asks('Har vi råd til det?');
    expect(await due()).toEqual(['Bo 2026-03-23']);
    await town.until('2026-03-19T09:00');
    await asks('Og hvad med maj?');
    expect(await due()).toEqual(['Bo 2026-03-23']);
  });

  test('advice to a version stays as it was given when the proposal is amended', async () => {
    const proposal = await proposed(town, { advisers: [idOf('Birgitte')] }, 'myndighedsteam');
    const data = { proposal, version: 1 };
    const early = await presses(town, 'Carla', 'advice.take', data, { taken: 'Vi venter' });
    expect(JSON.stringify(early)).toContain('Kortet viser, hvad det venter på');
    await presses(town, 'Birgitte', 'advice.give', data, { advice: 'Vent til maj' });
    await presses(town, 'Carla', 'advice.take', data, { taken: 'Vi venter til maj' });
    expect(town.lastCard('Bo')).toContain('Vi venter til maj');
    await presses(town, 'Carla', 'proposal.amend', data, {
      text: 'Praktik i maj',
      citizenSays: 'Jeg vil gerne bygge',
      meanwhile: 'Som nu',
      responsible: idOf('Bo'),
      startsOn: '2026-05-04',
      advisers: idOf('Birgitte'),
    });
    expect((await state(town, proposal)).stage.is).toBe('advice');
    await presses(town, 'Birgitte', 'advice.give', { proposal, version: 2 }, { advice: 'Så er jeg med' });
    const kept = await town.inside(async (unit) => {
      const rows = await unit.tx.adviser.findMany({ where: { proposalId: proposal }, orderBy: { n: 'asc' } });
      return rows.map((one) => unit.open('adviser', 'advice_sealed', one.id, one.adviceSealed ?? new Uint8Array()));
    });
    expect(kept).toEqual(['Vent til maj', 'Så er jeg med']);
  });

  test('a pathway’s list of decisions is drawn anew when one of them changes', async () => {
    const proposal = await proposed(town, { text: 'Mentor to timer om ugen' });
    const { pathwayId } = await town.inside(({ tx }) => tx.proposal.findFirstOrThrow({ where: { id: proposal } }));
    await presses(town, 'Dorthe', 'decisions.open', { pathway: pathwayId });
    const line = () => /Mentor to timer om ugen.{0,80}/.exec(town.lastCard('Dorthe'))?.[0] ?? town.lastCard('Dorthe');
    const before = line();
    await presses(town, 'Carla', 'proposal.withdraw', { proposal, version: 1 }, { reason: 'Ikke aktuelt' });
    expect(line()).not.toEqual(before);
  });
});

describe('a quarter of an hour that leaders take together', () => {
  const mails: Mail[] = [];
  let town: Town;
  beforeAll(async () => {
    const send = async (mail: Mail) => {
      if (mail.calendar) mails.push(mail);
      return { kind: 'sent', activityId: '' } as const;
    };
    town = await openTown({ at: '2026-03-16T09:00', mail: { send } });
  });
  afterAll(() => town?.close());
  const entries = () =>
    mails
      .map(({ to, calendar }) => `${calendar?.method} ${to} ${calendar?.start.toISOString()} ${calendar?.duration}`)
      .sort();

  test('comes into their calendars, and out of them when they have decided before it', async () => {
    const proposal = await disputed(town);
    const seat = await placeOf(town, proposal, 'Sørine');
    await presses(town, 'Sørine', 'ruling.together-form', { seat });
    const slot = '2026-03-17T13:00';
    expect(town.lastCard('Sørine')).toContain(slot);
    await presses(town, 'Sørine', 'ruling.together', { seat, version: 1 }, { slot });
    expect((await state(town, proposal)).hearings.at(-1)?.togetherAt).toBe(slot);
    const start = '2026-03-17T12:00:00.000Z';
    const both = ['soerine@by.example', 'thomas@by.example'];
    expect(entries()).toEqual(both.map((to) => `REQUEST ${to} ${start} 15`));
    expect(mails[0]?.calendar?.summary).toBe('Et kvarter sammen, BF-2025-0142');
    expect(JSON.stringify(mails)).not.toContain('tømreren');
    mails.splice(0);
    await presses(town, 'Sørine', 'ruling.as-proposed', { seat });
    expect(entries()).toEqual([]);
    await presses(town, 'Thomas', 'ruling.as-proposed', { seat: await placeOf(town, proposal, 'Thomas') });
    expect(entries()).toEqual(both.map((to) => `CANCEL ${to} ${start} 15`));
    mails.splice(0);
  });
  test('stays there when it has been', async () => {
    const proposal = await disputed(town);
    const seat = await placeOf(town, proposal, 'Sørine');
    await presses(town, 'Sørine', 'ruling.together', { seat, version: 1 }, { slot: '2026-03-17T13:00' });
    await town.until('2026-03-17T13:20');
    mails.splice(0);
    await presses(town, 'Sørine', 'ruling.as-proposed', { seat });
    await presses(town, 'Thomas', 'ruling.confirm', { seat: await placeOf(town, proposal, 'Thomas') });
    expect((await state(town, proposal)).stage.is).toBe('closed');
    expect(entries()).toEqual([]);
  });
});
