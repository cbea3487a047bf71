import type { FramedActivity } from '../../bot/msteams/gate';
import { readActivity } from '../../bot/msteams/read-activity';

const annaId = '11111111-0000-0000-0000-000000000020';

function framed(changes: Record<string, unknown>): FramedActivity {
  return {
    type: 'message',
    id: 'incoming-1',
    text: '',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    locale: 'da-DK',
    from: { id: '29:anna', name: 'Anna', aadObjectId: annaId },
    recipient: { id: '28:bot', name: 'Rød Tråd' },
    conversation: { id: 'a:anna', conversationType: 'personal' },
    ...changes,
  };
}

const read = (changes: Record<string, unknown>) => readActivity(framed(changes), 'tenant');
const turnOf = (changes: Record<string, unknown>) => {
  const reading = read(changes);
  if (reading.kind !== 'turn') throw new Error(`read as ${reading.kind}`);
  return reading.turn;
};
const mention = (name: string, id: string) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } });
const execute = (action: unknown) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'card-1',
  value: { action },
});

describe('a message becomes the text that was said', () => {
  test.each([
    { name: 'as it stands', text: 'forløb Ravn-27', said: 'forløb Ravn-27' },
    { name: 'without space around it', text: '  hjælp \n', said: 'hjælp' },
    { name: 'without a mention of the bot', text: '<at>Rød Tråd</at> hjælp', said: 'hjælp' },
    { name: 'without a mention that Teams does not explain', text: '<at id="0">Bot</at>&nbsp;hjælp', said: 'hjælp' },
    {
      name: 'with other people by their names',
      text: '<at>Rød Tråd</at> kald <at>Bo Holm</at>',
      entities: [mention('Rød Tråd', '28:bot'), mention('Bo Holm', '29:bo'), null, { type: 'clientInfo' }],
      said: 'kald Bo Holm',
    },
    { name: 'with letters for entities', text: 'r&oslash;d &amp; bl&#229; &#xE6; &lt;3', said: 'rød & blå æ <3' },
    { name: 'with an entity decoded once only', text: '&amp;lt;b&amp;gt;', said: '&lt;b&gt;' },
    {
      name: 'with what is no entity left alone',
      text: 'a&b &constructor; &#xD800; &#0;',
      said: 'a&b &constructor; &#xD800; &#0;',
    },
    { name: 'on several lines', text: 'første\r\nanden', said: 'første\r\nanden' },
    { name: 'empty for a picture', text: undefined, said: '' },
    { name: 'empty for text that is no text', text: 42, said: '' },
  ])('$name', ({ text, entities, said }) => {
    expect(turnOf({ text, entities }).input).toEqual({ kind: 'text', text: said });
  });
});

describe('a pressed action becomes a press', () => {
  test.each([
    {
      name: 'Action.Execute with its data and inputs',
      changes: execute({ type: 'Action.Execute', verb: 'meeting.accept', data: { id: 'm1', note: 'ja' } }),
      input: { kind: 'press', verb: 'meeting.accept', data: { id: 'm1', note: 'ja' }, cardActivityId: 'card-1' },
    },
    {
      name: 'Action.Execute whose data is no object',
      changes: execute({ type: 'Action.Execute', verb: 'meeting.accept', data: 'x' }),
      input: { kind: 'press', verb: 'meeting.accept', data: {}, cardActivityId: 'card-1' },
    },
    {
      name: 'Action.Submit with a verb',
      changes: {
        value: { verb: 'meeting.accept', id: 'm1', msteams: { type: 'task' } },
        replyToId: 'card-2',
        text: undefined,
      },
      input: { kind: 'press', verb: 'meeting.accept', data: { id: 'm1' }, cardActivityId: 'card-2' },
    },
    {
      name: 'Action.Submit without a card',
      changes: { value: { verb: 'help.start' } },
      input: { kind: 'press', verb: 'help.start', data: {} },
    },
    {
      name: 'a value without a verb is text',
      changes: { value: { a: 1 }, text: 'hej' },
      input: { kind: 'text', text: 'hej' },
    },
    { name: 'a null value is text', changes: { value: null, text: 'hej' }, input: { kind: 'text', text: 'hej' } },
  ])('$name', ({ changes, input }) => {
    expect(turnOf(changes).input).toEqual(input);
  });
});

describe('meeting the bot and removing it', () => {
  const added = (...ids: string[]) => ({ type: 'conversationUpdate', membersAdded: ids.map((id) => ({ id })) });
  test.each([
    { name: 'the bot was added', changes: added('29:anna', '28:bot'), input: { kind: 'met' } },
    { name: 'the app was installed', changes: { type: 'installationUpdate', action: 'add' }, input: { kind: 'met' } },
    {
      name: 'the app was renewed',
      changes: { type: 'installationUpdate', action: 'add-upgrade' },
      input: { kind: 'met' },
    },
    {
      name: 'the app was removed',
      changes: { type: 'installationUpdate', action: 'remove' },
      input: { kind: 'removed' },
    },
  ])('$name', ({ changes, input }) => {
    expect(turnOf(changes).input).toEqual(input);
  });

  test.each([
    { name: 'somebody else was added', changes: added('29:anna') },
    { name: 'nobody was added', changes: { type: 'conversationUpdate', topicName: 'x' } },
    { name: 'members that are none', changes: { type: 'conversationUpdate', membersAdded: 'x' } },
    {
      name: 'the old version goes when a new one comes',
      changes: { type: 'installationUpdate', action: 'remove-upgrade' },
    },
    { name: 'a reaction', changes: { type: 'messageReaction' } },
    { name: 'typing', changes: { type: 'typing' } },
    { name: 'another invoke', changes: { type: 'invoke', name: 'composeExtension/query', value: {} } },
    { name: 'a message without an Entra user', changes: { from: { id: '29:guest' } } },
    { name: 'an Entra id that is none', changes: { from: { id: '29:anna', aadObjectId: 'anna@example.dk' } } },
    { name: 'a message without an id', changes: { id: undefined } },
    { name: 'a sender that is a string', changes: { from: 'anna' } },
    { name: 'a conversation that is a string', changes: { conversation: 'a:anna' } },
  ])('nothing for us: $name', ({ changes }) => {
    expect(read(changes)).toEqual({ kind: 'nothing' });
  });
});

describe('a press that cannot be worked wants an answer all the same', () => {
  const good = execute({ type: 'Action.Execute', verb: 'a.b', data: {} });
  test.each([
    { name: 'no Entra user', changes: { ...good, from: { id: '29:guest' } }, kind: 'stranger' },
    { name: 'no verb', changes: execute({ type: 'Action.Execute', data: {} }), kind: 'malformed' },
    { name: 'another kind of action', changes: execute({ type: 'Action.Submit', verb: 'a.b' }), kind: 'malformed' },
    { name: 'no value', changes: { ...good, value: undefined }, kind: 'malformed' },
    { name: 'a null action', changes: execute(null), kind: 'malformed' },
  ])('$name', ({ changes, kind }) => {
    expect(read(changes)).toMatchObject({ kind });
  });
});

describe('who, where and in which language', () => {
  test('who it is comes from the Entra id, in one spelling', () => {
    const from = { id: '29:anna', name: 'Bo', aadObjectId: 'ABCDEF00-0000-0000-0000-000000000020' };
    expect(turnOf({ from }).entraId).toBe('abcdef00-0000-0000-0000-000000000020');
  });

  test('the place is where an answer goes', () => {
    expect(turnOf({})).toMatchObject({
      tenantId: 'tenant',
      activityId: 'incoming-1',
      place: {
        conversationId: 'a:anna',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        teamsUserId: '29:anna',
        botId: '28:bot',
      },
    });
  });

  test.each([
    { type: 'personal', where: 'personal' },
    { type: 'groupChat', where: 'group' },
    { type: 'channel', where: 'channel' },
    { type: undefined, where: 'group' },
    { type: 'something new', where: 'group' },
  ])('a conversation of type $type is $where', ({ type, where }) => {
    expect(turnOf({ conversation: { id: 'c', conversationType: type } }).where).toBe(where);
  });

  test.each([
    { locale: 'da-DK', spoken: 'da' },
    { locale: 'en-US', spoken: 'en' },
    { locale: 'EN', spoken: 'en' },
    { locale: 'de-DE', spoken: 'da' },
    { locale: undefined, spoken: 'da' },
    { locale: 7, spoken: 'da' },
  ])('the locale $locale is $spoken', ({ locale, spoken }) => {
    expect(turnOf({ locale }).locale).toBe(spoken);
  });
});
