/** Working days to answer whether one takes the baton. */
export const ANSWER_DAYS = 3;
/** Working days for the managers to agree. */
export const SETTLE_DAYS = 3;
/** Working days until the citizen knows who leads. */
export const TELL_DAYS = 2;
/** So many may say no before the managers settle it. */
export const MOST_DECLINES = 2;
export const LONGEST_TEXT = 600;

export type HandoverStatus = 'open' | 'settling' | 'accepted' | 'settled' | 'withdrawn' | 'ended';

/** What a form says about the citizen: their words, or why they could not be asked. */
export type CitizenAsked = { readonly asked: boolean; readonly text: string };

/** The citizen's own words count before a reason why they could not be asked; one of the two there must be. */
export function citizenAsked(words: string, whyNot: string): CitizenAsked | 'citizen-or-why' {
  if (words.trim() !== '') return { asked: true, text: words.trim() };
  if (whyNot.trim() !== '') return { asked: false, text: whyNot.trim() };
  return 'citizen-or-why';
}

/**
 * What follows a no: somebody else is asked, or the managers settle it.
 * @param declines how many have said no in this handover, the last one included
 * @param settlers the managers there are
 */
export function afterDecline(declines: number, settlers: readonly string[]): 'ask-again' | 'settle' {
  return declines >= MOST_DECLINES && settlers.length > 0 ? 'settle' : 'ask-again';
}

/** The managers who settle it, each once. */
export function settlersOf(leaving: string | null | undefined, asked: string | null | undefined): readonly string[] {
  return [...new Set([leaving, asked].flatMap((id) => id ?? []))];
}

/** One naming: which manager's place, and whom they named. */
export type Naming = { readonly managerId: string; readonly personId: string };

/**
 * Whether the managers agree, from what each of them named last.
 * @param namings in the order in which they were made
 * @returns who leads from now on, or the managers whose turn it is
 */
export function agreedOn(
  settlers: readonly string[],
  namings: readonly Naming[],
): { readonly settled: string } | { readonly waitsFor: readonly string[] } {
  const latest = new Map(namings.map((one) => [one.managerId, one.personId]));
  const named = settlers.flatMap((id) => latest.get(id) ?? []);
  const [first] = named;
  if (first !== undefined && named.length === settlers.length && named.every((id) => id === first))
    return { settled: first };
  const last = namings.filter((one) => settlers.includes(one.managerId)).at(-1)?.managerId;
  return { waitsFor: settlers.filter((id) => id !== last) };
}

export type Leaving = {
  readonly formerId: string | null;
  /** Whether the former lead is employed and has no last day. */
  readonly stays: boolean;
  readonly coLeadId: string | null;
  readonly seats: readonly string[];
};

/**
 * What a new lead changes in the team: a former lead who stays has a place in it, the new one none beside the lead's, and a
 * co-lead who takes the baton leaves the co-lead's place empty.
 */
export function teamAfter(
  { formerId, stays, coLeadId, seats }: Leaving,
  newId: string,
): { readonly seat: string | null; readonly unseat: string | null; readonly coLeadId: string | null } {
  const staying =
    formerId !== null && stays && formerId !== newId && formerId !== coLeadId && !seats.includes(formerId);
  return {
    seat: staying ? formerId : null,
    unseat: seats.includes(newId) ? newId : null,
    coLeadId: coLeadId === newId ? null : coLeadId,
  };
}
