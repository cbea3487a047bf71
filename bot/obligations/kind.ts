import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Locale, OutCard } from '../turn';
import type { Audience } from './ladder';

/** What a kind knows of one obligation as things stand now. */
export type Facts = {
  /** False when it is settled in truth though the row is open: then somebody forgot to settle it, and nobody is told. */
  readonly owed: boolean;
  /** Who holds the matter's roles now. */
  readonly roles: { readonly lead?: string | null; readonly coLead?: string | null; readonly mentor?: string | null };
  /** Whether a person may still hear of this matter (team, consent, rights). */
  maySee(personId: string): boolean;
};

/** One line of the digest or of what waits: what, by when, and the one thing to do about it. */
export type Line = {
  readonly text: string;
  /** The pathway's reference; lines are grouped by it. */
  readonly group: string;
  readonly action?: { readonly title: string; readonly verb: string; readonly input: Readonly<Record<string, string>> };
};

export type LineInput = {
  readonly personId: string;
  readonly locale: Locale;
  readonly obligation: Obligation;
  readonly rung?: string;
};

/** What a capability tells the house about one kind of obligation. */
export type Kind = {
  readonly kind: string;
  /** The renderer of its cards, for rungs that tell an audience by card. */
  cardKind(audience: Audience): string;
  facts(unit: Unit, obligations: readonly Obligation[]): Promise<ReadonlyMap<string, Facts>>;
  /** Undefined when there is nothing to say to this person any more. */
  line(unit: Unit, input: LineInput): Promise<Line | undefined>;
  /** Locks the matter, before the obligation itself is claimed. */
  lock(unit: Unit, matterId: string): Promise<void>;
  /** What the ladder's `do` rungs call, by verb without the capability. */
  readonly deadlines: Readonly<Record<string, (unit: Unit, obligation: Obligation) => Promise<void>>>;
  /** Whoever owed it has left: gives it to whom the matter's own rules name, if they name anybody. The matter is locked. */
  inherit?(unit: Unit, obligation: Obligation): Promise<void>;
  /** Nobody inherits it: how a manager gives it on by hand, or lets it fall. The matter is locked. */
  readonly orphan?: Orphan;
};

/** What a manager does about something without an owner. */
export type Orphan = {
  /** The matter's own row follows; the obligation itself is handed over by whoever calls. A code where this colleague may not have it. */
  give(unit: Unit, obligation: Obligation, personId: string): Promise<'no-ground' | undefined>;
  /** It falls away, and is settled; the matter keeps the reason. Absent where the matter does not allow it. */
  drop?(unit: Unit, obligation: Obligation, by: { readonly reason: string; readonly byId: string }): Promise<void>;
};

export type RenderInput = {
  readonly personId: string;
  readonly locale: Locale;
  readonly matterId: string;
  /** Set while a message is being sent: why it is sent. Unset when a card is refreshed. */
  readonly sending?: {
    readonly class: string;
    readonly rung?: string;
    readonly obligation?: Obligation;
    readonly repeated: boolean;
  };
};

/**
 * Draws one kind of card for one person as things stand now; undefined when there is nothing to show (any more), and the
 * card in the chat stays as it was. `gone`: this person may not see the matter (any more). Neither is sent; a card of a
 * matter that is gone, where it stands in the chat, becomes a notice that says so and nothing else.
 */
export type Renderer = (unit: Unit, input: RenderInput) => Promise<OutCard | 'gone' | undefined>;

/** One line of the digest about something that nobody owes, such as a meeting that was held; undefined when it is not for this person. */
export type NoticeLine = (
  unit: Unit,
  input: { readonly personId: string; readonly locale: Locale; readonly matterId: string },
) => Promise<Line | undefined>;

export type Registry = {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly renderers: ReadonlyMap<string, Renderer>;
  /** By the id that a digest's line bears. */
  readonly notices: ReadonlyMap<string, NoticeLine>;
  /** What finds a lead for a pathway: a manager does that about what a lead owed who has left. */
  readonly findsLead?: string;
};
