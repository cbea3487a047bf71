import { capitalised } from '../../content/words/numbers';
import { words } from '../../content/words/words';
import type { PressOptions } from '../../stage/connector';
import {
  besideInput,
  callMeeting,
  cardWith,
  choicesOf,
  closeInOrder,
  filledIn,
  heard,
  inputsOf,
  newestMeeting,
  openForm,
  personIds,
  REF,
  wholeDatabase,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');

/** A title beside a box of an input has plain spaces only. */
const spaced = (text: string) => text.replace(/\u00a0/g, ' ');

describe('calling a meeting', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const meetings = () => town.inside(({ tx }) => tx.meeting.findMany({ orderBy: { number: 'asc' } }));
  const invited = async () =>
    Object.entries((await newestMeeting(town)).invitations)
      .map(([name, { status }]) => `${name} ${status}`)
      .sort();
  const send = async (inputs: Record<string, string>, more: Omit<PressOptions, 'inputs' | 'verb'> = {}) => {
    await openForm(town);
    return town.presses(
      'Carla',
      'meeting.call',
      { ...(await filledIn(town, { date: '2026-04-15' })), ...inputs },
      more,
    );
  };

  describe('the form', () => {
    test('proposes the house’s own meeting time, everybody of the team who may come, and why', async () => {
      await openForm(town);
      const form = cardWith(town, 'Carla', da.callForm.title).card;

      expect(inputsOf(form)).toEqual({
        kind: 'team-meeting',
        // The first Wednesday that leaves everybody ten working days.
        date: '2026-04-01',
        time: '13:00',
        // As long as the model has it, not the house's meeting time.
        duration: '60',
        agreed: 'false',
        where: 'place',
        place: '',
        guests: '',
        meetingGround: 'false',
        givenBy: '',
        'role-leader': 'nobody',
        'role-facilitator': 'nobody',
        'role-note-taker': 'nobody',
        [`come-${idOf('Bo')}`]: 'true',
        [`why-${idOf('Bo')}`]: da.lines.whyDefault('employment', 'A.K.'),
        [`come-${idOf('Jonas')}`]: 'true',
        [`why-${idOf('Jonas')}`]: da.lines.whyDefault('school', 'A.K.'),
        [`come-${idOf('Mette')}`]: 'true',
        [`why-${idOf('Mette')}`]: da.lines.whyDefault('family', 'A.K.'),
        [`come-${idOf('Nanna')}`]: 'true',
        [`why-${idOf('Nanna')}`]: da.lines.whyDefault('social', 'A.K.'),
        // No ground for Vibeke's department: not unless the lead says so.
        [`come-${idOf('Vibeke')}`]: 'false',
        [`why-${idOf('Vibeke')}`]: da.lines.whyDefault('other', 'A.K.'),
      });
      expect(choicesOf(form, 'kind').map((one) => one.toLowerCase())).toEqual([
        `${da.kindNames['team-meeting']} (${da.duration(60)})`,
        `${da.kindNames['transition-meeting']} (${da.duration(60)})`,
      ]);
    });

    test('names who has no ground, and says what it takes to invite them', async () => {
      await openForm(town);
      const { card } = cardWith(town, 'Carla', da.callForm.title);

      for (const name of ['Bo', 'Jonas', 'Mette', 'Nanna'])
        expect(besideInput(card, `why-${idOf(name)}`)).not.toContain(da.callForm.needsGround);
      expect(besideInput(card, `why-${idOf('Vibeke')}`)).toContain(da.callForm.needsGround);
      expect(choicesOf(card, 'givenBy')).toEqual(Object.values(da.callForm.givers));
    });

    test('can be left without anything happening: the pathway stands in its place', async () => {
      const before = await meetings();
      await openForm(town);

      expect(town.lastCard('Carla')).toContain(da.callForm.title);
      expect(await town.presses('Carla', 'pathway.back')).toMatchObject({ kind: 'card' });
      expect(town.lastCard('Carla')).not.toContain(da.callForm.title);
      expect(town.lastCard('Carla')).toContain(da.pathway.call);
      expect(await meetings()).toEqual(before);
    });

    test('proposes next time the why that the lead wrote last', async () => {
      await callMeeting(town, {
        date: '2026-04-29',
        inputs: { [`why-${idOf('Bo')}`]: 'Du ved, hvordan praktikken går.' },
      });
      await openForm(town);

      expect(inputsOf(cardWith(town, 'Carla', da.callForm.title).card)[`why-${idOf('Bo')}`]).toBe(
        'Du ved, hvordan praktikken går.',
      );
      expect(textOf(cardWith(town, 'Bo', 'praktikken'))).toContain('Du ved, hvordan praktikken går.');
    });
  });

  describe('what is wrong stands beside its field, and everything typed is still there', () => {
    const typed = { place: 'Biblioteket', time: '09:15', duration: '45', kind: 'transition-meeting' };
    const why = () => ({ [`why-${idOf('Mette')}`]: 'Du ser søskendeflokken hver uge.' });

    test.each([
      { what: 'a date that is none', inputs: { date: 'i morgen' }, at: 'date', says: 'bad-date' },
      { what: 'a date that is past', inputs: { date: '2026-03-11' }, at: 'date', says: 'past-time' },
      { what: 'today, earlier', inputs: { date: '2026-03-12', time: '08:30' }, at: 'date', says: 'past-time' },
      { what: 'a Saturday', inputs: { date: '2026-04-18' }, at: 'date', says: 'not-working-time' },
      { what: 'Good Friday', inputs: { date: '2026-04-03' }, at: 'date', says: 'not-working-time' },
      { what: 'a time that is none', inputs: { time: '25:00' }, at: 'time', says: 'bad-time' },
      { what: 'no duration', inputs: { duration: 'længe' }, at: 'duration', says: 'bad-duration' },
      { what: 'no place', inputs: { place: '' }, at: 'place', says: 'place-missing' },
      {
        what: 'a time that the citizen was not asked about',
        inputs: { agreed: 'false' },
        at: 'agreed',
        says: 'citizen-not-asked',
      },
    ] as const)('$what', async ({ inputs, at, says }) => {
      const before = await meetings();
      const outcome = await send({ ...typed, ...why(), ...inputs }, { force: true });

      expect(outcome).toMatchObject({ status: 200, kind: 'card' });
      expect(besideInput(outcome.card, at)).toContain(da.refusals[says]);
      expect(textOf(cardWith(town, 'Carla', da.callForm.title))).toContain(da.turn.seeBelow);
      const shown = await filledIn(town, { date: '2026-04-15' });
      expect(inputsOf(outcome.card)).toMatchObject({ ...shown, ...typed, ...why(), ...inputs });
      expect(await meetings()).toEqual(before);
    });

    test('an empty why, which stays empty', async () => {
      const outcome = await send({ ...typed, [`why-${idOf('Bo')}`]: '' });

      expect(besideInput(outcome.card, `why-${idOf('Bo')}`)).toContain(da.refusals['why-missing']);
      expect(inputsOf(outcome.card)).toMatchObject({ ...typed, [`why-${idOf('Bo')}`]: '' });
      expect(besideInput(outcome.card, `why-${idOf('Mette')}`)).not.toContain(da.refusals['why-missing']);
    });

    test('nobody invited, said above the people', async () => {
      const nobody = Object.fromEntries(
        ['Bo', 'Mette', 'Jonas', 'Nanna'].map((name) => [`come-${idOf(name)}`, 'false']),
      );
      const outcome = await send({ ...typed, ...nobody });

      expect(besideInput(outcome.card, 'place')).toContain(da.refusals['no-one-invited']);
      expect(inputsOf(outcome.card)).toMatchObject({ ...typed, ...nobody });
    });

    test('several things at once, each in its place; mended and sent, it is the meeting', async () => {
      const outcome = await send({ place: '', agreed: 'false' });
      expect(besideInput(outcome.card, 'place')).toContain(da.refusals['place-missing']);
      expect(besideInput(outcome.card, 'agreed')).toContain(da.refusals['citizen-not-asked']);
      expect(besideInput(outcome.card, 'date')).toBe('');
      const before = (await meetings()).length;

      await town.presses('Carla', 'meeting.call', { place: 'Kantinen', agreed: 'true' });

      expect(await meetings()).toHaveLength(before + 1);
      expect(town.lastCard('Carla')).toContain('Kantinen');
      expect(await invited()).toEqual(['Bo asked', 'Carla lead', 'Jonas asked', 'Mette asked']);
    });

    test('somebody without ground, while the citizen has not said yes to sharing at this meeting', async () => {
      const vibeke = { [`come-${idOf('Vibeke')}`]: 'true', [`why-${idOf('Vibeke')}`]: 'Du kender ydelsen.' };
      const outcome = await send({ ...typed, ...vibeke });

      expect(besideInput(outcome.card, `come-${idOf('Vibeke')}`)).toContain(da.refusals['no-ground']);
      expect(inputsOf(outcome.card)).toMatchObject({ ...typed, ...vibeke });
    });

    test('a yes to sharing that nobody has given', async () => {
      const before = await meetings();
      const vibeke = { [`come-${idOf('Vibeke')}`]: 'true', [`why-${idOf('Vibeke')}`]: 'Du kender ydelsen.' };
      const outcome = await send({ ...typed, ...vibeke, meetingGround: 'true' });

      expect(besideInput(outcome.card, 'givenBy')).toContain(da.refusals['giver-missing']);
      expect(inputsOf(outcome.card)).toMatchObject({ ...typed, ...vibeke, meetingGround: 'true', givenBy: '' });
      expect(await meetings()).toEqual(before);
      expect(await town.inside(({ tx }) => tx.ground.count({ where: { kind: 'meeting' } }))).toBe(0);
    });

    test('a role for somebody who is not invited', async () => {
      const outcome = await send({ ...typed, [`come-${idOf('Jonas')}`]: 'false', 'role-leader': idOf('Jonas') });

      expect(besideInput(outcome.card, 'role-leader')).toContain(da.refusals['role-not-invited']);
      expect(inputsOf(outcome.card)).toMatchObject({ ...typed, 'role-leader': idOf('Jonas') });
    });

    test('online needs no place', async () => {
      const outcome = await send({ where: 'online', place: '', date: '2026-04-20' });

      expect(outcome.kind).toBe('card');
      expect(town.lastCard('Carla')).toContain(da.facts.online);
    });

    test('at the citizen’s home needs no place, and carries no address, though one was typed', async () => {
      expect(choicesOf(cardWith(town, 'Carla', da.callForm.title).card, 'where')).toEqual([
        da.callForm.atPlace,
        da.callForm.online,
        da.callForm.home,
      ]);
      await send({ where: 'home', place: 'Æblevej 3', date: '2026-04-21' });

      for (const name of ['Carla', 'Bo']) {
        const card = textOf(cardWith(town, name, '21. april'));
        expect(card).toContain(da.facts.home);
        expect(card).not.toContain('Æblevej');
      }
      const { meeting } = await newestMeeting(town);
      expect(meeting).toMatchObject({ localStart: '2026-04-21T13:00', online: false, placeSealed: null });
    });
  });

  describe('a clash', () => {
    const clashes = (card: Parameters<typeof textOf>[0]) => textOf(card).includes(da.refusals.clash);
    const form = () => cardWith(town, 'Carla', da.callForm.title);
    const busy = da.callForm.taken('2026-06-10T09:00', '2026-06-10T10:00');
    beforeAll(() => callMeeting(town, { date: '2026-06-10', time: '09:00', invite: ['Bo'] }));

    test('is shown instead of calling: who is taken and when, the lead too, with everything typed still there', async () => {
      const before = await meetings();
      const typed = { date: '2026-06-10', time: '09:30', duration: '45', place: 'Biblioteket' };
      const outcome = await send(typed);

      expect(outcome.kind).toBe('card');
      expect(clashes(form())).toBe(true);
      expect(spaced(textOf(form()))).toContain(spaced(`Bo Lindgren, Jobcenter (${busy})`));
      expect(textOf(form())).toContain('Mette Rosen, Familieafdeling | ');
      expect(textOf(form())).toContain(`Carla Holm:  | ${capitalised(busy)}.`);
      expect(textOf(form())).toContain(da.callForm.callAnyway);
      expect(inputsOf(outcome.card)).toMatchObject({ ...(await filledIn(town, { date: '2026-06-10' })), ...typed });
      expect(await meetings()).toEqual(before);
    });

    test('that has come since is asked about as well', async () => {
      await callMeeting(town, { by: 'Nanna', date: '2026-06-10', time: '10:00', invite: ['Mette'] });
      // Nanna was asked about what the lead has then: nothing; the two do not overlap.
      expect((await newestMeeting(town)).meeting.localStart).toBe('2026-06-10T10:00');
      const before = await meetings();

      await town.presses('Carla', 'meeting.call', {}, { messageId: form().id });

      expect(await meetings()).toEqual(before);
      const later = da.callForm.taken('2026-06-10T10:00', '2026-06-10T11:00');
      expect(spaced(textOf(form()))).toContain(spaced(`Mette Rosen, Familieafdeling (${later})`));
    });

    test('at another time is another clash', async () => {
      const before = await meetings();
      await town.presses('Carla', 'meeting.call', { time: '09:45' }, { messageId: form().id });

      expect(await meetings()).toEqual(before);
      expect(clashes(form())).toBe(true);
    });

    test('is asked about once: pressed again, it is called, once, however often Teams delivers it', async () => {
      const before = (await meetings()).length;
      await town.presses('Carla', 'meeting.call', {}, { messageId: form().id, copies: 4, together: true });

      const all = await meetings();
      expect(all).toHaveLength(before + 1);
      expect(all.at(-1)).toMatchObject({ localStart: '2026-06-10T09:45', duration: 45 });
      for (const name of ['Bo', 'Mette', 'Jonas'])
        expect(town.reads(name).filter((text) => text.includes('10. juni kl.\u00a09.45'))).toHaveLength(1);
    });

    test('that ends when the other begins is none', async () => {
      const before = (await meetings()).length;
      await send({ date: '2026-06-10', time: '08:00', duration: '60' });

      expect(await meetings()).toHaveLength(before + 1);
    });
  });

  describe('a CPR number', () => {
    test.each([
      {
        where: 'in a why',
        at: () => `why-${idOf('Bo')}`,
        text: 'Du kender 311299-4321 fra praktikken',
        left: 'Du kender ••••••-•••• fra praktikken',
      },
      { where: 'in the place', at: () => 'place', text: 'Hos 3112994321', left: 'Hos ••••••••••' },
      { where: 'in a field that the form does not have', at: () => 'note', text: '31 12 99 43 21', left: '' },
    ])(
      '$where is refused with a friendly word; nothing is stored, and it is nowhere in the database',
      async ({ at, text, left }) => {
        const before = await meetings();
        const typed = { duration: '45', [`why-${idOf('Mette')}`]: 'Du ser søskendeflokken hver uge.' };
        const outcome = await send({ ...typed, [at()]: text }, { force: true });

        if (at() === 'note') expect(outcome).toMatchObject({ status: 200, kind: 'message', text: da.turn.cpr });
        else {
          expect(besideInput(outcome.card, at())).toContain(da.turn.cpr);
          expect(inputsOf(outcome.card)).toMatchObject({ ...typed, [at()]: left });
        }
        expect(await meetings()).toEqual(before);
        const everything = await wholeDatabase(town);
        expect(everything).toContain('BF-2025-0142');
        expect(everything).not.toMatch(/311299-?4321|31 12 99 43 21/);
      },
    );
  });

  describe('a forged form', () => {
    test.each([
      { what: 'somebody without ground', name: 'Vibeke', says: 'no-ground' },
      { what: 'somebody who is not in the team', name: 'Henrik', says: 'left' },
      { what: 'a manager', name: 'Sørine', says: 'left' },
    ] as const)('cannot invite $what', async ({ name, says }) => {
      const before = await meetings();
      const forged = { [`come-${idOf(name)}`]: 'true', [`why-${idOf(name)}`]: 'Kom bare' };
      for (const how of [{ data: forged }, { force: true, data: forged }]) {
        const outcome = await send({}, how);

        expect(outcome.kind).toBe('card');
        expect(textOf(cardWith(town, 'Carla', da.callForm.title))).toContain(da.refusals[says]);
      }
      expect(await meetings()).toEqual(before);
      expect(heard(town).filter((line) => line.includes(` ${name} `))).toEqual([]);
    });

    test('cannot invite the lead alone', async () => {
      const only = {
        [`come-${idOf('Bo')}`]: 'false',
        [`come-${idOf('Mette')}`]: 'false',
        [`come-${idOf('Jonas')}`]: 'false',
      };
      await send(only, { data: { [`come-${idOf('Carla')}`]: 'true', [`why-${idOf('Carla')}`]: 'Jeg selv' } });

      expect(textOf(cardWith(town, 'Carla', da.callForm.title))).toContain(da.refusals['no-one-invited']);
    });

    test.each([
      { what: 'a field that is unknown', data: { admin: 'true' } },
      { what: 'an id that is none', data: { 'come-somebody': 'true' } },
      { what: 'a list for a text', data: { place: ['her', 'der'] } },
      { what: 'a form without an id', data: { form: undefined } },
      { what: 'a kind of place that there is none of', data: { where: 'somewhere' } },
      { what: 'a text without end', data: { place: 'x'.repeat(2_001) } },
    ])('with $what is not read', async ({ data }) => {
      const before = await meetings();

      expect(await send({}, { data })).toMatchObject({ kind: 'message', text: da.turn.tampered });
      expect(await meetings()).toEqual(before);
    });

    test('for a pathway that one does not lead answers as for one that does not exist', async () => {
      const { id: pathway } = await town.inside(({ tx }) => tx.pathway.findFirstOrThrow({ where: { ref: REF } }));
      const inputs = await filledIn(town, { date: '2026-04-15' });
      const data = { kind: 'team-meeting', duration: '60', where: 'place', form: town.house.newId(), ...inputs };
      const before = await meetings();
      for (const name of ['Bo', 'Vibeke', 'Henrik', 'Sørine', 'Dorthe', 'Helle']) {
        const press = (id: string) =>
          town.teams.execute(town.person(name).entraId, { verb: 'meeting.call', data: { ...data, pathway: id } });
        const answer = await press(pathway);

        expect(answer).toMatchObject({ kind: 'message', text: da.turn.notFound });
        expect(answer).toEqual(await press('00000000-0000-7000-8000-000000000000'));
      }
      expect(await meetings()).toEqual(before);
    });
  });

  describe('once', () => {
    test('is one meeting, however often and however Teams delivers the press', async () => {
      const before = (await meetings()).length;
      await send({ date: '2026-05-06' }, { copies: 5, together: true });

      expect(await meetings()).toHaveLength(before + 1);
      const { meeting, invitations } = await newestMeeting(town);
      expect(meeting.localStart).toBe('2026-05-06T13:00');
      for (const name of ['Bo', 'Mette', 'Jonas']) {
        const cards = town.reads(name).filter((text) => text.includes('6. maj'));
        expect(cards).toHaveLength(1);
      }
      const calls = await town.inside(({ tx }) =>
        tx.auditRow.count({ where: { act: 'meeting.call', matterId: meeting.id } }),
      );
      expect(calls).toBe(1);
      expect(Object.keys(invitations)).toHaveLength(4);
    });

    test('the same form sent again later, changed, is still that meeting', async () => {
      await openForm(town);
      const form = cardWith(town, 'Carla', da.callForm.title);
      const inputs = await filledIn(town, { date: '2026-05-13' });
      await town.presses('Carla', 'meeting.call', inputs, { messageId: form.id });
      const before = await newestMeeting(town);
      const id = before.meeting.id;

      const again = await town.teams.execute(town.person('Carla').entraId, {
        verb: 'meeting.call',
        data: {
          pathway: before.meeting.pathwayId,
          form: id,
          kind: 'team-meeting',
          duration: '30',
          where: 'online',
          ...inputs,
          date: '2026-05-20',
        },
      });
      await town.settle();

      expect(again.kind).toBe('card');
      expect(JSON.stringify(again.card)).toContain('13. maj');
      expect(await newestMeeting(town)).toEqual(before);
    });

    test('two leads with a form each at the same moment call two meetings, numbered one after the other', async () => {
      const before = await meetings();
      await openForm(town, 'Carla');
      await openForm(town, 'Nanna');
      const carla = await filledIn(town, { date: '2026-05-27', time: '09:00' });
      const nanna = await filledIn(town, { date: '2026-05-27', time: '14:00', by: 'Nanna' });

      await Promise.all([
        town.teams.press(town.person('Carla').entraId, { verb: 'meeting.call', inputs: carla }),
        town.teams.press(town.person('Nanna').entraId, { verb: 'meeting.call', inputs: nanna }),
      ]);
      await town.settle();

      const added = (await meetings()).slice(before.length);
      expect(added.map((one) => one.number)).toEqual([before.length + 1, before.length + 2]);
      expect(added.map((one) => one.localStart).sort()).toEqual(['2026-05-27T09:00', '2026-05-27T14:00']);
      for (const name of ['Bo', 'Mette', 'Jonas']) {
        expect(town.reads(name).filter((text) => text.includes('27. maj'))).toHaveLength(2);
      }
    });

    test('who calls it is not asked, and neither is the lead', async () => {
      await callMeeting(town, { by: 'Nanna', date: '2026-06-03', invite: ['Bo'] });

      expect(await invited()).toEqual(['Bo asked', 'Carla lead']);
    });
  });

  test('everybody invited got one card for each meeting, and nobody else any', async () => {
    const owing = await town.inside(({ tx }) => tx.invitation.count({ where: { status: 'asked' } }));

    expect(heard(town)).toHaveLength(owing);
    expect(new Set(heard(town).map((line) => line.replace(/^\S+ \S+ /, '')))).toEqual(
      new Set(['invitation-answer/own']),
    );
  });
});
