import { words } from '../../content/words/words';
import type { Fault } from '../people/read-yaml';

/**
 * What does not agree within a model: fields that each may be right, and not together. Looks at the content as it was
 * written, faulty or not, so that everything is said at once; what is of another kind than it should be is passed over.
 */
export function clashesIn(content: unknown): Fault[] {
  const model = fields(content);
  const meetings = list(model.meetings);
  const kinds = meetings.map((one) => one.kind);
  return [
    ...clashesOfDeciding(model),
    ...clashesOfRhythm(model, meetings),
    ...twice(kinds, (at) => ['meetings', at, 'kind']),
    ...meetings.flatMap((meeting, at) =>
      [...clashesOfMeeting(meeting, kinds), ...clashesOfCitizen(meeting, model.citizen)].map(({ path, message }) => ({
        path: ['meetings', at, ...path],
        message,
      })),
    ),
  ];
}

function clashesOfDeciding({ decides, professional }: Fields): Fault[] {
  const path = ['professional'];
  if (decides === 'professional-decides' && professional === undefined)
    return [{ path, message: 'is missing: professional-decides needs to know who decides' }];
  if (typeof decides === 'string' && decides !== 'professional-decides' && professional !== undefined)
    return [{ path, message: 'only goes with decides: professional-decides' }];
  return [];
}

function clashesOfRhythm({ rhythm }: Fields, meetings: readonly Fields[]): Fault[] {
  if (rhythm === undefined) return [];
  const { due, opens } = fields(rhythm);
  return [
    ...(meetings.some((one) => one.countsAs === 'follow-up')
      ? []
      : [{ path: ['rhythm'], message: 'needs a kind of meeting with countsAs: follow-up' }]),
    ...(about(opens) >= about(due) ? [{ path: ['rhythm', 'opens'], message: 'must be shorter than due' }] : []),
  ];
}

function clashesOfMeeting(meeting: Fields, kinds: readonly unknown[]): Fault[] {
  const agenda = list(meeting.agenda);
  const taken = agenda.reduce((sum, one) => sum + (typeof one.duration === 'number' ? one.duration : 0), 0);
  const named = typeof meeting.kind !== 'string' || isNamed(meeting.kind);
  return [
    ...(named
      ? []
      : [
          {
            path: ['kind'],
            message: 'has no name: give it one in content/words/da/models.ts and content/words/en/models.ts',
          },
        ]),
    ...(typeof meeting.duration === 'number' && taken > meeting.duration
      ? [{ path: ['agenda'], message: `takes ${taken} minutes, and the meeting ${meeting.duration}` }]
      : []),
    ...['agenda', 'prepare', 'columns'].flatMap((name) =>
      twice(
        list(meeting[name]).map((one) => one.key),
        (at) => [name, at, 'key'],
      ),
    ),
    ...['roles', 'mustBeThere'].flatMap((name) => {
      const codes: unknown = meeting[name];
      return Array.isArray(codes) ? twice(codes, (at) => [name, at]) : [];
    }),
    ...list(meeting.follows).flatMap(({ what, kind }, at) =>
      what === 'meeting' && typeof kind === 'string' && !kinds.includes(kind)
        ? [{ path: ['follows', at, 'kind'], message: 'is not a kind of meeting of this model' }]
        : [],
    ),
  ];
}

/** Where the citizen is not at the meeting nothing of theirs can happen there, and the talk afterwards is owed. */
function clashesOfCitizen(meeting: Fields, modelSays: unknown): Fault[] {
  const talks = list(meeting.follows).map((one) => one.what === 'citizen-talk');
  if (meeting.citizen === undefined && modelSays === 'part')
    return [{ path: ['citizen'], message: 'is missing: the model says part, so each meeting says always or not' }];
  switch (meeting.citizen ?? modelSays) {
    case 'always':
      return talks.flatMap((isTalk, at) =>
        isTalk ? [{ path: ['follows', at, 'what'], message: 'is for a meeting without the citizen' }] : [],
      );
    case 'not':
      return [
        ...['countsAs', 'signed', 'consentAtEnd'].flatMap((name) =>
          meeting[name] === undefined || meeting[name] === false
            ? []
            : [{ path: [name], message: 'needs the citizen at the meeting' }],
        ),
        ...(talks.includes(true)
          ? []
          : [{ path: ['follows'], message: 'must have a citizen-talk, since the citizen is not at the meeting' }]),
      ];
    default:
      return [];
  }
}

function isNamed(kind: string): boolean {
  return (['da', 'en'] as const).every((locale) => {
    const { kindNames, definiteKindNames } = words(locale);
    return Object.hasOwn(kindNames, kind) && Object.hasOwn(definiteKindNames, kind);
  });
}

function twice(values: readonly unknown[], pathOf: (at: number) => (string | number)[]): Fault[] {
  return values.flatMap((value, at) =>
    typeof value === 'string' && values.indexOf(value) < at ? [{ path: pathOf(at), message: 'stands twice' }] : [],
  );
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30 };

/** A span in days, near enough to tell the shorter of two; not a number where it is none. */
function about(span: unknown): number {
  const found = typeof span === 'string' ? /^(\d+)([dwm])$/.exec(span) : null;
  return Number(found?.[1]) * (DAYS[found?.[2] ?? ''] ?? Number.NaN);
}

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fields) : []);
