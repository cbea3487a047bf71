import { z } from 'zod/v4';
import { type Capability, fileVerb, verb } from '../../bot/capability';
import { developmentFiles, STAGE_BOT } from '../../bot/development/files';
import { serveHttp } from '../../bot/http/server';
import type { Answer, Turn } from '../../bot/turn';
import { words } from '../../content/words/words';
import { bot } from '../../stage/activities';
import { closeInOrder } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

const da = words('da');
const input = z.strictObject({ reference: z.string() });

/** A capability that hands out one letter, as often as it is asked and to whom it may. */
function letters() {
  const state = { may: true, made: 0, text: '%PDF-1.7 første' };
  const offered = (reference: string): Answer => ({
    offer: {
      name: 'Brev.pdf',
      description: `Brev om teammødet. ${reference}`,
      bytes: state.text.length,
      verb: 'trial.letter',
      data: { reference },
    },
  });
  const capability: Capability = {
    name: 'trial',
    commands: [{ key: 'help', pattern: /^brev$/, names: [], run: async () => offered('BF-2025-0142') }],
    verbs: { 'trial.ask': verb({ input, show: async (_caller, { reference }) => offered(reference) }) },
    files: {
      'trial.letter': fileVerb({
        input,
        make: async ({ unit, person }, { reference }) => {
          if (!state.may) return undefined;
          state.made += 1;
          unit.audit({ act: 'letter.make', actorId: person.id, matterKind: 'trial', matterId: null });
          return { name: 'Brev.pdf', content: Buffer.from(`${state.text} ${reference}`) };
        },
      }),
    },
  };
  return { state, capability };
}

describe('a file in the chat', () => {
  const { state, capability } = letters();
  let town: Town;
  let carla: string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', more: [capability], mayLogFaults: true });
    carla = town.person('Carla').entraId;
  });
  beforeEach(() => {
    town.teams.clear();
    Object.assign(state, { may: true, made: 0 });
  });
  afterAll(() => closeInOrder(town));

  const filesOfCarla = () => town.teams.filesOf(carla).map(({ content }) => Buffer.from(content).toString('utf8'));
  const standing = () => town.teams.chat(carla).flatMap((message) => (message.file ? [message.file.kind] : []));

  test('is offered, taken and shown; what is handed over is as it stands then', async () => {
    await town.says('Carla', 'brev');
    expect(town.teams.chat(carla).at(-1)).toMatchObject({
      summary: 'Brev om teammødet. BF-2025-0142',
      file: { kind: 'offered', name: 'Brev.pdf' },
    });
    expect([filesOfCarla(), state.made]).toEqual([[], 0]);

    state.text = '%PDF-1.7 anden';
    const { status, messages } = await town.teams.acceptFile(carla);
    expect(status).toBe(200);
    expect(filesOfCarla()).toEqual(['%PDF-1.7 anden BF-2025-0142']);
    const [shown] = messages.flatMap(({ file }) => (file?.kind === 'kept' ? [file] : []));
    expect(await (await fetch(shown?.url ?? '')).text()).toBe('%PDF-1.7 anden BF-2025-0142');
    expect(standing()).toEqual(['kept']);
  });

  test('asked for by a press is offered once, however often Teams delivers the press', async () => {
    const outcome = await town.presses(
      'Carla',
      'trial.ask',
      {},
      { force: true, data: { reference: 'BF-2' }, copies: 2 },
    );
    expect([outcome.text, standing()]).toEqual([da.turn.below, ['offered']]);
  });

  test('that is declined is not made, and a word stands there instead', async () => {
    const before = filesOfCarla().length;
    await town.says('Carla', 'brev');
    await town.teams.declineFile(carla);
    expect([filesOfCarla().length - before, state.made, standing()]).toEqual([0, 0, []]);
    expect(town.reads('Carla').at(-1)).toBe(da.files.declined);
  });

  test('whose answer Teams delivers twice is made and put there once', async () => {
    const before = filesOfCarla().length;
    await town.says('Carla', 'brev');
    await town.teams.acceptFile(carla, { copies: 2 });
    expect([filesOfCarla().length - before, state.made, standing()]).toEqual([1, 1, ['kept']]);
  });

  test('is refused to whom it may not have by then, in the words of an unknown reference', async () => {
    await town.says('Carla', 'brev');
    state.may = false;
    await town.teams.acceptFile(carla);
    expect(town.reads('Carla').at(-1)).toBe(da.turn.notFound);
    expect(standing()).toEqual(['offered']);
  });

  test.each([
    { what: 'fields that are none', context: { verb: 'trial.letter', data: { reference: 'x', more: 'y' } } },
    { what: 'another verb', context: { verb: 'trial.other', data: { reference: 'x' } } },
    { what: 'a verb that is no file', context: { verb: 'trial.ask', data: { reference: 'x' } } },
  ])('asked for with $what is not made', async ({ context }) => {
    await town.says('Carla', 'brev');
    await town.teams.acceptFile(carla, { context });
    expect(state.made).toBe(0);
    expect(town.reads('Carla').at(-1)).toBe(da.turn.tampered);
  });

  test('taken in somebody else’s chat is not theirs to have', async () => {
    await town.says('Carla', 'brev');
    await town.teams.acceptFile(carla, { as: town.person('Bo').entraId });
    expect([state.made, town.teams.filesOf(town.person('Bo').entraId)]).toEqual([0, []]);
  });

  test('that does not arrive can be taken again', async () => {
    const before = filesOfCarla().length;
    await town.says('Carla', 'brev');
    town.teams.faults.add({ wish: 'upload', times: 1, fault: { kind: 'refuse', status: 503 } });
    await town.teams.acceptFile(carla);
    expect(standing()).toEqual(['offered']);
    expect(town.reads('Carla').at(-1)).toContain('Prøv igen');

    await town.teams.acceptFile(carla);
    expect([filesOfCarla().length - before, standing()]).toEqual([1, ['kept']]);
    expect(town.faults).toEqual([expect.stringContaining('could not be put')]);
  });
});

describe('without Teams’ file cards, in development', () => {
  const { state, capability } = letters();
  let town: Town;
  let nowMs = 0;
  let url = '';
  let http: Awaited<ReturnType<typeof serveHttp>>;
  let files: ReturnType<typeof developmentFiles>;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', more: [capability] });
    files = developmentFiles({ handler: town.app.handler, url: () => url, nowMs: () => nowMs });
    http = await serveHttp({ port: 0, host: '127.0.0.1', routes: files.routes });
    url = `http://127.0.0.1:${http.port}`;
  });
  afterAll(async () => {
    await http.close();
    await closeInOrder(town);
  });

  let said = 0;
  const ask = async (botId: string): Promise<string | undefined> => {
    const { entraId } = town.person('Carla');
    said += 1;
    const turn: Turn = {
      tenantId: TENANT,
      activityId: `said-${said}`,
      where: 'personal',
      entraId,
      locale: 'da',
      place: {
        conversationId: town.teams.conversationId(entraId),
        serviceUrl: town.teams.url,
        teamsUserId: `29:${entraId}`,
        botId,
      },
      input: { kind: 'text', text: 'brev' },
    };
    return (await files.handler.handle(turn)).offer?.word;
  };
  const linkIn = (word: string | undefined) => /http:\S+/.exec(word ?? '')?.[0] ?? '';

  test('a link opens the file, once, for as long as the person may have it', async () => {
    const link = linkIn(await ask('28:playground'));
    const response = await fetch(link);
    expect(response.headers.get('content-disposition')).toContain('Brev.pdf');
    expect(await response.text()).toBe(`${state.text} BF-2025-0142`);
    expect((await fetch(link)).status).toBe(404);

    const second = linkIn(await ask('28:playground'));
    state.may = false;
    expect((await fetch(second)).status).toBe(404);
    state.may = true;
  });

  test('a link is closed after ten minutes', async () => {
    const link = linkIn(await ask('28:playground'));
    nowMs += 10 * 60_000;
    expect((await fetch(link)).status).toBe(404);
  });

  test('the stage plays the cards, and needs no link', async () => {
    expect(STAGE_BOT).toBe(bot.id);
    expect(await ask(bot.id)).toBeUndefined();
  });
});
