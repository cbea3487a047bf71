import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan, PlanInput } from '../../bot/obligations/plan';
import { asMoment, toInstant, ZONE } from '../../bot/time/moment';
import { inputsOf, personIds } from '../support/meeting-steps';
import { openTown, type Town } from '../support/town';
import { type Holding, works, worksMeeting } from '../support/work-steps';
import { type Chronicle, openChronicle } from './chronicle';
import { modelText } from './model-text';
import { municipalityOf, type Pathway } from './model-town';
import { type Book, openBook } from './obligation-book';
import { openStoryJournal, type StoryMeeting } from './story-journal';
import { informStaff, meetingForm, newestId, preparationId, preparationKey } from './story-town';

const LEAD = 'Carla';
const CO_LEAD = 'Nanna';

export type StoryOptions = Pathway & {
  /** Local time at which it begins. */
  readonly at: string;
  /** The bot's planner, in a twin. */
  readonly plan?: (input: PlanInput) => Plan;
  /** The days on which the works council discussed it, and staff were informed. */
  readonly informedOn?: string;
};

export type Calling = {
  readonly invite: readonly string[];
  /** Without kind, date and time: as the form proposes it. */
  readonly kind?: string;
  readonly date?: string;
  readonly time?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Who has which role, by first names. */
  readonly roles?: Readonly<Record<string, string>>;
};

/** What the form for a meeting proposed. */
type Proposed = Readonly<Record<'kind' | 'date' | 'time' | 'duration', string>>;

export type AgreementPress =
  | { readonly how: 'done' }
  | { readonly how: 'later'; readonly due: string; readonly because: string }
  | { readonly how: 'drop'; readonly because: string };

/** A pathway by one model, whose life is written down for the checker: what people do, and what falls due. */
export type ModelStory = {
  readonly town: Town;
  readonly chronicle: Chronicle;
  readonly book: Book;
  readonly meetings: readonly StoryMeeting[];
  /** The deadlines of the house's own that went off. */
  readonly did: readonly { readonly at: string; readonly kind: string }[];
  entra(name: string): string;
  /** Moves the clock, through everything due on the way. */
  until(local: string): Promise<void>;
  /** Opens the form and sends it; `refused` when the form came back. */
  calls(calling: Calling): Promise<{ readonly proposed: Proposed; readonly refused: boolean }>;
  comes(name: string): Promise<void>;
  isHindered(name: string, code?: string): Promise<void>;
  manages(): Promise<void>;
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
  /** From the card of a meeting that is still ahead. */
  moves(date: string, time: string): Promise<void>;
  notesTalk(on: string, said: string): Promise<void>;
  settles(owner: string, text: string, step: AgreementPress): Promise<void>;
  /** Says what we did not know of a meeting they were missed at. */
  explains(name: string, what: 'was-there' | 'told-somebody' | 'colleague-came'): Promise<void>;
};

/** Opens a town with one pathway by a model, and the journal of its life. */
export async function openModelStory(options: StoryOptions): Promise<ModelStory> {
  const model = modelText(options.model);
  const { folder, remove } = municipalityOf(options);
  const town = await openTown({
    at: options.at,
    folder,
    ...(options.plan ? { plan: options.plan } : {}),
  });
  if (options.informedOn) informStaff(town, options.informedOn);
  const at = (): string => toInstant(asMoment(town.now()), ZONE).toISOString();
  const ladders = readFileSync(path.resolve('content/policy/ladders.yaml'), 'utf8');
  const chronicle = openChronicle({ teams: town.teams, folder, ladders, now: at });
  remove();
  const idOf = await personIds(town);
  const entra = (name: string): string => town.person(name).entraId;
  const book = openBook({ chronicle, at, roles: () => ({ lead: entra(LEAD), 'co-lead': entra(CO_LEAD) }) });
  const meetings: StoryMeeting[] = [];
  const did: { at: string; kind: string }[] = [];
  const journal = openStoryJournal({
    town,
    chronicle,
    book,
    lead: LEAD,
    idOf,
    current: () => meetings.at(-1),
    wentOff: (when, kind) => did.push({ at: when, kind }),
  });
  const current = (): StoryMeeting => {
    const meeting = meetings.at(-1);
    if (!meeting) throw new Error('No meeting has been called');
    return meeting;
  };
  const press = async (name: string, verb: string, inputs: Record<string, string> = {}): Promise<void> => {
    const outcome = await town.presses(name, verb, inputs);
    if (outcome.status !== 200) throw new Error(`${name} pressed ${verb}: ${JSON.stringify(outcome)}`);
    journal.read();
  };
  /** Asks for a card, as the line of a digest or of a list does. */
  const asks = async (name: string, verb: string, data: Record<string, string>): Promise<void> => {
    await town.teams.execute(entra(name), { verb, data });
    await town.settle();
  };
  const answered = (kind: string, name: string): void =>
    book.close({ kind, about: current().id, ownerId: entra(name) }, 'met');
  const preparing = (name: string) => book.openOnes({ kind: 'preparation', about: current().id, ownerId: entra(name) });
  const owesAnswer = (name: string): boolean =>
    book.openOnes({ kind: 'invitation-answer', about: current().id, ownerId: entra(name) }).length > 0;

  return {
    town,
    chronicle,
    book,
    meetings,
    did,
    entra,
    until: async (local) => {
      await town.until(local);
      journal.read();
      chronicle.reached(at());
    },
    calls: async (calling) => {
      const form = inputsOf((await meetingForm(town, LEAD)).card);
      const { kind: offered = '', date = '', time = '', duration = '' } = form;
      const proposed = { kind: offered, date, time, duration };
      const kind = model.meetings.find((one) => one.kind === (calling.kind ?? offered));
      if (!kind) throw new Error(`${options.model} has no ${calling.kind ?? offered}`);
      const invited = new Set(calling.invite.map(idOf));
      const come = Object.keys(form).filter((id) => id.startsWith('come-'));
      const before = await newestId(town);
      await town.presses(LEAD, 'meeting.call', {
        ...Object.fromEntries(come.map((id) => [id, String(invited.has(id.slice('come-'.length)))])),
        ...Object.fromEntries(Object.entries(calling.roles ?? {}).map(([role, name]) => [`role-${role}`, idOf(name)])),
        place: 'Rådhuset, lokale 4',
        duration: String(kind.duration),
        kind: kind.kind,
        ...(calling.date === undefined ? {} : { date: calling.date }),
        ...(calling.time === undefined ? {} : { time: calling.time }),
        ...('agreed' in form ? { agreed: 'true' } : {}),
        ...calling.inputs,
      });
      const id = await newestId(town);
      if (id === undefined || id === before) return { proposed, refused: true };
      const start = `${calling.date ?? date}T${calling.time ?? time}`;
      meetings.push({ id, number: meetings.length + 1, kind, start, moves: 0 });
      await journal.called(current(), calling.invite);
      return { proposed, refused: false };
    },
    comes: (name) => {
      answered('invitation-answer', name);
      return press(name, 'invitation.come');
    },
    isHindered: (name, code = 'other-meeting') => {
      answered('invitation-answer', name);
      return press(name, 'invitation.hindered', { code });
    },
    manages: () => {
      answered('hindered-reply', LEAD);
      return press(LEAD, 'hindered.manage');
    },
    sends: (name, colleague) => press(name, 'invitation.stand-in', { colleague: idOf(colleague) }),
    accepts: async (colleague, inPlaceOf) => {
      answered('stand-in-answer', colleague);
      if (owesAnswer(inPlaceOf)) answered('invitation-answer', inPlaceOf);
      // What was to be ready is now made ready by whoever comes.
      const handed = preparing(inPlaceOf);
      for (const one of handed) book.closeOne(one, 'cancelled');
      await town.presses(colleague, 'stand-in.accept');
      for (const one of handed) {
        const key = await preparationKey(town, one.matterId);
        const matterId = await preparationId(town, current().id, key, idOf(colleague));
        book.open({ ...one, matterId, round: 1, ownerId: entra(colleague) });
      }
      journal.read();
    },
    names: (manager, colleague, inPlaceOf) => {
      answered('invitation-answer', inPlaceOf);
      return press(manager, 'representation.name', { person: idOf(colleague) });
    },
    isReady: async (name, key) => {
      const preparation = await preparationId(town, current().id, key, idOf(name));
      const owed = book.openOnes({ kind: 'preparation' }).find((one) => one.matterId === preparation);
      if (!owed) throw new Error(`${name} owes no ${key}`);
      book.closeOne(owed, 'met');
      await asks(name, 'preparation.open', { preparation });
      await press(name, 'preparation.done');
    },
    opens: async (by = LEAD) => {
      await asks(by, 'meeting.work', { meeting: current().id });
      journal.opened(current());
      await works(town, by, 'meeting.start');
      journal.read();
    },
    closes: async (holding) => {
      await worksMeeting(town, holding);
      journal.closing(current());
      const outcome = await works(town, holding.by ?? LEAD, 'meeting.close');
      const row = await town.inside(({ tx }) => tx.meeting.findFirstOrThrow({ where: { id: current().id } }));
      if (row.status !== 'held') throw new Error(`The meeting is ${row.status}: ${JSON.stringify(outcome)}`);
      await journal.closed(current(), holding);
    },
    movesFromOpenCard: (date, time) =>
      journal.moved(current(), `${date}T${time}`, async () => {
        await asks(LEAD, 'meeting.work', { meeting: current().id });
        await works(town, LEAD, 'meeting.citizen-form');
        await works(town, LEAD, 'meeting.citizen', { go: 'move' });
        await press(LEAD, 'meeting.move', { date, time, agreed: 'true' });
      }),
    moves: (date, time) =>
      journal.moved(current(), `${date}T${time}`, async () => {
        await asks(LEAD, 'meeting.open', { meeting: current().id });
        await press(LEAD, 'meeting.move-form');
        await press(LEAD, 'meeting.move', { date, time, agreed: 'true' });
      }),
    notesTalk: async (on, said) => {
      book.close({ kind: 'citizen-talk', about: current().id }, 'met');
      await asks(LEAD, 'citizen-talk.open', { meeting: current().id });
      await press(LEAD, 'citizen-talk.note', { on, said });
    },
    settles: async (owner, text, step) => {
      const [owed] = book.openOnes({ about: text });
      if (!owed) throw new Error(`Nobody owes "${text}"`);
      if (step.how === 'later') book.move(owed, { due: step.due });
      else book.closeOne(owed, step.how === 'done' ? 'met' : 'waived');
      await asks(owner, 'agreement.open', { agreement: owed.matterId });
      const { how, ...typed } = step;
      await press(owner, `agreement.${how}`, typed);
    },
    explains: (name, what) => {
      book.close({ kind: 'absence-word', ownerId: entra(name) }, 'met');
      return press(name, 'absence-word.say', { what });
    },
  };
}
