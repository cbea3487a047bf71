// Every way that leaders can decide, over two rounds and by those above them, walked and judged by `leaders.ts`; three managers
// with all that each can say are in `leaders.long.ts`.
import { owedBy } from '../../../bot/decisions/owed-rules';
import { stepProposal } from '../../../bot/decisions/proposal-rules';
import type { Proposal } from '../../../bot/decisions/state-rules';
import { asMoment } from '../../../bot/time/moment';
import { must } from './answers';
import { beforeLeaders, everyDirection, everyLeadership, ruling, SAYINGS, type Saying } from './leaders';
import { around, smallTown } from './town';

const on = (n: number) => around(smallTown(), n);

describe('every way that leaders can decide', () => {
  test('one manager, then their head, then the director: 18 ways', () => {
    const all = everyLeadership(stepProposal, 1, { first: SAYINGS, again: [], above: SAYINGS });
    expect(all).toMatchObject({ ways: 18, faults: [] });
  });

  test('two managers of one head: 3,864 ways', () => {
    const above = ['as-proposed', 'not', 'silent'] as const;
    const all = everyLeadership(stepProposal, 2, { first: SAYINGS, again: SAYINGS, above });
    expect(all).toMatchObject({ ways: 3_864, faults: [] });
  });

  test('three managers, who share the director only: 3,681 ways', () => {
    const all = everyLeadership(stepProposal, 3, {
      first: SAYINGS,
      again: ['as-proposed', 'silent'],
      above: ['as-proposed', 'silent'],
    });
    expect(all).toMatchObject({ ways: 3_681, faults: [] });
  });

  test.each([
    [1, 19],
    [2, 73],
    [3, 157],
  ] as const)('%i who set a direction, which stands when all recognise it: %i ways', (many, ways) => {
    expect(everyDirection(stepProposal, many)).toMatchObject({ ways, faults: [] });
  });
});

const say = (state: Proposal, personId: string, saying: Exclude<Saying, 'silent'>, together = false): Proposal => {
  const seatId = state.hearings.at(-1)?.seats.find((one) => one.personId === personId)?.id ?? '';
  return must(stepProposal, state, { kind: 'ruling', seatId, ruling: ruling(saying), together }, on(1));
};
const standing = (state: Proposal): string => {
  const hearing = state.hearings.at(-1);
  return state.stage.is === 'closed' ? state.stage.outcome.kind : `${hearing?.level}.${hearing?.round}`;
};

describe('taking it together', () => {
  const at = asMoment('2026-03-05T10:00');
  const agreedOn = must(stepProposal, beforeLeaders(stepProposal, ['a', 'b']), { kind: 'together-at', at }, on(0));
  const recorded = say(agreedOn, 'ma', 'b', true);

  test('keeps the time that was agreed on, and asks nobody less', () => {
    expect(agreedOn.hearings.at(-1)?.togetherAt).toBe(at);
    expect(owedBy(agreedOn, () => true)).toHaveLength(2);
  });
  test('is recorded by one of them, and no decision before the other has confirmed it', () => {
    expect(recorded.hearings.at(-1)?.recordedBy).toBe(recorded.hearings.at(-1)?.seats[0]?.id);
    expect(standing(recorded)).toBe('1.1');
    expect(owedBy(recorded, () => true)).toMatchObject([{ kind: 'ruling', owner: { personId: 'mb' } }]);
  });
  test('stands when the other confirms it', () => {
    expect(standing(say(recorded, 'mb', 'b'))).toBe('other');
  });
  test('is tried once more when the other remembers it otherwise, in writing until they agree on a new time', () => {
    const again = say(recorded, 'mb', 'not');
    expect(standing(again)).toBe('1.2');
    expect(again.hearings.at(-1)).toMatchObject({ togetherAt: null, recordedBy: null });
  });
  test('has one who recorded it, whoever else thinks they did', () => {
    const twice = say(say(agreedOn, 'ma', 'b', true), 'ma', 'c', true);
    expect(twice.hearings.at(-1)?.recordedBy).toBe(recorded.hearings.at(-1)?.seats[0]?.id);
    expect(standing(say(twice, 'mb', 'c', true))).toBe('other');
  });
});

describe('a leader who answers', () => {
  const asked = beforeLeaders(stepProposal, ['a', 'b']);

  test('may think again until the others have answered', () => {
    expect(standing(say(say(say(asked, 'ma', 'not'), 'ma', 'as-proposed'), 'mb', 'as-proposed'))).toBe('adopted');
  });
  test('has to have a seat', () => {
    const event = { kind: 'ruling', seatId: 'nobody', ruling: ruling('not'), together: false } as const;
    expect(stepProposal(asked, event, on(0))).toEqual({ refused: 'not-yours' });
  });
  test('gives every reason that was given to the outcome, each once', () => {
    const closed = say(say(asked, 'ma', 'not'), 'mb', 'not');
    expect(closed.stage).toMatchObject({ is: 'closed', outcome: { reason: 'derfor' } });
  });
});
