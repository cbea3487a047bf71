import fc from 'fast-check';
import { checkDoor, type DoorCall } from '../../bot/msteams/gate';
import { createServiceUrls } from '../../bot/msteams/service-urls';

const own = { tenantId: '99999999-0000-0000-0000-00000000000a', botId: 'bot-a', botSecret: 's' };
const other = { tenantId: '99999999-0000-0000-0000-00000000000b', botId: 'bot-b', botSecret: 's' };
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const guarded = { development: false, serviceUrls: createServiceUrls({ development: false }) };

const encode = (part: unknown) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const goodHead = { alg: 'RS256', kid: 'k', typ: 'JWT' };
const goodClaims = { iss: 'https://api.botframework.com', aud: 'bot-a', serviceurl: serviceUrl, exp: 1, nbf: 0 };
const bearer = (claims: unknown = goodClaims, head: unknown = goodHead) =>
  `Bearer ${encode(head)}.${encode(claims)}.c2ln`;
const activity = (changes: Record<string, unknown> = {}) => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'a:1', tenantId: own.tenantId },
  channelData: { tenant: { id: own.tenantId } },
  ...changes,
});
const check = (changes: Partial<DoorCall>) =>
  checkDoor({ authorization: bearer(), body: activity(), bodyLength: 700, ...changes }, [own, other], guarded);

test('a call from Teams passes, for the municipality that owns the bot', () => {
  expect(check({})).toEqual({
    ok: true,
    municipality: own,
    token: { raw: bearer().slice('Bearer '.length), keyId: 'k', botId: own.botId },
    activity: activity(),
  });
});

describe('what is no token from Teams to one of our bots is unauthorized', () => {
  test.each<{ name: string; authorization: string | undefined }>([
    { name: 'no header', authorization: undefined },
    { name: 'an empty header', authorization: '' },
    { name: 'another scheme', authorization: 'Basic YTpi' },
    { name: 'the scheme in lower case', authorization: bearer().replace('Bearer', 'bearer') },
    { name: 'two tokens', authorization: `${bearer()}, ${bearer()}` },
    { name: 'a line break behind it', authorization: `${bearer()}\n` },
    { name: 'no signature', authorization: bearer().replace(/\.[^.]*$/, '.') },
    { name: 'two parts', authorization: `Bearer ${encode(goodHead)}.${encode(goodClaims)}` },
    { name: 'parts that are no JSON', authorization: bearer('x', 'y') },
    { name: 'parts that are null', authorization: bearer(null, null) },
    { name: 'parts that are lists', authorization: bearer([], []) },
    { name: 'a header over 8 KB', authorization: bearer({ ...goodClaims, filling: 'x'.repeat(8192) }) },
    { name: 'alg none', authorization: bearer(goodClaims, { ...goodHead, alg: 'none' }) },
    { name: 'alg HS256', authorization: bearer(goodClaims, { ...goodHead, alg: 'HS256' }) },
    { name: 'alg RS384', authorization: bearer(goodClaims, { ...goodHead, alg: 'RS384' }) },
    { name: 'no key id', authorization: bearer(goodClaims, { alg: 'RS256' }) },
    { name: 'a key id that is no string', authorization: bearer(goodClaims, { alg: 'RS256', kid: {} }) },
    { name: 'a bot we do not serve', authorization: bearer({ ...goodClaims, aud: 'bot-c' }) },
    { name: 'no bot', authorization: bearer({ ...goodClaims, aud: undefined }) },
    { name: 'an empty bot', authorization: bearer({ ...goodClaims, aud: '' }) },
    { name: 'a list of bots', authorization: bearer({ ...goodClaims, aud: ['bot-a'] }) },
    { name: 'an issuer with a slash', authorization: bearer({ ...goodClaims, iss: 'https://api.botframework.com/' }) },
    { name: 'a list of issuers', authorization: bearer({ ...goodClaims, iss: ['https://api.botframework.com'] }) },
    {
      name: 'a token of Entra itself, of the municipality’s own tenant',
      authorization: bearer({
        iss: `https://login.microsoftonline.com/${own.tenantId}/v2.0`,
        aud: 'bot-a',
        azp: 'bot-a',
        tid: own.tenantId,
        ver: '2.0',
      }),
    },
    {
      name: 'a tenant id that the SDK would remember for ever',
      authorization: bearer({ ...goodClaims, tid: 'made-up-1' }),
    },
    { name: 'a tenant id that is no string', authorization: bearer({ ...goodClaims, tid: {} }) },
  ])('$name', ({ authorization }) => {
    expect(check({ authorization })).toEqual({ ok: false, status: 401, why: 'token' });
  });
});

describe('a body that is no activity is a bad request', () => {
  test.each([
    { name: 'nothing', body: undefined },
    { name: 'null', body: null },
    { name: 'a list', body: [activity()] },
    { name: 'a string', body: 'message' },
    { name: 'an empty object', body: {} },
    { name: 'a type that is no string', body: activity({ type: 7 }) },
    { name: 'an empty type', body: activity({ type: '' }) },
  ])('$name', ({ body }) => {
    expect(check({ body })).toMatchObject({ ok: false, status: 400 });
  });
});

describe('an activity that is not for us from where Teams sits is forbidden', () => {
  const tenant = (id: unknown) => ({ channelData: { tenant: { id } } });
  const conversation = (tenantId: unknown) => ({ conversation: { id: 'a:1', tenantId } });
  test.each([
    { name: 'another channel', body: activity({ channelId: 'webchat' }) },
    { name: 'the channel whose tokens the SDK checks by other rules', body: activity({ channelId: 'AseChannel' }) },
    { name: 'no channel', body: activity({ channelId: undefined }) },
    { name: 'an empty service address', body: activity({ serviceUrl: '' }) },
    { name: 'no service address', body: activity({ serviceUrl: undefined }) },
    { name: 'a list of service addresses', body: activity({ serviceUrl: [serviceUrl] }) },
    { name: 'a foreign service address', body: activity({ serviceUrl: 'https://attacker.example/' }) },
    { name: 'another municipality in the conversation', body: activity(conversation(other.tenantId)) },
    { name: 'another municipality in the channel data', body: activity(tenant(other.tenantId)) },
    { name: 'a tenant that is no string', body: activity(tenant([own.tenantId])) },
    { name: 'no tenant', body: activity({ ...conversation(undefined), ...tenant(null) }) },
    { name: 'nowhere to name a tenant', body: activity({ conversation: 'a:1', channelData: null }) },
    { name: 'an inherited tenant', body: activity({ conversation: [], channelData: {} }) },
  ])('$name', ({ body }) => {
    expect(check({ body })).toMatchObject({ ok: false, status: 403 });
  });

  test('the tenant in one of the two places is enough, in any spelling', () => {
    expect(check({ body: activity({ channelData: undefined }) }).ok).toBe(true);
    expect(check({ body: activity({ conversation: { id: 'a:1' }, ...tenant(own.tenantId.toUpperCase()) }) }).ok).toBe(
      true,
    );
  });

  test('the tenant belongs to the bot that is called, not to any we serve', () => {
    const toOther = bearer({ ...goodClaims, aud: 'bot-b' });
    expect(check({ authorization: toOther })).toMatchObject({ status: 403, why: 'tenant' });
    const body = activity({ ...conversation(other.tenantId), ...tenant(other.tenantId) });
    expect(check({ authorization: toOther, body })).toMatchObject({ ok: true, municipality: other });
  });
});

test('a body over 256 KB is turned away before anything else is looked at', () => {
  expect(check({ bodyLength: 256 * 1024 }).ok).toBe(true);
  expect(check({ bodyLength: 256 * 1024 + 1, authorization: undefined })).toMatchObject({ status: 413 });
});

test('a body deeper than 64 levels is turned away, and one of 64 is not', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: deep(levels - 1) });
  expect(check({ body: activity({ value: deep(63) }) }).ok).toBe(true);
  expect(check({ body: activity({ value: deep(64) }) })).toMatchObject({ ok: false, status: 413, why: 'body-depth' });
});

test('a token in which nothing is said twice is read, whatever stands in its texts', () => {
  const odd = { ...goodClaims, a: { iss: 'x', aud: ['iss', 'aud'] }, b: '"iss":"x","iss":{', c: '}\\"aud":' };
  expect(check({ authorization: bearer(odd) }).ok).toBe(true);
  expect(check({ authorization: bearer(`{"iss":"x",${JSON.stringify(odd).slice(1)}`) }).ok).toBe(false);
});

describe('in development', () => {
  const development = { development: true, serviceUrls: createServiceUrls({ development: true }) };
  const only = { tenantId: 'the-one', botId: '', botSecret: '' };
  const checkOpen = (body: unknown) => checkDoor({ body, bodyLength: 700 }, [only], development);

  test.each(['http://127.0.0.1:56150', 'http://localhost:1/x', 'http://[::1]:3978'])(
    'no token is asked of %s',
    (url) => {
      expect(checkOpen(activity({ serviceUrl: url }))).toMatchObject({ ok: true, municipality: only });
    },
  );

  test.each([
    { body: activity(), status: 403 },
    { body: activity({ serviceUrl: 'http://10.0.0.1/' }), status: 403 },
    { body: activity({ serviceUrl: 'https://127.0.0.1/' }), status: 403 },
    { body: activity({ serviceUrl: 'http://127.0.0.1.attacker.example/' }), status: 403 },
    { body: activity({ serviceUrl: 'http://127.0.0.1@attacker.example/' }), status: 403 },
    { body: {}, status: 400 },
    { body: null, status: 400 },
  ])('the rest is checked: $status', ({ body, status }) => {
    expect(checkOpen(body)).toMatchObject({ ok: false, status });
  });

  test('a bot without an id opens no door outside development', () => {
    expect(
      checkDoor(
        { authorization: bearer({ ...goodClaims, aud: '' }), body: activity(), bodyLength: 1 },
        [only],
        guarded,
      ),
    ).toMatchObject({ status: 401 });
  });
});

describe('where the bot’s token may go', () => {
  test.each([
    { url: 'https://smba.trafficmanager.net/emea/', allowed: true },
    { url: 'https://SMBA.trafficmanager.net/emea/', allowed: true },
    { url: 'https://europe.api.botframework.com/', allowed: true },
    { url: 'http://smba.trafficmanager.net/', allowed: false },
    { url: 'https://smba.trafficmanager.net:8443/', allowed: false },
    { url: 'https://smba.trafficmanager.net./', allowed: false },
    { url: 'https://evil-smba.trafficmanager.net/', allowed: false },
    { url: 'https://attacker.trafficmanager.net/', allowed: false },
    { url: 'https://smba.trafficmanager.net.attacker.example/', allowed: false },
    { url: 'https://smba.trafficmanager.net@attacker.example/', allowed: false },
    { url: 'https://user:word@smba.trafficmanager.net/', allowed: false },
    { url: 'https://attacker.example/smba.trafficmanager.net', allowed: false },
    { url: 'https://attacker.example\\@smba.trafficmanager.net/', allowed: false },
    { url: 'https://botframework.com/', allowed: false },
    { url: 'https://evilbotframework.com/', allowed: false },
    { url: 'http://127.0.0.1:3978/', allowed: false },
    { url: 'file:///etc/passwd', allowed: false },
    { url: 'smba.trafficmanager.net', allowed: false },
    { url: `https://smba.trafficmanager.net/${'x'.repeat(4000)}`, allowed: false },
    { url: '', allowed: false },
  ])('$url: $allowed', ({ url, allowed }) => {
    expect(createServiceUrls({ development: false }).allows(url)).toBe(allowed);
  });

  test('an origin of one’s own is matched whole', () => {
    const { allows } = createServiceUrls({
      development: false,
      hosts: ['https://teams.example.dk:8443', 'http://127.0.0.1:9'],
    });
    expect(allows('https://teams.example.dk:8443/v3/')).toBe(true);
    expect(allows('http://127.0.0.1:9/v3/')).toBe(true);
    expect(allows('https://teams.example.dk/')).toBe(false);
    expect(allows('http://127.0.0.1:90/')).toBe(false);
    expect(allows('https://smba.trafficmanager.net/')).toBe(false);
  });

  test.each([
    'http://teams.example.dk',
    '*',
    '*.dk',
    'https://*.example.dk',
    'https://a.dk/path',
    'ftp://127.0.0.1',
    'a b',
    '',
  ])('a list with "%s" is refused at the start', (entry) => {
    expect(() => createServiceUrls({ development: false, hosts: [entry] })).toThrow('is no host');
  });
});

test('whatever is thrown at the gate, it answers, and only what is whole passes', () => {
  const part = fc.oneof(fc.jsonValue(), fc.constant(goodHead), fc.constant(goodClaims));
  const header = fc.oneof(
    fc.string(),
    fc.tuple(part, part).map(([claims, head]) => bearer(claims, head)),
    fc.constant(bearer()),
  );
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record({
      type: fc.jsonValue(),
      channelId: fc.jsonValue(),
      serviceUrl: fc.oneof(fc.webUrl(), fc.constant(serviceUrl)),
    }),
    fc.dictionary(
      fc.constantFrom('type', 'channelId', 'serviceUrl', 'conversation', 'channelData', '__proto__'),
      fc.jsonValue(),
    ),
  );
  fc.assert(
    fc.property(header, body, fc.nat(300_000), (authorization, thrown, bodyLength) => {
      const verdict = check({ authorization, body: thrown, bodyLength });
      expect(verdict.ok).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
