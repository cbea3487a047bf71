import { words } from '../../content/words/words';
import { newestCard, playOn } from '../support/course-steps';
import { callMeeting, newestMeeting } from '../support/meeting-steps';
import { COURSES } from '../support/sample-courses';
import { openTown, type Town, textOf } from '../support/town';
import { holdsMeeting } from '../support/work-steps';

const w = words('da');
const d = w.dilemma;
const TOGETHER = 'Jeg kalder dem sammen';
const ALONE = 'Jeg vælger selv';

// Every page is a press of its own.
jest.setTimeout(120_000);

describe('a dilemma that a team plays at its meeting', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown({ at: '2026-03-12T09:00', courses: COURSES });
    await callMeeting(town, { date: '2026-03-26' });
    for (const name of ['Bo', 'Mette']) await town.presses(name, 'invitation.come');
    await town.until('2026-03-26T12:50');
    await takeIt('Carla');
  });
  afterEach(() => town.close());
  const takeIt = async (name: string) => {
    await town.says(name, 'kursus');
    await town.presses(name, 'course.open', { course: 'intro' });
    await playOn(town, name, { until: 'dilemma' });
    await town.presses(name, 'course.answer', { choice: '0' });
  };
  const card = (name: string) => textOf(newestCard(town, name));
  const begin = async () => {
    await town.presses('Carla', 'dilemma.pick');
    await town.presses('Carla', 'dilemma.start', {}, { copies: 3 });
  };
  const rows = () =>
    town.inside(({ tx, tenantId }) =>
      tx.teamDilemma.findMany({ where: { tenantId }, include: { dilemmaAnswerDilemma: true } }),
    );
  const inChat = (name: string) => town.reads(name).some((text) => text.includes(d.unseen));
  const answers = (choices: Readonly<Record<string, string>>) =>
    Object.entries(choices).reduce(
      (before, [name, choice]) =>
        before.then(async () => {
          await town.presses(name, 'dilemma.answer', { choice });
        }),
      Promise.resolve(),
    );

  test('reaches whoever comes, and nobody else; begun once', async () => {
    await begin();
    expect(await rows()).toHaveLength(1);
    for (const name of ['Carla', 'Bo', 'Mette']) expect(card(name)).toContain(d.titles.first);
    for (const name of ['Jonas', 'Nanna', 'Vibeke', 'Lise']) expect(inChat(name)).toBe(false);
    // Nothing of the citizen, and nothing that answers for one.
    expect(JSON.stringify(newestCard(town, 'Bo').card)).not.toMatch(/A\.K\.|BF-2025|Derfor/);
  });

  test('shows numbers when all have answered, is talked about, answered again, and shows what moved; never who', async () => {
    await begin();
    await answers({ Carla: '0', Bo: '0' });
    // A card in which somebody may be choosing is not drawn anew at every answer of another.
    await town.presses('Carla', 'dilemma.open');
    expect(card('Carla')).toContain(d.count(2, 3));
    expect(card('Carla')).not.toContain(d.headings.first);
    expect(card('Mette')).not.toContain(d.headings.first);
    await answers({ Mette: '1' });
    for (const name of ['Carla', 'Bo', 'Mette']) {
      expect(card(name)).toContain(`${TOGETHER} |  · ${d.chose(2)}`);
      expect(card(name)).toContain(`${ALONE} |  · ${d.chose(1)}`);
      expect(card(name)).toContain(d.talk);
    }
    // All at once: the last of them, whoever it is, ends it.
    const [{ id: dilemma } = { id: '' }] = await rows();
    await Promise.all(
      Object.entries({ Carla: '0', Bo: '1', Mette: '1' }).map(([name, choice]) =>
        town.teams.execute(town.person(name).entraId, { verb: 'dilemma.answer', data: { dilemma, round: 2, choice } }),
      ),
    );
    await town.settle();
    for (const name of ['Carla', 'Bo', 'Mette']) {
      expect(card(name)).toContain(`${TOGETHER} |  · ${d.choseBoth(2, 1)}`);
      expect(card(name)).toContain(d.moved(1, 3));
      expect(card(name)).toContain('Derfor: begge dele kan forsvares.');
      expect(card(name)).not.toMatch(/Carla|Bo |Mette/);
    }
    expect(await rows()).toMatchObject([{ status: 'closed', round: 3 }]);
  });

  test('is shown before all have answered by whoever works the meeting, when at least two have', async () => {
    await begin();
    await answers({ Bo: '0' });
    await town.presses('Carla', 'dilemma.show');
    expect(card('Carla')).toContain(w.refusals['dilemma-few']);
    await answers({ Mette: '1' });
    await town.presses('Carla', 'dilemma.show');
    expect(card('Bo')).toContain(d.headings.first);
    expect(await rows()).toMatchObject([{ status: 'open', round: 2 }]);
  });

  test('counts the first answer of a round, and an old card changes nothing', async () => {
    await begin();
    await town.presses('Bo', 'dilemma.answer', { choice: '0' }, { copies: 3 });
    const [row] = await rows();
    const again = { dilemma: row?.id, round: 1 };
    await town.teams.execute(town.person('Bo').entraId, { verb: 'dilemma.answer', data: { ...again, choice: '1' } });
    await town.teams.execute(town.person('Bo').entraId, {
      verb: 'dilemma.answer',
      data: { ...again, round: 2, choice: '1' },
    });
    expect((await rows())[0]?.dilemmaAnswerDilemma.map(({ choice }) => choice)).toEqual(['0']);
    await town.presses('Mette', 'dilemma.answer', { choice: '' });
    expect(card('Mette')).toContain(w.refusals['course-choose']);
    expect((await rows())[0]?.dilemmaAnswerDilemma).toHaveLength(1);
  });

  test('does not exist for whoever does not come', async () => {
    await begin();
    const [row] = await rows();
    for (const name of ['Jonas', 'Lise', 'Helle'])
      for (const verb of ['dilemma.open', 'dilemma.answer', 'dilemma.show']) {
        const { text } = await town.teams.execute(town.person(name).entraId, {
          verb,
          data: { dilemma: row?.id, round: 1, choice: '0' },
        });
        expect(`${name} ${verb}: ${text}`).toBe(`${name} ${verb}: ${w.turn.notFound}`);
      }
    // Whoever comes does not lead it.
    const { text } = await town.teams.execute(town.person('Bo').entraId, {
      verb: 'dilemma.show',
      data: { dilemma: row?.id, round: 1 },
    });
    expect(text).toBe(w.turn.notFound);
  });

  test('is begun at a meeting that one works, and at no other', async () => {
    await takeIt('Bo');
    await town.presses('Bo', 'dilemma.pick');
    expect(card('Bo')).toContain(d.pick.none);
    const { meeting } = await newestMeeting(town);
    const attempt = await town.inside(({ tx, tenantId }) =>
      tx.attempt.findFirstOrThrow({ where: { tenantId }, orderBy: { id: 'desc' } }),
    );
    const { text } = await town.teams.execute(town.person('Bo').entraId, {
      verb: 'dilemma.start',
      data: { attempt: attempt.id, question: 'dilemma', meeting: meeting.id },
    });
    expect(text).toBe(w.turn.notFound);
    expect(await rows()).toEqual([]);
  });

  test('ends with the meeting at the latest, and shows nothing that was not shown', async () => {
    await begin();
    await answers({ Bo: '0', Mette: '1' });
    await town.until('2026-03-26T13:00');
    await holdsMeeting(town, {
      there: 'there',
      words: 'Jeg vil gerne i gang',
      here: ['Carla', 'Bo', 'Mette'],
      next: { date: '2026-04-23', time: '13:00' },
    });
    expect(await rows()).toMatchObject([{ status: 'closed', round: 1 }]);
    const last = town.reads('Bo').find((text) => text.includes(d.nothingShown));
    expect(last).toContain(d.titles.over);
    expect(last).not.toContain(d.headings.first);
    const [row] = await rows();
    await town.teams.execute(town.person('Carla').entraId, {
      verb: 'dilemma.answer',
      data: { dilemma: row?.id, round: 1, choice: '0' },
    });
    expect((await rows())[0]?.dilemmaAnswerDilemma).toHaveLength(2);
  });
});
