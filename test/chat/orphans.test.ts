import { words } from '../../content/words/words';
import {
  besideInput,
  cardWith,
  changedMunicipality,
  choicesOf,
  closeInOrder,
  personIds,
  REF,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const w = da.orphan;

describe('what somebody owed who has left', () => {
  let town: Town;
  let idOf: (name: string) => string;
  const agreed: string[] = [];
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
    for (const text of ['Ringe til skolen', 'Skrive til klubben']) agreed.push(await agree(text));
    const left = changedMunicipality({
      'people.csv': (line) => (line.includes('jonas@') ? null : line),
      'pathways.csv': (line) => line.replace('|jonas@by.example', ''),
    });
    await town.imports(left.folder);
    left.remove();
    await town.until('2026-03-13T09:00');
  });
  afterAll(() => closeInOrder(town));

  /** Jonas' own agreement, as a meeting that is closed leaves it. */
  const agree = (text: string): Promise<string> =>
    town.inside(async (unit) => {
      const { tx, tenantId, now, house, today } = unit;
      const pathway = await tx.pathway.findFirstOrThrow({ where: { ref: REF } });
      const [id, dueOn] = [house.newId(), new Date('2026-03-27')];
      const sealed = { textSealed: unit.seal('agreement', 'text_sealed', id, text) };
      const own = { pathwayId: pathway.id, ownerKind: 'professional', ownerId: idOf('Jonas'), dueOn, status: 'open' };
      await tx.agreement.create({
        data: { tenantId, id, ...own, ...sealed, madeById: idOf('Carla'), madeAt: now },
      });
      await tx.obligation.create({
        data: {
          ...{ tenantId, id: house.newId(), kind: 'agreement', nature: 'duty', matterKind: 'agreement', matterId: id },
          ...{ round: 1, ownerRole: 'person', ownerId: idOf('Jonas'), ownerKey: idOf('Jonas'), pathwayId: pathway.id },
          ...{ ladder: 'agreement', status: 'open', anchors: { opened: today, due: '2026-03-27' }, dueOn },
          ...{ openedAt: now, nextAt: now, nextIs: 'tell' },
        },
      });
      return id;
    });
  const rowOf = (at: number) =>
    town.inside(async ({ tx }) => ({
      agreement: await tx.agreement.findFirstOrThrow({ where: { id: agreed[at] ?? '' } }),
      owed: await tx.obligation.findFirstOrThrow({ where: { matterId: agreed[at] ?? '' } }),
    }));
  const open = async (at: number) => {
    const { owed } = await rowOf(at);
    await town.presses('Birgitte', 'orphan.open', {}, { force: true, data: { obligation: owed.id } });
  };

  test('stands with the manager, who can do something about it, and reads nothing of the citizen', async () => {
    await town.says('Birgitte', 'venter');
    expect(town.lastCard('Birgitte')).toContain(da.waiting.unowned);
    expect(town.lastCard('Birgitte')).toContain(w.open);
    await open(0);
    const card = cardWith(town, 'Birgitte', w.title.open);
    expect(textOf(card)).toContain(w.left('Jonas Fjord'));
    for (const secret of ['A.K.', 'Ringe til skolen']) expect(textOf(card)).not.toContain(secret);
    expect(choicesOf(card.card, 'person')).toEqual(['Birgitte Nørskov', 'Kasper Egel']);
  });

  test('is given to a colleague, who gets its card; nobody else may give it', async () => {
    const { owed } = await rowOf(0);
    const data = { obligation: owed.id, person: idOf('Kasper') };
    expect((await town.presses('Sørine', 'orphan.give', {}, { force: true, data })).text).toBe(da.turn.notFound);
    await town.presses('Birgitte', 'orphan.give', { person: '' });
    expect(besideInput(cardWith(town, 'Birgitte', w.title.open).card, 'person')).toContain(
      da.refusals['pick-somebody'],
    );
    await town.presses('Birgitte', 'orphan.give', { person: idOf('Kasper') }, { copies: 2 });
    const after = await rowOf(0);
    expect([after.agreement.ownerId, after.owed.ownerId]).toEqual([idOf('Kasper'), idOf('Kasper')]);
    expect(town.lastCard('Birgitte')).toContain(w.title.given('Kasper Egel'));
    expect(town.reads('Kasper').join(' ')).toContain('Ringe til skolen');
    const again = await town.presses(
      'Birgitte',
      'orphan.give',
      {},
      { force: true, data: { ...data, person: idOf('Birgitte') } },
    );
    expect(again.kind).toBe('card');
    expect((await rowOf(0)).owed.ownerId).toBe(idOf('Kasper'));
  });

  test('falls away with a reason', async () => {
    await open(1);
    await town.presses('Birgitte', 'orphan.drop', { reason: '' });
    expect(besideInput(cardWith(town, 'Birgitte', w.title.open).card, 'reason')).toContain(
      da.refusals['reason-missing'],
    );
    await town.presses('Birgitte', 'orphan.drop', { reason: 'Det er klaret' }, { copies: 2 });
    expect(await rowOf(1)).toMatchObject({ agreement: { status: 'dropped' }, owed: { status: 'waived' } });
    expect(town.lastCard('Birgitte')).toContain(w.title.closed);
  });
});
