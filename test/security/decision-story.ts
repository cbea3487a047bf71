import path from 'node:path';
import { makeProposal, type ProposalTyped } from '../../bot/decisions/make-proposal';
import { readModels } from '../../bot/pathways/models';
import { pathwaysWithTeam } from '../../bot/pathways/standing';
import { personIds, REF } from '../support/meeting-steps';
import type { Town } from '../support/town';
import { SECRETS } from './full-story';
import { turnOf } from './turn-of';

/**
 * Proposals decided in every way that leaves a text, each in words that stand nowhere else. Nothing is sent meanwhile: the
 * journal's documents wait.
 */
export async function decideInSecret(town: Town): Promise<void> {
  const idOf = await personIds(town);
  const make = (model: string, more: Partial<ProposalTyped> = {}) => makeOne(town, model, idOf, more);
  const press = async (name: string, verb: string, data: object) => {
    const answer = await town.app.handler.handle(turnOf(town, name, { kind: 'press', verb, data: { ...data } }));
    if (!answer.replace && !answer.post) throw new Error(`${name} ${verb}: ${answer.say}`);
  };

  const proposal = await make('ballerup');
  await press('Mette', 'proposal.doubt', { proposal, version: 1, reason: SECRETS.doubt });
  await press('Carla', 'talk.clarify', { proposal, version: 1, clarify: SECRETS.clarified });
  await press('Mette', 'proposal.disagree', { proposal, version: 1, reason: SECRETS.doubt });
  const only = await town.inside(
    async ({ tx, tenantId }) => (await tx.department.findFirstOrThrow({ where: { tenantId, code: 'JOB' } })).id,
  );
  await press('Carla', 'talk.leaders', { proposal, version: 1, only, because: SECRETS.narrowed });
  const seat = await town.inside(
    async ({ tx }) => (await tx.rulingSeat.findFirstOrThrow({ where: { hearing: { proposalId: proposal } } })).id,
  );
  await press('Sørine', 'ruling.ask', { seat, version: 1, question: SECRETS.asked });
  const asked = await town.inside(
    async ({ tx }) => (await tx.questionSeat.findFirstOrThrow({ where: { state: 'asked', personId: null } })).id,
  );
  await press('Carla', 'question.answer', { seat: asked, answer: SECRETS.answered });
  await press('Sørine', 'ruling.other', { seat, version: 1, text: SECRETS.ruled, reason: SECRETS.ruledBecause });
  await press('Carla', 'tell.done', { proposal, round: 1, how: 'talk', toldOn: '2026-04-09', said: SECRETS.told });
  await press('Bo', 'start.no', { proposal, n: 1, because: SECRETS.notStarted });

  const granted = await make('ballerup', { visitation: true });
  for (const name of ['Nanna', 'Bo', 'Mette', 'Jonas'])
    await press(name, 'proposal.agree', { proposal: granted, version: 1 });
  await press('Bo', 'visitation.sent', {
    proposal: granted,
    version: 1,
    sentTo: SECRETS.sentTo,
    askedOn: '2026-04-09',
    answerDue: '2026-05-09',
  });

  const advised = await make('myndighedsteam', { advisers: [idOf('Bo')] });
  await press('Bo', 'advice.give', { proposal: advised, version: 1, advice: SECRETS.advice });
  await press('Carla', 'advice.take', { proposal: advised, version: 1, taken: SECRETS.taken });

  const wished = await make('halsnaes');
  await press('Carla', 'citizen.yes', { proposal: wished, version: 1, words: SECRETS.citizenYes });
}

async function makeOne(
  town: Town,
  key: string,
  idOf: (name: string) => string,
  more: Partial<ProposalTyped>,
): Promise<string> {
  const model = readModels(path.resolve('content/models')).get(key);
  if (!model) throw new Error(`There is no model ${key}`);
  const id = town.house.newId();
  const typed: ProposalTyped = {
    text: SECRETS.proposed,
    citizenSays: SECRETS.citizenSays,
    meanwhile: SECRETS.meanwhile,
    responsible: idOf('Bo'),
    startsOn: '2026-04-20',
    visitation: false,
    heard: false,
    departments: [],
    leftOut: [],
    advisers: [],
    citizenAnswer: '',
    ...more,
  };
  const refused = await town.inside(async (unit) => {
    const pathway = await unit.tx.pathway.findFirstOrThrow({ where: { tenantId: unit.tenantId, ref: REF } });
    const known = (await pathwaysWithTeam(unit, [pathway.id])).get(pathway.id);
    if (!known) throw new Error('The pathway is not there');
    return makeProposal(unit, known, { id, meetingId: null, model, typed, byId: idOf('Carla') });
  });
  if (refused) throw new Error(`The proposal was refused: ${JSON.stringify(refused)}`);
  return id;
}
