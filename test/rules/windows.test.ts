import fc from 'fast-check';
import { makeWindows, type Windows } from '../../bot/messages/windows';
import { createWindows } from '../../stage/windows';

const TOWN = 'town';
const CHAT = 'chat';

/** Sends as many as may go, each arriving and answered at once, and gives the milliseconds that the next must wait. */
function fill(windows: Windows, most: number, at: number, chat = (_n: number) => CHAT): { sent: number; wait: number } {
  for (let sent = 0; sent < most; sent += 1) {
    const wait = windows.admit(TOWN, chat(sent), at);
    if (wait > 0) return { sent, wait };
    windows.over(TOWN, chat(sent), at);
  }
  return { sent: most, wait: 0 };
}

describe('into one conversation', () => {
  test('seven in a second, and the eighth a second after the first', () => {
    expect(fill(makeWindows(), 8, 5_000)).toEqual({ sent: 7, wait: 1_000 });
  });

  test.each([
    { after: 999, sent: 0, wait: 1 },
    { after: 1_000, sent: 1, wait: 1_000 },
    { after: 1_999, sent: 1, wait: 1 },
    { after: 2_000, sent: 7, wait: 1_000 },
  ])(
    'eight in two seconds: after seven, $after ms later $sent more, and the next in $wait ms',
    ({ after, sent, wait }) => {
      const windows = makeWindows();
      fill(windows, 7, 5_000);
      expect(fill(windows, 20, 5_000 + after)).toEqual({ sent, wait });
    },
  );

  test('each leaves its window by itself', () => {
    const windows = makeWindows();
    for (const at of [0, 300, 600]) expect(fill(windows, 2, at).sent).toBe(2);
    expect(fill(windows, 2, 900)).toEqual({ sent: 1, wait: 100 });
    expect(fill(windows, 1, 1_000)).toEqual({ sent: 1, wait: 0 });
    expect(fill(windows, 1, 1_001)).toEqual({ sent: 0, wait: 999 });
  });

  test('sixty in thirty seconds', () => {
    const windows = makeWindows();
    for (let n = 0; n < 60; n += 1) expect(fill(windows, 1, n * 400).sent).toBe(1);
    expect(fill(windows, 1, 24_000)).toEqual({ sent: 0, wait: 6_000 });
    expect(fill(windows, 1, 29_999)).toEqual({ sent: 0, wait: 1 });
    expect(fill(windows, 1, 30_000)).toEqual({ sent: 1, wait: 0 });
  });

  test('eighteen hundred in an hour', () => {
    const windows = makeWindows();
    for (let n = 0; n < 1_800; n += 1) expect(fill(windows, 1, n * 550).sent).toBe(1);
    expect(fill(windows, 1, 1_800 * 550)).toEqual({ sent: 0, wait: 3_600_000 - 1_800 * 550 });
    expect(fill(windows, 1, 3_600_000).sent).toBe(1);
  });

  test('another conversation, and another municipality, have windows of their own', () => {
    const windows = makeWindows();
    fill(windows, 7, 0);
    expect(windows.admit(TOWN, 'another chat', 0)).toBe(0);
    expect(windows.admit('another town', CHAT, 0)).toBe(0);
    expect(windows.admit(TOWN, CHAT, 0)).toBe(1_000);
  });
});

describe('for a whole municipality', () => {
  const many = (n: number) => `chat ${n}`;
  test('forty-five in a second, which leaves room below the fifty of Teams for answers to turns', () => {
    const windows = makeWindows();
    expect(fill(windows, 60, 0, many)).toEqual({ sent: 45, wait: 1_000 });
    expect(fill(windows, 60, 999, many)).toEqual({ sent: 0, wait: 1 });
    expect(fill(windows, 60, 1_000, (n) => `later ${n}`)).toEqual({ sent: 45, wait: 1_000 });
  });

  test('nothing before a Retry-After, and the rest of its windows then', () => {
    const windows = makeWindows();
    fill(windows, 45, 0, many);
    windows.hold(TOWN, 20_000);
    expect(windows.admit(TOWN, CHAT, 1_500)).toBe(18_500);
    expect(windows.admit('another town', CHAT, 1_500)).toBe(0);
    expect(fill(windows, 60, 20_000, many).sent).toBe(45);
  });

  test('a shorter Retry-After does not shorten a longer one', () => {
    const windows = makeWindows();
    windows.hold(TOWN, 20_000);
    windows.hold(TOWN, 5_000);
    expect(windows.admit(TOWN, CHAT, 0)).toBe(20_000);
  });
});

describe('while requests are under way', () => {
  test('they hold their places, and time counts from their answer', () => {
    const windows = makeWindows();
    for (let n = 0; n < 7; n += 1) expect(windows.admit(TOWN, CHAT, 0)).toBe(0);
    const soon = windows.admit(TOWN, CHAT, 900);
    expect(soon).toBeGreaterThan(0);
    expect(soon).toBeLessThan(100);
    for (let n = 0; n < 7; n += 1) windows.over(TOWN, CHAT, 900);
    expect(windows.admit(TOWN, CHAT, 1_000)).toBe(900);
    expect(windows.admit(TOWN, CHAT, 1_900)).toBe(0);
  });

  test('one that was never made gives its place back', () => {
    const windows = makeWindows();
    fill(windows, 6, 0);
    expect(windows.admit(TOWN, CHAT, 0)).toBe(0);
    windows.over(TOWN, CHAT, 0, { left: false });
    expect(windows.admit(TOWN, CHAT, 0)).toBe(0);
  });
});

type Request = {
  readonly chat: string;
  readonly wantedAt: number;
  readonly arrivesIn: number;
  readonly answeredIn: number;
};

/** Plays requests against Teams' windows as Microsoft wrote them down (the stage's, written by themselves): how many are refused? */
function refusals(windows: Windows, requests: readonly Request[]): number {
  const arrivals: { at: number; chat: string }[] = [];
  const pending: { at: number; act: () => void }[] = [];
  const later = (at: number, act: () => void) => pending.push({ at, act });
  for (const request of requests) {
    const wish = (now: number): void => {
      const wait = windows.admit(TOWN, request.chat, now);
      if (wait > 0) return void later(now + wait, () => wish(now + wait));
      arrivals.push({ at: now + request.arrivesIn, chat: request.chat });
      const end = now + request.arrivesIn + request.answeredIn;
      later(end, () => windows.over(TOWN, request.chat, end));
    };
    later(request.wantedAt, () => wish(request.wantedAt));
  }
  for (let next = takeFirst(pending); next; next = takeFirst(pending)) next.act();
  const teams = createWindows();
  return arrivals.sort((a, b) => a.at - b.at).filter((one) => teams.take(one.chat, one.at) > 0).length;
}

function takeFirst<T extends { at: number }>(all: T[]): T | undefined {
  const first = all.reduce<T | undefined>(
    (soonest, one) => (soonest && soonest.at <= one.at ? soonest : one),
    undefined,
  );
  if (first) all.splice(all.indexOf(first), 1);
  return first;
}

describe('Teams never says 429, however long requests take on their way', () => {
  const requests = fc.array(
    fc.record({
      chat: fc.constantFrom('a', 'a', 'a', 'b', 'c', ...Array.from({ length: 40 }, (_, n) => `one of many ${n}`)),
      wantedAt: fc.integer({ min: 0, max: 3_000 }),
      arrivesIn: fc.integer({ min: 0, max: 800 }),
      answeredIn: fc.integer({ min: 0, max: 400 }),
    }),
    { minLength: 60, maxLength: 160 },
  );
  test('in hundreds of bursts', () => {
    fc.assert(
      fc.property(requests, (all) => refusals(makeWindows(), all) === 0),
      { numRuns: 150 },
    );
  });

  test('and a twin is found out: one that counts a request when it leaves', () => {
    const leaving = (): Windows => {
      const windows = makeWindows();
      return {
        ...windows,
        admit: (tenant, chat, now) => {
          const wait = windows.admit(tenant, chat, now);
          if (wait === 0) windows.over(tenant, chat, now);
          return wait;
        },
        over: () => undefined,
      };
    };
    expect(
      fc.check(
        fc.property(requests, (all) => refusals(leaving(), all) === 0),
        { numRuns: 150, seed: 1, endOnFailure: true },
      ).failed,
    ).toBe(true);
  });
});
