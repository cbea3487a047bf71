import { makeProposal, type ProposalTyped } from '../../bot/decisions/make-proposal';
import { readModels } from '../../bot/pathways/models';
import { pathwaysWithTeam } from '../../bot/pathways/standing';
import { personIds, REF } from './meeting-steps';
import { TENANT, type Town } from './town';

/** Carla proposes outside a meeting, and agrees by it; Nanna, Bo (who is responsible), Mette and Jonas are asked. Gives its id. */
export async function proposed(town: Town, more: Partial<ProposalTyped> = {}, key = 'ballerup'): Promise<string> {
  const idOf = await personIds(town);
  const model = readModels('content/models').get(key);
  if (!model) throw new Error(`There is no model ${key}`);
  return town.inside(async (unit) => {
    const pathway = await unit.tx.pathway.findFirstOrThrow({ where: { tenantId: TENANT, ref: REF } });
    const known = (await pathwaysWithTeam(unit, [pathway.id])).get(pathway.id);
    if (!known) throw new Error('There is no pathway');
    const id = unit.house.newId();
    const typed: ProposalTyped = {
      text: 'Praktik hos tømreren',
      citizenSays: 'Jeg vil gerne bygge',
      meanwhile: 'Kontaktpersonen fortsætter',
      responsible: idOf('Bo'),
      startsOn: '2026-12-01',
      visitation: false,
      heard: true,
      departments: [],
      leftOut: [],
      advisers: [],
      citizenAnswer: '',
      ...more,
    };
    const refused = await makeProposal(unit, known, { id, meetingId: null, model, typed, byId: idOf('Carla') });
    if (refused) throw new Error(JSON.stringify(refused));
    return id;
  });
}
