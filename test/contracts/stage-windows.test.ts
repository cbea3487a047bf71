import fc from 'fast-check';
import { createWindows, teamsWindows } from '../../stage/windows';

test.each([
  { name: '7 in a second', gapMs: 0, fits: 7, thenWaitMs: 1_000 },
  { name: '8 in two seconds', gapMs: 150, fits: 8, thenWaitMs: 2_000 - 8 * 150 },
  { name: '60 in half a minute', gapMs: 400, fits: 60, thenWaitMs: 30_000 - 60 * 400 },
  { name: '1800 in an hour', gapMs: 1_900, fits: 1_800, thenWaitMs: 3_600_000 - 1_800 * 1_900 },
])('a conversation takes $name and then names the wait to the millisecond', ({ gapMs, fits, thenWaitMs }) => {
  const windows = createWindows();
  for (let sent = 0; sent < fits; sent += 1) expect(windows.take('a:bo', sent * gapMs)).toBe(0);
  const at = fits * gapMs;
  expect(windows.take('a:bo', at)).toBe(thenWaitMs);
  expect(windows.take('a:kim', at)).toBe(0);
  expect(windows.take('a:bo', at + thenWaitMs - 1)).toBe(1);
  expect(windows.take('a:bo', at + thenWaitMs)).toBe(0);
});

test('no stretch of time ever holds more than a window allows, and each wait is the shortest that helps', () => {
  const limits = {
    conversation: [
      { most: 2, withinMs: 10 },
      { most: 3, withinMs: 25 },
    ],
    tenant: [{ most: 4, withinMs: 12 }],
  };
  const request = fc.record({ gapMs: fc.nat(8), conversationId: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
      const windows = createWindows(limits);
      const taken: { at: number; conversationId: string }[] = [];
      const fits = (at: number, conversationId: string) =>
        [...limits.conversation.map((window) => ({ ...window, own: true })), { ...limits.tenant[0], own: false }].every(
          ({ most = 0, withinMs = 0, own }) =>
            taken.filter((one) => one.at > at - withinMs && (!own || one.conversationId === conversationId)).length <
            most,
        );
      let at = 0;
      for (const { gapMs, conversationId } of requests) {
        at += gapMs;
        const wait = windows.take(conversationId, at);
        expect(wait === 0).toBe(fits(at, conversationId));
        if (wait === 0) taken.push({ at, conversationId });
        else {
          expect(fits(at + wait, conversationId)).toBe(true);
          expect(fits(at + wait - 1, conversationId)).toBe(false);
        }
      }
    }),
  );
});

test('the limits are Microsoft’s', () => {
  expect(teamsWindows.tenant).toEqual([{ most: 50, withinMs: 1_000 }]);
  expect(teamsWindows.conversation.map(({ most, withinMs }) => `${most}/${withinMs / 1_000}`)).toEqual([
    '7/1',
    '8/2',
    '60/30',
    '1800/3600',
  ]);
});
