import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan, PlanInput } from '../../bot/obligations/plan';
import { asMoment, toInstant, ZONE } from '../../bot/time/moment';
import { inputsOf, personIds } from '../support/meeting-steps';
import { openTown, type Town } from '../support/town';
import { type Holding, works, worksMeeting } from '../support/work-steps';
import { type Chronicle, keyOf, openChronicle, type Told } from './chronicle';
import type { ClosedEvent } from './journal';
import { after, before, type KindText, modelText, readyBy } from './model-text';
import { municipalityOf, type Pathway } from './model-town';
import { type Book, keyOfOwed, openBook, type Owed } from './obligation-book';
import { agreementId, countNotices, informStaff, meetingForm, newestId, pathwayId, preparationId, watchDeadline } from './story-town';

const LEAD = 'Carla';
const CO_LEAD = 'Nanna';
/** What an invitation and its answers make people owe: over when the meeting begins. */
const ANSWERS = ['invitation-answer', 'stand-in-answer', 'hindered-reply', 'representation'];
/** Working days before the next date by which it is called. */
const CALL_AHEAD = '10wd';
/** Working days in which one may say what we did not know. */
const WORD_DAYS = '2wd';
/** The record stands at the end of the working day after the meeting. */
const recordBy = (start: string): string => after(start.slice(0, 10), '1wd');

export type StoryOptions = Pathway & {
  /** Local time at which it begins. */
  readonly at: string;
  /** The bot's planner, in a twin. */
  readonly plan?: (input: PlanInput) => Plan;
  /** The days on which the works council discussed it, and staff were informed. */
  readonly informedOn?: string;
};

/** A meeting of the story, as the harness called it. */
export type StoryMeeting = { readonly id: string; readonly number: number; readonly kind: KindText; start: string; moves: number };

export type Calling = {
  readonly invite: readonly string[];
  /** Without: as the form proposes it. */
  readonly kind?: string;
  readonly date?: string;
  readonly time?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Who has which role, by first names. */
  readonly roles?: Readonly<Record<string, string>>;
};

/** What the form for a meeting proposed. */
export type Proposed = { readonly kind: string; readonly date: string; readonly time: string; readonly duration: string };

/** A pathway by one model, whose life is written down for the checker: what people do, and what falls due. */
export type ModelStory = {
  readonly town: Town;
  readonly chronicle: Chronicle;
  readonly book: Book;
  readonly meetings: readonly StoryMeeting[];
  /** The deadlines that went off. */
  readonly did: readonly { readonly at: string; readonly kind: string }[];
  idOf(name: string): string;
  entra(name: string): string;
  /** Moves the clock, through everything due on the way. */
  until(local: string): Promise<void>;
  /** Opens the form and sends it; `refused` when the form came back. */
  calls(calling: Calling): Promise<{ readonly proposed: Proposed; readonly refused: boolean }>;
  comes(name: string): Promise<void>;
  isHindered(name: string, code?: string): Promise<void>;
  manages(): Promise<void>;
  needsSomebody(): Promise<void>;
  sends(name: string, colleague: string): Promise<void>;
  accepts(colleague: string, inPlaceOf: string): Promise<void>;
  names(manager: string, colleague: string, inPlaceOf: string): Promise<void>;
  isReady(name: string, key: string): Promise<void>;
  /** Opens the meeting card: from now on nobody answers. */
  opens(by?: string): Promise<void>;
  /** Works the card part by part, and closes it. */
  closes(holding: Holding): Promise<void>;
  /** From the open card, since the citizen did not come. */
  movesFromOpenCard(date: string, time: string): Promise<void>;
  /** From the list of meetings. */
  moves(date: string, time: string): Promise<void>;
  notesTalk(on: string, said: string): Promise<void>;
  settles(owner: string, text: string, step: AgreementPress): Promise<void>;
  /** Says what we did not know of a meeting they were missed at. */
  explains(name: string, what: 'was-there' | 'told-somebody' | 'colleague-came'): Promise<void>;
};

export type AgreementPress =
  | { readonly how: 'done' }
  | { readonly how: 'later'; readonly due: string; readonly because: string }
  | { readonly how: 'drop'; readonly because: string };

export async function openModelStory(options: StoryOptions): Promise<ModelStory> {
  const model = modelText(options.model);
  const { folder, remove } = municipalityOf(options);
  const town = await openTown({
    at: options.at,
    folder,
    withoutWindows: true,
    ...(options.plan ? { plan: options.plan } : {}),
  });
  const at = (): string => toInstant(asMoment(town.now()), ZONE).toISOString();
  const today = (): string => town.now().slice(0, 10);
  const chronicle = openChronicle({
    teams: town.teams,
    folder,
    ladders: readFileSync(path.resolve('content/policy/ladders.yaml'), 'utf8'),
    now: at,
  });
  remove();
  if (options.informedOn) informStaff(town, options.informedOn);
  const idOf = await personIds(town);
  const entra = (name: string): string => town.person(name).entraId;
  const book = openBook({
    chronicle,
    at,
    roles: () => ({ lead: entra(LEAD), 'co-lead': entra(CO_LEAD) }),
  });
  const meetings: StoryMeeting[] = [];
  const did: { at: string; kind: string }[] = [];
  const current = (): StoryMeeting => {
    const meeting = meetings.at(-1);
    if (!meeting) throw new Error('No meeting has been called');
    return meeting;
  };
  const lead = { ownerId: entra(LEAD), ownerRole: 'lead' } as const;
  const house = { ownerId: null, ownerRole: 'house' } as const;

  const goesOff = (now: string, timer: Owed | undefined): void => {
    did.push({ at: now, kind: timer?.kind ?? '' });
    if (timer) chronicle.write({ type: 'did', at: now, key: keyOfOwed(timer), rung: 'past' });
  };
  watchDeadline(town, 'meeting-start', 'past', (now, about) => {
    goesOff(now, book.openOnes({ kind: 'meeting-start', about })[0]);
    book.closeAll(['meeting-start', ...ANSWERS, 'preparation'], about, 'lapsed');
  });
  watchDeadline(town, 'absence-word', 'absence-word-past', (now, matterId) => {
    const asked = book.openOnes({ kind: 'absence-word' }).find((one) => one.matterId === matterId);
    goesOff(now, asked);
    if (asked) book.closeOne(asked, 'lapsed');
  });

  const read = (): Told[] => {
    const known = chronicle.events.length;
    const found = chronicle.readCards();
    countNotices(town, chronicle, known);
    return found;
  };
  /** What the matter's own card tells has been asked: it stands on the card. */
  const noteAsked = (): void => {
    const { id, start } = current();
    for (const mark of read()) {
      const word = mark.kind === 'absence-word';
      if (mark.rung !== 'own' || !(word || ANSWERS.includes(mark.kind)) || book.knows(keyOf(mark))) continue;
      book.open({
        kind: mark.kind,
        matterId: mark.matterId,
        round: mark.round,
        ownerId: mark.to,
        ownerRole: mark.kind === 'hindered-reply' ? 'lead' : 'person',
        anchors: word ? { due: after(today(), WORD_DAYS) } : { meeting: start },
        ownCard: true,
        about: id,
      });
    }
  };
  const press = async (name: string, verb: string, inputs: Record<string, string> = {}): Promise<void> => {
    const outcome = await town.presses(name, verb, inputs);
    if (outcome.status !== 200) throw new Error(`${name} pressed ${verb}: ${JSON.stringify(outcome)}`);
    noteAsked();
  };
  const settleAnswer = (kind: string, name: string, how: ClosedEvent['how'] = 'met'): void =>
    book.close({ kind, about: current().id, ownerId: entra(name) }, how);

  const openPreparations = async (meeting: StoryMeeting, invited: readonly string[]): Promise<void> => {
    let expected = 0;
    for (const asked of meeting.kind.prepare ?? []) {
      const due = readyBy(meeting.start, asked);
      if (due <= town.now()) continue;
      for (const name of asked.by === 'lead' ? [LEAD] : invited) {
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

  const openFollowing = async (meeting: StoryMeeting, holding: Holding): Promise<void> => {
    const about = meeting.id;
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
    for (const follow of meeting.kind.follows ?? []) {
      if (follow.what !== 'citizen-talk') continue;
      const due = after(meeting.start.slice(0, 10), follow.within);
      book.open({ kind: 'citizen-talk', matterId: meeting.id, round: 1, ...lead, anchors: { due }, about });
    }
    if (!holding.next) return;
    const by = before(holding.next.date, CALL_AHEAD);
    book.open({
      kind: 'next-meeting',
      matterId: await pathwayId(town),
      round: meeting.number,
      ...lead,
      anchors: { due: by > today() ? by : after(today(), '1wd') },
      about,
    });
  };

  /** The meeting has another date: whoever had answered is asked anew, and what hangs from the date hangs from the new one. */
  const newDate = async (start: string, turn: () => Promise<void>): Promise<void> => {
    const meeting = current();
    const about = meeting.id;
    meeting.start = start;
    meeting.moves += 1;
    const running = book.openOnes({ about });
    await turn();
    for (const one of running) {
      const asked = (meeting.kind.prepare ?? []).find((each) => one.anchors.due?.endsWith(`T${each.at}`));
      if (one.kind === 'meeting-record') book.move(one, { meeting: start, due: recordBy(start) });
      else if (one.kind === 'preparation' && asked) book.move(one, { meeting: start, due: readyBy(start, asked) });
      else if (['meeting-start', 'invitation-answer', 'stand-in-answer'].includes(one.kind)) book.move(one, { meeting: start });
    }
    if (!running.some((one) => one.kind === 'meeting-start'))
      book.open({ ...house, kind: 'meeting-start', matterId: about, round: meeting.moves + 1, anchors: { meeting: start }, about });
    noteAsked();
  };

  return {
    town,
    chronicle,
    book,
    meetings,
    did,
    idOf,
    entra,
    until: async (local) => {
      await town.until(local);
      read();
      chronicle.reached(at());
    },
    calls: async (calling) => {
      const form = await meetingForm(town, LEAD);
      const shown = inputsOf(form.card);
      const proposed = {
        kind: shown.kind ?? '',
        date: shown.date ?? '',
        time: shown.time ?? '',
        duration: shown.duration ?? '',
      };
      const kind = model.meetings.find((one) => one.kind === (calling.kind ?? proposed.kind));
      if (!kind) throw new Error(`${options.model} has no ${calling.kind ?? proposed.kind}`);
      const come = Object.keys(shown).filter((id) => id.startsWith('come-'));
      const invited = new Set(calling.invite.map(idOf));
      const before = await town.inside(({ tx }) => tx.meeting.count());
      await town.presses(LEAD, 'meeting.call', {
        ...Object.fromEntries(come.map((id) => [id, String(invited.has(id.slice('come-'.length)))])),
        ...Object.fromEntries(Object.entries(calling.roles ?? {}).map(([role, name]) => [`role-${role}`, idOf(name)])),
        place: 'Rådhuset, lokale 4',
        duration: String(kind.duration),
        ...(calling.kind === undefined ? {} : { kind: calling.kind }),
        ...(calling.date === undefined ? {} : { date: calling.date }),
        ...(calling.time === undefined ? {} : { time: calling.time }),
        ...('agreed' in shown ? { agreed: 'true' } : {}),
        ...calling.inputs,
      });
      const after = await town.inside(({ tx }) => tx.meeting.count());
      if (after === before) return { proposed, refused: true };
      const meeting: StoryMeeting = {
        id: await newestId(town),
        number: meetings.length + 1,
        kind,
        start: `${calling.date ?? proposed.date}T${calling.time ?? proposed.time}`,
        moves: 0,
      };
      meetings.push(meeting);
      const matter = { matterId: meeting.id, round: 1, about: meeting.id };
      if (book.openOnes({ kind: 'next-meeting' }).length > 0) book.close({ kind: 'next-meeting' }, 'met');
      book.open({ ...matter, ...house, kind: 'meeting-start', anchors: { meeting: meeting.start } });
      const due = recordBy(meeting.start);
      book.open({ ...matter, kind: 'meeting-record', ...lead, anchors: { meeting: meeting.start, due } });
      await openPreparations(meeting, calling.invite);
      noteAsked();
      return { proposed, refused: false };
    },
    comes: async (name) => {
      settleAnswer('invitation-answer', name);
      await press(name, 'invitation.come');
    },
    isHindered: async (name, code = 'other-meeting') => {
      settleAnswer('invitation-answer', name);
      await press(name, 'invitation.hindered', { code });
    },
    manages: async () => {
      settleAnswer('hindered-reply', LEAD);
      await press(LEAD, 'hindered.manage');
    },
    needsSomebody: async () => {
      settleAnswer('hindered-reply', LEAD);
      await press(LEAD, 'hindered.somebody');
    },
    sends: (name, colleague) => press(name, 'invitation.stand-in', { colleague: idOf(colleague) }),
    accepts: async (colleague, inPlaceOf) => {
      settleAnswer('stand-in-answer', colleague);
      const asked = book.openOnes({ kind: 'invitation-answer', about: current().id, ownerId: entra(inPlaceOf) });
      if (asked.length > 0) settleAnswer('invitation-answer', inPlaceOf);
      await press(colleague, 'stand-in.accept');
    },
    names: async (manager, colleague, inPlaceOf) => {
      const asked = book.openOnes({ kind: 'invitation-answer', about: current().id, ownerId: entra(inPlaceOf) });
      if (asked.length > 0) settleAnswer('invitation-answer', inPlaceOf);
      else settleAnswer('representation', manager);
      await press(manager, 'representation.name', { person: idOf(colleague) });
    },
    isReady: async (name, key) => {
      const { id, kind, start } = current();
      const preparation = await preparationId(town, id, key, idOf(name));
      const asked = (kind.prepare ?? []).find((one) => one.key === key);
      const [open] = book
        .openOnes({ kind: 'preparation', about: id, ownerId: entra(name) })
        .filter((one) => one.matterId === preparation);
      if (!asked || !open) throw new Error(`${name} owes no ${key} for ${start}`);
      book.closeOne(open, 'met');
      await town.teams.execute(entra(name), { verb: 'preparation.open', data: { preparation } });
      await town.settle();
      await press(name, 'preparation.done');
    },
    opens: async (by = LEAD) => {
      const { id } = current();
      await town.teams.execute(entra(by), { verb: 'meeting.work', data: { meeting: id } });
      await town.settle();
      book.closeAll(ANSWERS, id, 'lapsed');
      await works(town, by, 'meeting.start');
      read();
    },
    closes: async (holding) => {
      const meeting = current();
      await worksMeeting(town, holding);
      book.closeAll(['meeting-start', 'meeting-record'], meeting.id, 'met');
      book.closeAll(['preparation'], meeting.id, 'lapsed');
      const by = holding.by ?? LEAD;
      const outcome = await works(town, by, 'meeting.close');
      const { status } = await town.inside(({ tx }) => tx.meeting.findFirstOrThrow({ where: { id: meeting.id } }));
      if (status !== 'held') throw new Error(`The meeting is ${status}: ${JSON.stringify(outcome)}`);
      await openFollowing(meeting, holding);
      noteAsked();
    },
    movesFromOpenCard: (date, time) =>
      newDate(`${date}T${time}`, async () => {
        await town.teams.execute(entra(LEAD), { verb: 'meeting.work', data: { meeting: current().id } });
        await town.settle();
        await works(town, LEAD, 'meeting.citizen-form');
        await works(town, LEAD, 'meeting.citizen', { go: 'move' });
        await press(LEAD, 'meeting.move', { date, time, agreed: 'true' });
      }),
    moves: (date, time) =>
      newDate(`${date}T${time}`, async () => {
        await town.teams.execute(entra(LEAD), { verb: 'meeting.open', data: { meeting: current().id } });
        await town.settle();
        await press(LEAD, 'meeting.move-form');
        await press(LEAD, 'meeting.move', { date, time, agreed: 'true' });
      }),
    notesTalk: async (on, said) => {
      const { id } = current();
      book.close({ kind: 'citizen-talk', about: id }, 'met');
      await town.teams.execute(entra(LEAD), { verb: 'citizen-talk.open', data: { meeting: id } });
      await town.settle();
      await press(LEAD, 'citizen-talk.note', { on, said });
    },
    settles: async (owner, text, step) => {
      const [open] = book.openOnes({ about: text });
      if (!open) throw new Error(`Nobody owes "${text}"`);
      if (step.how === 'later') book.move(open, { due: step.due });
      else book.closeOne(open, step.how === 'done' ? 'met' : 'waived');
      await town.teams.execute(entra(owner), { verb: 'agreement.open', data: { agreement: open.matterId } });
      await town.settle();
      const { how, ...typed } = step;
      await press(owner, `agreement.${how}`, typed);
    },
    explains: async (name, what) => {
      book.close({ kind: 'absence-word', ownerId: entra(name) }, 'met');
      await press(name, 'absence-word.say', { what });
    },
  };
}
