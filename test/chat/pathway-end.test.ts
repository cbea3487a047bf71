import { words } from '../../content/words/words';
import {
  besideInput,
  callMeeting,
  cardWith,
  closeInOrder,
  heard,
  inputsOf,
  newestMeeting,
  REF,
  wholeDatabase,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const OTHER = 'BF-2025-0200';

describe('a pathway ends', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    await callMeeting(town, { date: '2026-04-15', invite: ['Bo', 'Mette'] });
  });
  afterAll(() => closeInOrder(town));

  const row = () =>
    town.inside(({ tx }) =>
      tx.pathway.findFirstOrThrow({
        where: { ref: REF },
        include: { teamSeatPathway: true, leadPeriodPathway: true, obligationPathway: true },
      }),
    );
  const openEnd = async (name = 'Carla') => {
    await town.says(name, `forløb ${REF}`);
    await town.presses(name, 'pathway.more');
    await town.presses(name, 'pathway.end-form');
  };
  const form = () => cardWith(town, 'Carla', da.pathwayEnd.title('A.K.'));

  test('after asking once, which says what it does', async () => {
    await openEnd();

    const asked = textOf(form());
    for (const said of [da.pathwayEnd.text, da.pathwayEnd.meetings, da.pathwayEnd.citizen])
      expect(asked).toContain(said);
    expect(asked).toContain(da.pathwayEnd.reasons.died);
    expect(inputsOf(form().card)).toEqual({ reason: '', date: '2026-03-12', note: '' });
    await town.presses('Carla', 'pathway.back');
    expect((await row()).status).toBe('open');
  });

  test.each([
    { what: 'a reason', inputs: { reason: '' }, at: 'reason', code: 'pick-a-reason' },
    { what: 'a reason that there is', inputs: { reason: 'whim' }, at: 'reason', code: 'pick-a-reason' },
    { what: 'a day', inputs: { date: '' }, at: 'date', code: 'bad-end-date' },
    { what: 'a day that has come', inputs: { date: '2026-03-13' }, at: 'date', code: 'bad-end-date' },
    { what: 'a day since it began', inputs: { date: '2025-08-31' }, at: 'date', code: 'bad-end-date' },
    { what: 'a note without CPR', inputs: { note: 'CPR 010170-1234' }, at: 'note', code: 'cpr' },
  ] as const)('not without $what', async ({ inputs, at, code }) => {
    await openEnd();
    const typed = { reason: 'goal-reached', date: '2026-03-11', note: 'Læreplads siden august', ...inputs };
    await town.presses('Carla', 'pathway.end', typed, { force: true });

    expect(besideInput(form().card, at)).toContain(da.refusals[code]);
    expect((await row()).status).toBe('open');
  });

  test('not by the team, nor by anybody else', async () => {
    const { id, version } = await row();
    for (const name of ['Bo', 'Dorthe', 'Vibeke', 'Lise', 'Helle']) {
      const data = { pathway: id, version, reason: 'other', date: '2026-03-12' };
      const answer = await town.teams.execute(town.person(name).entraId, { verb: 'pathway.end', data });
      expect(answer).toMatchObject({ kind: 'message', text: da.turn.notFound });
    }
    expect((await row()).status).toBe('open');
  });

  describe('for good', () => {
    beforeAll(async () => {
      await openEnd();
      const typed = { reason: 'goal-reached', date: '2026-03-10', note: 'Læreplads siden august' };
      await town.presses('Carla', 'pathway.end', typed, { copies: 2 });
    });

    test('with why and when on its card, and nothing left to press but looking', async () => {
      const card = cardWith(town, 'Carla', da.pathway.ended);
      expect(textOf(card)).toContain(da.pathway.endedOn('10. marts 2026'));
      expect(textOf(card)).toContain(`${da.pathwayEnd.reasons['goal-reached']}. Læreplads siden august.`);
      expect(town.teams.actionsOf(card).map(({ verb }) => verb)).toEqual([]);
      expect(await wholeDatabase(town)).not.toContain('Læreplads');
    });

    test('with the meeting cancelled, and nobody owing anything', async () => {
      const { meeting } = await newestMeeting(town);
      const ended = await row();

      expect(meeting.status).toBe('cancelled');
      expect(ended.obligationPathway.filter((one) => one.closedAt === null)).toEqual([]);
      expect(ended.teamSeatPathway.filter((one) => one.untilOn === null)).toEqual([]);
      expect(ended.leadPeriodPathway.filter((one) => one.untilOn === null)).toEqual([]);
      expect(ended).toMatchObject({ status: 'ended', endedBecause: 'goal-reached' });
    });

    test('and told to the team once, but not why, and never to those without ground', async () => {
      const told = heard(town).filter((line) => line.endsWith('pathway-ended'));
      expect(told.map((line) => line.slice(17)).sort()).toEqual(
        ['Bo', 'Jonas', 'Mette', 'Nanna'].map((name) => `${name} notice/pathway-ended`),
      );
      const notice = textOf(cardWith(town, 'Bo', da.pathwayNotice.title['pathway-ended'](REF)));
      expect(notice).not.toContain(da.pathwayEnd.reasons['goal-reached']);
      expect(notice).not.toContain('A.K.');
      expect(town.reads('Vibeke').join()).not.toContain(REF);
    });

    test('after which the team finds it no longer, and those who led it still do', async () => {
      expect((await town.says('Bo', `forløb ${REF}`)).map(textOf)).toEqual([da.turn.notFound]);
      for (const name of ['Nanna', 'Dorthe', 'Carla'])
        expect((await town.says(name, `forløb ${REF}`)).map(textOf).join()).toContain(da.pathway.ended);
      await town.says('Carla', 'forløb');
      expect(town.lastCard('Carla')).not.toContain(REF);
    });

    test('after which nothing in it changes any more, whatever old card is pressed', async () => {
      const before = await row();
      const { id, version } = before;
      const seat = before.teamSeatPathway[0]?.id ?? '';
      const presses: Record<string, Record<string, unknown>> = {
        'pathway.end': { version, reason: 'other', date: '2026-03-12' },
        'team.add': { version, person: before.leadId, query: 'he' },
        'team.out': { version, seat },
        'team.rest': { version, seat },
        'co-lead.remove': { version },
        'external.add': { version, name: 'L', role: 'læge', email: 'l@k.example' },
        'case-number.save': { version, system: 'DUBU', number: '9' },
        'link.ask': { form: id, ref: OTHER },
        'pathway.more': {},
        'pathway.end-form': {},
      };
      for (const [verb, data] of Object.entries(presses)) {
        const answer = await town.teams.execute(town.person('Carla').entraId, { verb, data: { pathway: id, ...data } });
        expect(answer.status).toBe(200);
      }
      await town.settle();
      expect(await row()).toEqual(before);
      await town.until('2026-05-01T09:00');
      expect(heard(town).filter((line) => line > '2026-03-12T17:00' && line.includes('/'))).toEqual([]);
    });
  });
});
