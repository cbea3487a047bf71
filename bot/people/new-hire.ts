import { addDays, type Day } from '../time/day';

/** Whoever began longer ago than this, when the import first told of it, knows the house already. */
const NEW_FOR_DAYS = 60;

/**
 * Whether somebody is a new colleague: their first day of work lies ahead, or at most 60 days before the day of the import
 * that first told the house of it. The one place that says so.
 */
export const isNewHire = (hiredOn: Day, firstSeenOn: Day): boolean => hiredOn >= addDays(firstSeenOn, -NEW_FOR_DAYS);
