// Several people press on one proposal at the same moment, on the real database: whoever comes first, it comes to one consistent
// outcome, and everybody gets a card that says how things stand.
import { setTimeout as pause } from 'node:timers/promises';
import { owedBy, PROPOSAL_KINDS } from '../../bot/decisions/owed-rules';
import { departmentsBefore } from '../../bot/decisions/state-rules';
import { loadProposal, type ProposalCase } from '../../bot/decisions/store';
import { tick } from '../../bot/obligations/tick';
import { organisation } from '../../bot/people/organisation';
import { dayFromDate } from '../../bot/time/day';
import { nextWorkingDay } from '../../bot/time/working-calendar';
import type { Answer } from '../../bot/turn';
import { turnOf } from '../security/turn-of';
import { proposed } from '../support/decision-steps';
import { personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

/** Milliseconds that the first, second and third wait before they press; with each, all go in turn. */
const JITTER = [
  [0, 0, 0],
  [0, 9, 0],
  [25, 0, 12],
] as const;

type Deed = () => Promise<Answer | 'beat'>;
type Scene = {
  readonly name: string;
  /** Brings a proposal to where all press, and gives what they do. */
  readonly at: () => Promise<{ readonly proposal: string; readonly deeds: readonly Deed[] }>;
  /** What it may come to, whoever came first. */
  readonly comesTo: readonly string[];
};

let town: Town;
let idOf: (name: string) => string;
beforeAll(async () => {
  town = await openTown({ at: '2026-03-16T09:00' });
  idOf = await personIds(town);
});
afterAll(() => town?.close());

const typed = (more: Record<string, string> = {}) => ({
  text: 'Praktik hos tømreren',
  citizenSays: 'Jeg vil gerne bygge',
  meanwhile: 'Kontaktpersonen fortsætter',
  responsible: idOf('Bo'),
  startsOn: '2026-12-01',
  visitation: 'false',
  heard: 'true',
  departments: '',
  leftOut: '',
  ...more,
});

const press = (name: string, verb: string, data: object): Promise<Answer> =>
  town.app.handler.handle(turnOf(town, name, { kind: 'press', verb, data: { ...data } }));

async function must(name: string, verb: string, data: object): Promise<void> {
  const answer = await press(name, verb, data);
  if (answer.failed || !answer.replace) throw new Error(`${name} ${verb}: ${answer.say}`);
}

const found = (proposal: string): Promise<ProposalCase> =>
  town.inside(async (unit) => {
    const one = await loadProposal(unit, proposal);
    if (!one) throw new Error('There is no proposal');
    return one;
  });

/** Where it stands, in a word. */
function standing({ state }: ProposalCase): string {
  const { stage } = state;
  if (stage.is === 'closed') return `${stage.outcome.kind} by ${stage.outcome.by}`;
  const hearing = state.hearings.at(-1);
  return stage.is === 'leaders' ? `leaders ${hearing?.level}.${hearing?.round}` : `${stage.is} v${state.n}`;
}

/** All that hangs from a proposal fits the state that it is in; gives what does not. */
async function misfits(proposal: string): Promise<string[]> {
  return town.inside(async (unit) => {
    const { tx, tenantId } = unit;
    const one = await loadProposal(unit, proposal);
    if (!one) return ['it is gone'];
    const org = await organisation(unit);
    const closed = one.state.stage.is === 'closed';
    const misfit: string[] = [];
    const check = (right: boolean, what: string) => {
      if (!right) misfit.push(what);
    };
    const open = await tx.obligation.findMany({
      where: {
        tenantId,
        matterKind: 'proposal',
        matterId: proposal,
        closedAt: null,
        kind: { in: [...PROPOSAL_KINDS] },
      },
    });
    const owed = owedBy(one.state, org.isHere).map(
      ({ kind, round, owner }) => `${kind} ${round} ${owner.role === 'lead' ? 'lead' : owner.personId}`,
    );
    const stands = open.map(({ kind, round, ownerKey }) => `${kind} ${round} ${ownerKey}`);
    check(String(stands.sort()) === String(owed.sort()), `open are ${stands}, owed ${owed}`);
    const outcomes = await tx.outcome.count({ where: { tenantId, proposalId: proposal } });
    check(outcomes === Number(closed), `${outcomes} outcomes`);
    const ends = await tx.auditRow.count({
      where: { tenantId, matterId: proposal, act: { startsWith: 'proposal.' }, codes: { has: 'closed' } },
    });
    check(ends === Number(closed), `${ends} ends on the audit log`);
    const messages = await tx.message.findMany({ where: { tenantId, matterId: proposal, kind: 'outcome' } });
    const told = messages.map((row) => row.personId);
    check(new Set(told).size === told.length, 'somebody is told twice how it ended');
    // All but the one who ended it; where a date did, all.
    const team = ['Carla', 'Nanna', 'Bo', 'Mette', 'Jonas'].map(idOf).filter((id) => told.includes(id));
    check(!closed || team.length >= 4, `${team.length} of the team are told how it ended`);
    check(closed || told.length === 0, 'somebody is told of an end that is none');
    const tell = await tx.obligation.count({ where: { tenantId, matterId: proposal, kind: 'tell-outcome' } });
    const withdrawn = one.state.stage.is === 'closed' && one.state.stage.outcome.kind === 'withdrawn';
    check(tell === Number(closed && !withdrawn), `${tell} tellings of the citizen`);
    const answers = await tx.proposalAnswer.findMany({ where: { tenantId, seat: { proposalId: proposal } } });
    const numbers = answers.map((row) => `${row.seatId} ${row.n}`);
    check(new Set(numbers).size === numbers.length, 'two answers under one number');
    const questions = await tx.question.findMany({
      where: { tenantId, proposalId: proposal },
      include: { questionSeatQuestion: true },
    });
    for (const { id, questionSeatQuestion: seats } of questions) {
      const answered = await tx.auditRow.count({ where: { tenantId, matterId: id, act: 'question.answer' } });
      const stands = seats.filter((seat) => seat.answerSealed !== null).length;
      check(answered === stands, `${answered} answered a question that has ${stands} answers`);
    }
    const waits = questions.some(({ status, to }) => status === 'open' && to === 'team');
    const paused = open.filter(({ kind, pausedOn }) => kind === 'ruling' && pausedOn !== null).length;
    const rulings = open.filter(({ kind }) => kind === 'ruling').length;
    check(paused === (waits ? rulings : 0), `the clock of ${paused} of ${rulings} leaders stands still`);
    return misfit;
  });
}

const first = { version: 1 };
const agrees = (proposal: string, name: string): Deed => deed(name, 'proposal.agree', { proposal, ...first });
const deed =
  (name: string, verb: string, data: object): Deed =>
  () =>
    press(name, verb, data);
const beat: Deed = async () => {
  const beaten = await tick(town.app.engine, TENANT);
  if (beaten.stumbled > 0) throw new Error('The beat stumbled');
  return 'beat';
};

async function allBut(...names: readonly string[]): Promise<string> {
  const proposal = await proposed(town);
  for (const name of ['Nanna', 'Bo', 'Mette', 'Jonas'])
    if (!names.includes(name)) await must(name, 'proposal.agree', { proposal, ...first });
  return proposal;
}

/** Before the leaders of all departments that it touches. */
async function putting(proposal: string): Promise<object> {
  return { proposal, ...first, only: departmentsBefore((await found(proposal)).state).join(',') };
}

/** Before Sørine (of the responsible) and Thomas (of the doubting), with their places. */
async function beforeLeaders() {
  const proposal = await allBut('Mette');
  await must('Mette', 'proposal.disagree', { proposal, ...first, reason: 'Det er for tidligt' });
  await must('Carla', 'talk.leaders', await putting(proposal));
  const seats = (await found(proposal)).state.hearings.at(-1)?.seats ?? [];
  const placeOf = (name: string): string => {
    const place = seats.find((one) => one.personId === idOf(name))?.id;
    if (!place) throw new Error(`${name} was not asked`);
    return place;
  };
  return { proposal, sorine: placeOf('Sørine'), thomas: placeOf('Thomas') };
}

/** The day after the leaders' date, when the house goes on by itself. */
async function pastDue(proposal: string, kind: string): Promise<void> {
  const day = await town.inside(async (unit) => {
    const where = { tenantId: TENANT, matterId: proposal, kind, closedAt: null };
    const { dueOn } = await unit.tx.obligation.findFirstOrThrow({ where, orderBy: { dueOn: 'desc' } });
    const { house } = await organisation(unit);
    return nextWorkingDay(house, dueOn === null ? unit.today : dayFromDate(dueOn));
  });
  await town.moveOnly(`${day}T08:05`);
}

const notRuling = (seat: string) => ({ seat, text: '', reason: 'Familien er ikke klar' });

async function questioned() {
  const { proposal, sorine, thomas } = await beforeLeaders();
  await must('Sørine', 'ruling.ask', { seat: sorine, question: 'Hvad siger mester?' });
  const seat = await town.inside(({ tx, tenantId }) =>
    tx.questionSeat.findFirstOrThrow({ where: { tenantId, personId: null, question: { proposalId: proposal } } }),
  );
  return { proposal, sorine, thomas, question: seat.id };
}

const SCENES: readonly Scene[] = [
  {
    name: 'the last two of a team agree',
    comesTo: ['adopted by team'],
    at: async () => {
      const proposal = await allBut('Mette', 'Jonas');
      return { proposal, deeds: [agrees(proposal, 'Mette'), agrees(proposal, 'Jonas')] };
    },
  },
  {
    name: 'of the last two of a team one agrees and one doubts',
    comesTo: ['talk v1'],
    at: async () => {
      const proposal = await allBut('Mette', 'Jonas');
      const doubts = deed('Jonas', 'proposal.doubt', { proposal, ...first, reason: 'Mor skal spørges' });
      return { proposal, deeds: [agrees(proposal, 'Mette'), doubts] };
    },
  },
  {
    name: 'the last one agrees while the lead withdraws it',
    comesTo: ['adopted by team', 'withdrawn by lead'],
    at: async () => {
      const proposal = await allBut('Mette');
      const withdraws = deed('Carla', 'proposal.withdraw', { proposal, ...first, reason: 'Ikke aktuelt' });
      return { proposal, deeds: [agrees(proposal, 'Mette'), withdraws] };
    },
  },
  {
    name: 'the last one agrees while the lead amends it',
    comesTo: ['adopted by team', 'asking v2'],
    at: async () => {
      const proposal = await allBut('Mette');
      const amends = deed('Carla', 'proposal.amend', { proposal, ...first, ...typed({ text: 'Praktik i april' }) });
      return { proposal, deeds: [agrees(proposal, 'Mette'), amends] };
    },
  },
  {
    name: 'lead and co-lead amend it',
    comesTo: ['asking v2'],
    at: async () => {
      const proposal = await allBut('Mette');
      const amends = (name: string, text: string) =>
        deed(name, 'proposal.amend', { proposal, ...first, ...typed({ text }) });
      return { proposal, deeds: [amends('Carla', 'Praktik i april'), amends('Nanna', 'Praktik i maj')] };
    },
  },
  {
    name: 'the lead puts it before the leaders while the doubting agrees after all',
    comesTo: ['leaders 1.1', 'adopted by team'],
    at: async () => {
      const proposal = await allBut('Mette');
      await must('Mette', 'proposal.doubt', { proposal, ...first, reason: 'Mor skal spørges' });
      const puts = deed('Carla', 'talk.leaders', await putting(proposal));
      return { proposal, deeds: [puts, agrees(proposal, 'Mette')] };
    },
  },
  {
    name: 'the last one agrees while the date passes',
    comesTo: ['adopted by team', 'asking v1'],
    at: async () => {
      const proposal = await allBut('Mette');
      await pastDue(proposal, 'proposal-answer');
      return { proposal, deeds: [agrees(proposal, 'Mette'), beat] };
    },
  },
  {
    name: 'two leaders decide the same',
    comesTo: ['adopted by leaders'],
    at: async () => {
      const { proposal, sorine, thomas } = await beforeLeaders();
      const decides = (name: string, seat: string) => deed(name, 'ruling.as-proposed', { seat });
      return { proposal, deeds: [decides('Sørine', sorine), decides('Thomas', thomas)] };
    },
  },
  {
    name: 'two leaders decide differently',
    comesTo: ['leaders 1.2'],
    at: async () => {
      const { proposal, sorine, thomas } = await beforeLeaders();
      const decides = deed('Sørine', 'ruling.as-proposed', { seat: sorine });
      return { proposal, deeds: [decides, deed('Thomas', 'ruling.not', notRuling(thomas))] };
    },
  },
  {
    name: 'two leaders decide differently for the second time',
    comesTo: ['leaders 2.1'],
    at: async () => {
      const { proposal, sorine, thomas } = await beforeLeaders();
      await must('Sørine', 'ruling.as-proposed', { seat: sorine });
      await must('Thomas', 'ruling.not', notRuling(thomas));
      const again = (await found(proposal)).state.hearings.at(-1)?.seats ?? [];
      const placeOf = (name: string) => again.find((one) => one.personId === idOf(name))?.id ?? '';
      const decides = deed('Sørine', 'ruling.as-proposed', { seat: placeOf('Sørine') });
      return { proposal, deeds: [decides, deed('Thomas', 'ruling.not', notRuling(placeOf('Thomas')))] };
    },
  },
  {
    name: 'the last leader decides while the date passes',
    comesTo: ['adopted by leaders', 'leaders 2.1'],
    at: async () => {
      const { proposal, sorine, thomas } = await beforeLeaders();
      await must('Sørine', 'ruling.as-proposed', { seat: sorine });
      await pastDue(proposal, 'ruling');
      return { proposal, deeds: [deed('Thomas', 'ruling.as-proposed', { seat: thomas }), beat] };
    },
  },
  {
    name: 'two beats pass the leaders’ date',
    comesTo: ['leaders 2.1'],
    at: async () => {
      const { proposal } = await beforeLeaders();
      await pastDue(proposal, 'ruling');
      return { proposal, deeds: [beat, beat] };
    },
  },
  {
    name: 'the last leader decides while the lead withdraws it',
    comesTo: ['adopted by leaders', 'withdrawn by lead'],
    at: async () => {
      const { proposal, sorine, thomas } = await beforeLeaders();
      await must('Sørine', 'ruling.as-proposed', { seat: sorine });
      const withdraws = deed('Carla', 'proposal.withdraw', { proposal, ...first, reason: 'Ikke aktuelt' });
      return { proposal, deeds: [deed('Thomas', 'ruling.as-proposed', { seat: thomas }), withdraws] };
    },
  },
  {
    name: 'two leaders ask the team',
    comesTo: ['leaders 1.1'],
    at: async () => {
      const { proposal, sorine, thomas } = await beforeLeaders();
      const asks = (name: string, seat: string) => deed(name, 'ruling.ask', { seat, question: 'Hvad siger mester?' });
      return { proposal, deeds: [asks('Sørine', sorine), asks('Thomas', thomas)] };
    },
  },
  {
    name: 'lead and co-lead answer a leader’s question',
    comesTo: ['leaders 1.1'],
    at: async () => {
      const { proposal, question } = await questioned();
      const answers = (name: string, answer: string) => deed(name, 'question.answer', { seat: question, answer });
      return { proposal, deeds: [answers('Carla', 'Han har en plads'), answers('Nanna', 'Mester siger ja')] };
    },
  },
  {
    name: 'the team answers a leader’s question while both leaders decide',
    comesTo: ['adopted by leaders'],
    at: async () => {
      const { proposal, sorine, thomas, question } = await questioned();
      const answers = deed('Carla', 'question.answer', { seat: question, answer: 'Han har en plads' });
      const decides = (name: string, seat: string) => deed(name, 'ruling.as-proposed', { seat });
      return { proposal, deeds: [answers, decides('Sørine', sorine), decides('Thomas', thomas)] };
    },
  },
  {
    name: 'lead and co-lead note that the citizen was told',
    comesTo: ['adopted by team'],
    at: async () => {
      const proposal = await allBut('Mette');
      await must('Mette', 'proposal.agree', { proposal, ...first });
      const toldOn = town.now().slice(0, 10);
      const tells = (name: string, said: string) =>
        deed(name, 'tell.done', { proposal, round: 1, how: 'phone', toldOn, said });
      return { proposal, deeds: [tells('Carla', 'Godt'), tells('Nanna', 'Fint')] };
    },
  },
];

describe.each(SCENES)('at the same moment $name', ({ at, comesTo }) => {
  test('it comes to one outcome, and everybody gets a card', async () => {
    for (const [n, jitter] of JITTER.entries()) {
      const { proposal, deeds } = await at();
      // Another comes first each time.
      const order = [...deeds.slice(n % deeds.length), ...deeds.slice(0, n % deeds.length)];
      const answers = await Promise.all(
        order.map(async (one, place) => {
          await pause(jitter[place] ?? 0);
          return one();
        }),
      );
      for (const answer of answers) {
        if (answer === 'beat') continue;
        expect(answer).not.toHaveProperty('failed');
        expect(answer).toHaveProperty('replace');
      }
      const now = await found(proposal);
      expect(comesTo).toContain(standing(now));
      expect(await misfits(proposal)).toEqual([]);
      // What is over needs no beat any more.
      if (now.state.stage.is !== 'closed')
        await must('Carla', 'proposal.withdraw', { proposal, reason: 'Forsøget er slut' });
    }
    expect(town.faults).toEqual([]);
  }, 60_000);
});
