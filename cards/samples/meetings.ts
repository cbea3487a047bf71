import type { Words } from '../../content/words/words';
import { callFormCard } from '../meetings/call-form';
import { cancelCard } from '../meetings/cancel';
import { hinderedCard } from '../meetings/hindered';
import { invitationCard } from '../meetings/invitation';
import { meetingCard } from '../meetings/meeting';
import { meetingsCard } from '../meetings/meetings';
import { moveFormCard } from '../meetings/move-form';
import { noticeCard } from '../meetings/notice';
import { representationCard } from '../meetings/representation';
import { standInCard } from '../meetings/stand-in';
import type {
  CallFormView,
  CancelView,
  HinderedView,
  InvitationView,
  MeetingsView,
  MeetingView,
  MoveFormView,
  NoticeView,
  RepresentationView,
  StandInView,
} from '../views';
import {
  ALIAS,
  colleagues,
  facts,
  id,
  LONG_ALIAS,
  LONG_DEPARTMENT,
  LONG_NAME,
  LONG_PLACE,
  LONG_WHY,
  longFacts,
  longNoticeFacts,
  manyColleagues,
  noticeFacts,
  type Sample,
  samplesOf,
  WHY,
} from './sample';

const member: CallFormView['members'][number] = {
  id: id(1),
  name: 'Bo Madsen',
  department: 'Jobcenter Tråby',
  ground: true,
  come: true,
  why: WHY,
  awayThen: false,
};
const form: CallFormView = {
  pathwayId: id(91),
  form: id(92),
  ref: facts.ref,
  alias: ALIAS,
  kinds: ['team-meeting', 'transition-meeting', 'follow-up'],
  earliest: '2026-11-24',
  members: [
    member,
    {
      ...member,
      id: id(2),
      name: 'Carla Friis',
      department: 'Familie',
      why: 'du kender A.K.s familie',
      awayThen: true,
    },
    { ...member, id: id(3), name: 'Hassan Yildiz', department: 'Sundhed', ground: false, come: false },
  ],
  values: {
    kind: 'team-meeting',
    date: '2026-12-02',
    time: '13:00',
    duration: '90',
    where: 'place',
    place: '',
    agreed: false,
  },
  faults: {},
};
const everyFault = (w: Words): CallFormView['faults'] => ({
  kind: w.refusals['pick-a-reason'],
  date: w.refusals['not-working-time'],
  time: w.refusals['bad-time'],
  duration: w.refusals['bad-duration'],
  place: w.refusals['place-missing'],
  agreed: w.refusals['citizen-not-asked'],
  members: w.refusals['no-one-invited'],
  [`come-${id(2)}`]: w.refusals.left,
  [`why-${id(1)}`]: w.refusals['why-missing'],
});
const move: MoveFormView = {
  meetingId: id(5),
  version: 2,
  meeting: facts,
  earliest: '2026-11-24',
  values: { date: '2026-12-02', time: '13:00', agreed: false },
  faults: {},
};
const cancel: CancelView = { meetingId: id(5), version: 2, meeting: facts };

const invitation: InvitationView = {
  id: id(1),
  version: 1,
  mark: `invitation-answer/own/${id(1)}/1`,
  meeting: facts,
  why: WHY,
  duty: true,
  reminder: null,
  managerNext: { at: '2026-11-30T12:00', name: 'Sørine Holm' },
  movedFrom: null,
  repeated: false,
  state: { is: 'asked', earlier: null, declinedBy: null },
  colleagues,
  fault: null,
};
const moved = { ...invitation, movedFrom: '2026-11-25T10:30' };
const longInvitation = (w: Words): InvitationView => ({
  ...moved,
  meeting: longFacts,
  why: LONG_WHY,
  reminder: { rung: 'second' },
  managerNext: { at: '2026-11-30T12:00', name: LONG_NAME },
  repeated: true,
  state: { is: 'asked', earlier: 'stand-in', declinedBy: LONG_NAME },
  colleagues: manyColleagues,
  fault: w.refusals['already-asked'],
  faultAt: 'colleague',
});

const standIn: StandInView = {
  id: id(2),
  version: 1,
  mark: `stand-in-answer/own/${id(2)}/1`,
  meeting: facts,
  forName: 'Bo Madsen',
  why: WHY,
  byManager: null,
  repeated: false,
  state: 'asked',
};
const gone = { ...standIn, meeting: noticeFacts, why: '' };

const invited: MeetingView['invited'][number] = {
  name: 'Bo Madsen',
  department: 'Jobcenter Tråby',
  state: 'coming',
  standIn: null,
  hindered: null,
  unreached: null,
  awayThen: false,
};
const meeting: MeetingView = {
  id: id(5),
  version: 2,
  meeting: facts,
  status: 'called',
  agreedWithCitizen: true,
  invited: [
    { ...invited, name: 'Anna Lund', department: 'Social', state: 'lead' },
    invited,
    { ...invited, name: 'Carla Friis', department: 'Familie', state: 'stand-in', standIn: 'Dorte Krag' },
    { ...invited, name: 'Emil Skov', department: 'Skole', state: 'stand-in-asked', standIn: 'Ida Bro' },
    { ...invited, name: 'Fatima Noor', department: 'Sundhed', state: 'hindered', hindered: 'other-meeting' },
    { ...invited, name: 'Gorm Dahl', department: 'Bolig', state: 'asked', unreached: 'mail', awayThen: true },
    { ...invited, name: 'Per Holm', department: 'Ungeenhed', state: 'asked', unreached: 'no' },
    { ...invited, name: 'Rie Toft', department: 'PPR', state: 'hindered-managed', hindered: 'absent' },
    { ...invited, name: 'Ulla Bay', department: 'Handicap', state: 'hindered-somebody', hindered: 'citizen-matter' },
  ],
  answered: 5,
  asked: 8,
  mayChange: true,
};
const meetings: MeetingsView['items'] = [
  { id: id(5), ref: facts.ref, number: 3, at: facts.at, role: 'lead', state: 'lead' },
  { id: id(6), ref: 'BF-2026-0177', number: 1, at: '2026-12-04T09:30', role: 'invited', state: 'asked' },
  { id: id(7), ref: 'BF-2025-0310', number: 5, at: '2026-12-09T13:00', role: 'stand-in', state: 'accepted' },
];

const hindered: HinderedView = {
  invitationId: id(1),
  version: 3,
  mark: `hindered-reply/own/${id(1)}/1`,
  meeting: facts,
  name: 'Carla Friis',
  department: 'Familie',
  code: 'other-meeting',
  reminder: false,
  repeated: false,
  standIn: '',
  state: 'open',
};
const representation: RepresentationView = {
  invitationId: id(1),
  version: 3,
  mark: `invitation-answer/manager/${id(1)}/1`,
  meeting: noticeFacts,
  name: 'Carla Friis',
  department: 'Familie',
  because: 'no-answer',
  reminder: false,
  repeated: false,
  colleagues,
  state: { is: 'open' },
  fault: null,
};
const notice: NoticeView = {
  mark: `cancelled/own/${id(1)}/1`,
  meeting: noticeFacts,
  code: 'cancelled',
  name: 'Anna Lund',
  repeated: false,
};

export const meetingSamples: readonly Sample[] = [
  ...samplesOf<CallFormView>('call-form', callFormCard, (w) => ({
    'new': form,
    'with every fault': { ...form, faults: everyFault(w), values: { ...form.values, duration: '75' } },
    'the longest': {
      ...form,
      ref: longFacts.ref,
      alias: LONG_ALIAS,
      kinds: ['team-meeting', 'transition-meeting', 'kick-off', 'mini-kick', 'conference', 'case-meeting', 'follow-up'],
      members: Array.from({ length: 14 }, (_, n) => ({
        ...member,
        id: id(n + 1),
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
        why: LONG_WHY,
        awayThen: true,
      })),
      values: { ...form.values, place: LONG_PLACE, agreed: true },
    },
  })),
  ...samplesOf<MoveFormView>('move-form', moveFormCard, (w) => ({
    'new': move,
    'with faults': {
      ...move,
      faults: {
        date: w.refusals['same-time'],
        time: w.refusals['bad-time'],
        agreed: w.refusals['citizen-not-asked'],
      },
    },
    'the longest': { ...move, meeting: longFacts },
  })),
  ...samplesOf<CancelView>('cancel', cancelCard, () => ({
    'asks once': cancel,
    'the longest': { ...cancel, meeting: longFacts },
  })),
  ...samplesOf<InvitationView>('invitation', invitationCard, (w) => ({
    asked: invitation,
    'asked, invited only, online': {
      ...invitation,
      duty: false,
      managerNext: null,
      meeting: { ...facts, online: true, place: null, duration: 60 },
    },
    'asked, reason as a sentence': { ...invitation, why: 'Carla kender A.K.s familie. Tag gerne planen med.' },
    'first reminder': { ...invitation, reminder: { rung: 'first' } },
    'second reminder': { ...invitation, reminder: { rung: 'second' }, repeated: true },
    'moved, said yes before': { ...moved, state: { is: 'asked', earlier: 'coming', declinedBy: null } },
    'moved, was hindered before': { ...moved, state: { is: 'asked', earlier: 'hindered', declinedBy: null } },
    'colleague declined': { ...invitation, state: { is: 'asked', earlier: null, declinedBy: 'Per Holm' } },
    'no colleagues': { ...invitation, colleagues: [] },
    'no colleague chosen': { ...invitation, fault: w.refusals['pick-somebody'], faultAt: 'colleague' },
    'no reason chosen': { ...invitation, fault: w.refusals['pick-a-reason'], faultAt: 'code' },
    'changed meanwhile': { ...invitation, fault: w.refusals['changed-meanwhile'] },
    coming: { ...invitation, state: { is: 'coming' } },
    'colleague asked': { ...invitation, state: { is: 'stand-in-asked', name: 'Per Holm', byManager: null } },
    'colleague asked by the manager': {
      ...invitation,
      state: { is: 'stand-in-asked', name: 'Per Holm', byManager: 'Sørine Holm' },
    },
    'colleague comes': { ...invitation, state: { is: 'stand-in', name: 'Per Holm', byManager: null } },
    'colleague named by the manager': {
      ...invitation,
      state: { is: 'stand-in', name: 'Per Holm', byManager: 'Sørine Holm' },
    },
    hindered: { ...invitation, state: { is: 'hindered', code: 'absent', reply: null } },
    'hindered, they manage': { ...invitation, state: { is: 'hindered', code: 'citizen-matter', reply: 'manage' } },
    'hindered, somebody needed': { ...invitation, state: { is: 'hindered', code: 'other-meeting', reply: 'somebody' } },
    cancelled: { ...invitation, state: { is: 'cancelled' }, fault: w.refusals.closed },
    'past, came': { ...invitation, state: { is: 'past', answer: 'coming' } },
    'past, colleague': { ...invitation, state: { is: 'past', answer: 'stand-in' } },
    'past, hindered': { ...invitation, state: { is: 'past', answer: 'hindered' } },
    'past, no answer': { ...invitation, state: { is: 'past', answer: 'none' } },
    'without a lead': { ...invitation, meeting: { ...facts, leadName: '' }, reminder: { rung: 'first' } },
    'the longest': longInvitation(w),
    'the longest, answered': { ...longInvitation(w), state: { is: 'coming' } },
  })),
  ...samplesOf<StandInView>('stand-in', standInCard, () => ({
    asked: standIn,
    'asked by the manager': { ...standIn, byManager: 'Sørine Holm' },
    accepted: { ...standIn, state: 'accepted' },
    declined: { ...gone, state: 'declined' },
    withdrawn: { ...gone, state: 'withdrawn' },
    cancelled: { ...standIn, state: 'cancelled' },
    past: { ...standIn, state: 'past' },
    'the longest': {
      ...standIn,
      meeting: longFacts,
      forName: LONG_NAME,
      why: LONG_WHY,
      byManager: LONG_NAME,
      repeated: true,
    },
  })),
  ...samplesOf<MeetingView>('meeting', meetingCard, () => ({
    'five of eight': meeting,
    'nobody yet': { ...meeting, invited: meeting.invited.slice(5, 6), answered: 0, asked: 1, agreedWithCitizen: false },
    everybody: { ...meeting, invited: [invited], answered: 1, asked: 1 },
    'as an invited one sees it': { ...meeting, mayChange: false },
    cancelled: { ...meeting, status: 'cancelled', mayChange: false },
    past: { ...meeting, status: 'past', mayChange: false },
    'the longest': {
      ...meeting,
      meeting: longFacts,
      invited: Array.from({ length: 14 }, () => ({
        ...invited,
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
        state: 'stand-in-asked' as const,
        standIn: LONG_NAME,
        unreached: 'mail' as const,
        awayThen: true,
      })),
      answered: 11,
      asked: 14,
    },
  })),
  ...samplesOf<MeetingsView>('meetings', meetingsCard, () => ({
    three: { items: meetings },
    one: { items: meetings.slice(0, 1) },
    none: { items: [] },
    'the longest': {
      items: Array.from({ length: 120 }, (_, n) => ({
        id: id(n),
        ref: longFacts.ref,
        number: n,
        at: longFacts.at,
        role: 'invited' as const,
        state: 'stand-in-asked',
      })),
    },
  })),
  ...samplesOf<HinderedView>('hindered', hinderedCard, () => ({
    open: hindered,
    reminder: { ...hindered, reminder: true, code: 'absent' },
    'they manage': { ...hindered, state: 'manage' },
    'somebody needed': { ...hindered, state: 'somebody' },
    'a colleague comes': { ...hindered, state: 'stand-in', standIn: 'Per Holm' },
    changed: { ...hindered, state: 'changed' },
    cancelled: { ...hindered, state: 'cancelled' },
    past: { ...hindered, state: 'past' },
    'the longest': {
      ...hindered,
      meeting: longFacts,
      name: LONG_NAME,
      department: LONG_DEPARTMENT,
      code: 'citizen-matter',
      repeated: true,
    },
  })),
  ...samplesOf<RepresentationView>(
    'representation',
    representationCard,
    (w) => ({
      'no answer': representation,
      'somebody needed, reminder': { ...representation, because: 'needed', reminder: true },
      declined: { ...representation, because: 'declined' },
      left: { ...representation, because: 'left' },
      'nobody chosen': { ...representation, fault: w.refusals['not-a-colleague'] },
      'nobody else in the department': { ...representation, colleagues: [] },
      named: { ...representation, state: { is: 'named', name: 'Per Holm', accepted: false } },
      accepted: { ...representation, state: { is: 'named', name: 'Per Holm', accepted: true } },
      answered: { ...representation, state: { is: 'answered' } },
      cancelled: { ...representation, state: { is: 'cancelled' } },
      past: { ...representation, state: { is: 'past' } },
      'the longest': {
        ...representation,
        meeting: longNoticeFacts,
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
        repeated: true,
        colleagues: manyColleagues,
      },
    }),
    true,
  ),
  ...samplesOf<NoticeView>(
    'notice',
    noticeCard,
    () => ({
      cancelled: notice,
      'colleague declined': { ...notice, code: 'stand-in-declined', name: 'Per Holm' },
      'colleague withdrew': { ...notice, code: 'stand-in-withdrawn', name: null },
      'somebody named': { ...notice, code: 'named-for-you', name: 'Sørine Holm' },
      'the longest': { ...notice, meeting: longNoticeFacts, name: LONG_NAME, repeated: true },
    }),
    true,
  ),
];
