import type { Town } from '../support/town';
import type { Holding } from '../support/work-steps';
import { type Chronicle, keyOf, type Told } from './chronicle';
import { after, before, type KindText, readyBy } from './model-text';
import { type Book, keyOfOwed, type Owed } from './obligation-book';
import { agreementId, countNotices, pathwayId, preparationId, watchDeadline } from './story-town';

/** What an invitation and its answers make people owe: over when the meeting begins. */
const ANSWERS = ['invitation-answer', 'stand-in-answer', 'hindered-reply', 'representation'];
/** Working days before the next date by which it is called. */
const CALL_AHEAD = '10wd';
/** Working days in which one may say what we did not know. */
const WORD_DAYS = '2wd';
/** The record stands at the end of the working day after the meeting. */
const recordBy = (start: string): string => after(start.slice(0, 10), '1wd');

/** A meeting of the story, as the harness called it; `start` as "2026-08-26T13:00". */
export type StoryMeeting = {
  readonly id: string;
  readonly number: number;
  readonly kind: KindText;
  start: string;
  moves: number;
};

/** Writes down what a meeting makes people owe, by what the model's file says and not by what the bot has done. */
export type StoryJournal = {
  /** Reads the cards that came, and opens what they ask of whoever they went to. */
  read(): Told[];
  called(meeting: StoryMeeting, invited: readonly string[]): Promise<void>;
  opened(meeting: StoryMeeting): void;
  closing(meeting: StoryMeeting): void;
  closed(meeting: StoryMeeting, holding: Holding): Promise<void>;
  moved(meeting: StoryMeeting, start: string, turn: () => Promise<void>): Promise<void>;
};

export function openStoryJournal(o: {
  readonly town: Town;
  readonly chronicle: Chronicle;
  readonly book: Book;
  readonly lead: string;
  readonly idOf: (name: string) => string;
  /** The meeting that cards ask about. */
  readonly current: () => StoryMeeting | undefined;
  readonly wentOff: (at: string, kind: string) => void;
}): StoryJournal {
  const { town, chronicle, book, idOf } = o;
  const entra = (name: string): string => town.person(name).entraId;
  const today = (): string => town.now().slice(0, 10);
  const lead = { ownerId: entra(o.lead), ownerRole: 'lead' } as const;
  const house = { ownerId: null, ownerRole: 'house' } as const;

  const goesOff = (at: string, timer: Owed): void => {
    o.wentOff(at, timer.kind);
    chronicle.write({ type: 'did', at, key: keyOfOwed(timer), rung: 'past' });
    book.closeOne(timer, 'lapsed');
  };
  watchDeadline(town, 'meeting-start', 'past', (at, about) => {
    for (const timer of book.openOnes({ kind: 'meeting-start', about })) goesOff(at, timer);
    book.closeAll([...ANSWERS, 'preparation'], about, 'lapsed');
  });
  watchDeadline(town, 'absence-word', 'absence-word-past', (at, invitation) => {
    for (const asked of book.openOnes({ kind: 'absence-word' })) if (asked.matterId === invitation) goesOff(at, asked);
  });

  const read = (): Told[] => {
    const known = chronicle.events.length;
    const marks = chronicle.readCards();
    countNotices(town, chronicle, known);
    const meeting = o.current();
    for (const mark of marks) {
      const isWord = mark.kind === 'absence-word';
      if (!meeting || mark.rung !== 'own' || book.knows(keyOf(mark))) continue;
      if (!isWord && !ANSWERS.includes(mark.kind)) continue;
      book.open({
        kind: mark.kind,
        matterId: mark.matterId,
        round: mark.round,
        ownerId: mark.to,
        ownerRole: mark.kind === 'hindered-reply' ? 'lead' : 'person',
        anchors: isWord ? { due: after(today(), WORD_DAYS) } : { meeting: meeting.start },
        ownCard: true,
        about: meeting.id,
      });
    }
    return marks;
  };

  const openPreparations = async (meeting: StoryMeeting, invited: readonly string[]): Promise<void> => {
    let expected = 0;
    for (const asked of meeting.kind.prepare ?? []) {
      const due = readyBy(meeting.start, asked);
      if (due <= town.now()) continue;
      for (const name of asked.by === 'lead' ? [o.lead] : invited) {
        expected += 1;
        book.open({
          kind: 'preparation',
          matterId: await preparationId(town, meeting.id, asked.key, idOf(name)),
          round: 1,
          ownerId: entra(name),
          ownerRole: 'person',
          anchors: { due, meeting: meeting.start },
          about: meeting.id,
        });
      }
    }
    const made = await town.inside(({ tx }) => tx.preparation.count({ where: { meetingId: meeting.id } }));
    if (made !== expected) throw new Error(`${made} preparations, where the model asks for ${expected}`);
  };

  const openAgreements = async (meeting: StoryMeeting, holding: Holding): Promise<void> => {
    for (const { owner, text, due } of holding.agreements ?? []) {
      const own = owner !== 'citizen' && owner !== 'lead';
      book.open({
        kind: own ? 'agreement' : 'agreement-of-lead',
        matterId: await agreementId(town, meeting.id, { owner: own ? idOf(owner) : owner, due }),
        round: 1,
        ...(own ? { ownerId: entra(owner), ownerRole: 'person' as const } : lead),
        anchors: { due },
        about: text,
      });
    }
  };

  return {
    read,
    called: async (meeting, invited) => {
      const matter = { matterId: meeting.id, round: 1, about: meeting.id };
      for (const agreed of book.openOnes({ kind: 'next-meeting' })) book.closeOne(agreed, 'met');
      book.open({ ...matter, ...house, kind: 'meeting-start', anchors: { meeting: meeting.start } });
      const anchors = { meeting: meeting.start, due: recordBy(meeting.start) };
      book.open({ ...matter, ...lead, kind: 'meeting-record', anchors });
      await openPreparations(meeting, invited);
      read();
    },
    opened: (meeting) => book.closeAll(ANSWERS, meeting.id, 'lapsed'),
    closing: (meeting) => {
      book.closeAll(['meeting-start', 'meeting-record'], meeting.id, 'met');
      book.closeAll(['preparation'], meeting.id, 'lapsed');
    },
    closed: async (meeting, holding) => {
      const about = meeting.id;
      await openAgreements(meeting, holding);
      for (const follow of meeting.kind.follows ?? []) {
        if (follow.what !== 'citizen-talk') continue;
        const due = after(meeting.start.slice(0, 10), follow.within);
        book.open({ kind: 'citizen-talk', matterId: meeting.id, round: 1, ...lead, anchors: { due }, about });
      }
      if (holding.next) {
        const by = before(holding.next.date, CALL_AHEAD);
        const due = by > today() ? by : after(today(), '1wd');
        const matterId = await pathwayId(town);
        book.open({ kind: 'next-meeting', matterId, round: meeting.number, ...lead, anchors: { due }, about });
      }
      read();
    },
    moved: async (meeting, start, turn) => {
      const about = meeting.id;
      const before = book.openOnes({ about });
      meeting.start = start;
      meeting.moves += 1;
      await turn();
      for (const one of before) {
        const asked = (meeting.kind.prepare ?? []).find((each) => one.anchors.due?.endsWith(`T${each.at}`));
        if (one.kind === 'meeting-record') book.move(one, { meeting: start, due: recordBy(start) });
        else if (one.kind === 'preparation' && asked) book.move(one, { meeting: start, due: readyBy(start, asked) });
        else if (['meeting-start', 'invitation-answer', 'stand-in-answer'].includes(one.kind))
          book.move(one, { meeting: start });
      }
      if (!before.some((one) => one.kind === 'meeting-start')) {
        const anew = { kind: 'meeting-start', matterId: about, round: meeting.moves + 1, about };
        book.open({ ...anew, ...house, anchors: { meeting: start } });
      }
      read();
    },
  };
}
