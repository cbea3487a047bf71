import { addMonths, type Day } from './day';

/**
 * The 18th birthday: the first day on which a consent given by holders of custody no longer holds. For one born on 29
 * February it is the 28th, since no year eighteen years after a leap year is one.
 */
export const eighteenthBirthday = (bornOn: Day): Day => addMonths(bornOn, 18 * 12);
