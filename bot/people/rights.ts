/**
 * Who may do what, in one table. A standing is what somebody is to the matter at this moment; it is worked out on the
 * server for every press. Whoever has none of the standings gets the answer of an unknown reference.
 */
export const STANDINGS = [
  'lead',
  'co-lead',
  'team',
  'case-administrator',
  'invited',
  'stand-in',
  'manager',
  'administrator',
  'staff',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const RIGHTS = {
  /** The pathway with its team and meetings. */
  'pathway.see': ['lead', 'co-lead', 'team', 'case-administrator'],
  /** One meeting with who was invited and what they answered. */
  'meeting.see': ['lead', 'co-lead', 'team', 'case-administrator', 'invited', 'stand-in'],
  'meeting.call': ['lead', 'co-lead'],
  'meeting.move': ['lead', 'co-lead'],
  'meeting.cancel': ['lead', 'co-lead'],
  /** One's own invitation. */
  'invitation.answer': ['invited'],
  /** One's own place in a colleague's stead. */
  'stand-in.answer': ['stand-in'],
  /** What happens when somebody is hindered. */
  'hindered.reply': ['lead', 'co-lead'],
  /** Name somebody for the own department. */
  'representation.name': ['manager'],
  /** What waits for oneself. */
  'waiting.see': ['staff'],
  'waiting.snooze': ['staff'],
  /** How the house is: no citizen content. */
  'status.see': ['administrator'],
} as const satisfies Record<string, readonly Standing[]>;
export type Right = keyof typeof RIGHTS;

/** Whether any of somebody's standings gives the right. */
export function may(right: Right, standings: ReadonlySet<Standing>): boolean {
  const needed: readonly Standing[] = RIGHTS[right];
  return needed.some((standing) => standings.has(standing));
}
