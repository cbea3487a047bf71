import type { Words } from '../../content/words/words';
import { greetingCard } from '../home/greeting';
import { helpCard } from '../home/help';
import { nearestCard } from '../home/nearest';
import { type OrphanView, orphanCard } from '../home/orphan';
import { snoozeFormCard } from '../home/snooze-form';
import { statusCard } from '../home/status';
import { waitingCard } from '../home/waiting';
import type { SnoozeFormView, WaitingLine, WaitingView } from '../views';
import {
  colleagues,
  facts,
  id,
  LONG_DEPARTMENT,
  LONG_NAME,
  LONG_WHY,
  manyColleagues,
  type Sample,
  samplesOf,
} from './sample';

const ref = facts.ref;
const answer = (w: Words): WaitingLine => ({
  mark: `invitation-answer/first/${id(1)}/1`,
  text: w.lines.invitationAnswer({ leadName: 'Anna Lund', at: facts.at, ref }),
  action: { title: w.actions.answer, verb: 'invitation.open', input: { invitation: id(1) } },
});
const standIn = (w: Words): WaitingLine => ({
  mark: `stand-in-answer/first/${id(2)}/1`,
  text: w.lines.standInAnswer({ forName: 'Bo Madsen', at: '2026-12-04T09:30', ref: 'BF-2026-0177' }),
  action: { title: w.actions.answer, verb: 'stand-in.open', input: { standIn: id(2) } },
});
const hindered = (w: Words): WaitingLine => ({
  mark: `hindered-reply/first/${id(3)}/1`,
  text: w.lines.hinderedReply({ name: 'Carla Friis', at: facts.at, ref }),
  action: { title: w.actions.answer, verb: 'hindered.open', input: { invitation: id(3) } },
});
const unowned = (w: Words): WaitingLine => ({
  mark: `hindered-reply/asked/${id(4)}/1`,
  text: w.lines.unowned({ what: w.owed['hindered-reply'] ?? '', ref: 'BF-2026-0099' }),
});
const orphan = (w: Words): OrphanView => ({
  id: id(5),
  ref,
  what: w.owed.agreement ?? '',
  before: 'Bo Madsen',
  state: 'open',
  owner: '',
  colleagues,
  mayDrop: true,
  values: { person: '', reason: '' },
  faults: {},
});
const longLine = (w: Words, n: number): WaitingLine => ({
  mark: `invitation-answer/first/${id(n)}/1`,
  text: w.lines.hinderedReply({ name: LONG_NAME, at: '2026-09-30T13:30', ref: 'BF-2026-0142-TRÅBY-ØST' }),
  action: { title: w.actions.answer, verb: 'hindered.open', input: { invitation: id(n) } },
});
const quiet: WaitingView = {
  name: 'Bo',
  as: 'asked',
  groups: [],
  more: 0,
  also: 0,
  overdue: 0,
  snoozable: [],
  unowned: [],
};
const snooze = (w: Words): SnoozeFormView => ({
  lines: [
    { obligationId: id(1), text: answer(w).text },
    { obligationId: id(2), text: hindered(w).text },
  ],
  earliest: '2026-11-24',
  latest: '2026-12-07',
  values: { obligation: '', until: '2026-11-30', reason: '' },
  faults: {},
});

export const homeSamples: readonly Sample[] = [
  ...samplesOf('greeting', greetingCard, () => ({
    'two things wait': { name: 'Bo Madsen', waiting: 2 },
    'one thing waits': { name: 'Bo', waiting: 1 },
    'nothing waits': { name: LONG_NAME, waiting: 0 },
  })),
  ...samplesOf('help', helpCard, () => ({
    'for a caseworker': { administrator: false, development: false },
    'for an administrator in development': { administrator: true, development: true },
  })),
  ...samplesOf('nearest', nearestCard, () => ({
    'two guesses': { commands: ['waiting', 'pathways'] },
    'no guess': { commands: [] },
    'every command': { commands: ['help', 'waiting', 'pathways', 'meetings', 'status', 'time'] },
  })),
  ...samplesOf<WaitingView>('waiting', waitingCard, (w) => ({
    nothing: quiet,
    'one line': { ...quiet, groups: [{ title: ref, lines: [answer(w)] }] },
    'the morning': {
      ...quiet,
      as: 'digest',
      groups: [
        { title: ref, lines: [answer(w), hindered(w)] },
        { title: 'BF-2026-0177', lines: [standIn(w)] },
      ],
      also: 2,
      overdue: 0,
      snoozable: snooze(w).lines,
    },
    'a manager with something unowned': {
      ...quiet,
      groups: [{ title: ref, lines: [hindered(w)] }],
      unowned: [unowned(w)],
    },
    'only unowned': { ...quiet, unowned: [unowned(w), { ...unowned(w), mark: `${unowned(w).mark}-2` }] },
    'a morning that is done': { ...quiet, as: 'digest' },
    'the longest': {
      ...quiet,
      as: 'digest',
      name: LONG_NAME,
      groups: [{ title: 'BF-2026-0142-TRÅBY-ØST', lines: Array.from({ length: 12 }, (_, n) => longLine(w, n)) }],
      more: 23,
      also: 11,
      overdue: 14,
      snoozable: snooze(w).lines,
      unowned: [unowned(w)],
    },
  })),
  ...samplesOf<OrphanView>(
    'orphan',
    orphanCard,
    (w) => ({
      open: orphan(w),
      'open, not to be dropped, nobody chosen': {
        ...orphan(w),
        mayDrop: false,
        faults: { person: w.refusals['pick-somebody'] },
      },
      'open, dropped without a reason': { ...orphan(w), faults: { reason: w.refusals['reason-missing'] } },
      given: { ...orphan(w), state: 'given', owner: 'Dorte Krag' },
      closed: { ...orphan(w), state: 'closed' },
      'the longest': {
        ...orphan(w),
        ref: 'BF-2026-0142-TRÅBY-ØST',
        before: LONG_NAME,
        colleagues: manyColleagues,
        values: { person: id(3), reason: LONG_WHY.slice(0, 400) },
        faults: { person: w.refusals['no-ground'], reason: w.refusals.cpr },
      },
    }),
    true,
  ),
  ...samplesOf<SnoozeFormView>('snooze-form', snoozeFormCard, (w) => ({
    'new': snooze(w),
    'with faults': {
      ...snooze(w),
      values: { obligation: id(2), until: '2026-12-24', reason: '' },
      faults: {
        obligation: w.refusals['snooze-never'],
        until: w.refusals['snooze-too-long'],
        reason: w.refusals['reason-missing'],
      },
    },
    'the longest': {
      ...snooze(w),
      lines: Array.from({ length: 12 }, (_, n) => ({ obligationId: id(n), text: longLine(w, n).text })),
      values: { ...snooze(w).values, reason: LONG_WHY },
    },
  })),
  ...samplesOf('status', statusCard, () => ({
    'all is well': {
      lines: [
        'mode',
        'database',
        'queue',
        'beat',
        'teams',
        'mail',
        'messages',
        'unreached',
        'stumbles',
        'node',
        'orphans',
        'import',
      ].map((key) => ({ key, ok: true, detail: '' })),
    },
    'two faults': {
      lines: [
        { key: 'database', ok: true, detail: 'PostgreSQL 18.4' },
        { key: 'mail', ok: false, detail: 'SMTP_URL er ikke sat, så jeg kan ikke skrive e-mail.' },
        { key: 'node', ok: false, detail: 'Node.js 20 får ikke længere rettelser. Skift til 24.' },
        { key: 'messages', ok: true, detail: '' },
      ],
    },
    'the longest': {
      lines: Array.from({ length: 12 }, () => ({ key: 'unreached', ok: false, detail: LONG_DEPARTMENT.repeat(5) })),
    },
  })),
];
