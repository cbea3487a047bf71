import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { calendarLetter, externalLetter, type MailedMeeting } from '../../bot/calendar/meeting-mail';
import type { Capability } from '../../bot/capability';
import type { NewMessage } from '../../bot/db/unit';
import type { Letter } from '../../bot/messages/letter';
import { makeMail } from '../../bot/messages/mail';
import { asMoment, toInstant, ZONE } from '../../bot/time/moment';
import { closeInOrder, personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

const MEETING = '0195a0c0-0000-7000-8000-000000000001';
const REF = 'BF-2025-0142';
const FROM = 'Rød Tråd <roedtraad@traaby.example>';

/** A meeting of the test as its letters read it; what has changed by the time one is sent stands in it then. */
type Plan = { local: string; sequence: number; cancelled: boolean; where: MailedMeeting['where']; why: string };
const plan: Plan = {
  local: '2026-03-26T13:00',
  sequence: 0,
  cancelled: false,
  where: { kind: 'place', place: 'Rådhuset; lokale 4, 2. sal' },
  why: 'Du kender vejen til en læreplads.',
};
const meeting = (): MailedMeeting => ({
  tenantId: TENANT,
  meetingId: MEETING,
  sequence: plan.sequence,
  startsAt: toInstant(asMoment(plan.local), ZONE),
  localStart: plan.local,
  duration: 90,
  kind: 'teammøde',
  the: 'teammødet',
  reference: REF,
  municipality: 'Tråby Kommune',
  where: plan.where,
  lead: { name: 'Carla Holm', email: 'carla@by.example' },
});
const told: string[] = [];
const external =
  (what: 'invitation' | 'moved' | 'cancelled'): Letter =>
  async (unit, input) =>
    plan.cancelled === (what === 'cancelled') ? externalLetter(what, meeting(), plan.why, input, unit) : undefined;
const capability: Capability = {
  name: 'trial',
  letters: {
    'external-invitation': external('invitation'),
    'external-moved': external('moved'),
    'external-cancelled': external('cancelled'),
    'calendar.request': async (unit, input) =>
      plan.cancelled ? undefined : calendarLetter('REQUEST', meeting(), input, unit),
    'calendar.cancel': async (unit, input) => calendarLetter('CANCEL', meeting(), input, unit),
  },
  unreached: {
    'external-invitation': async (_unit, message) => {
      told.push(`${message.status ?? ''} ${message.kind}`);
    },
  },
};

type Got = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

/** A post office on loopback. */
async function openPost(): Promise<{ url: string; got: Got[]; answers: number[]; close(): Promise<void> }> {
  const got: Got[] = [];
  const answers: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      const code = answers.shift();
      done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        got.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map((one) => one.address),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    got,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The parts of an e-mail by their type, decoded; what is in a multipart is found inside it. */
function partsOf(raw: string): { readonly type: string; readonly body: string }[] {
  const at = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ');
  const body = raw.slice(at + 4);
  const type = /^content-type: (.*)$/im.exec(head)?.[1] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined) {
    const inside = body.split(`--${boundary}`).slice(1, -1);
    return inside.flatMap((part) => partsOf(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));
  }
  return [{ type, body: decoded(head, body) }];
}

function decoded(head: string, body: string): string {
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const textIn = ({ raw }: Got): string => partsOf(raw).find(({ type }) => type.startsWith('text/plain'))?.body ?? '';
const subjectOf = ({ raw }: Got): string => {
  const [, coded = ''] = /^subject: ((?:.*)(?:\r\n[ \t]+.*)*)/im.exec(raw) ?? [];
  return coded
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_all, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decoded('content-transfer-encoding: quoted-printable', text.replace(/_/g, ' ')),
    );
};

/** The calendar in an e-mail: its lines by name (parameters left out), unfolded and unescaped; and the whole text. */
function calendarIn({ raw }: Got): Record<string, string> & { readonly whole: string; readonly method: string } {
  const part = partsOf(raw).find(({ type }) => type.startsWith('text/calendar'));
  const whole = (part?.body ?? '').replace(/\r\n[ \t]/g, '');
  const lines = whole.split('\r\n').flatMap((line) => {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;(?:"[^"]*"|[^:"])*)?:(.*)$/.exec(line) ?? [];
    return name === '' ? [] : [[name, value.replace(/\\n/g, '\n').replace(/\\([,;\\])/g, '$1')] as const];
  });
  const method = /method="?([A-Z]+)/.exec(part?.type ?? '')?.[1] ?? '';
  return { ...Object.fromEntries(lines), whole, method };
}

const invited = (town: Town, message: Partial<NewMessage>) =>
  town.inside(async (unit) =>
    unit.message({
      personId: null,
      class: 'notice',
      channel: 'mail',
      kind: 'calendar.request',
      matterKind: 'meeting',
      matterId: MEETING,
      naturalKey: randomUUID(),
      ...message,
    }),
  );

/** A doctor whom the pathway knows. */
async function addExternal(town: Town): Promise<string> {
  const addedById = (await personIds(town))('Carla');
  return town.inside(async (unit) => {
    const id = unit.house.newId();
    const seal = (column: string, text: string) => unit.seal('external', column, id, text);
    await unit.tx.external.create({
      data: {
        tenantId: unit.tenantId,
        id,
        nameSealed: seal('name_sealed', 'Lea Lund'),
        roleSealed: seal('role_sealed', 'læge'),
        emailSealed: seal('email_sealed', 'lea@laegehuset.example'),
        emailHash: id,
        addedById,
        addedAt: unit.now,
      },
    });
    return id;
  });
}

const endings = (town: Town, kind: string) =>
  town.inside(async ({ tx, tenantId }) =>
    (await tx.message.findMany({ where: { tenantId, kind }, orderBy: { id: 'asc' } })).map(
      (row) => `${row.status}${row.reason === null ? '' : ` ${row.reason}`}`,
    ),
  );

describe('by e-mail', () => {
  let post: Awaited<ReturnType<typeof openPost>>;
  let town: Town;
  let doctor: string;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    post = await openPost();
    town = await openTown({
      at: '2026-03-12T09:00',
      more: [capability],
      mail: makeMail({ url: post.url, from: FROM }),
      timing: { mostAttempts: 2 },
      mayLogFaults: true,
    });
    doctor = await addExternal(town);
    idOf = await personIds(town);
  });
  afterAll(async () => {
    await closeInOrder(town);
    await post.close();
  });
  beforeEach(() => {
    post.got.length = 0;
    told.length = 0;
  });

  const write = async (message: Partial<NewMessage>): Promise<Got> => {
    await invited(town, message);
    await town.settle();
    const got = post.got.at(-1);
    if (!got) throw new Error('No e-mail came');
    return got;
  };
  const toDoctor = (kind: string): Partial<NewMessage> => ({
    externalId: doctor,
    class: 'summons',
    kind,
    matterKind: 'external-invitation',
  });

  describe('a member of staff gets the meeting into the calendar', () => {
    test('as a request that every calendar reads, from one who never changes', async () => {
      const got = await write({ personId: idOf('Bo') });

      expect([got.from, got.to]).toEqual(['roedtraad@traaby.example', ['bo@by.example']]);
      const calendar = calendarIn(got);
      expect(calendar).toMatchObject({
        METHOD: 'REQUEST',
        method: 'REQUEST',
        UID: `${MEETING}@${TENANT}`,
        SEQUENCE: '0',
        STATUS: 'CONFIRMED',
        DTSTART: '20260326T120000Z',
        DTEND: '20260326T133000Z',
        DTSTAMP: '20260312T080000Z',
        SUMMARY: `Teammøde, ${REF}`,
        LOCATION: 'Rådhuset; lokale 4, 2. sal',
        ORGANIZER: 'mailto:roedtraad@traaby.example',
        ATTENDEE: 'MAILTO:bo@by.example',
      });
      expect(calendar.whole).toContain('CN="Rød Tråd"');
      expect(calendar.whole).toContain('RSVP=FALSE');
      expect(subjectOf(got)).toBe(`Til din kalender: teammødet, ${REF}`);
      expect(textIn(got)).toContain('torsdag den 26. marts kl.\u00a013 (1½ time)');
    });

    test('in their own language', async () => {
      const got = await write({ personId: idOf('Daniel') });
      expect(subjectOf(got)).toContain('For your calendar');
      expect(textIn(got)).toContain('Thursday 26 March at\u00a013:00');
    });

    test('moved past the change of the clocks: the same meeting, later in its own order, at the same hour in Denmark', async () => {
      Object.assign(plan, { local: '2026-04-15T13:00', sequence: 1 });
      expect(calendarIn(await write({ personId: idOf('Bo') }))).toMatchObject({
        METHOD: 'REQUEST',
        UID: `${MEETING}@${TENANT}`,
        SEQUENCE: '1',
        DTSTART: '20260415T110000Z',
        DTEND: '20260415T123000Z',
      });
    });

    test.each([
      { where: { kind: 'online' as const }, says: 'Online' },
      { where: { kind: 'home' as const }, says: 'Hjemme hos borgeren' },
    ])('a meeting that is $where.kind has no address', async ({ where, says }) => {
      Object.assign(plan, { where });
      expect(calendarIn(await write({ personId: idOf('Bo') })).LOCATION).toBe(says);
    });

    test('a name cannot write lines of its own', async () => {
      Object.assign(plan, { where: { kind: 'place', place: 'Rådhuset\r\nATTENDEE:mailto:x@evil.example\r\nx' } });
      const { whole } = calendarIn(await write({ personId: idOf('Bo') }));
      expect(whole.split('\r\n').filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    });

    test('cancelled, and nothing asked any more of who had not heard of it', async () => {
      Object.assign(plan, { cancelled: true, sequence: 2, where: { kind: 'online' } });
      expect(calendarIn(await write({ personId: idOf('Bo'), kind: 'calendar.cancel' }))).toMatchObject({
        METHOD: 'CANCEL',
        method: 'CANCEL',
        UID: `${MEETING}@${TENANT}`,
        SEQUENCE: '2',
        STATUS: 'CANCELLED',
      });
      await invited(town, { personId: idOf('Mette') });
      await town.settle();
      expect(post.got).toHaveLength(1);
      expect((await endings(town, 'calendar.request')).at(-1)).toBe('withdrawn no-longer-true');
      Object.assign(plan, { cancelled: false });
    });

    test('and is not taken for reached by it', async () => {
      await write({ personId: idOf('Bo') });
      expect(told).toEqual([]);
    });
  });

  describe('an external', () => {
    beforeEach(() => {
      Object.assign(plan, { local: '2026-03-26T13:00', sequence: 0, cancelled: false });
      Object.assign(plan, { where: { kind: 'place', place: 'Rådhuset, lokale 4' } });
    });

    test('is told when, where, why, that there is no duty, and whom to answer', async () => {
      const got = await write(toDoctor('external-invitation'));

      expect(got.to).toEqual(['lea@laegehuset.example']);
      expect(subjectOf(got)).toBe(`Du er inviteret til teammødet, ${REF}`);
      const text = textIn(got);
      for (const said of [
        'Hej Lea Lund',
        REF,
        'torsdag den 26. marts kl.\u00a013',
        'Rådhuset, lokale 4',
        plan.why,
        'rådgive',
        'ikke mødepligt',
        'Carla Holm, carla@by.example',
        'bliver ikke læst',
        'Tråby Kommune',
      ])
        expect(text).toContain(said);
      for (const hidden of ['A.K.', '\n\n\n']) expect(text).not.toContain(hidden);
      const calendar = calendarIn(got);
      expect(calendar).toMatchObject({ METHOD: 'REQUEST', ATTENDEE: 'MAILTO:lea@laegehuset.example' });
      expect(calendar.whole).toContain('ROLE=OPT-PARTICIPANT');
      expect(calendar.DESCRIPTION).toContain('carla@by.example');
    });

    test.each([
      { kind: 'external-moved', cancelled: false, method: 'REQUEST', says: 'Vi har flyttet teammødet' },
      { kind: 'external-cancelled', cancelled: true, method: 'CANCEL', says: 'Der bliver ikke noget af teammødet' },
    ])('is told by $kind', async ({ kind, cancelled, method, says }) => {
      Object.assign(plan, { cancelled, sequence: 3 });
      const got = await write(toDoctor(kind));
      expect(textIn(got)).toContain(says);
      expect(calendarIn(got)).toMatchObject({ METHOD: method, SEQUENCE: '3', UID: `${MEETING}@${TENANT}` });
    });

    test('is written to in the working hours of the house', async () => {
      await town.moveOnly('2026-03-12T18:00');
      await invited(town, toDoctor('external-invitation'));
      await town.settle();
      expect(post.got).toEqual([]);
      await town.until('2026-03-13T08:00');
      expect(post.got).toHaveLength(1);
    });

    test('is told nothing that is not true any more', async () => {
      Object.assign(plan, { cancelled: true });
      await invited(town, toDoctor('external-invitation'));
      await town.settle();
      expect(post.got).toEqual([]);
      expect((await endings(town, 'external-invitation')).at(-1)).toBe('withdrawn no-longer-true');
    });

    test('whose server wants it later gets it again', async () => {
      post.answers.push(451);
      await write(toDoctor('external-invitation'));
      expect([post.got.length, (await endings(town, 'external-invitation')).at(-1)]).toEqual([1, 'delivered']);
    });

    test.each([
      { what: 'refuses the address', answers: [550], why: 'smtp-550' },
      { what: 'always wants it later', answers: [451, 451, 451, 451], why: 'smtp-451' },
    ])('whose server $what is not reached, and whom it concerns is told', async ({ answers, why }) => {
      post.answers.push(...answers);
      await invited(town, toDoctor('external-invitation'));
      await town.settle();
      post.answers.length = 0;
      expect((await endings(town, 'external-invitation')).at(-1)).toBe(`given-up ${why}`);
      expect(told).toHaveLength(1);
    });

    test('is sent no CPR number', async () => {
      Object.assign(plan, { why: 'Du kender 010190-1234.' });
      await invited(town, toDoctor('external-invitation'));
      await town.settle();
      expect([post.got, (await endings(town, 'external-invitation')).at(-1)]).toEqual([[], 'given-up cpr']);
      Object.assign(plan, { why: 'Du kender vejen til en læreplads.' });
    });
  });
});

describe('without an SMTP server', () => {
  let town: Town;
  beforeAll(async () => {
    told.length = 0;
    Object.assign(plan, { cancelled: false });
    town = await openTown({ at: '2026-03-12T09:00', more: [capability] });
  });
  // Closing complains of faults that were logged: there are none.
  afterAll(() => closeInOrder(town));

  test('an external is not reached, and whom it concerns is told', async () => {
    const externalId = await addExternal(town);
    await invited(town, {
      externalId,
      class: 'summons',
      kind: 'external-invitation',
      matterKind: 'external-invitation',
    });
    await town.settle();
    expect(await endings(town, 'external-invitation')).toEqual(['given-up no-smtp']);
    expect(told).toHaveLength(1);
  });

  test('calendars are left as they are, and it is no fault', async () => {
    await invited(town, { personId: (await personIds(town))('Bo') });
    await town.settle();
    expect(await endings(town, 'calendar.request')).toEqual(['withdrawn no-smtp']);
  });
});
