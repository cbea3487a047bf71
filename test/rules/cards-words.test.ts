import fc from 'fast-check';
import { spokenDay, spokenMoment, writtenDay } from '../../content/words/dates';
import { spokenNumber, startingNumber } from '../../content/words/numbers';
import { type Words, words } from '../../content/words/words';

describe('days and moments', () => {
  test.each([
    { say: spokenDay('2026-12-02', 'da'), as: 'onsdag den 2. december' },
    { say: spokenDay('2026-12-02', 'en'), as: 'Wednesday 2 December' },
    { say: spokenDay('2026-03-01T08:00', 'da'), as: 'søndag den 1. marts' },
    { say: spokenDay('2027-01-06', 'da', '2026-12-02'), as: 'onsdag den 6. januar 2027' },
    { say: spokenDay('2026-12-31', 'en', '2026-01-01T00:00'), as: 'Thursday 31 December' },
    { say: spokenMoment('2026-12-02T13:00', 'da'), as: 'onsdag den 2. december kl.\u00a013' },
    { say: spokenMoment('2026-12-02T13:30', 'da'), as: 'onsdag den 2. december kl.\u00a013.30' },
    { say: spokenMoment('2026-12-02T08:05', 'da'), as: 'onsdag den 2. december kl.\u00a08.05' },
    { say: spokenMoment('2026-12-02T13:00', 'en'), as: 'Wednesday 2 December at\u00a013:00' },
    { say: spokenMoment('2026-12-02T08:00', 'en'), as: 'Wednesday 2 December at\u00a008:00' },
    { say: spokenMoment('2027-01-06T13:00', 'da', '2026-12-02'), as: 'onsdag den 6. januar 2027 kl.\u00a013' },
    { say: writtenDay('2024-02-29', 'da'), as: '29. februar 2024' },
    { say: writtenDay('2024-02-29', 'en'), as: '29 February 2024' },
  ])('are said as "$as"', ({ say, as }) => {
    expect(say).toBe(as);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'i morgen', '2026-12-02 13:00'].map((day) => ({ day })))(
    'are not made of "$day"',
    ({ day }) => {
      expect(() => spokenDay(day, 'da')).toThrow(RangeError);
    },
  );

  test.each(['2026-12-02', '2026-12-02T24:00', '2026-12-02T13:60'].map((moment) => ({ moment })))(
    'have a clock, which "$moment" has not',
    ({ moment }) => {
      expect(() => spokenMoment(moment, 'da')).toThrow(RangeError);
    },
  );

  test('have the weekday that the calendar says, in both languages', () => {
    const between = {
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(between), (date) => {
        const day = date.toISOString().slice(0, 10);
        const weekday = (language: string) =>
          new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
        expect(spokenDay(day, 'da').startsWith(`${weekday('da-DK')} den `)).toBe(true);
        expect(spokenDay(day, 'en').startsWith(`${weekday('en-GB')} `)).toBe(true);
      }),
    );
  });
});

test.each([
  { n: 0, da: 'nul', en: 'no' },
  { n: 1, da: 'en', en: 'one' },
  { n: 9, da: 'ni', en: 'nine' },
  { n: 10, da: '10', en: '10' },
])('numbers below ten stand in letters: $n', ({ n, da, en }) => {
  expect([spokenNumber(n, 'da'), spokenNumber(n, 'en')]).toEqual([da, en]);
});

test('a number at the beginning of a sentence has a large letter', () => {
  expect([startingNumber(3, 'da'), startingNumber(3, 'en'), startingNumber(12, 'da')]).toEqual(['Tre', 'Three', '12']);
});

const at = '2026-12-02T13:00';
const line = {
  ...{ leadName: 'Anna', forName: 'Bo', name: 'Carla', at, ref: 'BF-1', what: 'Svar' },
  ...{ asker: 'Dorte', department: 'Familie' },
  ...{ done: 1, of: 3, step: 'Kurset', asked: 'Eva' },
  ...{
    rung: 'first',
    title: 'Papirer',
    due: at,
    dueOn: '2026-12-02',
    meetingOn: '2026-12-02',
    text: 'Ringer til mentoren',
  },
};
/** What the functions of the table are called with: the first that makes a whole sentence of it. */
const stands: readonly (readonly unknown[])[] = [
  [line],
  [3, 7, 1],
  ['Anna', 'Bo', 'BF-1'],
  ['Anna', at, at],
  [at, at, at],
  ['Anna', 2, 'BF-1'],
  [2, 'BF-1', 3],
  [['Familie', 'Skole']],
  [3, ['folder']],
  ['2w'],
];

const broken = /undefined|NaN|\[object/;
/** Null where what stands in is nothing for this function. */
function called(make: (...given: readonly unknown[]) => unknown, given: readonly unknown[]): unknown {
  try {
    return make(...given);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Every sentence of the table. */
function sentences(value: unknown, at = ''): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value === 'function') {
    const make = (...given: readonly unknown[]): unknown => Reflect.apply(value, undefined, given);
    const tried = stands.map((given) => called(make, given)).filter((said) => said !== null);
    const whole = tried.find((said) =>
      sentences(said, at).every(({ text }) => text.trim() !== '' && !broken.test(text)),
    );
    return sentences(whole ?? tried[0] ?? '', at);
  }
  if (Array.isArray(value)) return value.flatMap((inner) => sentences(inner, at));
  if (typeof value !== 'object' || value === null) return [{ at, text: '' }];
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${at}.${key}`));
}

describe('the words', () => {
  const both = (['da', 'en'] as const).map((locale) => ({ locale, all: sentences(words(locale) as Words) }));

  test.each(both)('say something everywhere ($locale)', ({ all }) => {
    expect(all.filter(({ text }) => text.trim() === '' || broken.test(text))).toEqual([]);
    expect(all.length).toBeGreaterThan(300);
  });

  test.each(both)('have no double spaces, and none at the ends ($locale)', ({ all }) => {
    expect(all.filter(({ text }) => / {2}|^ | $/.test(text))).toEqual([]);
  });

  test('never use a word of the list of words we do not say', () => {
    const never =
      /\b(?:sag|sagen|sager|stedfortræder\w*|afgørelse\w*|udeblivelse\w*|eskaler\w*|kendelse\w*|dom|gyldigt forfald|forpligtelse\w*)\b/i;
    // One sentence says whose the formal one is.
    const all = both[0]?.all.filter(({ text }) => text !== words('da').decisions.formal);
    expect(all?.filter(({ text }) => never.test(text))).toEqual([]);
  });

  test('are translated: hardly a sentence is the same in both languages', () => {
    const danish = new Map(both[0]?.all.map(({ at, text }) => [at, text]));
    const same = (both[1]?.all ?? []).filter(({ at, text }) => danish.get(at) === text && text.includes(' '));
    const names = ['.greeting.quiet', '.closedToYou.quiet', '.models.step-up', '.invitation.quiet'];
    const patterns = ['.lines.unowned', '.callForm.member', '.mail.calendar.title', '.pathwayNotice.summary.text'];
    expect(same.map(({ at }) => at).filter((at) => !names.includes(at) && !patterns.includes(at))).toEqual([]);
  });

  test('refuse what one may not see exactly as what does not exist', () => {
    for (const locale of ['da', 'en'] as const) expect(words(locale).turn.notAllowed).toBe(words(locale).turn.notFound);
  });

  test('give the fault’s code and whom to give it to', () => {
    expect(words('da').turn.fault('R7K2', 'Helle')).toBe(
      'Det gik ikke igennem, og intet er ændret. Prøv igen om lidt. Sker det igen, så giv Helle koden R7K2.',
    );
  });

  test('put the matter into the e-mail, and nothing else of it', () => {
    const mail = words('da').mail.inPlace('Kommer du til teammødet onsdag den 2. december kl.\u00a013? BF-2026-0142');
    expect(mail.subject).not.toMatch(/BF-|teammøde/);
    expect(mail.text).toContain('Kommer du til teammødet onsdag den 2. december kl.\u00a013? BF-2026-0142\n');
  });
});
