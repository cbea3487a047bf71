import { words } from '../../content/words/words';
import { besideInput, cardWith, choicesOf, closeInOrder, heard, personIds, REF } from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const OTHER = 'BF-2025-0200';
const UNKNOWN = 'BF-1999-0001';

describe('pathways of one family', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const link = () => town.inside(({ tx }) => tx.pathwayLink.findFirst());
  const openForm = async (name: string, ref: string) => {
    await town.says(name, `forløb ${ref}`);
    await town.presses(name, 'pathway.more');
    await town.presses(name, 'link.form');
  };
  const ask = async (name: string, from: string, to: string) => {
    await openForm(name, from);
    return town.presses(name, 'link.ask', { ref: to });
  };
  const told = (name: string) => heard(town).flatMap((line) => (line.slice(17).startsWith(`${name} `) ? [line] : []));
  const card = async (name: string, ref: string) => (await town.says(name, `forløb ${ref}`)).map(textOf)[0] ?? '';
  const form = (name: string) => cardWith(town, name, da.pathwayLinks.title).card;

  test('the answer is the same whether the other pathway exists or not', async () => {
    const answers: string[] = [];
    for (const ref of [UNKNOWN, OTHER]) {
      await openForm('Carla', REF);
      answers.push(JSON.stringify((await town.presses('Carla', 'link.ask', { ref })).card));
    }

    expect(answers[0]).toContain(da.pathwayLinks.asked.title);
    expect(answers[1]).toBe(answers[0]);
    expect(await card('Carla', REF)).not.toContain(OTHER);
  });

  test('the lead of the one that exists is asked, with the references and nothing more', async () => {
    expect(told('Bo')).toEqual(['2026-03-12T09:00 Bo link-answer/own']);
    const asked = textOf(cardWith(town, 'Bo', da.linkRequest.title.asked(REF, OTHER)));
    expect(asked).toContain('Carla Holm');
    for (const secret of ['A.K.', 'Birk', 'Nanna']) expect(asked).not.toContain(secret);
    await town.says('Bo', 'venter');
    expect(town.lastCard('Bo')).toContain(da.pathwayLinks.line(REF, OTHER));
  });

  test('asked again while it waits, nobody is asked twice', async () => {
    await ask('Carla', REF, ` ${OTHER.toLowerCase()} `);

    expect(told('Bo')).toHaveLength(1);
    expect(town.lastCard('Carla')).toContain(da.pathwayLinks.asked.title);
  });

  test('is reminded of once, in the digest', async () => {
    await town.until('2026-03-16T09:00');

    expect(told('Bo').filter((line) => line.includes('link-answer/first'))).toEqual([
      '2026-03-16T08:00 Bo link-answer/first',
    ]);
  });

  test('a no is told to nobody, and looks to the asker like a pathway that does not exist', async () => {
    await town.presses('Bo', 'link.decline');

    expect(textOf(cardWith(town, 'Bo', da.linkRequest.title.declined(REF, OTHER)))).toContain(
      da.linkRequest.states.declined,
    );
    expect(await link()).toMatchObject({ status: 'declined' });
    expect(told('Carla')).toEqual([]);
    expect(await card('Carla', REF)).not.toContain(OTHER);
    await town.presses('Bo', 'link.connect', {}, { force: true, data: { link: (await link())?.id, version: 1 } });
    expect(await link()).toMatchObject({ status: 'declined' });
  });

  test('asked once more later it is a new asking; a yes stands on both pathways, and the asker is told', async () => {
    await ask('Carla', REF, OTHER);
    expect(await link()).toMatchObject({ status: 'asked', n: 2 });
    await town.says('Bo', 'venter');
    await town.presses('Bo', 'link.open');
    await town.presses('Bo', 'link.connect', {}, { copies: 2 });

    expect(await link()).toMatchObject({ status: 'linked' });
    expect(told('Carla')).toEqual(['2026-03-16T09:00 Carla notice/linked']);
    expect(await card('Carla', REF)).toContain(`${da.pathway.links}  | ${OTHER}`);
    expect(await card('Bo', OTHER)).toContain(`${da.pathway.links}  | ${REF}`);
  });

  test('linked, it is a reference and no way in', async () => {
    expect(await card('Carla', OTHER)).toBe(da.turn.notFound);
    expect(await card('Gitte', OTHER)).toContain(REF);
    expect(await card('Gitte', REF)).toBe(da.turn.notFound);
  });

  test('linked already and its own reference are said beside the input', async () => {
    await ask('Carla', REF, OTHER);
    expect(besideInput(form('Carla'), 'ref')).toContain(da.refusals['link-already']);
    await ask('Carla', REF, REF);
    expect(besideInput(form('Carla'), 'ref')).toContain(da.refusals['link-self']);
    await openForm('Carla', REF);
    await town.presses('Carla', 'link.ask', { ref: '' });
    expect(besideInput(form('Carla'), 'ref')).toContain(da.refusals['link-ref-missing']);
    await town.presses('Carla', 'link.ask', { ref: '010170-1234' });
    expect(besideInput(form('Carla'), 'ref')).toContain(da.refusals.cpr);
  });

  test('either lead may end it', async () => {
    await openForm('Bo', OTHER);
    expect(choicesOf(form('Bo'), 'link')).toEqual([REF]);
    await town.presses('Bo', 'link.end');

    expect(await link()).toMatchObject({ status: 'ended' });
    expect(await card('Carla', REF)).not.toContain(OTHER);
    expect(textOf(cardWith(town, 'Bo', da.pathwayLinks.title))).toContain(da.pathwayLinks.none);
  });

  test('whoever sees both links them at once', async () => {
    await ask('Bo', OTHER, REF);

    expect(town.lastCard('Bo')).toContain(da.pathwayLinks.connected.title(REF));
    expect(await link()).toMatchObject({ status: 'linked' });
    expect(told('Carla').at(-1)).toBe('2026-03-16T09:00 Carla notice/linked');
  });

  test('when both ask, both want it', async () => {
    await openForm('Bo', OTHER);
    await town.presses('Bo', 'link.end');
    await ask('Carla', REF, OTHER);
    await ask('Bo', OTHER, REF);

    expect(await link()).toMatchObject({ status: 'linked' });
    const open = await town.inside(({ tx }) => tx.obligation.count({ where: { kind: 'link-answer', closedAt: null } }));
    expect(open).toBe(0);
  });

  test('is answered by those who lead the asked pathway, and by nobody else', async () => {
    const { id = '', version } = (await link()) ?? {};
    for (const name of ['Carla', 'Daniel', 'Gitte', 'Sørine']) {
      for (const verb of ['link.open', 'link.connect', 'link.decline']) {
        const data = verb === 'link.open' ? { link: id } : { link: id, version };
        const answer = await town.teams.execute(town.person(name).entraId, { verb, data });
        expect(answer).toMatchObject({ kind: 'message' });
        expect([da.turn.notFound, words('en').turn.notFound]).toContain(answer.kind === 'message' ? answer.text : '');
      }
    }
    expect(await link()).toMatchObject({ status: 'linked', version });
    expect(idOf('Bo')).toBeTruthy();
  });
});
