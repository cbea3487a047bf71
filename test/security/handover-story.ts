import { personIds, REF } from '../support/meeting-steps';
import type { Town } from '../support/town';
import { SECRETS } from './full-story';
import { turnOf } from './turn-of';

/** The baton goes to and fro, in every way that leaves a text, each in words that stand nowhere else. */
export async function passOnInSecret(town: Town): Promise<void> {
  const idOf = await personIds(town);
  const press = async (name: string, verb: string, data: object) => {
    const answer = await town.app.handler.handle(turnOf(town, name, { kind: 'press', verb, data: { ...data } }));
    if (!answer.replace && !answer.post) throw new Error(`${name} ${verb}: ${answer.say}`);
  };
  const { id: pathway } = await town.inside(({ tx }) => tx.pathway.findFirstOrThrow({ where: { ref: REF } }));
  const ask = async (name: string, who: string, more: object = {}) => {
    const form = town.house.newId();
    await press(name, 'handover.ask', { pathway, form, who, citizen: SECRETS.goodRelation, ...more });
    const { id, version } = await town.inside(({ tx }) =>
      tx.handover.findFirstOrThrow({ where: { pathwayId: pathway }, orderBy: { n: 'desc' } }),
    );
    return { handover: id, version };
  };
  const declined = await ask('Carla', 'bo lin', { needs: SECRETS.needs });
  await press('Bo', 'handover.decline', { ...declined, reason: SECRETS.cannot });
  const taken = await ask('Carla', 'nanna', { citizen: '', notAsked: SECRETS.notAsked });
  await press('Nanna', 'handover.accept', taken);
  await press('Nanna', 'lead.told', {
    ...{ handover: taken.handover, how: 'talk', toldOn: '2026-04-09', said: SECRETS.newLead },
  });
  await town.inside(({ tx, tenantId, house, now, today }) =>
    tx.obligation.create({
      data: {
        ...{ tenantId, id: house.newId(), kind: 'lead-moved', nature: 'duty', matterKind: 'pathway-lead' },
        ...{ matterId: pathway, round: 1, ownerRole: 'lead', ownerId: idOf('Nanna'), ownerKey: 'lead' },
        ...{ pathwayId: pathway, ladder: 'lead-moved', status: 'open', anchors: { opened: today, due: today } },
        ...{ openedAt: now, nextAt: now, nextIs: 'tell' },
      },
    }),
  );
  await press('Nanna', 'lead.keep', { pathway, round: 1, reason: SECRETS.kept });
  await press('Carla', 'handover.accept', await ask('Nanna', 'carla'));
}
