import fc from 'fast-check';
import { nearestCard } from '../../cards/home/nearest';
import { readPick, waitingCard } from '../../cards/home/waiting';
import { callFormCard } from '../../cards/meetings/call-form';
import { hinderedCard } from '../../cards/meetings/hindered';
import { invitationCard } from '../../cards/meetings/invitation';
import { meetingCard } from '../../cards/meetings/meeting';
import { noticeCard } from '../../cards/meetings/notice';
import { representationCard } from '../../cards/meetings/representation';
import { standInCard } from '../../cards/meetings/stand-in';
import { type CardJson, MOST_CHARACTERS } from '../../cards/render';
import { id, LONG_NAME, LONG_PLACE, LONG_WHY } from '../../cards/samples/sample';
import type {
  CallFormView,
  InvitationView,
  MeetingFacts,
  MeetingView,
  WaitingLine,
  WaitingView,
} from '../../cards/views';
import { words } from '../../content/words/words';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
function elements(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  return isObject(value) ? [value, ...Object.values(value).flatMap(elements)] : [];
}
const verbsOf = (card: CardJson): unknown[] =>
  elements(card).flatMap((element) => (element.type === 'Action.Execute' ? [element.verb] : []));
const byId = (card: CardJson, wanted: string): Json | undefined =>
  elements(card).find((element) => element.id === wanted);
const inputs = (card: CardJson): Json[] =>
  elements(card).filter((element) => String(element.type).startsWith('Input.'));
/** The elements that stand around one with this id, in its list. */
function listWith(value: unknown, wanted: string): Json[] {
  if (Array.isArray(value)) {
    return value.some((one) => isObject(one) && one.id === wanted)
      ? value.filter(isObject)
      : value.flatMap((one) => listWith(one, wanted));
  }
  return isObject(value) ? Object.values(value).flatMap((one) => listWith(one, wanted)) : [];
}
const after = (card: CardJson, input: string): Json | undefined => {
  const list = listWith(card, input);
  return list[list.findIndex((one) => one.id === input) + 1];
};

const da = words('da');
const facts: MeetingFacts = {
  ref: 'BF-2026-0142',
  alias: 'A.K.',
  number: 3,
  kind: 'team-meeting',
  at: '2026-12-02T13:00',
  duration: 90,
  online: false,
  place: 'Mødelokale 3',
  leadName: 'Anna Lund',
};

describe('the waiting card', () => {
  const line = (n: number): WaitingLine => ({
    mark: `invitation-answer/first/${id(n)}/1`,
    text: `Linje ${n} (BF-1)`,
    action: { title: 'Svar', verb: 'invitation.open', input: { invitation: id(n) } },
  });
  const view = (lines: number, more: Partial<WaitingView> = {}): WaitingView => ({
    name: 'Bo',
    as: 'asked',
    groups: [{ title: 'BF-1', lines: Array.from({ length: lines }, (_, n) => line(n)) }],
    more: 0,
    also: 0,
    overdue: 0,
    snoozable: [],
    unowned: [],
    ...more,
  });

  test('gives each of five lines its own button, and leaves the sixth place to postponing', () => {
    const { card } = waitingCard(view(5, { snoozable: [{ obligationId: id(9), text: 'x' }] }), 'da');
    expect(verbsOf(card)).toEqual([...Array.from({ length: 5 }, () => 'invitation.open'), 'waiting.snooze-form']);
    expect(inputs(card)).toEqual([]);
  });

  test('offers more lines in one list, which names them as they are numbered', () => {
    const { card } = waitingCard(view(6), 'da');
    expect(verbsOf(card)).toEqual(['waiting.pick']);
    const choices = byId(card, 'pick')?.choices;
    expect(choices).toHaveLength(6);
    expect(choices).toMatchObject([
      { title: '1. Linje 0 (BF-1)', value: `invitation.open|invitation=${id(0)}` },
      {},
      {},
      {},
      {},
      {},
    ]);
    expect(byId(card, line(0).mark)?.inlines).toMatchObject([{ text: '1. ' }, { text: 'Linje 0' }]);
  });

  test('counts lines without an owner among the five', () => {
    expect(verbsOf(waitingCard(view(4, { unowned: [line(10), line(11)] }), 'da').card)).toEqual(['waiting.pick']);
    expect(verbsOf(waitingCard(view(3, { unowned: [line(10), line(11)] }), 'da').card)).toHaveLength(5);
  });

  test('says the mark of each line as the id of its text', () => {
    const { card } = waitingCard(view(12), 'da');
    for (let n = 0; n < 12; n += 1) expect(byId(card, line(n).mark)).toMatchObject({ type: 'RichTextBlock' });
  });

  test('makes the only button primary, and none of several', () => {
    const styles = (lines: number) =>
      elements(waitingCard(view(lines), 'da').card).filter(
        (element) => element.type === 'Action.Execute' && element.style === 'positive',
      );
    expect([styles(1).length, styles(2).length]).toEqual([1, 0]);
  });

  test('stays within a message with ever so many lines without an owner', () => {
    const many = Array.from({ length: 80 }, (_, n) => line(100 + n));
    const { card } = waitingCard(view(12, { unowned: many }), 'da');
    expect(JSON.stringify(card).length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(JSON.stringify(card)).toContain('uden ansvarlig.');
  });

  test('reads back what a picked line carries, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,9}$/), fc.string(), { maxKeys: 4 }), (input) => {
        const made = { mark: 'm', text: 't', action: { title: 'x', verb: 'a-b.open', input } };
        const { card } = waitingCard(
          view(0, { groups: [{ title: 'g', lines: [made, ...[1, 2, 3, 4, 5].map(line)] }] }),
          'da',
        );
        const choices = byId(card, 'pick')?.choices;
        const value = Array.isArray(choices) && isObject(choices[0]) ? String(choices[0].value) : '';
        expect(readPick(value)).toEqual({ verb: 'a-b.open', input });
      }),
    );
  });

  test.each([{ pick: '' }, { pick: 'x' }, { pick: 'home|a=b' }, { pick: '|' }, { pick: 'Home.Open|a=b' }])(
    'takes "$pick" for nothing that it offered',
    ({ pick }) => {
      expect(readPick(pick)).toBeNull();
    },
  );
});

describe('the form for calling a meeting', () => {
  const member = {
    id: id(1),
    name: 'Bo Madsen',
    department: 'Jobcenter',
    ground: true,
    come: true,
    why: 'du kender vejen',
    awayThen: false,
    resting: false,
    clash: null,
  };
  const external = { id: id(61), name: 'Hanne Birk', role: 'egen læge', ground: true, come: false, why: '' };
  const view: CallFormView = {
    pathwayId: id(91),
    form: id(92),
    ref: 'BF-1',
    alias: 'A.K.',
    kinds: [{ kind: 'team-meeting', duration: 60, citizenTakesPart: true, notice: null }],
    earliest: '2026-11-24',
    members: [member, { ...member, id: id(2), ground: false }],
    externals: [external],
    people: [{ id: id(1), name: 'Bo Madsen' }],
    namedRoles: [],
    offersMeetingGround: false,
    leadClash: null,
    clashesSeen: '',
    values: {
      kind: 'team-meeting',
      date: '2026-12-02',
      time: '13:00',
      duration: '75',
      where: 'online',
      place: '',
      agreed: true,
      citizenView: '',
      guests: 'sin mor',
      meetingGround: false,
      givenBy: '',
      roles: { leader: '', facilitator: id(1), 'note-taker': '' },
    },
    faults: {},
  };

  test('asks for kind, date, time, duration, agreement, place, and per member with ground whether and why', () => {
    expect(inputs(callFormCard(view, 'da').card).map((input) => input.id)).toEqual([
      ...['kind', 'date', 'time', 'duration', 'agreed', 'where', 'place'],
      ...[`come-${id(1)}`, `why-${id(1)}`],
      ...['role-leader', 'role-facilitator', 'role-note-taker', 'guests', `ext-${id(61)}`, `extwhy-${id(61)}`],
    ]);
  });

  test('keeps what was typed', () => {
    const { card } = callFormCard(view, 'da');
    const values = Object.fromEntries(inputs(card).map((input) => [input.id, input.value]));
    expect(values).toEqual({
      kind: 'team-meeting',
      date: '2026-12-02',
      time: '13:00',
      duration: '75',
      agreed: 'true',
      where: 'online',
      place: undefined,
      [`come-${id(1)}`]: 'true',
      [`why-${id(1)}`]: 'du kender vejen',
      'role-leader': 'nobody',
      'role-facilitator': id(1),
      'role-note-taker': 'nobody',
      guests: 'sin mor',
      [`ext-${id(61)}`]: 'false',
      [`extwhy-${id(61)}`]: undefined,
    });
  });

  test('says why somebody without ground cannot be invited', () => {
    expect(JSON.stringify(callFormCard(view, 'da').card)).toContain(da.callForm.noGround);
  });

  test.each(
    [
      ...['kind', 'date', 'time', 'duration', 'agreed', 'where', 'place', `come-${id(1)}`, `why-${id(1)}`],
      ...['role-leader', 'guests', `ext-${id(61)}`, `extwhy-${id(61)}`],
    ].map((input) => ({ input })),
  )('writes a fault of $input right below it', ({ input }) => {
    const { card } = callFormCard({ ...view, faults: { [input]: 'Ret dette.' } }, 'da');
    expect(after(card, input)).toMatchObject({ type: 'TextBlock', text: 'Ret dette.', color: 'Attention' });
  });

  test('writes a fault that belongs to no input above the people', () => {
    const { card } = callFormCard({ ...view, faults: { members: da.refusals['no-one-invited'] } }, 'da');
    expect(JSON.stringify(card)).toContain(da.refusals['no-one-invited']);
  });

  const more = (given: Partial<CallFormView>) => byId(callFormCard({ ...view, ...given }, 'da').card, 'more');
  const empty = { ...view.values, guests: '', roles: { leader: '', facilitator: '', 'note-taker': '' } };

  test('folds away what is rarely used, but never what was typed or is wrong', () => {
    expect(more({ values: empty })).toMatchObject({ isVisible: false });
    expect(more({})).toMatchObject({ isVisible: true });
    expect(more({ values: empty, externals: [{ ...external, come: true }] })).toMatchObject({ isVisible: true });
    expect(more({ values: empty, faults: { 'role-leader': 'Ret dette.' } })).toMatchObject({ isVisible: true });
  });

  test('names the roles of the model first, and marks them', () => {
    const { card } = callFormCard({ ...view, namedRoles: ['note-taker'] }, 'da');
    const roles = inputs(card).filter((input) => String(input.id).startsWith('role-'));
    expect(roles.map((role) => role.label)).toEqual(['Referent (hører med i modellen)', 'Mødeleder', 'Facilitator']);
  });

  test('shows clashes beside each, by when and never by what, and then asks whether to call anyway', () => {
    const clash = da.callForm.taken('2026-12-02T13:00', '2026-12-02T14:30');
    const { card } = callFormCard(
      { ...view, members: [{ ...member, clash, awayThen: true, resting: true }], clashesSeen: 'x' },
      'da',
    );
    expect(byId(card, `come-${id(1)}`)?.title).toBe(
      'Bo Madsen, Jobcenter (holder pause, væk den dag, optaget kl. 13-14.30)',
    );
    expect(JSON.stringify(card)).toContain(da.refusals.clash);
    const call = elements(card).find((element) => element.verb === 'meeting.call');
    expect(call).toMatchObject({ title: 'Indkald alligevel', data: { seen: 'x' } });
    expect(JSON.stringify(callFormCard(view, 'da').card)).not.toContain(da.refusals.clash);
  });

  test('offers whoever lacks ground where a ground for this meeting only is offered, and asks who gave it', () => {
    const { card } = callFormCard({ ...view, offersMeetingGround: true }, 'da');
    const ids = inputs(card).map((input) => input.id);
    expect(ids).toEqual(expect.arrayContaining([`come-${id(2)}`, 'meetingGround', 'givenBy']));
    expect(inputs(callFormCard(view, 'da').card).map((input) => input.id)).not.toContain('givenBy');
  });

  test('asks for the citizen’s view instead of a time agreed, where the citizen is not there', () => {
    const kind = { kind: 'conference', duration: 60, citizenTakesPart: false, notice: null };
    const ids = (kinds: CallFormView['kinds']) =>
      inputs(callFormCard({ ...view, kinds }, 'da').card).map((input) => input.id);
    expect(ids([kind])).toContain('citizenView');
    expect(ids([kind])).not.toContain('agreed');
    expect(ids([kind, ...view.kinds])).toEqual(expect.arrayContaining(['citizenView', 'agreed']));
  });

  test('says how long the citizen has to prepare', () => {
    const notice = { span: '1m', from: '2026-12-24' };
    const text = (kinds: CallFormView['kinds']) => JSON.stringify(callFormCard({ ...view, kinds }, 'da').card);
    const [kind] = view.kinds;
    if (!kind) throw new Error('no kind');
    expect(text([{ ...kind, notice }])).toContain(
      '"Borgeren skal have en måned til at forberede sig, så mødet kan tidligst være torsdag den 24. december."',
    );
    expect(text([kind, { ...kind, kind: 'follow-up', notice }])).toContain('"Opfølgningsmøde: Borgeren skal have');
  });

  test('holds 500 characters of reason for each of eight people', () => {
    const members = Array.from({ length: 8 }, (_, n) => ({
      ...member,
      id: id(n),
      name: 'Christina Sommer-Ravn',
      department: 'Beskæftigelse og Job',
      why: LONG_WHY,
    }));
    const { card } = callFormCard({ ...view, members, values: { ...view.values, place: LONG_PLACE } }, 'da');
    const whys = inputs(card).filter((input) => String(input.id).startsWith('why-'));
    expect(whys.map((input) => [input.value, input.maxLength])).toEqual(members.map(() => [LONG_WHY, 500]));
    expect(JSON.stringify(card).length).toBeLessThanOrEqual(MOST_CHARACTERS);
  });

  test.each([10, 14, 20, 60].map((people) => ({ people })))(
    'shares the room of the card among the reasons of $people people',
    ({ people }) => {
      const members = Array.from({ length: people }, (_, n) => ({
        ...member,
        id: id(n),
        name: LONG_NAME,
        why: '"citat" '.repeat(60),
      }));
      const { card } = callFormCard({ ...view, members }, 'da');
      expect(JSON.stringify(card).length).toBeLessThanOrEqual(MOST_CHARACTERS);
      for (const input of inputs(card).filter((one) => String(one.id).startsWith('why-'))) {
        expect(String(input.value ?? '').length).toBeLessThanOrEqual(Number(input.maxLength));
      }
    },
  );
});

describe('the invitation', () => {
  const view: InvitationView = {
    id: id(1),
    version: 4,
    mark: `invitation-answer/own/${id(1)}/1`,
    meeting: facts,
    why: 'du kender A.K.s vej til job',
    role: null,
    mandate: 'praktik og mentor',
    duty: true,
    reminder: null,
    managerNext: { at: '2026-11-30T12:00', name: 'Sørine Holm' },
    movedFrom: null,
    repeated: false,
    state: { is: 'asked', earlier: null, declinedBy: null },
    colleagues: [{ id: id(7), name: 'Per Holm' }],
    fault: null,
  };
  const text = (given: Partial<InvitationView>) => JSON.stringify(invitationCard({ ...view, ...given }, 'da').card);

  test.each([
    { state: view.state, verbs: ['invitation.come', 'invitation.stand-in', 'invitation.hindered'] },
    { state: { is: 'coming' } as const, verbs: ['invitation.change'] },
    { state: { is: 'stand-in-asked', name: 'Per', byManager: null } as const, verbs: ['invitation.change'] },
    { state: { is: 'stand-in', name: 'Per', byManager: null } as const, verbs: ['invitation.change'] },
    { state: { is: 'hindered', code: 'absent', reply: null } as const, verbs: ['invitation.change'] },
    { state: { is: 'cancelled' } as const, verbs: [] },
    { state: { is: 'running', answer: 'coming' } as const, verbs: [] },
    { state: { is: 'past', answer: 'coming' } as const, verbs: [] },
  ])('offers $verbs while it is $state.is', ({ state, verbs }) => {
    expect(verbsOf(invitationCard({ ...view, state }, 'da').card)).toEqual(verbs);
  });

  test('opens colleagues and reasons only by the action that needs them, and one at a time', () => {
    const { card } = invitationCard(view, 'da');
    expect([byId(card, 'stand-in')?.isVisible, byId(card, 'hindered')?.isVisible]).toEqual([false, false]);
    const toggles = elements(card).filter((element) => element.type === 'Action.ToggleVisibility');
    expect(toggles.map((toggle) => toggle.targetElements)).toEqual([
      ['stand-in', { elementId: 'hindered', isVisible: false }],
      ['hindered', { elementId: 'stand-in', isVisible: false }],
    ]);
  });

  test('asks for no input that an answer does not need, so that a hidden one cannot stop it', () => {
    const { card } = invitationCard(view, 'da');
    expect(inputs(card).map((input) => input.isRequired ?? false)).toEqual([false, false]);
    const come = elements(card).find((element) => element.verb === 'invitation.come');
    expect(come).toMatchObject({
      associatedInputs: 'none',
      style: 'positive',
      data: { invitation: id(1), version: 4 },
    });
  });

  test('offers the three reasons and no free text on absence', () => {
    const { card } = invitationCard(view, 'da');
    const choices = byId(card, 'code')?.choices;
    expect(Array.isArray(choices) && choices.map((choice) => (isObject(choice) ? choice.value : ''))).toEqual([
      ...['absent', 'citizen-matter', 'other-meeting'],
    ]);
    expect(inputs(card).filter((input) => input.type === 'Input.Text')).toEqual([]);
  });

  test.each([
    { faultAt: 'colleague', open: 'stand-in', shut: 'hindered' },
    { faultAt: 'code', open: 'hindered', shut: 'stand-in' },
  ] as const)('shows a fault of $faultAt beside it, with its part open', ({ faultAt, open, shut }) => {
    const { card } = invitationCard({ ...view, fault: 'Vælg.', faultAt }, 'da');
    expect([byId(card, open)?.isVisible, byId(card, shut)?.isVisible]).toEqual([true, false]);
    expect(after(card, faultAt)).toMatchObject({ text: 'Vælg.', color: 'Attention' });
  });

  test('shows any other fault, also once it is answered or closed', () => {
    expect(text({ fault: 'Noget er nyt.' })).toContain('Noget er nyt.');
    expect(text({ fault: 'Noget er nyt.', state: { is: 'coming' } })).toContain('Noget er nyt.');
    expect(text({ fault: 'Noget er nyt.', state: { is: 'cancelled' } })).toContain('Noget er nyt.');
  });

  test('says what comes next in the second reminder, and when to answer at the latest before it', () => {
    expect(text({})).toContain('Svar senest mandag den 30. november kl.\u00a012.');
    const second = text({ reminder: { rung: 'second' } });
    expect(second).toContain(
      'Hører jeg ikke fra dig inden mandag den 30. november kl.\u00a012, spørger jeg Sørine Holm',
    );
    expect(second).not.toContain('Svar senest');
    expect(text({ managerNext: null, reminder: { rung: 'second' } })).not.toContain('Hører jeg ikke');
  });

  test('finishes the sentence that the lead began, and quotes a whole one', () => {
    expect(text({})).toContain('Du er inviteret, fordi du kender A.K.s vej til job.');
    expect(text({ why: 'Skolen skal med!' })).toContain('Derfor er du inviteret: ');
  });

  test('says what the department’s manager has written that one may decide, and quietly when nothing is written', () => {
    expect(text({})).toContain(
      'Det kan du beslutte: ","weight":"Bolder"},{"type":"TextRun","text":"praktik og mentor"',
    );
    expect(text({ state: { is: 'coming' } })).toContain('praktik og mentor');
    expect(text({ mandate: '' })).toContain(da.invitation.noMandate);
    expect(text({ mandate: '', state: { is: 'coming' } })).not.toContain('mandat');
  });

  test('names the role that somebody has taken on, while they may still come', () => {
    expect(text({ role: 'note-taker' })).toContain('Du er referent på mødet.');
    expect(text({ role: 'leader', state: { is: 'coming' } })).toContain('Du er mødeleder på mødet.');
    expect(text({})).not.toContain('på mødet.');
    expect(text({ role: 'leader', state: { is: 'cancelled' } })).not.toContain('mødeleder');
  });

  test('says that a meeting has begun, and only once it is past that it is over', () => {
    const begun = text({ state: { is: 'running', answer: 'coming' } });
    expect(begun).toContain('Teammødet onsdag den 2. december kl.\u00a013 er begyndt.');
    expect(begun).toContain('Du har sagt, at du kommer.');
    expect(begun).not.toContain('forbi');
    expect(text({ state: { is: 'past', answer: 'coming' } })).toContain('er forbi.');
  });

  test('remembers the earlier answer, and asks whether it still holds', () => {
    const moved = text({ movedFrom: '2026-11-25T10:30', state: { is: 'asked', earlier: 'coming', declinedBy: null } });
    expect(moved).toContain('Før var det onsdag den 25. november kl.\u00a010.30.');
    expect(moved).toContain('Sidst svarede du, at du kommer.');
    expect(moved).toContain('Jeg kommer stadig');
  });

  test('does not offer a colleague where there is none', () => {
    expect(verbsOf(invitationCard({ ...view, colleagues: [] }, 'da').card)).toEqual([
      'invitation.come',
      'invitation.hindered',
    ]);
  });

  test('is quiet about a lead who is not there', () => {
    expect(text({ meeting: { ...facts, leadName: '' }, reminder: { rung: 'first' } })).toContain(
      'Tovholderen mangler dit svar.',
    );
  });
});

test('marked cards carry the mark as the id of their quiet line', () => {
  const mark = `kind/rung/${id(1)}/1`;
  const common = { version: 1, mark, meeting: facts, repeated: false } as const;
  const cards = [
    standInCard(
      { ...common, id: id(1), forName: 'Bo', why: 'x', mandate: '', byManager: null, movedFrom: null, state: 'asked' },
      'da',
    ),
    hinderedCard(
      {
        ...common,
        invitationId: id(1),
        name: 'Bo',
        department: 'Social',
        code: 'absent',
        reminder: false,
        standIn: '',
        answeredBy: '',
        state: 'open',
      },
      'da',
    ),
    representationCard(
      {
        ...common,
        invitationId: id(1),
        name: 'Bo',
        department: 'Social',
        mandate: '',
        because: 'left',
        reminder: false,
        colleagues: [],
        state: { is: 'open' },
        fault: null,
      },
      'da',
    ),
    noticeCard({ ...common, code: 'cancelled', name: 'Anna' }, 'da'),
  ];
  for (const { card } of cards) expect(elements(card.body)[0]).toMatchObject({ type: 'TextBlock', id: mark });
});

test('a notice shows neither alias nor place, even where it was given them', () => {
  const common = { version: 1, mark: 'm', meeting: facts, repeated: false } as const;
  const representation = representationCard(
    {
      ...common,
      invitationId: id(1),
      name: 'Bo',
      department: 'Social',
      mandate: 'praktik',
      because: 'no-answer',
      reminder: true,
      colleagues: [],
      state: { is: 'open' },
      fault: null,
    },
    'da',
  );
  const notice = noticeCard({ ...common, code: 'stand-in-declined', name: 'Per' }, 'da');
  for (const drawn of [representation, notice]) expect(JSON.stringify(drawn)).not.toMatch(/A\.K\.|Mødelokale/);
});

describe('the meeting', () => {
  const invited: MeetingView['invited'][number] = {
    name: 'Bo',
    department: 'Social',
    role: 'note-taker',
    state: 'hindered',
    standIn: null,
    hindered: 'absent',
    unreached: 'no',
    awayThen: true,
  };
  const view: MeetingView = {
    id: id(5),
    version: 1,
    meeting: facts,
    status: 'called',
    agreedWithCitizen: true,
    invited: [invited],
    answered: 1,
    asked: 1,
    mayChange: true,
    mayWork: true,
  };

  test('tells reasons and absences to whoever acts on them, and to nobody else', () => {
    const lead = JSON.stringify(meetingCard(view, 'da').card);
    for (const told of ['(væk den dag)', 'Er væk den dag.', 'Ring selv.']) expect(lead).toContain(told);
    const others = JSON.stringify(meetingCard({ ...view, mayChange: false }, 'da').card);
    expect(others).toContain('er forhindret');
    expect(others).not.toMatch(/væk|Ring/);
  });

  test('lets only a called meeting be moved or cancelled', () => {
    expect(verbsOf(meetingCard(view, 'da').card)).toEqual([
      ...['meeting.work', 'meeting.back', 'meeting.move-form', 'meeting.cancel-ask'],
    ]);
    expect(verbsOf(meetingCard({ ...view, mayChange: false, mayWork: false }, 'da').card)).toEqual(['meeting.back']);
    expect(verbsOf(meetingCard({ ...view, mayChange: false }, 'da').card)).toEqual(['meeting.work', 'meeting.back']);
    expect(verbsOf(meetingCard({ ...view, status: 'cancelled' }, 'da').card)).toEqual([]);
    expect(verbsOf(meetingCard({ ...view, status: 'past' }, 'da').card)).toEqual(['meeting.work']);
  });

  test('sets apart the one who is invited and the one who comes instead', () => {
    const instead = { ...invited, role: null, state: 'stand-in', standIn: 'Per' } as const;
    const runs = elements(meetingCard({ ...view, invited: [instead] }, 'da').card).map((element) => element.text);
    expect(runs.join('')).toContain('Bo (Social): Per kommer i stedet');
  });

  test('names the citizen first', () => {
    const runs = elements(meetingCard(view, 'da').card).filter((element) => element.type === 'TextRun');
    expect(runs.map((run) => run.text).filter((text) => text === 'A.K.' || text === 'Bo')).toEqual([
      'A.K.',
      'A.K.',
      'Bo',
    ]);
  });
});

test('the nearest things stand in the order of the guess', () => {
  expect(verbsOf(nearestCard({ commands: ['meetings', 'waiting', 'time'] }, 'da').card)).toEqual([
    'home.meetings',
    'home.waiting',
  ]);
});
