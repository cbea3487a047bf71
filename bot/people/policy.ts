import { join } from 'node:path';
import { z } from 'zod';
import { type Day, isDay, type Weekday } from '../time/day';
import { danishHolidays, isMonthDay } from '../time/holidays';
import { addMinutes, asMoment, dayOf, isTime, timeOf } from '../time/moment';
import { houseCalendar, type WorkingCalendar } from '../time/working-calendar';
import { type Fault, faultsOf, readYaml } from './read-yaml';

/** A piece of text in both languages of the house. */
export type InBothLanguages = { readonly da: string; readonly en: string };

/** What holds for the whole municipality, as `house.yaml` says it. */
export type Policy = {
  readonly municipality: string;
  /** IANA name of the zone whose wall clocks the municipality lives by. */
  readonly zone: string;
  /** 'HH:MM' both; the closing time is no longer working time. */
  readonly workingHours: { readonly opens: string; readonly closes: string };
  /** Free days of every year beside the public holidays, 'MM-DD'. */
  readonly freeDays: readonly string[];
  /** A sentence for people who are not in the organisation: whom to ask. */
  readonly contact: InBothLanguages;
  /** The local titles of the three levels of leadership, in running text. */
  readonly titles: {
    readonly manager: InBothLanguages;
    readonly head: InBothLanguages;
    readonly director: InBothLanguages;
  };
  /** The local word for a department, in running text. */
  readonly department: InBothLanguages;
  /** Months that an answer to an invitation is kept after the meeting. */
  readonly keepAnswersMonths: number;
  /** The fixed cross-department meeting time, inside working hours; `duration` in minutes. Null where there is none. */
  readonly meetingTime: { readonly weekday: Weekday; readonly time: string; readonly duration: number } | null;
  /**
   * Where records go on to a specialist system. `folder` is relative to the data folder where it is not absolute; `system`
   * is the one whose case numbers are sent along, as the import names it; `receipt` says what acknowledges a document: that
   * it is `written` and reads back whole, or a `file` that the receiving side puts beside it. Null where there is none.
   */
  readonly journal: {
    readonly folder: string;
    readonly system: string;
    readonly receipt: 'written' | 'file';
  } | null;
  /**
   * Where it is told who began, completed, passed or failed a course: `file`, a folder (relative to the data folder where it
   * is not absolute), or `store`, a learning record store's xAPI address. `home` is the address that stands for Rød Tråd at this
   * municipality in what is told; it need not answer, and is never changed afterwards. Null where nobody is told.
   */
  readonly learningRecords:
    | { readonly to: 'file'; readonly folder: string; readonly home: string }
    | { readonly to: 'store'; readonly url: string; readonly home: string }
    | null;
  /** How a meeting comes into everybody's calendar: by an e-mail with the entry, or not at all. */
  readonly calendar: 'mail' | 'none';
  /** Models whose meetings carry a duty to attend here though the model itself only invites; by the names of their files. */
  readonly dutyAlsoFor: readonly string[];
  /**
   * The audit log's control by sample: every so many weeks (`2w`) or months (`1m`), so many rows, for whom to look through
   * them, by e-mail. Null where the log is only looked into on suspicion.
   */
  readonly auditSample: { readonly every: string; readonly rows: number; readonly responsible: string } | null;
  /** The day the works council discussed the product; null until then. */
  readonly worksCouncilOn: Day | null;
  /** The day staff were informed; null until then. */
  readonly staffInformedOn: Day | null;
};

/** The weekdays of the working week, named as in the import's `works_on`. */
const WEEKDAYS = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5 } as const satisfies Record<string, Weekday>;

const Text = z.string().trim().min(1, 'must not be empty');
const BothLanguages = z.strictObject({ da: Text, en: Text });
const Time = z.string().refine(isTime, 'must be a time of day, "HH:MM"');
const DayOrNull = z.string().refine(isDay, 'must be a day, YYYY-MM-DD, or null').nullable();

const WorkingHours = z
  .strictObject({ opens: Time, closes: Time })
  .refine((hours) => hours.opens < hours.closes, { message: 'must be later than opens', path: ['closes'] });
const MeetingTime = z
  .strictObject({
    weekday: z.enum(['mon', 'tue', 'wed', 'thu', 'fri']).transform((name) => WEEKDAYS[name]),
    time: Time,
    duration: z.number().int().min(15).max(480),
  })
  .nullable();
const Journal = z.strictObject({ folder: Text, system: Text, receipt: z.enum(['written', 'file']) }).nullable();
const Address = z
  .string()
  .refine((text) => /^https:\/\/[^?#]+[^?#/]$/.test(text) && URL.canParse(text) && !hasLogin(text), {
    message: 'must be an address that begins with https://, without a slash at the end, a question or a login',
  });
const StoreAddress = z.string().refine((text) => isStoreAddress(text), {
  message: 'must begin with https:// (http:// on this machine only), without a question or a login',
});
const LearningRecords = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('file'), folder: Text, home: Address }),
    z.strictObject({ to: z.literal('store'), url: StoreAddress, home: Address }),
  ])
  .nullable();
const AuditSample = z
  .strictObject({
    every: z.string().regex(/^(?:[1-9]|1[0-2])[wm]$/, 'must be 1 to 12 weeks or months, such as "2w" or "1m"'),
    rows: z.number().int().min(5, 'must be at least 5').max(30, 'must be at most 30'),
    responsible: z.string().email('must be the e-mail of a member of staff'),
  })
  .nullable();

const House = z.strictObject({
  municipality: Text,
  zone: z.string().refine(isZone, 'must be a time zone, such as Europe/Copenhagen'),
  workingHours: WorkingHours,
  freeDays: z.array(z.string().refine(isMonthDay, 'must be a date of the year, "MM-DD"')),
  contact: BothLanguages,
  titles: z.strictObject({ manager: BothLanguages, head: BothLanguages, director: BothLanguages }),
  department: BothLanguages,
  keepAnswersMonths: z.number().int().min(1).max(120),
  meetingTime: MeetingTime,
  journal: Journal,
  learningRecords: LearningRecords,
  calendar: z.enum(['mail', 'none']),
  dutyAlsoFor: z.array(Text),
  auditSample: AuditSample,
  worksCouncilOn: DayOrNull,
  staffInformedOn: DayOrNull,
});

/** Two fields that must agree; apart from `House`, because zod skips such a rule as soon as any other field is faulty. */
const Timetable = z.object({ workingHours: WorkingHours, meetingTime: MeetingTime });

/**
 * Reads `house.yaml` in the folder of the policy. Throws one Error that lists every problem of the file, each with file,
 * line, column and field; unknown fields are problems, so that a misspelt one is not taken for absent.
 */
export function readPolicy(folder: string): Policy {
  const read = readYaml(join(folder, 'house.yaml'), (content) => {
    const house = House.safeParse(content);
    const faults = [...(house.success ? [] : faultsOf(house.error.issues)), ...clashesIn(content)];
    return house.success && faults.length === 0 ? { value: house.data } : { faults };
  });
  if ('faults' in read) {
    throw new Error(`The policy cannot be used:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
  return read.value;
}

/** The house's working calendar: its hours and free days, the Danish holidays, and the closing days of the whole house. */
export function calendarOfHouse(
  policy: Policy,
  closures: readonly { readonly fromOn: Day; readonly toOn: Day }[],
): WorkingCalendar {
  return houseCalendar({ ...policy.workingHours, holidays: danishHolidays(policy.freeDays), closures });
}

function clashesIn(content: unknown): readonly Fault[] {
  const read = Timetable.safeParse(content);
  if (!read.success || read.data.meetingTime === null || isWithin(read.data.meetingTime, read.data.workingHours)) {
    return [];
  }
  return [{ path: ['meetingTime'], message: 'must begin and end within the working hours' }];
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Who learns what goes over the network is sealed on the way; only what never leaves the machine need not be. */
function isStoreAddress(text: string): boolean {
  if (!URL.canParse(text) || hasLogin(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return search === '' && hash === '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)));
}

/** A login belongs in RECORD_STORE_KEYS, not in a file. */
function hasLogin(text: string): boolean {
  const { username, password } = new URL(text);
  return username !== '' || password !== '';
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}

function isWithin(
  meeting: { readonly time: string; readonly duration: number },
  hours: { readonly opens: string; readonly closes: string },
): boolean {
  const begins = asMoment(`2000-01-03T${meeting.time}`);
  const ends = addMinutes(begins, meeting.duration);
  return meeting.time >= hours.opens && dayOf(ends) === dayOf(begins) && timeOf(ends) <= hours.closes;
}
