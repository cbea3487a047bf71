import fc from 'fast-check';
import { AT_ONCE, afterAnswer, askedOn, begun, nextDay, putOff, SPANS } from '../../../bot/learning/review-rules';
import { addDays, asDay, type Day, daysBetween } from '../../../bot/time/day';

const TODAY = asDay('2028-02-27');

describe('a question that was answered wrong', () => {
  test('comes back after two days, then seven, then thirty, and is learnt', () => {
    let box = begun(TODAY);
    expect(box).toEqual({ box: 0, dueOn: '2028-02-29' });
    box = afterAnswer(box.box, true, asDay('2028-02-29'));
    expect(box).toEqual({ box: 1, dueOn: '2028-03-07' });
    box = afterAnswer(box.box, true, asDay('2028-03-10'));
    expect(box).toEqual({ box: 2, dueOn: '2028-04-09' });
    expect(afterAnswer(box.box, true, asDay('2028-04-09'))).toEqual({ box: 3, dueOn: null });
  });

  test('begins again when it is wrong, wherever it stood', () => {
    for (const box of [0, 1, 2, 3]) expect(afterAnswer(box, false, TODAY)).toEqual(begun(TODAY));
  });

  test('is learnt by three right answers in a row and by nothing less', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (answers) => {
        let now = begun(TODAY);
        let row = 0;
        for (const right of answers) {
          now = afterAnswer(now.box, right, now.dueOn ?? TODAY);
          row = right ? row + 1 : 0;
          if (row >= SPANS.length) {
            expect(now.dueOn).toBeNull();
            return;
          }
          expect(now.dueOn).not.toBeNull();
          expect(now.box).toBe(row);
        }
      }),
    );
  });
});

describe('what is asked on a day', () => {
  const days = fc.integer({ min: -40, max: 40 }).map((n) => addDays(TODAY, n));
  const items = fc
    .array(fc.option(days), { maxLength: 40 })
    .map((dues) => dues.map((dueOn, at) => ({ id: String(at).padStart(3, '0'), box: 0, dueOn: dueOn as Day | null })));

  test('is never more than three, and what has waited longest', () => {
    fc.assert(
      fc.property(items, (all) => {
        const asked = askedOn(all, TODAY);
        const due = all.filter(({ dueOn }) => dueOn !== null && dueOn <= TODAY);
        expect(asked.length).toBe(Math.min(AT_ONCE, due.length));
        const latest = asked.at(-1)?.dueOn ?? TODAY;
        const left = due.filter((one) => !asked.includes(one));
        expect(left.every(({ dueOn }) => dueOn !== null && dueOn >= latest)).toBe(true);
      }),
    );
  });

  test('stays those three, however many are answered: the others wait, and none is forgotten', () => {
    fc.assert(
      fc.property(items, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (given, answers) => {
        let all = given;
        const first = new Set(askedOn(all, TODAY).map(({ id }) => id));
        const answered: string[] = [];
        for (const right of answers) {
          const moved = new Map(putOff(all, TODAY).map(({ id, dueOn }) => [id, dueOn]));
          all = all.map((one) => ({ ...one, dueOn: moved.get(one.id) ?? one.dueOn }));
          const [next] = askedOn(all, TODAY);
          if (!next) break;
          answered.push(next.id);
          all = all.map((one) => (one.id === next.id ? { ...one, ...afterAnswer(one.box, right, TODAY) } : one));
        }
        expect(answered.length).toBe(first.size);
        expect(answered.every((id) => first.has(id))).toBe(true);
        expect(all.filter(({ dueOn }) => dueOn !== null).length).toBe(
          given.filter(({ dueOn }) => dueOn !== null).length,
        );
      }),
    );
  });

  test('is put off by as few days as there is room for', () => {
    fc.assert(
      fc.property(items, (all) => {
        const perDay = new Map<number, number>();
        for (const { dueOn } of putOff(all, TODAY)) {
          const away = daysBetween(TODAY, dueOn);
          expect(away).toBeGreaterThan(0);
          perDay.set(away, (perDay.get(away) ?? 0) + 1);
        }
        expect([...perDay.values()].every((count) => count <= AT_ONCE)).toBe(true);
        expect([...perDay.values()].slice(0, -1).every((count) => count === AT_ONCE)).toBe(true);
      }),
    );
  });

  test('begins on the first day of any of them', () => {
    expect(nextDay([])).toBeUndefined();
    expect(nextDay([{ id: 'a', dueOn: null }])).toBeUndefined();
    expect(
      nextDay([
        { id: 'a', dueOn: addDays(TODAY, 7) },
        { id: 'b', dueOn: null },
        { id: 'c', dueOn: addDays(TODAY, 2) },
      ]),
    ).toBe('2028-02-29');
  });
});
