// What a team's answers come to, held against the product's own words by `answers.ts`. In which order people answer does not
// matter, so teams that differ in it alone are lived through once; larger ones with every behaviour are in `team.long.ts`.
import fc from 'fast-check';
import { owedBy } from '../../../bot/decisions/owed-rules';
import { openVersion, stepProposal } from '../../../bot/decisions/proposal-rules';
import type { Proposal, ProposalEvent } from '../../../bot/decisions/state-rules';
import { BEHAVIOURS, everyMeeting, everyTeam, must, opening, seat, vote } from './answers';
import { around, day, smallTown } from './town';

const on = around(smallTown(), 0);

describe('a team that decides unanimously', () => {
  test('of up to two, whatever they do: 2,060 ways', () => {
    const all = everyTeam(stepProposal, 'unanimous-then-managers', {
      from: 0,
      to: 2,
      behaviours: BEHAVIOURS,
      replies: ['yes', 'names-doubt', 'silence'],
    });
    expect(all).toEqual({ lived: 2_060, ends: { 'no-voters': 12, adopted: 170, talk: 1_878 }, faults: [] });
  });

  test('of three to five: 4,487 ways', () => {
    const all = everyTeam(stepProposal, 'unanimous-then-managers', {
      from: 3,
      to: 5,
      behaviours: ['agree', 'doubt', 'silent', 'left-out'],
      replies: ['yes', 'silence'],
    });
    expect(all).toEqual({ lived: 4_487, ends: { 'no-voters': 30, adopted: 838, talk: 3_619 }, faults: [] });
  });

  test('of up to five at a meeting, where the lead notes that they agree or does not: 6,006 ways', () => {
    expect(everyMeeting(stepProposal, 5)).toEqual({ lived: 6_006, faults: [] });
  });

  test('comes to the same in whichever order they answer', () => {
    const kinds = fc.constantFrom('agree', 'doubt', 'disagree', null);
    const teams = fc.array(kinds, { minLength: 1, maxLength: 5 });
    const shuffled = teams.chain((said) =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray([...said.keys()], { minLength: said.length })),
    );
    const stands = (said: readonly ('agree' | 'doubt' | 'disagree' | null)[], order: readonly number[]) => {
      const seats = said.map((_, n) => seat(`${n % 2 === 0 ? 'a' : 'b'}${n}`));
      let state = openVersion('unanimous-then-managers', opening({ seats }), 1, 0, on);
      for (const n of order) {
        const kind = said[n];
        if (state !== 'no-voters' && kind) state = must(stepProposal, state, vote(seats[n]?.personId ?? '', kind), on);
      }
      return state;
    };
    fc.assert(
      fc.property(shuffled, ([said, order]) => {
        expect(stands(said, order)).toEqual(stands(said, [...said.keys()]));
      }),
      { numRuns: 200 },
    );
  });
});

test.each(['professional-decides', 'advice-process'] as const)('%s: every team of up to five: 3,003 ways', (rule) => {
  const all = everyTeam(stepProposal, rule, {
    from: 0,
    to: 5,
    behaviours: ['agree', 'doubt', 'silent', 'left-out', 'leaves'],
    replies: [],
  });
  const ends =
    rule === 'advice-process'
      ? { 'no-voters': 21, adopted: 585, talk: 2_397 }
      : { 'no-voters': 21, adopted: 585, professional: 2_116, talk: 281 };
  expect(all).toEqual({ lived: 3_003, ends, faults: [] });
});

describe('agreed with the citizen', () => {
  const open = (citizen: Proposal['citizen']) => {
    const state = openVersion(
      'agreed-with-citizen',
      opening({ seats: [seat('a1')], responsibleId: 'a1', proposerId: 'a1', citizen }),
      1,
      0,
      on,
    );
    if (state === 'no-voters') throw new Error('the responsible has a voice');
    return state;
  };
  const citizen = (answer: 'yes' | 'no'): ProposalEvent => ({ kind: 'citizen-answers', answer });
  const yes = vote('a1', 'agree');

  test.each<{ name: string; knew?: 'yes'; events: readonly ProposalEvent[]; is: string; owed?: readonly string[] }>([
    { name: 'the citizen and then the responsible say yes', events: [citizen('yes'), yes], is: 'adopted' },
    { name: 'the responsible and then the citizen say yes', events: [yes, citizen('yes')], is: 'adopted' },
    { name: 'the citizen had said yes before', knew: 'yes', events: [yes], is: 'adopted' },
    { name: 'the responsible disagrees', events: [citizen('yes'), vote('a1', 'disagree')], is: 'wish' },
    { name: 'the responsible is in doubt', events: [vote('a1', 'doubt')], is: 'wish' },
    { name: 'the responsible is silent', knew: 'yes', events: [{ kind: 'answers-past-due' }], is: 'wish' },
    { name: 'the responsible leaves', knew: 'yes', events: [{ kind: 'gone', personId: 'a1' }], is: 'wish' },
    { name: 'the citizen says no', events: [citizen('no')], is: 'wish' },
    { name: 'the citizen says no after the responsible said yes', events: [yes, citizen('no')], is: 'wish' },
    { name: 'nobody has said anything', events: [], is: 'asking', owed: ['proposal-answer', 'citizen-answer'] },
    { name: 'the responsible waits for the citizen', events: [yes], is: 'asking', owed: ['citizen-answer'] },
    {
      name: 'the responsible waits for the citizen past the date',
      events: [yes, { kind: 'answers-past-due' }],
      is: 'asking',
      owed: ['citizen-answer'],
    },
    {
      name: 'the citizen waits for the responsible',
      events: [citizen('yes')],
      is: 'asking',
      owed: ['proposal-answer'],
    },
  ])('$name: $is', ({ knew, events, is, owed = [] }) => {
    let state = open(knew ?? null);
    for (const event of events) state = must(stepProposal, state, event, around(smallTown(), 3));
    expect(state.stage.is === 'closed' ? state.stage.outcome.kind : state.stage.is).toBe(is);
    expect(owedBy(state, () => true).map((one) => one.kind)).toEqual(owed);
  });

  test('the responsible who asks leaders first answers a working day after them', () => {
    const asks = { kind: 'leaders-asked', personId: 'a1' } as const;
    const state = must(stepProposal, open('yes'), asks, around(smallTown(), 1));
    expect(owedBy(state, () => true)).toMatchObject([{ kind: 'proposal-answer', dueOn: day(4) }]);
    const said = must(stepProposal, open(null), yes, on);
    for (const [which, personId] of [
      [said, 'a1'],
      [open('yes'), 'b1'],
    ] as const)
      expect(stepProposal(which, { kind: 'leaders-asked', personId }, on)).toEqual({ refused: 'closed' });
  });
});
