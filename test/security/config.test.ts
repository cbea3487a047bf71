import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LADDER_VERBS } from '../../bot/app';
import { ConfigFault, DEFAULT_POLICY, DEVELOPMENT_TENANT, readConfig } from '../../bot/config';
import { readLadders } from '../../bot/obligations/ladder';
import { readModels } from '../../bot/pathways/models';
import { readPolicy } from '../../bot/people/policy';

type Env = Readonly<Record<string, string>>;

const TENANT = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const BOT = '33333333-3333-4333-8333-333333333333';
const KEY = Buffer.alloc(32, 7).toString('base64');
const single: Env = { BOT_ID: BOT, BOT_TENANT_ID: TENANT, BOT_SECRET: 'hush', DATA_KEYS: `${TENANT}=1:${KEY}` };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const problemsOf = (env: Env): readonly string[] => {
  try {
    readConfig(env, 'UTC');
    return [];
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.problems;
    throw fault;
  }
};

describe('an environment that is right', () => {
  test('may be empty: development on loopback, one municipality, the embedded database', () => {
    expect(readConfig({})).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      development: true,
      database: undefined,
      municipalities: [{ tenantId: DEVELOPMENT_TENANT, botId: '', policy: DEFAULT_POLICY }],
    });
  });

  test('may name one municipality, and then listens where it is told', () => {
    const config = readConfig({ ...single, HOST: '0.0.0.0', PORT: '80', DEMO_FOLDER: 'content/demo' }, 'UTC');
    expect(config).toMatchObject({ development: false, host: '0.0.0.0', port: 80, demoFolder: undefined });
    expect(config.municipalities).toEqual([
      {
        tenantId: TENANT,
        botId: BOT,
        botSecret: 'hush',
        policy: DEFAULT_POLICY,
        dataKeys: new Map([[1, new Uint8Array(32).fill(7)]]),
      },
    ]);
  });

  test('may name several in a file, each with its own key, policy and secret', () => {
    const file = written(
      'good.yaml',
      `- { tenantId: ${TENANT}, botId: ${BOT}, secret: one }\n- { tenantId: ${OTHER}, botId: 44444444-4444-4444-8444-444444444444, secretEnv: SECOND, policy: ${DEFAULT_POLICY} }\n`,
    );
    const DATA_KEYS = `${TENANT}=1:${KEY}, ${TENANT}=2:${KEY},${OTHER}=1:${KEY}`;
    const { municipalities } = readConfig({ MUNICIPALITIES: file, SECOND: 'two', DATA_KEYS }, 'UTC');
    expect(municipalities.map(({ botSecret, dataKeys }) => [botSecret, [...(dataKeys?.keys() ?? [])]])).toEqual([
      ['one', [1, 2]],
      ['two', [1]],
    ]);
  });
});

describe('an environment that is wrong', () => {
  test.each<{ what: string; env: Env; problem: RegExp }>([
    { what: 'a port that is none', env: { PORT: 'http' }, problem: /^PORT is a number from 0 to 65535, not "http"$/ },
    {
      what: 'metrics where Teams comes in',
      env: { PORT: '4000', METRICS_PORT: '4000' },
      problem: /^METRICS_PORT is PORT: metrics are served on a port of their own$/,
    },
    {
      what: 'an address for metrics without a port',
      env: { METRICS_HOST: '0.0.0.0' },
      problem: /^METRICS_HOST says where METRICS_PORT is served: set that too$/,
    },
    { what: 'a port for metrics that is none', env: { METRICS_PORT: '' }, problem: /^METRICS_PORT is a number/ },
    { what: 'a port too high', env: { PORT: '70000' }, problem: /^PORT is a number/ },
    {
      what: 'every interface, without credentials',
      env: { HOST: '0.0.0.0' },
      problem: /^HOST is 0\.0\.0\.0, .*loopback only/,
    },
    { what: 'a name of the network, without credentials', env: { HOST: 'bot.by.example' }, problem: /loopback only/ },
    { what: 'every interface of IPv6, without credentials', env: { HOST: '::' }, problem: /loopback only/ },
    {
      what: 'one login without the other',
      env: { DATABASE_URL: 'postgresql://a@h/d' },
      problem: /go together: one login for/,
    },
    {
      what: 'the same login twice',
      env: logins('postgresql://a:1@h/d', 'postgresql://a:1@h/d'),
      problem: /are the same login/,
    },
    {
      what: 'the same login, written otherwise',
      env: logins('postgresql://a:1@h/d', 'postgresql://a:1@h:5432/d?sslmode=require'),
      problem: /are the same login/,
    },
    {
      what: 'another database',
      env: logins('mysql://a@h/d', 'postgresql://b@h/d'),
      problem: /^DATABASE_URL is an address that begins with postgresql/,
    },
    {
      what: 'a bot without its secret',
      env: { BOT_ID: BOT, BOT_TENANT_ID: TENANT },
      problem: /^BOT_ID, BOT_TENANT_ID and BOT_SECRET go together$/,
    },
    { what: 'a bot id that is none', env: { ...single, BOT_ID: 'mit-bot' }, problem: /^BOT_ID is the application/ },
    {
      what: 'a tenant id that is none',
      env: { ...single, BOT_TENANT_ID: 'by' },
      problem: /^BOT_TENANT_ID is the Entra/,
    },
    {
      what: 'no key',
      env: { ...single, DATA_KEYS: '' },
      problem: /^DATA_KEYS has no key for municipality 1{8}-.*openssl rand/,
    },
    {
      what: "another municipality's key",
      env: { ...single, DATA_KEYS: `${OTHER}=1:${KEY}` },
      problem: /^DATA_KEYS has no key/,
    },
    {
      what: 'a key too short',
      env: { ...single, DATA_KEYS: `${TENANT}=1:c2hvcnQ=` },
      problem: /^DATA_KEYS, entry 1: write/,
    },
    { what: 'a key of version 0', env: { ...single, DATA_KEYS: `${TENANT}=0:${KEY}` }, problem: /^DATA_KEYS, entry 1/ },
    { what: 'a file and a single one', env: { ...single, MUNICIPALITIES: 'x.yaml' }, problem: /exclude each other/ },
    {
      what: 'a file that is not there',
      env: { MUNICIPALITIES: '/nowhere/x.yaml' },
      problem: /^MUNICIPALITIES: there is no file \/nowhere\/x\.yaml$/,
    },
    {
      what: 'a policy that is not there',
      env: { POLICY: '/nowhere' },
      problem: /^POLICY: there is no house\.yaml in \/nowhere$/,
    },
    { what: 'a mail server by no address', env: { SMTP_URL: 'mail.by.example' }, problem: /^SMTP_URL begins with/ },
    { what: 'a log level that is none', env: { LOG_LEVEL: 'loud' }, problem: /^LOG_LEVEL is one of/ },
  ])('is refused: $what', ({ env, problem }) => {
    expect(problemsOf(env)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });

  test('is told whole: every problem at once, in one message', () => {
    const env = {
      PORT: 'x',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgresql://a@h/d',
      DATA_KEYS: 'x',
      POLICY: '/nowhere',
      SMTP_URL: 'x',
      LOG_LEVEL: 'x',
    };
    const problems = problemsOf(env);
    const names = [
      'PORT',
      'DATABASE_URL',
      'DATA_KEYS',
      'HOST',
      'POLICY: there is no house.yaml',
      'POLICY: there is no ladders.yaml',
      'POLICY: there is no milestones.yaml',
      'LOG_LEVEL',
      'SMTP_URL',
    ];
    expect(names.filter((name) => !problems.some((problem) => problem.startsWith(name)))).toEqual([]);
    expect(problems).toHaveLength(names.length);
    expect(new ConfigFault(problems).message.split('\n')).toHaveLength(names.length + 1);
  });

  test('never prints a secret, a key or a password', () => {
    const problems = problemsOf({
      ...logins('postgresql://a:geheim@h/d', 'postgresql://a:geheim@h/d'),
      BOT_ID: 'x',
      BOT_TENANT_ID: 'x',
      BOT_SECRET: 'geheim',
      DATA_KEYS: 'x=1:geheim',
      MUNICIPALITIES: written('secret.yaml', `- { tenantId: ${TENANT}, secret: geheim, botId: [geheim\n`),
    });
    expect(problems.length).toBeGreaterThan(3);
    expect(problems.join('\n')).not.toContain('geheim');
  });
});

function logins(app: string, owner: string): Env {
  return { DATABASE_URL: app, DATABASE_OWNER_URL: owner };
}

describe('a file of municipalities that is wrong is refused with the place', () => {
  const entry = `tenantId: ${TENANT}, botId: ${BOT}, secret: x`;
  test.each<{ what: string; text: string; problem: RegExp }>([
    {
      what: 'not YAML',
      text: '- { tenantId: "x"\n  botId: [\n',
      problem: /wrong\.yaml: line \d+(?:, \d+)*: this is neither JSON nor YAML$/,
    },
    { what: 'no list', text: 'tenantId: x\n', problem: /wrong\.yaml: the whole file: / },
    { what: 'empty', text: '', problem: /wrong\.yaml: the whole file: / },
    {
      what: 'an id that is none',
      text: `- { ${entry} }\n- { tenantId: by, botId: ${OTHER}, secret: x }\n`,
      problem: /wrong\.yaml: 1\.tenantId: /,
    },
    { what: 'a field it does not know', text: `- { ${entry}, polcy: x }\n`, problem: /wrong\.yaml: 0: .*polcy/ },
    {
      what: 'no secret',
      text: `- { tenantId: ${TENANT}, botId: ${BOT} }\n`,
      problem: /wrong\.yaml: 0: give secret, or secretEnv/,
    },
    {
      what: 'a variable that is not set',
      text: `- { tenantId: ${TENANT}, botId: ${BOT}, secretEnv: NOBODY }\n`,
      problem: /wrong\.yaml: 0: give secret, or secretEnv/,
    },
    {
      what: 'a municipality twice',
      text: `- { ${entry} }\n- { tenantId: ${TENANT.toUpperCase()}, botId: ${OTHER}, secret: x }\n`,
      problem: /wrong\.yaml: 1: 1{8}-.* stands there twice/,
    },
    {
      what: 'a bot twice',
      text: `- { ${entry} }\n- { tenantId: ${OTHER}, botId: ${BOT}, secret: x }\n`,
      problem: /wrong\.yaml: 1: 3{8}-.* stands there twice/,
    },
    {
      what: 'no key for one of them',
      text: `- { ${entry} }\n- { tenantId: ${OTHER}, botId: ${OTHER}, secret: x }\n`,
      problem: /^DATA_KEYS has no key for municipality 2{8}/,
    },
    {
      what: 'a policy that is not there',
      text: `- { ${entry}, policy: nowhere }\n`,
      problem: /^POLICY: there is no house\.yaml in .*nowhere$/,
    },
  ])('$what', ({ text, problem }) => {
    const problems = problemsOf({ MUNICIPALITIES: written('wrong.yaml', text), DATA_KEYS: `${TENANT}=1:${KEY}` });
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });
});

describe('what a municipality edits is refused with file and place', () => {
  const ladders = readFileSync(path.join(DEFAULT_POLICY, 'ladders.yaml'), 'utf8');
  const house = readFileSync(path.join(DEFAULT_POLICY, 'house.yaml'), 'utf8');
  const model = readFileSync('content/models/ballerup.yaml', 'utf8');

  test('as it stands it is accepted', () => {
    expect(readLadders(ladders, { file: 'ladders.yaml', verbs: LADDER_VERBS }).size).toBeGreaterThan(4);
    expect(readPolicy(DEFAULT_POLICY).municipality).toBe('Tråby Kommune');
    expect(readModels('content/models').has('ballerup')).toBe(true);
  });

  test.each([
    {
      what: 'not YAML',
      from: 'nature: duty',
      to: 'nature: [duty',
      says: /^ladders\.yaml cannot be used:[\s\S]*line \d+/,
    },
    { what: 'a nature that is none', from: 'nature: duty', to: 'nature: debt', says: /invitation-answer: nature: / },
    {
      what: 'an audience that is none',
      from: 'tell: owner.manager',
      to: 'tell: mayor',
      says: /invitation-answer: rungs\.2\.tell: /,
    },
    {
      what: 'a time nobody understands',
      from: 'meeting - 3wd',
      to: 'three days before',
      says: /invitation-answer, rung second: "when: three days before" is not understood/,
    },
    {
      what: 'a ladder without an end',
      from: '  ends: matter\n',
      to: '',
      says: /invitation-answer: the ladder never ends/,
    },
    {
      what: 'postponing too long',
      from: 'snooze: never',
      to: 'snooze: 15d',
      says: /invitation-answer: snooze is 14d at most/,
    },
    {
      what: 'something that nothing does',
      from: 'meeting.past',
      to: 'meeting.delete',
      says: /meeting-start, rung past: nothing in the house does "meeting\.delete"/,
    },
    {
      what: 'patience with the owner',
      from: 'key: first, when: opened + 2wd, tell: owner, by: line',
      to: 'key: first, when: opened + 2wd, tell: owner, by: line, grace: 1',
      says: /rung first: grace is for tellings upward/,
    },
  ])('ladders: $what', ({ from, to, says }) => {
    expect(ladders).toContain(from);
    expect(() => readLadders(ladders.replace(from, to), { file: 'ladders.yaml', verbs: LADDER_VERBS })).toThrow(says);
  });

  test.each([
    {
      what: 'not YAML',
      change: (text: string) => text.replace('freeDays: [', 'freeDays: [['),
      says: /house\.yaml:\d+:\d+ /,
    },
    {
      what: 'a field too many',
      change: (text: string) => `${text}\ncolour: red\n`,
      says: /house\.yaml:\d+:1 colour: is not a known field/,
    },
    {
      what: 'a field too few',
      change: (text: string) => text.replace(/^zone:.*$/m, ''),
      says: /house\.yaml:\d+:\d+ zone: /,
    },
    {
      what: 'a date that is none',
      change: (text: string) => text.replace('worksCouncilOn: null', 'worksCouncilOn: soon'),
      says: /worksCouncilOn: must be a day/,
    },
  ])('policy: $what', ({ change, says }) => {
    const own = mkdtempSync(path.join(folder, 'policy-'));
    writeFileSync(path.join(own, 'house.yaml'), change(house));
    expect(() => readPolicy(own)).toThrow(says);
  });

  test.each([
    { what: 'not YAML', text: 'name: [\n', says: /own\.yaml:\d+:\d+ / },
    {
      what: 'a rule that is none',
      text: model.replace(/^decides:.*$/m, 'decides: by-lot'),
      says: /own\.yaml:\d+:1 decides: /,
    },
    {
      what: 'a meeting without length',
      text: model.replace(/duration: \d+/, 'duration: 0'),
      says: /own\.yaml:\d+:\d+ meetings\.0\.duration: /,
    },
  ])('models: $what', ({ text, says }) => {
    const own = mkdtempSync(path.join(folder, 'models-'));
    cpSync('content/models', own, { recursive: true });
    writeFileSync(path.join(own, 'own.yaml'), text);
    writeFileSync(path.join(own, 'other.yaml'), 'name: x\n');
    // Every file's faults at once.
    expect(() => readModels(own)).toThrow(says);
    expect(() => readModels(own)).toThrow(/other\.yaml:1:1 /);
  });
});

describe('the time zone of the process', () => {
  const zoneProblems = (env: Env, zone: string | undefined): readonly string[] => {
    try {
      readConfig(env, zone);
      return [];
    } catch (fault) {
      if (fault instanceof ConfigFault) return fault.problems;
      throw fault;
    }
  };

  test('is UTC for real, and no matter in development mode', () => {
    expect(zoneProblems(single, 'UTC')).toEqual([]);
    expect(zoneProblems(single, 'Europe/Copenhagen')).toEqual([
      expect.stringMatching(/^TZ: .*Europe\/Copenhagen, and has to run in UTC.*TZ=UTC/),
    ]);
    expect(zoneProblems({}, 'Europe/Copenhagen')).toEqual([]);
  });
});

describe('metrics', () => {
  test('are nowhere without a port, and on loopback with one', () => {
    expect(readConfig({}).metrics).toBeUndefined();
    expect(readConfig({ METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: '127.0.0.1' });
  });
});
