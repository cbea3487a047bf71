import fc from 'fast-check';
import { IRI, type Statement, statementSchema, VERBS } from '../../../bot/learning/xapi/statement';
import {
  durationOf,
  type Ending,
  statementId,
  statementOf,
  type Told,
  verbsAtEnd,
} from '../../../bot/learning/xapi/statement-rules';

const ID = '0198a6f2-6d1c-7e5a-9a43-0f5f6c1c7a5';
const told: Told = {
  home: 'https://roedtraad.traaby.example',
  personId: `${ID}1`,
  course: {
    key: 'introduction',
    title: { da: 'Velkommen til det tværfaglige', en: 'Welcome to working together' },
    pass: { percent: 80, counts: 'best' },
  },
  enrolmentId: `${ID}2`,
  attemptId: `${ID}3`,
  releaseId: `${ID}4`,
  startedAt: new Date('2026-03-02T08:00:00.000Z'),
};
const ending: Ending = { status: 'passed', right: 4, outOf: 5, at: new Date('2026-03-03T09:30:05.250Z') };
const { pass: _, ...open } = told.course;
const withoutMark: Told = { ...told, course: open };

/** What an attempt says from its beginning to its end. */
function spoken(of: Told, end: Ending, hasPassed = false): Statement[] {
  const ends = verbsAtEnd(end, hasPassed).flatMap((verb, at) =>
    verb === 'initialized' ? [] : [statementOf(of, { verb, ending: end, n: at + 1 })],
  );
  return [statementOf(of, { verb: 'initialized' }), ...ends];
}
const verbOf = (one: Statement) => VERBS.find((verb) => IRI.verb(verb) === one.verb.id);
const said = (statements: readonly Statement[]) => statements.map(verbOf);
const one = (statements: readonly Statement[], verb: string): Statement => {
  const found = statements.find((each) => verbOf(each) === verb);
  if (!found) throw new Error(`There is no ${verb}`);
  return found;
};

const SUCCESS: Readonly<Record<string, boolean>> = { passed: true, failed: false };
const IS_IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;
const IS_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const IS_DURATION = /^PT(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?$/;
const IS_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The rules of xAPI 1.0.3 and of cmi5 (Quartz) for the statements of a session, written down apart from the program. */
function faultsOf(statements: readonly Statement[]): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  const verbs = said(statements);
  must(verbs[0] === 'initialized', 'initialized is the first');
  must(verbs.at(-1) === 'terminated', 'terminated is the last');
  must(new Set(verbs).size === verbs.length, 'no verb twice in a session');
  must(verbs.filter((verb) => verb === 'passed' || verb === 'failed').length <= 1, 'one of passed and failed');
  const times = statements.map(({ timestamp }) => timestamp);
  must(
    times.every((time, at) => at === 0 || time > (times[at - 1] ?? '')),
    'the order is that of the timestamps',
  );
  must(new Set(statements.map(({ id }) => id)).size === statements.length, 'an id each');
  for (const each of statements) {
    const verb = verbOf(each) ?? '?';
    const { account } = each.actor;
    must(IS_UUID.test(each.id), `${verb}: a UUID`);
    must(
      JSON.stringify(Object.keys(each.actor)) === '["objectType","account"]',
      `${verb}: an account and nothing more`,
    );
    must(IS_IRI.test(account.homePage) && account.name !== '', `${verb}: an account`);
    must(each.verb.id.startsWith('http://adlnet.gov/expapi/verbs/'), `${verb}: a verb of ADL`);
    must(IS_IRI.test(each.object.id) && each.object.objectType === 'Activity', `${verb}: an activity`);
    for (const map of [each.verb.display, each.object.definition.name])
      must(JSON.stringify(Object.keys(map).sort()) === '["da","en"]', `${verb}: a language map`);
    must(IS_UTC.test(each.timestamp), `${verb}: a timestamp in UTC`);
    must(each.version === '1.0.3', `${verb}: the version`);
    const { registration, contextActivities, extensions } = each.context;
    must(IS_UUID.test(registration), `${verb}: a registration`);
    must(typeof extensions[IRI.session] === 'string', `${verb}: a session id`);
    const categories = contextActivities.category.map(({ id }) => id);
    must(categories.includes('https://w3id.org/xapi/cmi5/context/categories/cmi5'), `${verb}: the cmi5 category`);
    must(
      contextActivities.grouping.every(({ id }) => id !== each.object.id),
      `${verb}: the publisher’s id is its own`,
    );
    const { result } = each;
    must(
      categories.includes('https://w3id.org/xapi/cmi5/context/categories/moveon') ===
        (result?.success !== undefined || result?.completion !== undefined),
      `${verb}: the moveOn category with success or completion, and only then`,
    );
    must((result?.completion === true) === (verb === 'completed'), `${verb}: completion`);
    must(result?.success === SUCCESS[verb], `${verb}: success`);
    must(verb === 'initialized' || IS_DURATION.test(result?.duration ?? ''), `${verb}: a duration`);
    const score = result?.score;
    if (score) {
      must(verb === 'passed' || verb === 'failed', `${verb}: no score`);
      must(
        score.raw >= score.min && score.raw <= score.max && score.min < score.max,
        `${verb}: raw between min and max`,
      );
      must(score.scaled >= 0 && score.scaled <= 1, `${verb}: scaled`);
      const mastery = extensions[IRI.masteryScore];
      must(mastery !== undefined && score.scaled >= mastery === (verb === 'passed'), `${verb}: the mark to reach`);
    }
  }
  return faults;
}

describe('what an attempt says', () => {
  test('passed: begun, completed, passed, ended', () => {
    const statements = spoken(told, ending);
    expect(said(statements)).toEqual(['initialized', 'completed', 'passed', 'terminated']);
    expect(faultsOf(statements)).toEqual([]);
    expect(one(statements, 'passed')).toMatchObject({
      object: { id: 'https://roedtraad.traaby.example/courses/introduction' },
      result: { success: true, duration: 'PT25H30M5.25S', score: { scaled: 0.8, raw: 4, min: 0, max: 5 } },
      context: {
        registration: told.enrolmentId,
        extensions: { [IRI.session]: told.attemptId, [IRI.masteryScore]: 0.8 },
      },
    });
  });

  test('failed: completed all the same, since all was read and answered', () => {
    const statements = spoken(told, { ...ending, status: 'failed', right: 3 });
    expect(said(statements)).toEqual(['initialized', 'completed', 'failed', 'terminated']);
    expect(faultsOf(statements)).toEqual([]);
  });

  test('a course without a mark: neither passed nor failed, and no score', () => {
    const statements = spoken(withoutMark, { ...ending, status: 'done' });
    expect(said(statements)).toEqual(['initialized', 'completed', 'terminated']);
    expect(faultsOf(statements)).toEqual([]);
    expect(JSON.stringify(statements)).not.toMatch(/score|success/);
  });

  test('failed never follows passed within an enrolment', () => {
    expect(verbsAtEnd({ status: 'failed' }, true)).toEqual(['completed', 'terminated']);
    expect(verbsAtEnd({ status: 'passed' }, true)).toEqual(['completed', 'passed', 'terminated']);
  });

  test('an enrolment completes and passes under one id, whichever attempt says so; an attempt begins under its own', () => {
    const other = { ...told, attemptId: `${ID}9` };
    for (const verb of ['completed', 'passed'] as const) expect(statementId(verb, other)).toBe(statementId(verb, told));
    for (const verb of ['initialized', 'failed', 'terminated'] as const)
      expect(statementId(verb, other)).not.toBe(statementId(verb, told));
    expect(new Set(VERBS.map((verb) => statementId(verb, told))).size).toBe(VERBS.length);
    // Never changed: it is what keeps a statement from being in a store twice.
    expect(statementId('initialized', told)).toBe('f506171c-56c0-50f6-9e92-4e1e0a18cbf1');
  });

  test('of a person it says their id and nothing else', () => {
    expect(JSON.stringify(spoken(told, ending))).not.toMatch(/mbox|"name":"(?!0198)|@/);
  });

  test('whatever the score, the mark and the time, the rules hold', () => {
    const ends = fc.record({
      percent: fc.integer({ min: 1, max: 100 }),
      outOf: fc.integer({ min: 0, max: 1_200 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      ms: fc.integer({ min: -5_000, max: 40 * 86_400_000 }),
      pass: fc.boolean(),
    });
    fc.assert(
      fc.property(ends, ({ percent, outOf, share, ms, pass }) => {
        const right = Math.round(outOf * share);
        // As the player reckons it: in whole numbers.
        const passed = right * 100 >= percent * outOf;
        const of: Told = pass
          ? { ...told, course: { ...told.course, pass: { percent, counts: 'last' } } }
          : withoutMark;
        const at = new Date(told.startedAt.getTime() + ms);
        const status = pass ? (passed ? 'passed' : 'failed') : 'done';
        const statements = spoken(of, { status, right, outOf, at });
        expect(faultsOf(statements)).toEqual([]);
        for (const each of statements) expect(statementSchema.parse(each)).toEqual(each);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  [0, 'PT0S'],
  [4, 'PT0S'],
  [999, 'PT1S'],
  [61_250, 'PT1M1.25S'],
  [3_600_000, 'PT1H0S'],
  [90_061_000, 'PT25H1M1S'],
  [-5_000, 'PT0S'],
])('%d ms is %s', (ms, text) => {
  expect(durationOf(ms)).toBe(text);
  expect(text).toMatch(IS_DURATION);
});

describe('the rules can be broken', () => {
  const statements = spoken(told, ending);
  const [first, completed, passed, last] = statements as [Statement, Statement, Statement, Statement];
  test.each<{ what: string; broken: Statement[] }>([
    { what: 'the order', broken: [completed, first, passed, last] },
    {
      what: 'both passed and failed',
      broken: [first, completed, passed, one(spoken(told, { ...ending, status: 'failed', right: 1 }), 'failed'), last],
    },
    {
      what: 'a score below the mark',
      broken: [
        first,
        completed,
        { ...passed, result: { ...passed.result, duration: 'PT1S', score: { scaled: 0.5, raw: 1, min: 0, max: 2 } } },
        last,
      ],
    },
    { what: 'a category that is missing', broken: [first, { ...completed, context: first.context }, passed, last] },
    { what: 'no end', broken: [first, completed, passed] },
  ])('$what is found', ({ broken }) => {
    expect(faultsOf(broken)).not.toEqual([]);
  });

  test.each<{ what: string; changed: object }>([
    { what: 'an e-mail', changed: { actor: { ...first.actor, mbox: 'mailto:bo@by.example' } } },
    { what: 'a name', changed: { actor: { ...first.actor, account: { homePage: told.home, name: 'Bo Lindgren' } } } },
    { what: 'an answer', changed: { result: { duration: 'PT1S', response: 'Jeg ved det ikke' } } },
    { what: 'a version of its own', changed: { version: '2.0.0' } },
    { what: 'a local time', changed: { timestamp: '2026-03-02T08:00:00.000+01:00' } },
  ])('$what fits no statement of ours', ({ changed }) => {
    expect(statementSchema.safeParse({ ...first, ...changed }).success).toBe(false);
  });
});
