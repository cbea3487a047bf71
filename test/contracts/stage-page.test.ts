import {
  type OpenChats,
  readAddress,
  shownOf,
  withClosed,
  withMoved,
  withOpened,
  writeAddress,
} from '../../stage/page/address';
import { found } from '../../stage/page/people/search';
import { sentLines, trafficLines } from '../../stage/page/side/log-lines';
import { da } from '../../stage/page/words/da';
import { en } from '../../stage/page/words/en';

const person = (entraId: string, name: string, title: string, department: string, email: string) => ({
  entraId,
  name,
  title,
  department,
  email,
});
const people = [
  person('1', 'Carla Holm', 'Socialrådgiver', 'Social', 'carla.holm@a.example'),
  person('2', 'Bo Lindgren', 'Jobkonsulent', 'Jobcenter', 'bo.lindgren@a.example'),
  person('3', 'Sørine Dahl', 'Afdelingsleder', 'Jobcenter', 'soerine.dahl@a.example'),
  person('4', 'Bo Lindgren', 'Lærer', 'Skole', 'bo.lindgren@b.example'),
];

describe('searching for somebody', () => {
  test.each([
    { search: '', names: ['1', '2', '3', '4'], what: 'everybody where nothing is typed' },
    { search: ' carla ', names: ['1'], what: 'a first name' },
    { search: 'LEDER', names: ['3'], what: 'a part of a title' },
    { search: 'jobcenter', names: ['2', '3'], what: 'a department' },
    { search: 'bo skole', names: ['4'], what: 'a name and a department together' },
    { search: 'sørine', names: ['3'], what: 'a name with its Danish letter' },
    { search: 'soerine', names: ['3'], what: 'ø written oe' },
    { search: 'sorine', names: ['3'], what: 'ø written o' },
    { search: 'laerer', names: ['4'], what: 'æ written ae' },
    { search: 'bo sundhed', names: [], what: 'nobody, where not every word fits' },
  ])('finds $what', ({ search, names }) => {
    expect(found(people, search).map((one) => one.entraId)).toEqual(names);
  });
});

describe('the open chats in the address', () => {
  test.each<{ what: string; open: OpenChats; address: string }>([
    { what: 'one', open: { ids: ['1'], active: '1' }, address: '#carla.holm' },
    { what: 'two, the first active', open: { ids: ['1', '3'], active: '1' }, address: '#*carla.holm,soerine.dahl' },
    {
      what: 'a name that two share stands as its id',
      open: { ids: ['2', '1'], active: '1' },
      address: '#2,*carla.holm',
    },
    { what: 'none', open: { ids: [], active: undefined }, address: '#' },
  ])('are read as they were written: $what', ({ open, address }) => {
    expect(writeAddress(open, people)).toBe(address);
    expect(readAddress(address, people)).toEqual(open);
  });

  test('leave out whom nobody knows, who is named twice, and more than fit', () => {
    const many = [...people, person('5', 'Kim Vang', '', '', 'kim@a.example')];
    expect(readAddress('#nobody,1,*nobody,1,2', people)).toEqual({ ids: ['1', '2'], active: '2' });
    expect(readAddress('#1,2,3,4,*5', many)).toEqual({ ids: ['1', '2', '3', '4'], active: '4' });
  });

  const three: OpenChats = { ids: ['1', '2', '3'], active: '2' };
  test('open beside each other while there is room, else in place of the active one', () => {
    expect(withOpened({ ids: ['1'], active: '1' }, '2', 3)).toEqual({ ids: ['1', '2'], active: '2' });
    expect(withOpened(three, '4', 3)).toEqual({ ids: ['1', '4', '3'], active: '4' });
    expect(withOpened(three, '3', 3)).toEqual({ ids: ['1', '2', '3'], active: '3' });
  });

  test('close, and the neighbour becomes active', () => {
    expect(withClosed(three, '2')).toEqual({ ids: ['1', '3'], active: '3' });
    expect(withClosed({ ids: ['1', '2'], active: '2' }, '2')).toEqual({ ids: ['1'], active: '1' });
    expect(withClosed({ ids: ['1'], active: '1' }, '1')).toEqual({ ids: [], active: undefined });
  });

  test('change places one by one, and stay at the end', () => {
    expect(withMoved(three, '2', 1).ids).toEqual(['1', '3', '2']);
    expect(withMoved(three, '1', -1).ids).toEqual(['1', '2', '3']);
    expect(withMoved(three, '3', 1).ids).toEqual(['1', '2', '3']);
  });

  test.each([
    { active: '1', fit: 1, shown: ['1'] },
    { active: '3', fit: 1, shown: ['3'] },
    { active: '1', fit: 2, shown: ['1', '2'] },
    { active: '3', fit: 2, shown: ['2', '3'] },
    { active: '2', fit: 9, shown: ['1', '2', '3'] },
    { active: '2', fit: 0, shown: ['2'] },
  ])('the active one is always in sight: $active of three where $fit fit', ({ active, fit, shown }) => {
    expect(shownOf({ ids: ['1', '2', '3'], active }, fit)).toEqual(shown);
  });
});

describe('the log', () => {
  const message = { n: 1, at: '2026-12-02T08:00:00Z', entraId: '2', channel: 'teams', reason: null };

  test('every end state is a word and a sign of its own', () => {
    const ends = Object.keys(da.log.ends);
    for (const words of [da, en]) {
      const states = sentLines(
        words,
        ends.map((status, n) => ({ ...message, n, kind: 'invitation', status })),
      ).map((line) => line.state);
      expect(new Set(states.map((state) => state.word)).size).toBe(ends.length);
      expect(new Set(states.map((state) => state.sign)).size).toBe(ends.length);
    }
  });

  test('says a reminder of a rung in words, and what it has no words for as the bot calls it', () => {
    const outbox = [
      { ...message, n: 2, kind: 'invitation/second', status: 'delivered' },
      { ...message, n: 1, kind: 'something-new', status: 'strange', reason: 'not-met' },
    ];
    expect(sentLines(da, outbox)).toMatchObject([
      { what: 'invitation, anden påmindelse · Teams', state: { word: 'leveret', sign: '✓', tone: 'good' } },
      { what: 'something-new · Teams', state: { word: 'strange' }, why: 'har ikke mødt Rød Tråd' },
    ]);
  });

  test('leaves out of the traffic what is no news, and names what went wrong', () => {
    const entry = { at: message.at, wall: message.at, entraId: '2', conversationId: 'c', activityId: 'a' };
    const lines = trafficLines(en, [
      { ...entry, n: 1, kind: 'typing' },
      { ...entry, n: 2, kind: 'answered', status: 200 },
      { ...entry, n: 3, kind: 'refused', wish: 'post', status: 403, code: 'ConversationBlockedByUser' },
    ]);
    expect(lines).toMatchObject([{ state: { word: 'refused', sign: '✕' }, why: '403 ConversationBlockedByUser' }]);
  });
});
