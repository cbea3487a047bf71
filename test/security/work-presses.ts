import { AT_THE_MEETING, type Ids, IN_THE_PATHWAY, LEADS, type Press, WORKERS } from './cast';

const SEES = 'the pathway, the invited, the stand-in; whoever may not work it sees the card without the form';
const WORKS = 'lead, co-lead, whoever has a role at the meeting';
const SHARES = 'lead, co-lead, and whoever owns it';

const form = (more: Readonly<Record<string, unknown>> = {}): Press => ({
  who: SEES,
  may: AT_THE_MEETING,
  input: ({ running }) => ({ meeting: running, ...more }),
});
const save = (more: (ids: Ids) => Readonly<Record<string, unknown>>): Press => ({
  who: WORKS,
  may: WORKERS,
  input: (ids) => ({ meeting: ids.running, go: 'back', ...more(ids) }),
});

/** The meeting card, what is owed around a meeting, what was agreed at it, and its files. */
export const WORK_PRESSES: Readonly<Record<string, Press>> = {
  'meeting.work': form(),
  'meeting.work-back': form(),
  'meeting.start': { who: WORKS, may: WORKERS, input: ({ today }) => ({ meeting: today }) },
  'meeting.citizen-form': form(),
  'meeting.here-form': form(),
  'meeting.agenda-form': form({ n: 1 }),
  'meeting.columns-form': form(),
  'meeting.agreements-form': form(),
  'meeting.next-form': form(),
  'meeting.close-ask': form(),
  'meeting.citizen': save(() => ({ wordsVersion: 1, howVersion: 0, there: 'there', words: 'Jeg vil helst sejle.' })),
  'meeting.here': save(({ bo }) => ({ shown: '', version: 1, [`here-${bo}`]: 'true' })),
  'meeting.agenda': save(() => ({ n: 1, noteVersion: 0, note: 'Praktik i maj', done: 'true' })),
  'meeting.columns': save(() => ({})),
  'meeting.agreement-add': save((ids) => ({
    form: ids.form,
    go: 'more',
    owner: ids.bo,
    text: 'Bo ringer til værftet',
    due: '2026-04-01',
  })),
  'meeting.agreement-remove': {
    who: WORKS,
    may: WORKERS,
    input: ({ running, draft }) => ({ meeting: running, remove: draft }),
  },
  'meeting.next': save(() => ({ was: '', kind: 'team-meeting', date: '2026-04-22', time: '10:00' })),
  'meeting.close': { who: WORKS, may: WORKERS, input: ({ running }) => ({ meeting: running, version: 2 }) },
  'meeting.not-held': { who: WORKS, may: WORKERS, input: ({ running }) => ({ meeting: running, version: 2 }) },
  'letter.offer': { who: 'lead and co-lead', may: LEADS, input: ({ meeting }) => ({ meeting }) },
  'record.offer': {
    who: 'the pathway, and no stand-in once the meeting is closed',
    may: IN_THE_PATHWAY,
    input: ({ held }) => ({ meeting: held }),
  },
  'preparation.open': {
    who: 'whoever has it ready',
    may: ['Jonas'],
    input: ({ preparation }) => ({ preparation }),
  },
  'preparation.done': {
    who: 'whoever has it ready',
    may: ['Jonas'],
    input: ({ preparation }) => ({ preparation, version: 1 }),
  },
  'citizen-talk.open': { who: 'lead and co-lead', may: LEADS, input: ({ held }) => ({ meeting: held }) },
  'citizen-talk.note': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ held }) => ({ meeting: held, on: '2026-03-12', said: 'Det lyder godt.' }),
  },
  'absence-word.open': {
    who: 'the one who was missed',
    may: ['Jonas'],
    input: ({ missed }) => ({ invitation: missed }),
  },
  'absence-word.say': {
    who: 'the one who was missed',
    may: ['Jonas'],
    input: ({ missed }) => ({ invitation: missed, version: 1, what: 'was-there' }),
  },
  'agreement.open': { who: SHARES, may: [...LEADS, 'Bo'], input: ({ agreement }) => ({ agreement }) },
  'agreement.done': { who: SHARES, may: [...LEADS, 'Bo'], input: ({ agreement }) => ({ agreement, version: 2 }) },
  'agreement.later': {
    who: SHARES,
    may: [...LEADS, 'Bo'],
    input: ({ agreement }) => ({ agreement, version: 2, due: '2026-04-15', because: 'Værftet har ferie' }),
  },
  'agreement.drop': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ agreement }) => ({ agreement, version: 2, because: 'Det er ordnet' }),
  },
};

/** The files, each asked for again when it is taken. */
export const FILES: Readonly<Record<string, Press>> = {
  'letter.take': { who: 'lead and co-lead', may: LEADS, input: ({ meeting }) => ({ meeting }) },
  'record.take': {
    who: 'the pathway, and no stand-in once the meeting is closed',
    may: IN_THE_PATHWAY,
    input: ({ held }) => ({ meeting: held }),
  },
};
