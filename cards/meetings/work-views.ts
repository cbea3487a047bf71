import type { MeetingFacts, MeetingRole, NamedPerson, SectionView, Titled } from '../views';

/**
 * What the meeting card shows: its overview, and one form for each part of it. Every press of a form saves what stands in
 * its inputs, whatever `go` says: it only names where to go on (the next part, the overview, another agreement, the columns,
 * a new time). So what is typed is lost at most since the last press.
 */

/** The longest that an input takes, in characters. What two people wrote at once may be longer, and still fits a card. */
export const LONGEST = { note: 1_500, how: 300, agreement: 400, reason: 400 } as const;

/** What a meeting cannot be closed without; each is a refusal too, and belongs to one of the forms. */
export type Lacking = 'citizen-missing' | 'how-missing' | 'words-missing' | 'nobody-here' | 'next-missing';

/** A text with the version that the person saw: what others wrote meanwhile is put together with theirs. */
export type Noted = { readonly text: string; readonly version: number };

/** `asked-us`: the citizen asked us to go on without them. */
export type CitizenThere = 'there' | 'asked-us' | null;

export type AgreementLine = {
  readonly id: string;
  readonly version: number;
  /** Whose it is: the alias for the citizen, else a name. */
  readonly owner: string;
  readonly ownerKind: 'citizen' | 'lead' | 'professional';
  readonly text: string;
  readonly dueOn: string;
};

/** The meeting as it goes on, or was held. Verbs: see each block. */
export type WorkView = {
  readonly id: string;
  /** As on the other cards; not shown. */
  readonly mark: string;
  readonly version: number;
  readonly meeting: MeetingFacts;
  /** `ready`: called, and it may be opened; `past`: over and not closed yet; `held`, `not-held`: closed. */
  readonly status: 'ready' | 'running' | 'past' | 'held' | 'not-held' | 'cancelled';
  readonly model: Titled;
  /** Whether the citizen takes part in this kind of meeting. */
  readonly citizenTakesPart: boolean;
  readonly citizen: {
    readonly there: CitizenThere;
    readonly askedOn: string | null;
    readonly how: string;
    /** In their own words; for a meeting without them, their view beforehand. */
    readonly words: string;
    readonly guests: string;
  };
  readonly here: readonly {
    readonly name: string;
    readonly department: string;
    readonly role: MeetingRole | null;
  }[];
  /** "Is everybody represented?", by department that was invited; never by person. */
  readonly departments: readonly {
    readonly name: string;
    readonly represented: boolean;
    /** What its manager wrote that a colleague may decide; '' where nothing is written. */
    readonly mandate: string;
  }[];
  /** Kinds of department that the model wants there and of which nobody is invited; codes. */
  readonly missing: readonly string[];
  readonly agenda: readonly {
    readonly n: number;
    readonly title: Titled;
    readonly duration: number;
    readonly done: boolean;
    readonly note: string;
  }[];
  readonly columns: readonly { readonly key: string; readonly title: Titled; readonly text: string }[];
  readonly agreements: readonly AgreementLine[];
  /** What further capabilities say of it. */
  readonly sections: readonly SectionView[];
  readonly next: { readonly kind: string; readonly at: string } | null;
  readonly noNextBecause: string;
  /** Who closed it, and when, once it is closed. */
  readonly closed: { readonly by: string; readonly at: string } | null;
  /** Where the record is on its way to the specialist system: a receipt once it has been acknowledged. */
  readonly journal: {
    readonly status: 'queued' | 'sent' | 'acknowledged' | 'failed';
    readonly receipt: string | null;
  } | null;
  /** Lead, co-lead and whoever has a role. */
  readonly mayWork: boolean;
  /** Its day has come: whoever works it may open it. */
  readonly mayOpen: boolean;
  /** Lead and co-lead: move it, or cancel it. */
  readonly mayChange: boolean;
  /** What must be there before it can be closed. */
  readonly lacking: readonly Lacking[];
  /** The same, of what further capabilities have open: sentences. */
  readonly open: readonly Titled[];
};

/** What every form of the card has. */
export type Form = {
  readonly meetingId: string;
  /** This drawing of the form: the same choice made again on a later one is another press. */
  readonly drawn: string;
  readonly ref: string;
  readonly number: number;
  readonly faults: Readonly<Record<string, string>>;
  /** Somebody else wrote in the same place meanwhile: both texts stand now. */
  readonly merged: boolean;
};

/**
 * Verb `meeting.citizen`, data `{meeting, go: 'next'|'back'|'move', wordsVersion, howVersion}`; inputs there, askedOn, how,
 * words. `move` saves too, then opens the form for a new time (*move it*); offered to those who may.
 */
export type CitizenFormView = Form & {
  readonly citizenTakesPart: boolean;
  readonly alias: string;
  readonly there: CitizenThere;
  readonly mayMove: boolean;
  /** `''` while nothing is noted. */
  readonly askedOn: string;
  readonly latest: string;
  readonly how: Noted;
  readonly words: Noted;
};

/** Verb `meeting.here`, data `{meeting, go, shown, version}`; inputs `here-<id>` 'true'|'false'. */
export type HereFormView = Form & {
  readonly version: number;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly department: string;
    readonly here: boolean;
    readonly standsInFor: string | null;
    readonly external: boolean;
  }[];
  /** Comma-separated ids that stood as here when it was drawn. */
  readonly shown: string;
};

/**
 * Verb `meeting.agenda`, data `{meeting, n, go: 'next'|'back'|'columns', noteVersion}`; inputs note, done 'true'|'false'.
 * One point at a time, "3 of 5". `columns` saves too, then opens the columns.
 */
export type AgendaFormView = Form & {
  readonly n: number;
  readonly of: number;
  readonly title: Titled;
  readonly duration: number;
  readonly note: Noted;
  readonly done: boolean;
  /** The model has columns, and this kind of meeting fills them in. */
  readonly hasColumns: boolean;
};

/** Verb `meeting.columns`, data `{meeting, go, 'version-<key>'}`; inputs `column-<key>`. */
export type ColumnsFormView = Form & {
  readonly columns: readonly { readonly key: string; readonly title: Titled; readonly note: Noted }[];
};

/**
 * Verb `meeting.agreement-add`, data `{meeting, form, go: 'more'|'next'|'back'}`; inputs owner (`citizen`, `lead` or a
 * person's id), text, due. An empty text with `next` or `back` adds nothing. Below stand those there are: one is taken off by
 * the choice input `remove` (its id) and verb `meeting.agreement-remove`, data `{meeting, form}`, which brings the other
 * inputs along, so that what was typed of a new one still stands.
 */
export type AgreementsFormView = Form & {
  /** Becomes the agreement's id: the same press twice adds it once. */
  readonly form: string;
  readonly alias: string;
  readonly owners: readonly NamedPerson[];
  readonly values: { readonly owner: string; readonly text: string; readonly due: string };
  readonly earliest: string;
  readonly there: readonly AgreementLine[];
};

/** Verb `meeting.next`, data `{meeting, was, go}`; inputs kind, date, time, none 'true'|'false', because. */
export type NextFormView = Form & {
  /** The next date as it stood when the form was drawn; '' for none. */
  readonly was: string;
  readonly kinds: readonly string[];
  readonly earliest: string;
  /** What the model foresees, such as "after 3 months". */
  readonly foreseen: { readonly kind: string; readonly on: string } | null;
  readonly values: {
    readonly kind: string;
    readonly date: string;
    readonly time: string;
    readonly none: boolean;
    readonly because: string;
  };
};

/**
 * Verb `meeting.close`, data `{meeting, version}`; asks once. `lacking`: what is still to be filled in, with the form to
 * open. Also `meeting.not-held`, data `{meeting, version}`, opened and asked once in the same card.
 */
export type CloseAskView = {
  readonly meetingId: string;
  readonly version: number;
  readonly ref: string;
  readonly number: number;
  readonly lacking: readonly Lacking[];
  /** What further capabilities still have open, as sentences, and the buttons of those that do. */
  readonly open: readonly Titled[];
  readonly openButtons: readonly NonNullable<SectionView['button']>[];
  readonly agreements: number;
  readonly recipients: number;
  readonly resting: number;
  /** Others who have a form of this meeting open just now: what they have typed is not saved yet. */
  readonly writing: readonly string[];
  /** Departments that nobody represents. */
  readonly unrepresented: readonly string[];
};

/** The record, to the team: verb `record.offer` data `{meeting}` offers it as a file. */
export type RecordView = {
  readonly id: string;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly version: number;
  readonly repeated: boolean;
  readonly citizen: { readonly takesPart: boolean; readonly there: CitizenThere; readonly words: string };
  readonly present: readonly { readonly name: string; readonly department: string }[];
  readonly agenda: readonly { readonly title: Titled; readonly note: string }[];
  readonly columns: readonly { readonly title: Titled; readonly text: string }[];
  readonly agreements: readonly AgreementLine[];
  /** What further capabilities had it say. */
  readonly sections: readonly {
    readonly title: Titled;
    readonly items: readonly { readonly lead: Titled; readonly text: Titled }[];
  }[];
  readonly next: { readonly kind: string; readonly at: string } | null;
  readonly journal: WorkView['journal'];
};

/** One agreement, to whoever owns it. Verbs `agreement.done`, `agreement.later` (inputs due, because), `agreement.drop` (lead; input because), data `{agreement, version}`. */
export type AgreementView = {
  readonly id: string;
  readonly version: number;
  readonly mark: string;
  readonly ref: string;
  readonly alias: string;
  readonly text: string;
  readonly owner: string;
  readonly ownerKind: AgreementLine['ownerKind'];
  readonly dueOn: string;
  readonly earliest: string;
  readonly state: 'open' | 'done' | 'dropped';
  /** The day it was kept or fell away; null while it is open. */
  readonly closedOn: string | null;
  /** Who noted that; '' while it is open, and where nobody is known. */
  readonly closedBy: string;
  readonly outcome: string;
  readonly mayDrop: boolean;
  readonly values: { readonly due: string; readonly because: string };
  readonly faults: Readonly<Record<string, string>>;
};

/** What to have ready. Verb `preparation.done` data `{preparation, version}`. */
export type PreparationView = {
  readonly id: string;
  readonly version: number;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly title: Titled;
  /** A moment. */
  readonly due: string;
  readonly state: 'open' | 'done' | 'past' | 'cancelled';
};

/** The talk with the citizen after a meeting without them. Verb `citizen-talk.note` data `{meeting}`; inputs on, said. */
export type CitizenTalkView = {
  readonly meetingId: string;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly dueOn: string;
  readonly agreements: readonly AgreementLine[];
  readonly done: { readonly on: string; readonly said: string; readonly by: string } | null;
  readonly values: { readonly on: string; readonly said: string };
  readonly faults: Readonly<Record<string, string>>;
};

/** To the lead: the next date was agreed, and is to be called. Action `meeting.form` data `{pathway}`. */
export type NextMeetingView = {
  readonly pathwayId: string;
  readonly mark: string;
  readonly ref: string;
  readonly alias: string;
  readonly kind: string;
  readonly at: string;
  readonly callBy: string;
  readonly called: boolean;
};

/**
 * Somebody was not there: was there something we did not know? Verb `absence-word.say`, data `{invitation, version}`; input
 * what: `was-there`, `colleague-came` or `told-somebody`. Never a reason.
 */
export type AbsenceWordView = {
  readonly invitationId: string;
  readonly version: number;
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly department: string;
  readonly until: string;
  readonly state: 'open' | 'said' | 'past';
};

/** To the manager: the department was not represented. A notice, never a person. */
export type NotRepresentedView = {
  readonly mark: string;
  readonly meeting: MeetingFacts;
  readonly department: string;
  readonly corrected: boolean;
};
