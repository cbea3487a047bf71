// Who is asked when the house is not as on paper: vacancies, deputies, one manager for all, and people who leave in the middle.
import { type Owed, owedBy } from '../../../bot/decisions/owed-rules';
import { openVersion, stepProposal } from '../../../bot/decisions/proposal-rules';
import type { DecisionRule, Opening, Proposal, ProposalEvent } from '../../../bot/decisions/state-rules';
import { must, opening, seat, vote } from './answers';
import { ruling, type Saying } from './leaders';
import { around, day, smallTown, type Town } from './town';

/** A proposal in a town, on the day it is looked at. */
type Told = { readonly town: Town; state: Proposal; today: number };

function begin(
  { rule = 'unanimous-then-managers', change }: { rule?: DecisionRule; change?: (town: Town) => void },
  changes: Partial<Opening> = {},
): Told {
  const town = smallTown();
  change?.(town);
  const seats = [seat('a1'), seat('b1')];
  const state = openVersion(rule, opening({ seats, ...changes }), 1, 0, around(town, 0));
  if (state === 'no-voters') throw new Error('there are voices');
  return { town, state, today: 0 };
}

/** Tells on: what happens, today. */
function then(told: Told, ...events: readonly ProposalEvent[]): Told {
  for (const event of events) told.state = must(stepProposal, told.state, event, around(told.town, told.today));
  return told;
}

function leaves(told: Told, personId: string, heir?: string): Told {
  told.town.left.add(personId);
  for (const [id, one] of told.town.departments)
    if (one.manager === personId) told.town.departments.set(id, { ...one, manager: heir ?? null });
  if (told.town.directors.includes(personId)) told.town.directors.splice(0);
  return then(told, { kind: 'gone', personId });
}

/** The date of what is owed has come and gone. */
function late(told: Told, kind: ProposalEvent['kind']): Told {
  told.today += 10;
  return then(told, { kind } as ProposalEvent);
}

function says(told: Told, personId: string, saying: Exclude<Saying, 'silent'>): Told {
  const seatId = told.state.hearings.at(-1)?.seats.find((one) => one.personId === personId)?.id ?? `no ${personId}`;
  return then(told, { kind: 'ruling', seatId, ruling: ruling(saying), together: false });
}

const put: ProposalEvent = { kind: 'put-before-leaders', only: null };
const yes = (managerId: string, byId = managerId): ProposalEvent => ({ kind: 'voice-yes', managerId, byId });
const names = (managerId: string, personId: string): ProposalEvent => ({
  kind: 'voice-named',
  managerId,
  byId: managerId,
  seat: seat(personId),
});

const who = (one: Owed): string => (one.owner.role === 'lead' ? 'lead' : (one.owner.personId ?? 'nobody'));
const owed = ({ town, state }: Told): Owed[] => owedBy(state, (id) => !town.left.has(id));
const owes = (told: Told): string[] =>
  owed(told)
    .map((one) => `${one.kind} ${who(one)}`)
    .sort();
const asked = ({ state }: Told): string[] =>
  (state.hearings.at(-1)?.seats ?? []).map((one) => `${one.personId} ${one.because} ${one.departmentIds}`).sort();
const at = ({ state }: Told): string =>
  state.stage.is === 'closed' ? `${state.stage.outcome.kind} by ${state.stage.outcome.by}` : state.stage.is;

/** Put before the leaders of a and b after a doubt in each. */
const disputed = (change?: (town: Town) => void, changes: Partial<Opening> = {}): Told =>
  then(begin(change ? { change } : {}, changes), vote('a1', 'doubt'), vote('b1', 'disagree'), put);
const vacant =
  (...ids: readonly string[]) =>
  (town: Town): void => {
    for (const id of ids) {
      const above = town.departments.get(id)?.above ?? null;
      town.departments.set(id, { manager: null, above });
      if (id === 'house') town.directors.splice(0);
    }
  };

describe('the leaders a matter is put before', () => {
  const seats = [seat('a1'), seat('b1'), { ...seat('ma'), departmentId: 'a' }];
  test.each<{ name: string; told: Told; are: readonly string[] }>([
    { name: 'are the managers of the departments in doubt', told: disputed(), are: ['ma manager a', 'mb manager b'] },
    {
      name: 'are those of the touched, though nobody there doubts',
      told: then(begin({}, { touched: ['c'] }), vote('a1', 'doubt'), put),
      are: ['ma manager a', 'mc manager c'],
    },
    {
      name: 'are those alone to whom the lead narrows it',
      told: then(begin({}), vote('a1', 'doubt'), vote('b1', 'doubt'), { kind: 'put-before-leaders', only: ['b'] }),
      are: ['mb manager b'],
    },
    {
      name: 'are all of them when narrowing leaves nobody',
      told: then(begin({}), vote('a1', 'doubt'), { kind: 'put-before-leaders', only: ['c'] }),
      are: ['ma manager a'],
    },
    {
      name: 'are one, once, where one manager leads all',
      told: disputed((town) => town.departments.set('b', { manager: 'ma', above: 'people' })),
      are: ['ma manager a,b'],
    },
    {
      name: 'is the head where a manager is wanting',
      told: disputed(vacant('a')),
      are: ['h manager a', 'mb manager b'],
    },
    {
      name: 'is the head, once, where both are',
      told: disputed(vacant('a', 'b')),
      are: ['h manager a,b'],
    },
    {
      name: 'is the director where head and managers are',
      told: disputed(vacant('a', 'b', 'people')),
      are: ['d manager a,b'],
    },
    {
      name: 'is the deputy of a manager who is on the team',
      told: disputed((town) => town.deputies.set('ma', 'da'), { seats }),
      are: ['da deputy a', 'mb manager b'],
    },
    {
      name: 'is the head of a manager on the team who has no deputy',
      told: disputed(undefined, { seats }),
      are: ['h head a', 'mb manager b'],
    },
    {
      name: 'is the head when the deputy has left',
      told: disputed(
        (town) => {
          town.deputies.set('ma', 'da');
          town.left.add('da');
        },
        { seats },
      ),
      are: ['h head a', 'mb manager b'],
    },
    {
      name: 'is the head when the deputy is on the team too',
      told: disputed((town) => town.deputies.set('ma', 'da'), {
        seats: [...seats, { ...seat('da'), departmentId: 'a' }],
      }),
      are: ['h head a', 'mb manager b'],
    },
    {
      name: 'is nobody on the team, though disqualified there',
      told: disputed(undefined, { seats, leftOut: new Set(['ma']) }),
      are: ['h head a', 'mb manager b'],
    },
    {
      name: 'is nobody who had a voice, though they lost it',
      told: then(
        begin({}, { seats }),
        vote('ma', 'agree'),
        { kind: 'gone', personId: 'ma' },
        vote('a1', 'doubt'),
        vote('b1', 'doubt'),
        put,
      ),
      are: ['h head a', 'mb manager b'],
    },
    {
      name: 'is another director where all the leaders of a department are on the team',
      told: disputed(
        (town) => {
          town.directors.push('d2');
        },
        { seats: [...seats, { ...seat('h'), departmentId: 'a' }, { ...seat('d'), departmentId: 'a' }] },
      ),
      are: ['d2 director a', 'mb manager b'],
    },
  ])('$name', ({ told, are }) => {
    expect(asked(told)).toEqual(are);
  });
});

describe('a manager who said yes for a silent department', () => {
  const c = { expected: ['a', 'b', 'c'], touched: ['a', 'b', 'c'] };
  /** a and b agreed, mc says yes for c; then b thinks again. */
  const afterYes = (change?: (town: Town) => void, byId = 'mc'): Told => {
    const told = begin(change ? { change } : {}, { ...c, touched: ['c'], expected: ['a', 'b', 'c', 'd'] });
    told.town.departments.set('d', { manager: 'md', above: 'work' });
    return then(told, vote('a1', 'agree'), vote('b1', 'agree'), yes('mc', byId), vote('b1', 'doubt'), put);
  };

  test('has voted: the head decides, and not the deputy', () => {
    expect(asked(afterYes((town) => town.deputies.set('mc', 'da')))).toContain('k head c');
  });
  test('has voted also when the deputy said it', () => {
    expect(asked(afterYes((town) => town.deputies.set('mc', 'da'), 'da'))).toContain('k head c');
  });
  test('does not decide above either', () => {
    const told = begin({ change: (town) => town.departments.set('c', { manager: 'h', above: 'house' }) }, c);
    then(told, vote('a1', 'agree'), vote('b1', 'agree'));
    told.town.departments.set('e', { manager: 'me', above: 'house' });
    told.state = { ...told.state, expected: [...told.state.expected, 'e'] };
    then(told, { kind: 'gone', personId: 'nobody' }, yes('h'), vote('a1', 'doubt'), vote('b1', 'doubt'), put);
    says(says(told, 'ma', 'as-proposed'), 'mb', 'not');
    late(told, 'ruling-past-due');
    expect(asked(told)).not.toContain('h common-leader a,b');
    expect(told.state.hearings.flatMap((one) => one.seats.map((each) => each.personId))).not.toContain('h');
  });
  test('makes a department agree whose only voice stayed silent', () => {
    const told = begin({}, { seats: [seat('a1')], expected: ['a'] });
    late(told, 'answers-past-due');
    expect(owes(told)).toEqual(['department-voice ma']);
    expect(at(then(told, yes('ma')))).toBe('adopted by team');
  });
});

describe('the manager of a silent department', () => {
  const silent = (change?: (town: Town) => void, changes: Partial<Opening> = {}): Told =>
    then(
      begin(change ? { change } : {}, { seats: [seat('a1')], expected: ['a', 'b', 'c'], ...changes }),
      vote('a1', 'agree'),
    );

  test.each<{ name: string; told: Told; owes: readonly string[] }>([
    { name: 'is asked, each for their own', told: silent(), owes: ['department-voice mb', 'department-voice mc'] },
    {
      name: 'is asked once for all that are theirs',
      told: silent((town) => town.departments.set('c', { manager: 'mb', above: 'work' })),
      owes: ['department-voice mb'],
    },
    {
      name: 'is the head where there is none',
      told: silent(vacant('b')),
      owes: ['department-voice h', 'department-voice mc'],
    },
    {
      name: 'is the head of one who has a voice themselves',
      told: then(silent(undefined, { seats: [seat('a1'), { ...seat('mb'), departmentId: 'a' }] }), vote('mb', 'agree')),
      owes: ['department-voice h', 'department-voice mc'],
    },
    {
      name: 'is the head of one who is disqualified',
      told: silent(undefined, {
        seats: [seat('a1'), { ...seat('mb'), departmentId: 'b' }],
        leftOut: new Set(['mb']),
      }),
      owes: ['department-voice h', 'department-voice mc'],
    },
    {
      name: 'is nobody where nobody leads it, which stands on the list of what has no owner',
      told: silent(vacant('b', 'people', 'house')),
      owes: ['department-voice mc', 'department-voice nobody'],
    },
    {
      name: 'is handed on when they leave',
      told: leaves(silent(), 'mb'),
      owes: ['department-voice h', 'department-voice mc'],
    },
    {
      name: 'is handed on past a head who has a voice',
      told: leaves(
        then(silent(undefined, { seats: [seat('a1'), { ...seat('h'), departmentId: 'a' }] }), vote('h', 'agree')),
        'mb',
      ),
      owes: ['department-voice d', 'department-voice mc'],
    },
    {
      name: 'is handed to their successor',
      told: leaves(silent(), 'mb', 'mb2'),
      owes: ['department-voice mb2', 'department-voice mc'],
    },
    {
      name: 'is asked on for the other of their departments after naming somebody for one',
      told: then(
        silent((town) => town.departments.set('c', { manager: 'mb', above: 'work' })),
        names('mb', 'b2'),
      ),
      owes: ['department-voice mb', 'proposal-answer b2'],
    },
    {
      name: 'names another manager, who then speaks for themselves and not for a second department',
      told: then(silent(), {
        kind: 'voice-named',
        managerId: 'mb',
        byId: 'mb',
        seat: { ...seat('mc'), departmentId: 'b' },
      }),
      owes: ['department-voice k', 'proposal-answer mc'],
    },
    {
      name: 'is still asked while a doubt elsewhere is talked about',
      told: then(silent(), vote('a1', 'doubt')),
      owes: ['decision-talk lead', 'department-voice mb', 'department-voice mc'],
    },
  ])('$name', ({ told, owes: are }) => {
    expect(owes(told)).toEqual(are);
  });

  test('is asked no more when somebody of the department answers after all', () => {
    const told = then(begin({}), vote('a1', 'agree'));
    late(told, 'answers-past-due');
    expect(owes(told)).toEqual(['department-voice mb']);
    expect(at(then(told, vote('b1', 'agree')))).toBe('adopted by team');
  });
  test('has two working days also when asked after the others, who are late by then', () => {
    const told = silent(undefined, { seats: [seat('a1'), seat('b1')] });
    then(told, vote('b1', 'agree'));
    told.today = 2;
    leaves(told, 'b1');
    expect(owed(told).map((one) => [who(one), one.dueOn])).toEqual([
      ['mc', day(2)],
      ['mb', day(4)],
    ]);
    told.today = 3;
    then(told, { kind: 'voice-past-due' });
    expect(owes(told)).toEqual(['department-voice mb']);
  });
  test('is asked anew, under a number of its own, when another of their departments falls silent', () => {
    const told = begin({ change: (town) => town.departments.set('b', { manager: 'mc', above: 'people' }) }, c3);
    then(told, vote('a1', 'agree'), vote('b1', 'agree'));
    const first = owed(told);
    expect(first).toMatchObject([{ kind: 'department-voice', owner: { personId: 'mc' } }]);
    then(told, names('mc', 'c2'));
    leaves(told, 'b1');
    then(told, vote('c2', 'agree'));
    expect(owed(told)).toMatchObject([{ kind: 'department-voice', owner: { personId: 'mc' } }]);
    expect(owed(told)[0]?.round).not.toBe(first[0]?.round);
  });
});
const c3 = { expected: ['a', 'b', 'c'] };

describe('a leader who leaves in the middle', () => {
  test.each<{ name: string; told: Told; asked: readonly string[]; owes: readonly string[] }>([
    {
      name: 'is followed by their successor, who is asked',
      told: leaves(disputed(), 'ma', 'ma2'),
      asked: ['ma2 manager a', 'mb manager b'],
      owes: ['ruling ma2', 'ruling mb'],
    },
    {
      name: 'is followed by the head where there is none',
      told: leaves(disputed(), 'ma'),
      asked: ['h manager a', 'mb manager b'],
      owes: ['ruling h', 'ruling mb'],
    },
    {
      name: 'is followed by one who sits there already, and is not asked twice',
      told: leaves(says(disputed(), 'mb', 'not'), 'ma', 'mb'),
      asked: [],
      owes: [],
    },
    {
      name: 'is followed by one who sits there and has not answered, for both departments',
      told: leaves(disputed(), 'ma', 'mb'),
      asked: ['mb manager b,a'],
      owes: ['ruling mb'],
    },
    {
      name: 'keeps the others’ answers',
      told: leaves(says(disputed(), 'mb', 'not'), 'ma', 'ma2'),
      asked: ['ma2 manager a', 'mb manager b'],
      owes: ['ruling ma2'],
    },
    {
      name: 'has decided, if they had answered',
      told: leaves(says(disputed(), 'ma', 'not'), 'ma', 'ma2'),
      asked: ['ma manager a', 'mb manager b'],
      owes: ['ruling mb'],
    },
    {
      name: 'is followed when all are asked once more, though they had answered',
      told: says(leaves(says(disputed(), 'ma', 'not'), 'ma', 'ma2'), 'mb', 'as-proposed'),
      asked: ['ma2 manager a', 'mb manager b'],
      owes: ['ruling ma2', 'ruling mb'],
    },
    {
      name: 'is followed by a new common leader',
      told: leaves(late(disputed(), 'ruling-past-due'), 'h', 'h2'),
      asked: ['h2 common-leader a,b'],
      owes: ['ruling h2'],
    },
    {
      name: 'is followed by the next above where the common leader has no successor',
      told: leaves(late(disputed(), 'ruling-past-due'), 'h'),
      asked: ['d common-leader a,b'],
      owes: ['ruling d'],
    },
    {
      name: 'leaves it to the lead where nobody leads the departments, until somebody does',
      told: leaves(disputed(vacant('b', 'people', 'house')), 'ma'),
      asked: [],
      owes: ['leader-missing lead'],
    },
  ])('$name', ({ told, asked: are, owes: owing }) => {
    if (at(told) === 'leaders') expect(asked(told)).toEqual(are);
    else expect(are).toEqual([]);
    expect(owes(told)).toEqual(owing);
  });

  test('of whom nobody is left, leaves it to whoever leads the departments next, with days of their own', () => {
    const told = leaves(disputed(vacant('b', 'people', 'house')), 'ma');
    told.today = 4;
    then(told, { kind: 'leaders-sought' });
    expect(owed(told)).toMatchObject([{ kind: 'leader-missing', dueOn: day(4) }]);
    told.town.departments.set('a', { manager: 'new', above: 'people' });
    told.today = 6;
    then(told, { kind: 'leaders-sought' });
    expect(asked(told)).toEqual(['new manager a']);
    expect(owed(told)).toMatchObject([{ kind: 'ruling', dueOn: day(11), owner: { personId: 'new' } }]);
    expect(at(says(told, 'new', 'not'))).toBe('not by leaders');
  });
  test('is no reason to look for leaders where somebody is left', () => {
    const told = leaves(disputed(), 'ma');
    expect(stepProposal(told.state, { kind: 'leaders-sought' }, around(told.town, 0))).toEqual({ refused: 'closed' });
  });
  test('above leaves it to whoever leads those below next', () => {
    const told = late(disputed(), 'ruling-past-due');
    expect(asked(told)).toEqual(['h common-leader a,b']);
    told.town.departments.set('house', { manager: null, above: null });
    told.town.directors.splice(0);
    leaves(told, 'h');
    expect(owes(told)).toEqual(['leader-missing lead']);
    told.town.departments.set('people', { manager: 'new', above: 'house' });
    expect(asked(then(told, { kind: 'leaders-sought' }))).toEqual(['new common-leader a,b']);
  });
  test('on the last day leaves it to an heir who has a working day at least', () => {
    const told = disputed();
    told.today = 5;
    leaves(told, 'ma', 'new');
    expect(owed(told).map((one) => [who(one), one.dueOn])).toEqual([
      ['mb', day(6)],
      ['new', day(6)],
    ]);
    // With days left they keep the date, and so does whoever takes on what they decide already.
    expect(new Set(owed(leaves(disputed(), 'ma', 'new')).map((one) => one.dueOn))).toEqual(new Set([day(5)]));
    const again = disputed();
    again.today = 5;
    expect(owed(leaves(again, 'ma', 'mb'))).toMatchObject([{ owner: { personId: 'mb' }, dueOn: day(5) }]);
  });
  test('is decided by whoever took the departments on, with the answer they had given', () => {
    expect(at(leaves(says(disputed(), 'mb', 'not'), 'ma', 'mb'))).toBe('not by leaders');
  });
  test('who was asked below takes no seat above', () => {
    // Nobody leads b but a director; the two differ, and another director decides, who then leaves.
    const told = disputed((town) => {
      vacant('b', 'people', 'house')(town);
      town.directors.push('d1', 'd2');
    });
    expect(asked(told)).toEqual(['d1 director b', 'ma manager a']);
    late(told, 'ruling-past-due');
    expect(asked(told)).toEqual(['d2 common-leader a,b']);
    told.town.left.add('d2');
    told.town.directors.splice(1);
    then(told, { kind: 'gone', personId: 'd2' });
    expect(owes(told)).toEqual(['leader-missing lead']);
  });
});

describe('leaders who differ with nobody above', () => {
  const apart = (): Told => {
    const told = disputed(vacant('people', 'house'));
    says(says(told, 'ma', 'as-proposed'), 'mb', 'not');
    const once = owed(told).map((one) => one.round);
    says(says(told, 'ma', 'as-proposed'), 'mb', 'not');
    expect(told.state.hearings.at(-1)?.status).toBe('late');
    expect(once).not.toContain(owed(told)[0]?.round);
    return told;
  };

  test('each owe it until they come together, under a number that was not used', () => {
    expect(owes(apart())).toEqual(['ruling ma', 'ruling mb']);
    const rounds = new Set<number>();
    const told = disputed(vacant('people', 'house'));
    for (const saying of ['as-proposed', 'not'] as const) {
      for (const one of owed(told)) rounds.add(one.round);
      says(says(told, 'ma', 'as-proposed'), 'mb', saying === 'not' ? 'not' : 'b');
    }
    expect(rounds.has(owed(told)[0]?.round ?? 0)).toBe(false);
  });
  test('decide when one comes round, however late', () => {
    const told = apart();
    late(told, 'ruling-past-due');
    expect(at(told)).toBe('leaders');
    expect(at(says(told, 'mb', 'as-proposed'))).toBe('adopted by leaders');
  });
  test('try once more when one of them leaves', () => {
    const told = leaves(apart(), 'ma', 'ma2');
    expect(asked(told)).toEqual(['ma2 manager a', 'mb manager b']);
    expect(owes(told)).toEqual(['ruling ma2', 'ruling mb']);
    says(says(told, 'ma2', 'as-proposed'), 'mb', 'not');
    expect(owes(told)).toEqual(['ruling ma2', 'ruling mb']);
  });
  test('leave it to a leader who comes to be above them', () => {
    const told = apart();
    told.town.departments.set('people', { manager: 'h', above: 'house' });
    expect(owes(late(told, 'ruling-past-due'))).toEqual(['ruling ma', 'ruling mb']);
    expect(asked(says(told, 'mb', 'b'))).toEqual(['h common-leader a,b']);
  });
});

describe('somebody of the team leaves in the middle', () => {
  test.each<{ name: string; told: Told; is: string; owes: readonly string[] }>([
    {
      name: 'the last who had not answered: the department’s manager is asked',
      told: leaves(then(begin({}), vote('a1', 'agree')), 'b1'),
      is: 'asking',
      owes: ['department-voice mb'],
    },
    {
      name: 'with another of the department who agreed: it is decided',
      told: leaves(
        then(begin({}, { seats: [seat('a1'), seat('b1'), seat('b2')] }), vote('a1', 'agree'), vote('b2', 'agree')),
        'b1',
      ),
      is: 'adopted by team',
      owes: [],
    },
    {
      name: 'the one in doubt: the others are asked as before',
      told: leaves(then(begin({}), vote('b1', 'doubt')), 'b1'),
      is: 'asking',
      owes: ['proposal-answer a1'],
    },
    {
      name: 'one who agreed: their department is silent again',
      told: leaves(then(begin({}), vote('b1', 'agree')), 'b1'),
      is: 'asking',
      owes: ['proposal-answer a1'],
    },
    {
      name: 'one who stood in for a colleague: the department’s manager is asked',
      told: leaves(then(begin({}, { seats: [seat('a1'), seat('b1', 'b9')] }), vote('a1', 'agree')), 'b1'),
      is: 'asking',
      owes: ['department-voice mb'],
    },
    {
      name: 'everybody: the managers are asked, and nothing is agreed by nobody',
      told: leaves(leaves(begin({}), 'a1'), 'b1'),
      is: 'asking',
      owes: ['department-voice ma', 'department-voice mb'],
    },
    {
      name: 'the responsible, of what is to be granted: the lead sends it',
      told: leaves(
        then(begin({}, { visitation: true, responsibleId: 'a1' }), vote('a1', 'agree'), vote('b1', 'agree')),
        'a1',
      ),
      is: 'to-send',
      owes: ['visitation-send lead'],
    },
    {
      name: 'an adviser: the others are waited for',
      told: leaves(begin({ rule: 'advice-process' }, { advisers: ['x', 'y'] }), 'x'),
      is: 'advice',
      owes: ['advice y'],
    },
    {
      name: 'the last adviser: the lead writes what was taken from the others',
      told: leaves(
        then(begin({ rule: 'advice-process' }, { advisers: ['x', 'y'] }), { kind: 'advised', personId: 'y' }),
        'x',
      ),
      is: 'taking',
      owes: ['advice-taken lead'],
    },
    {
      name: 'the professional who is to decide: the team talks, and then leaders',
      told: leaves(then(begin({ rule: 'professional-decides' }, { professionalId: 'a1' }), vote('b1', 'doubt')), 'a1'),
      is: 'talk',
      owes: ['decision-talk lead'],
    },
    {
      name: 'somebody who has nothing to do with it',
      told: leaves(begin({}), 'stranger'),
      is: 'asking',
      owes: ['proposal-answer a1', 'proposal-answer b1'],
    },
  ])('$name', ({ told, is, owes: are }) => {
    expect(at(told)).toBe(is);
    expect(owes(told)).toEqual(are);
  });
});

describe('the professional whom the model names', () => {
  const doubted = (change?: (town: Town) => void): Told =>
    then(
      begin({ rule: 'professional-decides', ...(change ? { change } : {}) }, { professionalId: 'a1' }),
      vote('b1', 'doubt'),
    );

  test.each([
    ['as-proposed', 'adopted by professional'],
    ['not', 'not by professional'],
    ['b', 'other by professional'],
  ] as const)('decides: %s', (saying, is) => {
    expect(at(then(doubted(), { kind: 'professional-decides', ruling: ruling(saying) }))).toBe(is);
  });
  test('need not decide when the doubt is taken back', () => {
    expect(at(then(doubted(), vote('b1', 'agree'), vote('a1', 'agree')))).toBe('adopted by team');
  });
  test('leaves it to their nearest leader when they do not decide in time', () => {
    const told = doubted();
    told.town.homes.set('a1', 'a');
    expect(asked(late(told, 'professional-past-due'))).toEqual(['ma manager a,b']);
  });
  test('leaves it to the leaders of the departments where nobody leads them', () => {
    expect(asked(late(doubted(vacant('house')), 'professional-past-due'))).toEqual(['ma manager a', 'mb manager b']);
  });
  test('is asked under a new number when the doubt comes again', () => {
    const told = doubted();
    const round = owed(told).find((one) => one.kind === 'professional-decision')?.round;
    then(told, vote('b1', 'agree'), vote('b1', 'doubt'));
    expect(owed(told).find((one) => one.kind === 'professional-decision')?.round).not.toBe(round);
  });
});

describe('while a proposal is talked about', () => {
  test('a clarification asks the doubting anew, until the end of the next working day', () => {
    const told = then(begin({}), vote('a1', 'doubt'), vote('b1', 'agree'), { kind: 'clarify' });
    expect(owes(told)).toEqual(['decision-talk lead', 'proposal-answer a1']);
    expect(owed(told).map((one) => one.dueOn)).toEqual([day(1), day(1)]);
    expect(at(then(told, vote('a1', 'agree')))).toBe('adopted by team');
  });
  test('a doubt that stays is a talk anew', () => {
    const told = then(begin({}), vote('a1', 'doubt'), { kind: 'clarify' });
    const round = owed(told).find((one) => one.kind === 'decision-talk')?.round;
    then(told, vote('a1', 'disagree'));
    expect(owed(told).find((one) => one.kind === 'decision-talk')?.round).not.toBe(round);
  });
  test('whoever was asked anew keeps the time for it when another doubt opens a new talk', () => {
    const told = begin({}, { seats: [seat('a1'), seat('b1'), seat('b2')] });
    then(told, vote('a1', 'doubt'), vote('b1', 'agree'), vote('b2', 'agree'));
    told.today = 1;
    then(told, { kind: 'clarify' });
    told.today = 2;
    then(told, vote('b1', 'doubt'));
    const anew = owed(told).find((one) => one.kind === 'proposal-answer');
    expect([anew && who(anew), anew?.dueOn]).toEqual(['a1', day(3)]);
  });
  test('nobody does anything: it goes before the leaders the day after', () => {
    const told = then(begin({}), vote('a1', 'doubt'), vote('b1', 'disagree'));
    expect(asked(late(told, 'talk-past-due'))).toEqual(['ma manager a', 'mb manager b']);
  });
  test('nobody does anything where leaders cannot oppose: it is not agreed', () => {
    const told = then(begin({ rule: 'advice-process' }), vote('a1', 'doubt'));
    expect(stepProposal(told.state, put, around(told.town, 0))).toEqual({ refused: 'closed' });
    expect(at(late(told, 'talk-past-due'))).toBe('not-agreed by team');
  });
});

describe('an amended proposal', () => {
  const amended = (told: Told): Told =>
    then(told, { kind: 'amend', opening: opening({ seats: [seat('a1'), seat('b1')], proposerId: 'a1' }) });

  test('is a new version: answers lapse, and whoever proposes it agrees', () => {
    const told = amended(then(begin({}), vote('a1', 'doubt'), vote('b1', 'agree')));
    expect(told.state.n).toBe(2);
    expect(owes(told)).toEqual(['proposal-answer b1']);
  });
  test('asks under numbers of its own', () => {
    const told = then(begin({}), vote('a1', 'doubt'));
    const before = owed(told).map((one) => `${one.kind} ${one.round}`);
    for (const one of owed(amended(told))) expect(before).not.toContain(`${one.kind} ${one.round}`);
  });
  test('is asked for advice anew', () => {
    const told = begin({ rule: 'advice-process' }, { advisers: ['x'] });
    const [first] = owed(told);
    then(told, { kind: 'amend', opening: opening({ seats: [seat('a1')], advisers: ['x'] }) });
    expect(owes(told)).toEqual(['advice x']);
    expect(owed(told)[0]?.round).not.toBe(first?.round);
  });
  test('is refused where it leaves nobody to decide, and once leaders decide', () => {
    const told = then(begin({}), vote('a1', 'doubt'));
    const nobody = { kind: 'amend', opening: opening() } as const;
    expect(stepProposal(told.state, nobody, around(told.town, 0))).toEqual({ refused: 'no-voters' });
    const amend = { kind: 'amend', opening: opening({ seats: [seat('a1')] }) } as const;
    expect(stepProposal(then(told, put).state, amend, around(told.town, 0))).toEqual({ refused: 'closed' });
  });
});

describe('advice', () => {
  test('is taken from those who were asked only', () => {
    const told = begin({ rule: 'advice-process' }, { advisers: ['x'] });
    expect(stepProposal(told.state, { kind: 'advised', personId: 'y' }, around(told.town, 0))).toEqual({
      refused: 'not-yours',
    });
  });
  test('that did not come in time does not hold the matter up', () => {
    const told = begin({ rule: 'advice-process' }, { advisers: ['x', 'y'] });
    expect(owes(late(told, 'advice-past-due'))).toEqual(['advice-taken lead']);
    expect(owes(then(told, { kind: 'advice-taken' }))).toEqual(['proposal-answer a1', 'proposal-answer b1']);
  });
});

test.each<{ name: string; told: Told }>([
  { name: 'being asked', told: begin({}) },
  { name: 'talked about', told: then(begin({}), vote('a1', 'doubt')) },
  { name: 'before leaders', told: disputed() },
])('a proposal can be withdrawn while $name, and nothing is owed then', ({ told }) => {
  expect(at(then(told, { kind: 'withdraw', reason: 'borgeren fandt selv en vej' }))).toBe('withdrawn by lead');
  expect(owes(told)).toEqual([]);
});
