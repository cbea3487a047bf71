import { ANCHORS, AUDIENCES, readLadders } from '../../bot/obligations/ladder';
import { ALL_LADDERS } from '../support/ladders';

const VERBS: ReadonlySet<string> = new Set(['meeting.past']);
const read = (yaml: string) => readLadders(yaml, { file: 'ladders.yaml', verbs: VERBS });

/** A ladder of one rung beside one that is in order, so that only the one under test can be refused. */
const withRung = (rung: string, more = '') =>
  `one: { nature: duty, snooze: never, absence: runs, ends: matter${more}, rungs: [{ key: good, when: due, tell: owner, by: card }, { ${rung} }] }`;
const headed = (head: string) => `one: { ${head}, rungs: [{ key: good, when: due, tell: owner, by: card }] }`;

function faultsOf(yaml: string): string[] {
  try {
    read(yaml);
    return [];
  } catch (fault) {
    return (fault instanceof Error ? fault.message : String(fault)).split('\n');
  }
}

describe('a ladder is refused', () => {
  test.each([
    {
      why: 'a rung both tells and does',
      yaml: withRung('key: a, when: due, tell: owner, by: card, do: meeting.past'),
      says: 'one, rung a: a rung either tells or does',
    },
    {
      why: 'a rung neither tells nor does',
      yaml: withRung('key: a, when: due'),
      says: 'one, rung a: a rung either tells or does',
    },
    { why: 'a role is unknown', yaml: withRung('key: a, when: due, tell: mayor, by: card'), says: 'one: rungs.1.tell' },
    {
      why: 'a role is a manager of nobody',
      yaml: withRung('key: a, when: due, tell: mentor.manager, by: card'),
      says: 'one: rungs.1.tell',
    },
    {
      why: 'a verb is unknown',
      yaml: withRung('key: a, when: due, do: meeting.vanish'),
      says: 'one, rung a: nothing in the house does "meeting.vanish"',
    },
    {
      why: 'an anchor is unknown',
      yaml: withRung('key: a, when: easter - 1d, tell: owner, by: card'),
      says: 'one, rung a: "when: easter - 1d" is not understood',
    },
    {
      why: 'an anchor of until is unknown',
      yaml: withRung('key: a, when: due, tell: owner, by: card, until: easter'),
      says: 'one: rungs.1.until',
    },
    {
      why: 'a unit is unknown',
      yaml: withRung('key: a, when: due - 3h, tell: owner, by: card'),
      says: 'one, rung a: "when: due - 3h" is not understood',
    },
    {
      why: 'a distance has no sign',
      yaml: withRung('key: a, when: due 3d, tell: owner, by: card'),
      says: 'one, rung a: "when: due 3d" is not understood',
    },
    {
      why: 'a distance is not whole',
      yaml: withRung('key: a, when: due - 1.5d, tell: owner, by: card'),
      says: 'one, rung a: "when: due - 1.5d" is not understood',
    },
    {
      why: 'a distance is years of days',
      yaml: withRung('key: a, when: due - 1000d, tell: owner, by: card'),
      says: 'one, rung a: "when: due - 1000d" is not understood',
    },
    {
      why: 'every stands without tell',
      yaml: withRung('key: a, when: due, do: meeting.past, every: 1w'),
      says: 'one, rung a: every goes with tell only',
    },
    {
      why: 'every is nought',
      yaml: withRung('key: a, when: due, tell: owner, by: card, every: 0w'),
      says: 'one, rung a: "every: 0w" is not understood',
    },
    {
      why: 'every is no distance',
      yaml: withRung('key: a, when: due, tell: owner, by: card, every: weekly'),
      says: 'one, rung a: "every: weekly" is not understood',
    },
    {
      why: 'grace stands on the owner',
      yaml: withRung('key: a, when: due, tell: owner, by: card, grace: 1'),
      says: 'one, rung a: grace is for tellings upward',
    },
    {
      why: 'grace of nought stands on the owner',
      yaml: withRung('key: a, when: due, tell: owner, by: card, grace: 0'),
      says: 'one, rung a: grace is for tellings upward',
    },
    {
      why: 'grace stands on a deed',
      yaml: withRung('key: a, when: due, do: meeting.past, grace: 1'),
      says: 'one, rung a: by and grace go with tell only',
    },
    {
      why: 'grace is not whole',
      yaml: withRung('key: a, when: due, tell: lead, by: card, grace: 0.5'),
      says: 'one: rungs.1.grace',
    },
    {
      why: 'grace is negative',
      yaml: withRung('key: a, when: due, tell: lead, by: card, grace: -1'),
      says: 'one: rungs.1.grace',
    },
    {
      why: 'by stands on a deed',
      yaml: withRung('key: a, when: due, do: meeting.past, by: card'),
      says: 'one, rung a: by and grace go with tell only',
    },
    {
      why: 'a telling does not say how',
      yaml: withRung('key: a, when: due, tell: owner'),
      says: 'one, rung a: say by: line or by: card',
    },
    {
      why: 'a telling is neither line nor card',
      yaml: withRung('key: a, when: due, tell: owner, by: letter'),
      says: 'one: rungs.1.by',
    },
    {
      why: 'an hour does not exist',
      yaml: withRung('key: a, when: due, tell: owner, by: card, at: "24:00"'),
      says: 'one: rungs.1.at',
    },
    {
      why: 'an hour is written without its nought',
      yaml: withRung('key: a, when: due, tell: owner, by: card, at: "9:00"'),
      says: 'one: rungs.1.at',
    },
    {
      why: 'quiet is for something else',
      yaml: withRung('key: a, when: due, tell: owner, by: card, quiet: always'),
      says: 'one: rungs.1.quiet',
    },
    {
      why: 'two rungs have one key',
      yaml: withRung('key: good, when: due, tell: owner, by: card'),
      says: 'one: two rungs have the same key',
    },
    {
      why: 'a key is no word',
      yaml: withRung('key: "Rung 1", when: due, tell: owner, by: card'),
      says: 'one: rungs.1.key',
    },
    {
      why: 'a rung has a field that nobody knows',
      yaml: withRung('key: a, when: due, tell: owner, by: card, colour: red'),
      says: 'one: rungs.1',
    },
    {
      why: 'it has a field that nobody knows',
      yaml: headed('nature: duty, snooze: never, absence: runs, ends: matter, colour: red'),
      says: 'one:',
    },
    {
      why: 'it has no end',
      yaml: headed('nature: duty, snooze: never, absence: runs'),
      says: 'one: the ladder never ends',
    },
    {
      why: 'it ends with something else',
      yaml: headed('nature: duty, snooze: never, absence: runs, ends: never'),
      says: 'one: ends',
    },
    {
      why: 'it may be postponed for longer than 14 days',
      yaml: headed('nature: duty, snooze: 15d, absence: runs, ends: matter'),
      says: 'one: snooze is 14d at most',
    },
    {
      why: 'it may be postponed for weeks',
      yaml: headed('nature: duty, snooze: 1w, absence: runs, ends: matter'),
      says: 'one: snooze',
    },
    {
      why: 'it does not say whether it may be postponed',
      yaml: headed('nature: duty, absence: runs, ends: matter'),
      says: 'one: snooze',
    },
    {
      why: 'its nature is unknown',
      yaml: headed('nature: wish, snooze: never, absence: runs, ends: matter'),
      says: 'one: nature',
    },
    {
      why: 'it does not say what absence does',
      yaml: headed('nature: duty, snooze: never, ends: matter'),
      says: 'one: absence',
    },
    {
      why: 'absence does something unknown',
      yaml: headed('nature: duty, snooze: never, absence: waits, ends: matter'),
      says: 'one: absence',
    },
    {
      why: 'it has no rungs',
      yaml: 'one: { nature: duty, snooze: never, absence: runs, ends: matter, rungs: [] }',
      says: 'one: rungs',
    },
    {
      why: 'a timer tells somebody',
      yaml: headed('nature: timer, snooze: never, absence: runs, ends: matter'),
      says: 'one: a timer tells nobody',
    },
    {
      why: 'a right is told upward',
      yaml: withRung('key: a, when: due, tell: owner.manager, by: card').replace('duty', 'right'),
      says: 'one: a right is never told upward',
    },
    { why: 'it is a list', yaml: '- one\n- two', says: 'ladders.yaml: expected one ladder a kind' },
    { why: 'there is none', yaml: '', says: 'ladders.yaml: expected one ladder a kind' },
  ])('where $why', ({ yaml, says }) => {
    const faults = faultsOf(yaml);
    expect(faults.map((fault) => fault.replace(/^- /, ''))).toContainEqual(expect.stringContaining(says));
  });

  test('with every fault at once, each with its ladder and rung', () => {
    const two = `
first: { nature: duty, snooze: 20d, absence: runs, rungs: [{ key: a, when: never, tell: owner, by: card }, { key: b, when: due, do: house.burns }] }
second: { nature: right, snooze: never, absence: runs, ends: matter, rungs: [{ key: c, when: due, tell: director, by: card }] }
good: { nature: duty, snooze: never, absence: runs, ends: matter, rungs: [{ key: d, when: due, tell: owner, by: card }] }`;
    const [head, ...faults] = faultsOf(two);
    expect(head).toBe('ladders.yaml cannot be used:');
    expect(faults).toEqual([
      '- first: snooze is 14d at most',
      expect.stringContaining('- first, rung a: "when: never"'),
      '- first, rung b: nothing in the house does "house.burns"',
      '- second: a right is never told upward',
    ]);
  });
});

describe('what a ladder says', () => {
  const rung = (text: string) => read(withRung(text)).get('one')?.rungs[1];

  test.each([
    { when: 'due', anchor: 'due', offset: { n: 0, unit: 'd' } },
    { when: 'due - 3wd', anchor: 'due', offset: { n: -3, unit: 'wd' } },
    { when: 'due-3wd', anchor: 'due', offset: { n: -3, unit: 'wd' } },
    { when: 'meeting + 1m', anchor: 'meeting', offset: { n: 1, unit: 'm' } },
    { when: 'opens - 14d', anchor: 'opens', offset: { n: -14, unit: 'd' } },
    { when: 'start + 2w', anchor: 'start', offset: { n: 2, unit: 'w' } },
    { when: 'opened + 0d', anchor: 'opened', offset: { n: 0, unit: 'd' } },
  ])('when: $when', ({ when, anchor, offset }) => {
    expect(rung(`key: a, when: ${when}, tell: owner, by: card`)).toMatchObject({ anchor, offset });
  });

  test.each([
    { what: 'a line at eight', text: 'tell: owner, by: line', at: '08:00' },
    { what: 'a card at nine', text: 'tell: owner, by: card', at: '09:00' },
    { what: 'a deed at eight', text: 'do: meeting.past', at: '08:00' },
    { what: 'an hour of its own', text: 'tell: lead, by: card, at: "12:30"', at: '12:30' },
    { what: 'an hour of its own without quotation marks', text: 'tell: lead, by: card, at: 12:30', at: '12:30' },
  ])('$what', ({ text, at }) => {
    expect(rung(`key: a, when: due, ${text}`)?.at).toBe(at);
  });

  test.each(AUDIENCES.map((audience) => ({ audience })))('$audience can be told', ({ audience }) => {
    expect(rung(`key: a, when: due, tell: ${audience}, by: card`)).toMatchObject({ act: 'tell', audience, grace: 0 });
  });
  test.each(ANCHORS.map((anchor) => ({ anchor })))('rungs can hang from $anchor and end at it', ({ anchor }) => {
    expect(rung(`key: a, when: ${anchor}, tell: owner, by: card, until: ${anchor}`)).toMatchObject({
      anchor,
      until: anchor,
    });
  });

  test.each([
    { snooze: 'never', days: 0 },
    { snooze: '1d', days: 1 },
    { snooze: '14d', days: 14 },
  ])('snooze: $snooze', ({ snooze, days }) => {
    expect(read(headed(`nature: duty, snooze: ${snooze}, absence: runs, ends: matter`)).get('one')?.snoozeDays).toBe(
      days,
    );
  });

  test.each([
    {
      what: 'a deed',
      yaml: 'one: { nature: timer, snooze: never, absence: runs, rungs: [{ key: a, when: due, do: meeting.past }] }',
    },
    {
      what: 'a repeated telling',
      yaml: 'one: { nature: duty, snooze: never, absence: runs, rungs: [{ key: a, when: due, tell: owner, by: card, every: 1w }] }',
    },
    { what: 'the matter', yaml: headed('nature: duty, snooze: never, absence: runs, ends: matter') },
  ])('it may end with $what', ({ yaml }) => {
    expect(read(yaml).size).toBe(1);
  });

  test('the ladders of the policy and of the kinds to come can all be read', () => {
    expect([...ALL_LADDERS.keys()]).toEqual(
      expect.arrayContaining([
        'invitation-answer',
        'hindered-reply',
        'representation',
        'ruling',
        'transition',
        'introduction',
        'question-answer',
      ]),
    );
  });
});
