import { greetingCard } from '../home/greeting';
import { helpCard } from '../home/help';
import { nearestCard } from '../home/nearest';
import { snoozeFormCard } from '../home/snooze-form';
import { statusCard } from '../home/status';
import { waitingCard } from '../home/waiting';
import type { SnoozeFormView, WaitingLine, WaitingView } from '../views';
import { words } from '../../content/words/words';
import { facts, id, LONG_DEPARTMENT, LONG_NAME, LONG_WHY, type Sample, samplesOf } from './sample';

const da = words('da');
const ref = facts.ref;
const answer: WaitingLine = {
  mark: `invitation-answer/first/${id(1)}/1`,
  text: da.lines.invitationAnswer({ leadName: 'Anna Lund', at: facts.at, ref }),
  action: { title: da.actions.answer, verb: 'invitation.open', input: { invitation: id(1) } },
};
const standIn: WaitingLine = {
  mark: `stand-in-answer/first/${id(2)}/1`,
  text: da.lines.standInAnswer({ forName: 'Bo Madsen', at: '2026-12-04T09:30', ref: 'BF-2026-0177' }),
  action: { title: da.actions.answer, verb: 'stand-in.open', input: { standIn: id(2) } },
};
const hindered: WaitingLine = {
  mark: `hindered-reply/first/${id(3)}/1`,
  text: da.lines.hinderedReply({ name: 'Carla Friis', at: facts.at, ref }),
  action: { title: da.actions.answer, verb: 'hindered.open', input: { invitation: id(3) } },
};
const unowned: WaitingLine = {
  mark: `hindered-reply/asked/${id(4)}/1`,
  text: da.lines.unowned({ what: da.owed['hindered-reply'] ?? '', ref: 'BF-2026-0099' }),
};
const longLine = (n: number): WaitingLine => ({
  mark: `invitation-answer/first/${id(n)}/1`,
  text: da.lines.hinderedReply({ name: LONG_NAME, at: '2026-09-30T13:30', ref: 'BF-2026-0142-TRÅBY-ØST' }),
  action: { title: da.actions.answer, verb: 'hindered.open', input: { invitation: id(n) } },
});
const quiet: WaitingView = { name: 'Bo', as: 'asked', groups: [], more: 0, also: 0, snoozable: [], unowned: [] };
const snooze: SnoozeFormView = {
  lines: [
    { obligationId: id(1), text: answer.text },
    { obligationId: id(2), text: hindered.text },
  ],
  earliest: '2026-11-24',
  latest: '2026-12-07',
  values: { obligation: '', until: '2026-11-30', reason: '' },
  faults: {},
};

export const homeSamples: readonly Sample[] = [
  ...samplesOf('greeting', greetingCard, {
    'two things wait': { name: 'Bo Madsen', waiting: 2 },
    'one thing waits': { name: 'Bo', waiting: 1 },
    'nothing waits': { name: LONG_NAME, waiting: 0 },
  }),
  ...samplesOf('help', helpCard, {
    'for a caseworker': { administrator: false, development: false },
    'for an administrator in development': { administrator: true, development: true },
  }),
  ...samplesOf('nearest', nearestCard, {
    'two guesses': { commands: ['waiting', 'pathways'] },
    'no guess': { commands: [] },
    'every command': { commands: ['help', 'waiting', 'pathways', 'meetings', 'status', 'time'] },
  }),
  ...samplesOf<WaitingView>('waiting', waitingCard, {
    'nothing': quiet,
    'one line': { ...quiet, groups: [{ title: ref, lines: [answer] }] },
    'the morning': {
      ...quiet,
      as: 'digest',
      groups: [
        { title: ref, lines: [answer, hindered] },
        { title: 'BF-2026-0177', lines: [standIn] },
      ],
      also: 2,
      snoozable: snooze.lines,
    },
    'a manager with something unowned': {
      ...quiet,
      groups: [{ title: ref, lines: [hindered] }],
      unowned: [unowned],
    },
    'only unowned': { ...quiet, unowned: [unowned, { ...unowned, mark: `${unowned.mark}-2` }] },
    'a morning that is done': { ...quiet, as: 'digest' },
    'the longest': {
      ...quiet,
      as: 'digest',
      name: LONG_NAME,
      groups: [
        { title: 'BF-2026-0142-TRÅBY-ØST', lines: Array.from({ length: 12 }, (_, n) => longLine(n)) },
      ],
      more: 23,
      also: 11,
      snoozable: snooze.lines,
      unowned: [unowned],
    },
  }),
  ...samplesOf<SnoozeFormView>('snooze-form', snoozeFormCard, {
    'new': snooze,
    'with faults': {
      ...snooze,
      values: { obligation: id(2), until: '2026-12-24', reason: '' },
      faults: {
        obligation: da.refusals['snooze-never'],
        until: da.refusals['snooze-too-long'],
        reason: da.refusals['reason-missing'],
      },
    },
    'the longest': {
      ...snooze,
      lines: Array.from({ length: 12 }, (_, n) => ({ obligationId: id(n), text: longLine(n).text })),
      values: { ...snooze.values, reason: LONG_WHY },
    },
  }),
  ...samplesOf('status', statusCard, {
    'all is well': {
      lines: ['mode', 'database', 'queue', 'beat', 'teams', 'mail', 'messages', 'unreached', 'stumbles', 'node', 'orphans', 'import'].map(
        (key) => ({ key, ok: true, detail: '' }),
      ),
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
  }),
];
