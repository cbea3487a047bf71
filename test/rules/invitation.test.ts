// The world of one invitation is small: every state, met by every event, all of them.
import {
  type Consequence,
  HINDERED_CODES,
  type InvitationEvent,
  type InvitationState,
  type InvitationStatus,
  overAs,
  type Turned,
  turnInvitation,
} from '../../bot/meetings/rules';

const STATUSES: readonly InvitationStatus[] = ['asked', 'coming', 'stand-in', 'hindered', 'lead', 'closed'];
const EARLIER: readonly InvitationState['earlier'][] = [null, 'coming', 'hindered', 'stand-in'];
const REPLIES: readonly InvitationState['leadReply'][] = [null, 'manage', 'somebody'];

/** The states that exist: a reason and a lead's reply belong to the hindered, an earlier answer to the asked. */
const STATES: readonly InvitationState[] = STATUSES.flatMap((status): InvitationState[] => {
  const plain = { status, hinderedCode: null, leadReply: null, earlier: null, round: 2 };
  if (status === 'hindered')
    return HINDERED_CODES.flatMap((hinderedCode) =>
      REPLIES.map((leadReply) => ({ ...plain, hinderedCode, leadReply })),
    );
  if (status === 'asked') return EARLIER.map((earlier) => ({ ...plain, earlier }));
  return [plain];
});

const EVENTS: readonly InvitationEvent[] = [
  { kind: 'come' },
  ...HINDERED_CODES.map((code): InvitationEvent => ({ kind: 'hindered', code })),
  { kind: 'ask-colleague' },
  { kind: 'named' },
  ...(['colleague-accepted', 'colleague-declined', 'colleague-withdrew'] as const).flatMap((kind) =>
    [false, true].map((byManager): InvitationEvent => ({ kind, byManager })),
  ),
  { kind: 'lead-manages' },
  { kind: 'lead-needs-somebody' },
  ...[false, true].map((lapsed): InvitationEvent => ({ kind: 'moved', lapsed })),
];

const keyOf = ({ round, ...state }: InvitationState): string => JSON.stringify(state);
const KNOWN = new Set(STATES.map(keyOf));
const nameOf = (event: InvitationEvent): string =>
  `${event.kind}${'code' in event ? ` (${event.code})` : ''}${'byManager' in event && event.byManager ? ' (named by the manager)' : ''}${isLapsedMove(event) ? ' (had begun)' : ''}`;
const told = (state: InvitationState): string =>
  [state.status, state.hinderedCode, state.leadReply, state.earlier && `was ${state.earlier}`]
    .filter(Boolean)
    .join(' ');

/** Each such move asks anew: the answers to the time before have lapsed. */
const isLapsedMove = (event: InvitationEvent): boolean => event.kind === 'moved' && event.lapsed;
const isSettled = ({ status }: InvitationState): boolean => status === 'lead' || status === 'closed';

type Turn = (state: InvitationState, event: InvitationEvent) => Turned;
const everyTurn = (turn: Turn) =>
  STATES.flatMap((state) =>
    EVENTS.map((event) => ({ what: `${told(state)}, ${nameOf(event)}`, state, event, turned: turn(state, event) })),
  );

/** Each law gives the turns that break it. */
const LAWS: readonly { readonly law: string; readonly broken: (turn: Turn) => string[]; readonly twin: Turn }[] = [
  {
    law: 'no event leads to a state that does not exist',
    broken: (turn) => everyTurn(turn).flatMap(({ what, turned }) => (KNOWN.has(keyOf(turned.state)) ? [] : [what])),
    twin: (state, event) =>
      event.kind === 'come'
        ? { state: { ...state, status: 'coming' }, follows: ['answer-given'] }
        : turnInvitation(state, event),
  },
  {
    law: 'no event leads from a reached state to one that does not exist, however long it goes on',
    broken: (turn) => reached(turn).flatMap((state) => (KNOWN.has(keyOf(state)) ? [] : [told(state)])),
    twin: (state, event) => {
      const turned = turnInvitation(state, event);
      return event.kind === 'moved'
        ? { ...turned, state: { ...turned.state, hinderedCode: state.hinderedCode } }
        : turned;
    },
  },
  {
    law: 'the lead is there by calling the meeting, and what is over is over, unless the meeting is moved though it had begun',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, state, event, turned }) =>
        isSettled(state) &&
        !(state.status === 'closed' && isLapsedMove(event)) &&
        (turned.state !== state || turned.follows.length > 0)
          ? [what]
          : [],
      ),
    twin: (state, event) =>
      turnInvitation({ ...state, status: state.status === 'lead' ? 'coming' : state.status }, event),
  },
  {
    law: 'nothing that is said makes somebody the lead, or ends the meeting',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, state, turned }) =>
        !isSettled(state) && isSettled(turned.state) ? [what] : [],
      ),
    twin: (state, event) =>
      event.kind === 'lead-manages'
        ? { state: { ...state, status: 'lead' }, follows: [] }
        : turnInvitation(state, event),
  },
  {
    law: 'the same answer twice changes nothing the second time',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, event, turned }) => {
        if (!IS_ANSWER.has(event.kind) || isLapsedMove(event)) return [];
        const again = turn(turned.state, event);
        return again.follows.length > 0 ||
          keyOf(again.state) !== keyOf(turned.state) ||
          again.state.round !== turned.state.round
          ? [what]
          : [];
      }),
    twin: (state, event) =>
      event.kind === 'come'
        ? {
            state: { ...state, status: 'coming', hinderedCode: null, leadReply: null, earlier: null },
            follows: ['answer-given'],
          }
        : turnInvitation(state, event),
  },
  {
    law: 'who is asked anew is asked by somebody: the one invited, or the manager',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, state, turned }) => {
        const anew =
          turned.state.status === 'asked' && (state.status !== 'asked' || turned.state.round !== state.round);
        return anew && !turned.follows.includes('ask-again') && !turned.follows.includes('ask-manager') ? [what] : [];
      }),
    twin: (state, event) => {
      const turned = turnInvitation(state, event);
      return event.kind === 'moved'
        ? { ...turned, follows: turned.follows.filter((one) => one !== 'ask-again') }
        : turned;
    },
  },
  {
    law: 'a new round and asking again go together, and a round never goes back',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, state, turned }) => {
        const rounds = turned.state.round - state.round;
        return rounds < 0 || rounds > 1 || (rounds === 1) !== turned.follows.includes('ask-again') ? [what] : [];
      }),
    twin: (state, event) => {
      const turned = turnInvitation(state, event);
      return event.kind === 'moved' ? { ...turned, state: { ...turned.state, round: state.round } } : turned;
    },
  },
  {
    law: 'who becomes hindered puts the question to the lead',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, state, turned }) => {
        const becomes =
          turned.state.status === 'hindered' &&
          (state.status !== 'hindered' || state.hinderedCode !== turned.state.hinderedCode);
        return becomes !== turned.follows.includes('ask-lead') ? [what] : [];
      }),
    twin: (state, event) => {
      const turned = turnInvitation(state, event);
      return { ...turned, follows: turned.follows.filter((one) => one !== 'ask-lead') };
    },
  },
  {
    law: 'nobody is hindered any more, and what the lead and the manager were asked is closed',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, state, event, turned }) => {
        // A colleague takes back a yes, and that yes had made a stand-in of whoever was hindered.
        const over =
          state.status === 'hindered' && turned.state.status !== 'hindered' && event.kind !== 'colleague-withdrew';
        const closes: readonly Consequence[] = ['lead-answered', 'manager-answered'];
        return over && !closes.every((one) => turned.follows.includes(one)) ? [what] : [];
      }),
    twin: (state, event) => {
      const turned = turnInvitation(state, event);
      return event.kind === 'colleague-accepted'
        ? { ...turned, follows: turned.follows.filter((one) => one !== 'lead-answered') }
        : turned;
    },
  },
  {
    law: 'an answer is given only by what answers, and answering is never followed by asking the same person again',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, event, turned }) => {
        const gives = turned.follows.includes('answer-given');
        return gives && (turned.follows.includes('ask-again') || !GIVES_ANSWER.has(event.kind)) ? [what] : [];
      }),
    twin: (state, event) =>
      event.kind === 'ask-colleague'
        ? { state, follows: ['withdraw-colleague', 'answer-given'] }
        : turnInvitation(state, event),
  },
  {
    law: 'asking a colleague answers nothing: what was said stands until the yes',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, event, state, turned }) =>
        event.kind === 'ask-colleague' && keyOf(turned.state) !== keyOf(state) ? [what] : [],
      ),
    twin: (state, event) =>
      event.kind === 'ask-colleague'
        ? { state: { ...state, status: 'stand-in' }, follows: ['withdraw-colleague'] }
        : turnInvitation(state, event),
  },
  {
    law: 'nothing that is said leaves a colleague asked in vain',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, event, turned }) => {
        const replaces =
          event.kind === 'come' ||
          event.kind === 'hindered' ||
          event.kind === 'ask-colleague' ||
          event.kind === 'named';
        return replaces && turned.follows.length > 0 && !turned.follows.includes('withdraw-colleague') ? [what] : [];
      }),
    twin: (state, event) => {
      const turned = turnInvitation(state, event);
      return event.kind === 'hindered'
        ? { ...turned, follows: turned.follows.filter((one) => one !== 'withdraw-colleague') }
        : turned;
    },
  },
  {
    law: 'no consequence comes twice in one turn',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, turned }) =>
        new Set(turned.follows).size < turned.follows.length ? [what] : [],
      ),
    twin: (state, event) => {
      const turned = turnInvitation(state, event);
      return { ...turned, follows: [...turned.follows, ...turned.follows] };
    },
  },
  {
    law: 'what changes has a consequence: nothing changes behind the back of those who wait',
    broken: (turn) =>
      everyTurn(turn).flatMap(({ what, state, turned }) =>
        turned.follows.length === 0 && JSON.stringify(turned.state) !== JSON.stringify(state) ? [what] : [],
      ),
    twin: (state, event) => ({ ...turnInvitation(state, event), follows: [] }),
  },
];

/** What a person says of their own; the rest is bound to one colleague's row, which changes with it. */
const IS_ANSWER: ReadonlySet<string> = new Set<InvitationEvent['kind']>([
  'come',
  'hindered',
  'lead-manages',
  'lead-needs-somebody',
  'moved',
]);
const GIVES_ANSWER: ReadonlySet<string> = new Set<InvitationEvent['kind']>([
  'come',
  'hindered',
  'named',
  'colleague-accepted',
]);

function reached(turn: Turn): InvitationState[] {
  const first: InvitationState = { status: 'asked', hinderedCode: null, leadReply: null, earlier: null, round: 1 };
  const found = new Map([[keyOf(first), first]]);
  for (const state of found.values()) {
    for (const event of EVENTS) {
      const next = turn(state, event).state;
      if (!found.has(keyOf(next))) found.set(keyOf(next), next);
    }
  }
  return [...found.values()];
}

describe.each(LAWS)('$law', ({ broken, twin }) => {
  test(`in all ${STATES.length} states and ${EVENTS.length} events`, () => {
    expect(broken(turnInvitation)).toEqual([]);
  });
  test('and its twin is found out', () => {
    expect(broken(twin).length).toBeGreaterThan(0);
  });
});

test('every state that exists can be reached by what people say, but for the lead and the end', () => {
  const found = new Set(reached(turnInvitation).map(keyOf));
  expect(STATES.filter((state) => !isSettled(state) && !found.has(keyOf(state))).map(told)).toEqual([]);
});

describe('step by step', () => {
  const asked: InvitationState = { status: 'asked', hinderedCode: null, leadReply: null, earlier: null, round: 1 };
  test.each<{ what: string; events: InvitationEvent[]; state: string; follows: Consequence[] }>([
    {
      what: 'comes',
      events: [{ kind: 'come' }],
      state: 'coming',
      follows: ['answer-given', 'withdraw-colleague', 'lead-answered', 'manager-answered'],
    },
    {
      what: 'is hindered',
      events: [{ kind: 'hindered', code: 'absent' }],
      state: 'hindered absent',
      follows: ['answer-given', 'withdraw-colleague', 'lead-answered', 'manager-answered', 'ask-lead'],
    },
    {
      what: 'is hindered for another reason',
      events: [
        { kind: 'hindered', code: 'absent' },
        { kind: 'hindered', code: 'other-meeting' },
      ],
      state: 'hindered other-meeting',
      follows: ['answer-given', 'withdraw-colleague', 'lead-answered', 'manager-answered', 'ask-lead'],
    },
    {
      what: 'is not needed, says the lead',
      events: [{ kind: 'hindered', code: 'absent' }, { kind: 'lead-manages' }],
      state: 'hindered absent manage',
      follows: ['lead-answered'],
    },
    {
      what: 'must be replaced, says the lead',
      events: [{ kind: 'hindered', code: 'absent' }, { kind: 'lead-needs-somebody' }],
      state: 'hindered absent somebody',
      follows: ['lead-answered', 'ask-manager'],
    },
    {
      what: 'lets a colleague come, who says yes',
      events: [{ kind: 'ask-colleague' }, { kind: 'colleague-accepted', byManager: false }],
      state: 'stand-in',
      follows: ['answer-given', 'lead-answered', 'manager-answered'],
    },
    {
      what: 'asks a colleague, who says no',
      events: [{ kind: 'ask-colleague' }, { kind: 'colleague-declined', byManager: false }],
      state: 'asked',
      follows: ['tell-invited'],
    },
    {
      what: 'has a colleague who takes back the yes',
      events: [
        { kind: 'ask-colleague' },
        { kind: 'colleague-accepted', byManager: false },
        { kind: 'colleague-withdrew', byManager: false },
      ],
      state: 'asked',
      follows: ['ask-again'],
    },
    {
      what: 'has one named by the manager, who says no',
      events: [{ kind: 'named' }, { kind: 'colleague-declined', byManager: true }],
      state: 'asked',
      follows: ['ask-manager'],
    },
    {
      what: 'had said yes when the meeting moves',
      events: [{ kind: 'come' }, { kind: 'moved', lapsed: false }],
      state: 'asked was coming',
      follows: ['withdraw-colleague', 'lead-answered', 'manager-answered', 'ask-again'],
    },
    {
      what: 'had not answered when the meeting moves',
      events: [{ kind: 'moved', lapsed: false }],
      state: 'asked',
      follows: [],
    },
    {
      what: 'had not answered when a meeting moves that had begun',
      events: [{ kind: 'moved', lapsed: true }],
      state: 'asked',
      follows: ['withdraw-colleague', 'lead-answered', 'manager-answered', 'ask-again'],
    },
  ])('somebody $what', ({ events, state, follows }) => {
    let last: Turned = { state: asked, follows: [] };
    for (const event of events) last = turnInvitation(last.state, event);
    expect({ state: told(last.state), follows: [...last.follows] }).toEqual({ state, follows });
  });
});

describe('a meeting that nobody answers any more', () => {
  const startsAt = new Date('2026-12-02T12:00:00Z');
  const at = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000);

  test.each([
    { status: 'called', minutes: 0, stands: 'running' },
    { status: 'past', minutes: 89, stands: 'running' },
    { status: 'past', minutes: 90, stands: 'past' },
    { status: 'running', minutes: -30, stands: 'running' },
    { status: 'running', minutes: 300, stands: 'running' },
    { status: 'held', minutes: 40, stands: 'past' },
    { status: 'not-held', minutes: 40, stands: 'past' },
    { status: 'cancelled', minutes: -30, stands: 'cancelled' },
  ])('$status after $minutes minutes is $stands', ({ status, minutes, stands }) => {
    expect(overAs({ status, startsAt, duration: 90 }, at(minutes))).toBe(stands);
  });
});
