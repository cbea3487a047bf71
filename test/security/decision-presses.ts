import { makeProposal, type ProposalTyped } from '../../bot/decisions/make-proposal';
import { type Model, readModels } from '../../bot/pathways/models';
import { pathwaysWithTeam } from '../../bot/pathways/standing';
import { personIds } from '../support/meeting-steps';
import type { Town } from '../support/town';
import { type DecisionIds, type Ids, IN_THE_PATHWAY, LEADS, type Press, STAFF, VOICES, WORKERS } from './cast';
import { turnOf } from './turn-of';

const LEAD = 'lead and co-lead';
const CARRIES_OUT = 'lead, co-lead and the responsible';
const RESPONSIBLE = [...LEADS, 'Jonas'];

type Matter = Exclude<keyof DecisionIds, 'leader'>;
type More = Readonly<Record<string, unknown>> | ((ids: Ids) => Readonly<Record<string, unknown>>);
const row = (who: string, may: readonly string[], matter: Matter, more: More = {}): Press => ({
  who,
  may,
  input: (ids) => ({
    [matter.endsWith('Seat') ? 'seat' : 'proposal']: ids[matter],
    ...(typeof more === 'function' ? more(ids) : more),
  }),
});
const first = { version: 1 };
const typed = (responsible: string): Record<string, string> => ({
  text: 'Praktik hos tømreren',
  citizenSays: 'Jeg vil gerne bygge',
  meanwhile: 'Kontaktpersonen fortsætter',
  responsible,
  startsOn: '2026-04-13',
  heard: 'true',
});
const voter = (more: More = first) => row('whoever has a voice in it', VOICES, 'asking', more);
const ruler = (more: More = {}) => row('the leader whose place it is', ['Thomas'], 'rulingSeat', more);
const professional = (more: More = {}) => row('the professional who decides', ['Jonas'], 'professional', more);

/** Proposals, what becomes of them, and questions to leaders. */
export const DECISION_PRESSES: Readonly<Record<string, Press>> = {
  'decisions.mine': { who: 'anybody employed: what is one’s own', may: STAFF, input: () => ({}) },
  'decisions.open': { who: 'the pathway', may: IN_THE_PATHWAY, input: ({ pathway }) => ({ pathway }) },
  'decisions.of-pathway': { who: 'the pathway', may: IN_THE_PATHWAY, input: ({ pathway }) => ({ pathway }) },
  'proposal.open': row('the pathway, and whoever has a part in it', IN_THE_PATHWAY, 'asking'),
  'proposal.back': row('the pathway, and whoever has a part in it', IN_THE_PATHWAY, 'asking'),
  'proposal.form': {
    who: 'lead, co-lead, whoever has a role at the meeting',
    may: WORKERS,
    input: ({ pathway, running }) => ({ pathway, meeting: running }),
  },
  'proposal.make': {
    who: 'lead, co-lead, whoever has a role at the meeting',
    may: WORKERS,
    input: ({ pathway, running, form, bo }) => ({ pathway, meeting: running, form, ...typed(bo) }),
  },
  'proposal.amend-form': row(LEAD, LEADS, 'asking'),
  'proposal.amend': row(LEAD, LEADS, 'asking', ({ bo }) => ({ ...first, ...typed(bo) })),
  'proposal.we-agree': row(LEAD, LEADS, 'asking', first),
  'proposal.withdraw': row(LEAD, LEADS, 'asking', { ...first, reason: 'Det er ikke aktuelt' }),
  'vote.open': voter({}),
  'proposal.agree': voter(),
  'proposal.doubt': voter({ ...first, reason: 'Mor skal spørges' }),
  'proposal.disagree': voter({ ...first, reason: 'Det er for tidligt' }),
  'talk.open': row(LEAD, LEADS, 'talk'),
  'talk.clarify': row(LEAD, LEADS, 'talk', { ...first, clarify: 'Mor er spurgt' }),
  'talk.leaders': row(LEAD, LEADS, 'talk', first),
  'voice.open': row('the manager of the silent department', ['Birgitte'], 'silent'),
  'voice.yes': row('the manager of the silent department', ['Birgitte'], 'silent', first),
  'voice.name': row('the manager of the silent department', ['Birgitte'], 'silent', ({ kasper }) => ({
    ...first,
    colleague: kasper,
  })),
  'ruling.open': row('the leaders whom it was put before', ['Thomas', 'Birgitte'], 'leaders'),
  'ruling.back': ruler(),
  'ruling.change': ruler(),
  'ruling.as-proposed': ruler(),
  'ruling.other-form': ruler(),
  'ruling.not': ruler({ reason: 'Familien er ikke klar' }),
  'ruling.other': ruler({ text: 'Et kortere forløb', reason: 'Familien er ikke klar' }),
  'ruling.join': ruler(),
  'ruling.confirm': ruler(),
  'ruling.together-form': ruler(),
  'ruling.together': ruler(),
  'ruling.ask-form': ruler(),
  'ruling.ask': ruler({ question: 'Hvad siger mester?' }),
  'professional.open': professional(),
  'professional.back': professional(),
  'professional.as-proposed': professional({ ...first, reason: 'Det er fagligt rigtigt' }),
  'professional.other-form': professional(),
  'professional.not': professional({ ...first, reason: 'Det er for tidligt' }),
  'professional.other': professional({ ...first, text: 'Et kortere forløb', reason: 'Det er for tidligt' }),
  'advice.open': row('whoever is asked for advice', ['Birgitte'], 'advised'),
  'advice.give': row('whoever is asked for advice', ['Birgitte'], 'advised', { ...first, advice: 'Vent til maj' }),
  'advice.none': row('whoever is asked for advice', ['Birgitte'], 'advised', first),
  'advice.taken-open': row(LEAD, LEADS, 'advised'),
  'advice.take': row(LEAD, LEADS, 'adviceIn', { ...first, taken: 'Vi venter' }),
  'citizen.open': row(LEAD, LEADS, 'citizens'),
  'citizen.yes': row(LEAD, LEADS, 'citizens', { ...first, words: 'Ja tak' }),
  'citizen.no': row(LEAD, LEADS, 'citizens', { ...first, words: 'Nej tak' }),
  'visitation.open': row(CARRIES_OUT, RESPONSIBLE, 'toSend'),
  'visitation.sent': row(CARRIES_OUT, RESPONSIBLE, 'toSend', {
    ...{ ...first, sentTo: 'Visitationsudvalget', askedOn: '2026-03-12', answerDue: '2026-03-26' },
  }),
  'visitation.answered': row(CARRIES_OUT, RESPONSIBLE, 'toSend', { ...first, answer: 'granted' }),
  'start.open': row(CARRIES_OUT, RESPONSIBLE, 'decided'),
  'start.yes': row(CARRIES_OUT, RESPONSIBLE, 'decided', { n: 1 }),
  'start.later': row(CARRIES_OUT, RESPONSIBLE, 'decided', { n: 1, later: '2026-05-04', because: 'Ferie' }),
  'start.no': row(CARRIES_OUT, RESPONSIBLE, 'decided', { n: 1, because: 'Mester har lukket' }),
  'tell.open': row(LEAD, LEADS, 'decided'),
  'tell.done': row(LEAD, LEADS, 'decided', { round: 1, how: 'phone', toldOn: '2026-03-12', said: 'Godt' }),
  'owed.open': row(CARRIES_OUT, RESPONSIBLE, 'decided', { kind: 'start-check' }),
  'question.form': row(CARRIES_OUT, RESPONSIBLE, 'asking', ({ pathway }) => ({ pathway })),
  'question.ask': row(CARRIES_OUT, RESPONSIBLE, 'asking', ({ pathway, form, leader }) => ({
    ...{ pathway, form, leaders: leader, question: 'Kan I undvære ham?' },
  })),
  'question.open': row('of a question to the team: lead and co-lead', LEADS, 'teamSeat'),
  'question.answer': row('of a question to a leader: that leader', ['Thomas'], 'leaderSeat', { answer: 'Ja' }),
};

export const DECISION_MATTERS = [
  'asking',
  'talk',
  'leaders',
  'silent',
  'professional',
  'advised',
  'adviceIn',
  'citizens',
  'toSend',
  'decided',
  'rulingSeat',
  'teamSeat',
  'leaderSeat',
] as const satisfies readonly (keyof DecisionIds)[];

type DecisionParts = {
  readonly pathway: string;
  readonly lead: string;
  /** Those with a voice beside the lead. */
  readonly others: readonly string[];
  readonly responsible: string;
  /** Disagrees; their leader decides. */
  readonly against: string;
  readonly leader: string;
  /** Has no voice in one of them, and nobody else of their department. */
  readonly leftOut: string;
  readonly adviser: string;
  /** The leader who asks the team. */
  readonly asks: string;
  /** The kind of department that has the professional, and who has no voice there. */
  readonly professional: {
    readonly department: NonNullable<Model['professional']>['department'];
    readonly leftOut: readonly string[];
  };
};

/** Brings a pathway's proposals to where the rows press them, by what people do. */
export async function playDecisions(town: Town, parts: DecisionParts): Promise<DecisionIds> {
  const idOf = await personIds(town);
  const models = readModels('content/models');
  const modelOf = (name: string): Model => {
    const model = models.get(name);
    if (!model) throw new Error(`There is no model ${name}`);
    return model;
  };
  const ballerup = modelOf('ballerup');
  const proposes = (model: Model, more: Partial<ProposalTyped> = {}): Promise<string> =>
    town.inside(async (unit) => {
      const known = (await pathwaysWithTeam(unit, [parts.pathway])).get(parts.pathway);
      if (!known) throw new Error('There is no pathway');
      const id = unit.house.newId();
      const base = {
        ...typed(''),
        text: 'Praktik hos tømreren',
        citizenSays: 'Jeg vil gerne bygge',
        meanwhile: 'Som nu',
      };
      const chosen = { departments: [], leftOut: [], advisers: [], citizenAnswer: '' } as const;
      const written = { ...base, ...chosen, responsible: idOf(parts.responsible), startsOn: '2026-04-13' };
      const refused = await makeProposal(unit, known, {
        ...{ id, meetingId: null, model, byId: idOf(parts.lead) },
        typed: { ...written, visitation: false, heard: true, ...more },
      });
      if (refused) throw new Error(`${model.name.da}: ${JSON.stringify(refused)}`);
      return id;
    });
  const presses = async (name: string, verb: string, data: Record<string, unknown>): Promise<void> => {
    const answer = await town.app.handler.handle({
      ...turnOf(town, name, { kind: 'press', verb, data }),
      locale: town.person(name).locale === 'en' ? 'en' : 'da',
    });
    if (answer.say || !(answer.replace ?? answer.post)) throw new Error(`${name} ${verb}: ${answer.say ?? 'nothing'}`);
  };
  const agree = async (proposal: string, names: readonly string[]): Promise<void> => {
    for (const name of names) await presses(name, 'proposal.agree', { proposal, version: 1 });
  };
  const disagrees = async (proposal: string): Promise<void> => {
    await agree(
      proposal,
      parts.others.filter((name) => name !== parts.against && !parts.professional.leftOut.includes(name)),
    );
    await presses(parts.against, 'proposal.disagree', { proposal, version: 1, reason: 'Det er for tidligt' });
  };

  const asking = await proposes(ballerup);
  const talk = await proposes(ballerup);
  await presses(parts.against, 'proposal.doubt', { proposal: talk, version: 1, reason: 'Mor skal spørges' });
  const leaders = await proposes(ballerup);
  await disagrees(leaders);
  const departmentOf = (name: string) =>
    town.inside(async ({ tx, tenantId }) => {
      const { departmentId } = await tx.person.findFirstOrThrow({ where: { tenantId, id: idOf(name) } });
      return departmentId;
    });
  const only = [await departmentOf(parts.against), await departmentOf(parts.responsible)].join(',');
  await presses(parts.lead, 'talk.leaders', { proposal: leaders, version: 1, only });
  const rulingSeat = await town.inside(({ tx, tenantId }) =>
    tx.rulingSeat.findMany({ where: { tenantId, hearing: { proposalId: leaders } } }),
  );
  const placeOf = (name: string): string => {
    const place = rulingSeat.find((one) => one.personId === idOf(name));
    if (!place) throw new Error(`${name} was not asked to decide`);
    return place.id;
  };
  await presses(parts.asks, 'ruling.ask', { seat: placeOf(parts.asks), question: 'Hvad siger mester?' });
  const silent = await proposes(ballerup, { leftOut: [idOf(parts.leftOut)] });
  await agree(
    silent,
    parts.others.filter((name) => name !== parts.leftOut),
  );
  const { department, leftOut } = parts.professional;
  const professional = await proposes(
    { ...ballerup, decides: 'professional-decides', professional: { department } },
    { leftOut: leftOut.map(idOf) },
  );
  await disagrees(professional);
  const advised = await proposes(modelOf('myndighedsteam'), { advisers: [idOf(parts.adviser)] });
  const adviceIn = await proposes(modelOf('myndighedsteam'), { advisers: [idOf(parts.adviser)] });
  await presses(parts.adviser, 'advice.none', { proposal: adviceIn, version: 1 });
  const citizens = await proposes(modelOf('halsnaes'));
  const toSend = await proposes(ballerup, { visitation: true });
  await agree(toSend, parts.others);
  const decided = await proposes(ballerup);
  await agree(decided, parts.others);
  const form = town.house.newId();
  const leader = idOf(parts.leader);
  await presses(parts.lead, 'question.ask', {
    ...{ pathway: parts.pathway, proposal: asking, form, leaders: leader, question: 'Kan I undvære ham?' },
  });
  const seats = await town.inside(async ({ tx, tenantId }) => ({
    leader: await tx.questionSeat.findFirstOrThrow({ where: { tenantId, questionId: form } }),
    team: await tx.questionSeat.findFirstOrThrow({
      where: { tenantId, personId: null, question: { proposalId: leaders } },
    }),
  }));
  await town.settle();
  return {
    ...{ asking, talk, leaders, silent, professional, advised, adviceIn, citizens, toSend, decided, leader },
    rulingSeat: placeOf(parts.leader),
    teamSeat: seats.team.id,
    leaderSeat: seats.leader.id,
  };
}
