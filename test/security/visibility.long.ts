import { personIds } from '../support/meeting-steps';
import type { Town } from '../support/town';
import { type Ids, IN_ANOTHER, STAFF } from './cast';
import { inGroups, notFound, type OneMeeting, openOneMeeting, overTheWire, PRESSES } from './one-meeting';
import { dump } from './tables';
import { FILES } from './work-presses';

/**
 * Every verb and file, pressed by everybody: on the own pathway, on another of the municipality, on what nobody has. Whoever
 * may not gets exactly the answer of what does not exist, changes nothing, and is nowhere written down as having seen it.
 */
describe('visibility, walked', () => {
  let world: OneMeeting;
  let town: Town;
  beforeAll(async () => {
    world = await openOneMeeting();
    ({ town } = world);
  }, 120_000);
  afterAll(() => town.close());

  const ofMatters = Object.entries({ ...PRESSES, ...FILES }).filter(([, { may }]) => may !== STAFF);
  const asks = (name: string, verb: string, data: Record<string, unknown>) =>
    verb in FILES ? world.take(name, verb, data) : world.press(name, verb, data);
  const isBlind = async (name: string, verb: string, data: Record<string, unknown>): Promise<boolean> => {
    const { answer, audited } = await asks(name, verb, data);
    return JSON.stringify([answer, audited]) === JSON.stringify([{ say: notFound }, []]);
  };
  /** Who of these got to see something, or left a trace. */
  const seers = async (names: readonly string[], of: (name: string) => Promise<boolean>): Promise<string[]> => {
    const seen: string[] = [];
    for (const some of inGroups(names, 6)) {
      const blind = await Promise.all(some.map(of));
      seen.push(...some.filter((_, at) => !blind[at]));
    }
    return seen;
  };

  test.each(ofMatters.map(([verb, row]) => ({ verb, ...row })))(
    '$verb of the own pathway: $who, and nobody else',
    async ({ verb, may, input }) => {
      expect(await seers(STAFF, (name) => isBlind(name, verb, input(world.ids)))).toEqual(
        STAFF.filter((name) => may.includes(name)),
      );
    },
  );

  test.each(ofMatters.map(([verb, row]) => ({ verb, ...row })))(
    '$verb of another pathway, or of what does not exist: nobody',
    async ({ verb, may, input }) => {
      const strangers = STAFF.filter((name) => !IN_ANOTHER.includes(name));
      const here = verb.startsWith('mandate.') || verb.startsWith('representation.') ? ['Thomas'] : [];
      const asked = strangers.filter(
        (name) => !here.includes(name) && !(verb.startsWith('mandate.') && IN_FAM.has(name)),
      );
      expect(await seers(asked, (name) => isBlind(name, verb, input(world.foreign)))).toEqual([]);
      // What is not there is nobody's: those who may most, and those who may least.
      const [most = ''] = may;
      expect(await seers([most, 'Kasper', 'Gitte'], (name) => isBlind(name, verb, input(world.unknownIds())))).toEqual(
        [],
      );
    },
  );

  test('each kind of meeting by every verb of a meeting: whoever has no part in it sees none of them', async () => {
    const kinds = ['meeting', 'today', 'running', 'held'] as const satisfies readonly (keyof Ids)[];
    const outsiders = ['Vibeke', 'Sørine', 'Thomas', 'Birgitte', 'Lise', 'Helle', 'Kasper', 'Daniel', 'Gitte'];
    const seen: string[] = [];
    for (const [verb, { input }] of ofMatters) {
      if (!('meeting' in input(world.ids))) continue;
      for (const kind of kinds) {
        const data = { ...input(world.ids), meeting: world.ids[kind] };
        for (const name of await seers(outsiders, (one) => isBlind(one, verb, data)))
          seen.push(`${name} ${verb} ${kind}`);
      }
    }
    expect(seen).toEqual([]);
  });

  test('every card that the house draws by itself shows nothing to whoever may not see its matter', async () => {
    const idOf = await personIds(town);
    const { renderers } = town.app.registry;
    const matters = Object.values(world.ids);
    const texts = ['A.K.', 'lokale 4', 'i lære', 'ringer til skolen', 'kender vejen', 'Vi ringes ved'];
    const shown: string[] = [];
    const drawn = new Set<string>();
    // A unit for a few cards of each person: one for all of them would outlive its transaction.
    for (const name of ['Carla', 'Bo', 'Jonas', 'Henrik', 'Kasper', 'Sørine', 'Helle', 'Gitte'])
      for (const [kind, render] of renderers)
        for (const some of inGroups(matters, 8))
          await town.inside(async (unit) => {
            for (const matterId of some) {
              const out = await render(unit, { personId: idOf(name), locale: 'da', matterId });
              const whole = JSON.stringify(out ?? '');
              if (!texts.some((text) => whole.includes(text))) continue;
              if (['Carla', 'Bo', 'Jonas', 'Henrik'].includes(name)) drawn.add(kind);
              else shown.push(`${name} ${kind}`);
            }
          });
    expect([...new Set(shown)]).toEqual([]);
    // The walk can tell: these do show it to those who may.
    for (const kind of [
      'invitation',
      'meeting',
      'work',
      'record',
      'agreement',
      'preparation',
      'citizen-talk',
      'stand-in',
    ])
      expect([kind, drawn.has(kind)]).toEqual([kind, true]);
  });

  test('over the wire, byte for byte the answer of what does not exist, and nothing is changed', async () => {
    const unmoved = ['inbound', 'conversation'];
    const before = await dump(town.database.adminUrl, unmoved);
    const told = new Map<string, Set<string>>();
    const presses = Object.entries(PRESSES)
      .filter(([, { may }]) => may !== STAFF)
      .flatMap(([verb, { may, input }]) => [
        ...['Daniel', 'Kasper', 'Sørine', 'Helle', 'Gitte', 'Vibeke', 'Gustav']
          .filter((name) => !may.includes(name))
          .map((name) => ({ name, verb, data: input(world.ids) })),
        ...[...may.filter((name) => !IN_ANOTHER.includes(name)).slice(0, 1), 'Kasper']
          .filter((name) => name !== 'Thomas')
          .map((name) => ({ name, verb, data: input(world.foreign) })),
        ...[may[0] ?? '', 'Kasper'].map((name) => ({ name, verb, data: input(world.unknownIds()) })),
      ]);
    for (const some of inGroups(presses, 8)) {
      const answers = await Promise.all(some.map((one) => overTheWire(town, one.name, one.verb, one.data)));
      some.forEach(({ name }, at) => {
        const kind = name === 'Daniel' || name === 'Gustav' ? name : 'the Danish staff';
        told.set(answers[at] ?? '', (told.get(answers[at] ?? '') ?? new Set()).add(kind));
      });
    }
    expect([...told.values()].map((kinds) => [...kinds].join()).sort()).toEqual([
      'Daniel',
      'Gustav',
      'the Danish staff',
    ]);
    expect(await dump(town.database.adminUrl, unmoved)).toEqual(before);
  });
});

/** The other pathway's department, whose own people may read their mandate. */
const IN_FAM = new Set(['Mette', 'Nikolaj', 'Thomas']);
