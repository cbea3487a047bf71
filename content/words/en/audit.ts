import type { audit as danish } from '../da/audit';
import { spokenDay, writtenDay } from '../dates';
import { spokenNumber, startingNumber } from '../numbers';

const day = (text: string) => spokenDay(text, 'en');
const written = (text: string) => writtenDay(text, 'en');
const count = (n: number) => spokenNumber(n, 'en');
const starting = (n: number) => startingNumber(n, 'en');

/** English words of the routine sample of the audit log. */
export const audit: typeof danish = {
  auditSample: {
    quiet: 'A sample of the log',
    title: { open: 'Does anything need a closer look?', signed: 'The sample is signed off.' },
    states: { open: 'Waiting for you', signed: 'Signed off' },
    reminder: 'It is still waiting for you.',
    text: (n, from, to) =>
      `Here ${n === 1 ? 'is one act' : `are ${count(n)} acts`}, drawn at random from all that was seen and changed in pathways from ${written(from)} to ${written(to)}.`,
    why: 'You see who did what and when, and the reference of the pathway. Ask the person or their manager where you see no reason for it.',
    own: (n) =>
      n === 1
        ? 'One act is your own. It is not in the list: nobody looks into themselves.'
        : `${starting(n)} acts are your own. They are not in the list: nobody looks into themselves.`,
    closer: 'Tick what needs a closer look',
    outside: 'not in the pathway today',
    someone: 'somebody who is no longer here',
    note: 'What is to be looked into, and who does it?',
    noteHelp: "Needed where something is ticked. Write the reference, never a citizen's name.",
    noteExample: 'For example: ask the manager why the pathway was opened',
    sign: 'Sign off the sample',
    signBy: (dueOn) => `Sign it off by ${day(dueOn)}.`,
    signed: (by, when) => `${by} signed it off on ${when}.`,
    looked: (n) => (n === 1 ? 'One act was looked through.' : `${starting(n)} acts were looked through.`),
    ownLeft: (n) =>
      n === 1
        ? "One was the responsible's own, and was not looked into."
        : `${starting(n)} were the responsible's own, and were not looked into.`,
    none: 'Nothing needs a closer look.',
    some: (n) => (n === 1 ? 'One needs a closer look:' : `${starting(n)} need a closer look:`),
    noteSaid: 'Note:',
    summary: { open: 'A sample of the log is waiting for you.', signed: 'The sample of the log is signed off.' },
  },
  lines: {
    auditSample: (dueOn) => `Look through the sample of the log, and sign it off by ${day(dueOn)}.`,
    auditSampleUpward: (name, dueOn) => `${name} was to sign off the sample of the log by ${day(dueOn)}. Can you help?`,
  },
  owed: { 'audit-sample': 'Look through the sample of the log' },
  sampleStatus: {
    none: 'Not set up in the policy',
    nobody:
      'The policy (auditSample in house.yaml) names a responsible who is not in the organisation. Write the e-mail of a member of staff, and restart.',
    open: (n) =>
      n === 0
        ? 'None is waiting'
        : n === 1
          ? 'One is waiting for the responsible'
          : `${n} are waiting for the responsible`,
    late: (n) => (n === 1 ? 'One is overdue' : `${n} are overdue`),
  },
};
