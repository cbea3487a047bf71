import { z } from 'zod/v4';

/** The verbs of cmi5 that a course speaks, in the order in which they may come. */
export const VERBS = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const;
export type RecordVerb = (typeof VERBS)[number];

/** What cmi5 (Quartz, 1st edition) and the ADL vocabulary call things. */
export const IRI = {
  verb: (verb: RecordVerb) => `http://adlnet.gov/expapi/verbs/${verb}`,
  courseType: 'http://adlnet.gov/expapi/activities/course',
  cmi5: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  moveOn: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
  session: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
} as const;

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i, 'must be an IRI');
/** A language map: tags of RFC 5646, and here always both languages of the house. */
const named = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const activity = z.strictObject({ objectType: z.literal('Activity'), id: iri });
const share = z.number().min(0).max(1);

/**
 * A statement of xAPI 1.0.3, as narrow as ours are: an account and no other way to name a person, no text anybody wrote, and
 * nothing that is not named here. What does not fit is a fault of ours and is never kept.
 */
export const statementSchema = z.strictObject({
  id: z.uuid(),
  /** cmi5 asks for an account; its name is an id that says nothing outside the house. */
  actor: z.strictObject({
    objectType: z.literal('Agent'),
    account: z.strictObject({ homePage: iri, name: z.uuid() }),
  }),
  verb: z.strictObject({ id: iri, display: named }),
  object: activity.extend({ definition: z.strictObject({ type: iri, name: named }) }),
  result: z
    .strictObject({
      success: z.boolean().optional(),
      completion: z.literal(true).optional(),
      /** ISO 8601, to a hundredth of a second. */
      duration: z.string().regex(/^PT(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?$/),
      score: z
        .strictObject({ scaled: share, raw: z.int().min(0), min: z.literal(0), max: z.int().min(1) })
        .refine(({ raw, max }) => raw <= max)
        .optional(),
    })
    .optional(),
  context: z.strictObject({
    registration: z.uuid(),
    platform: z.string().min(1),
    /** Which edition of the course it was. */
    revision: z.string().min(1),
    contextActivities: z.strictObject({
      category: z.array(activity).min(1).max(2),
      grouping: z.array(activity).length(1),
    }),
    extensions: z.strictObject({ [IRI.session]: z.uuid(), [IRI.masteryScore]: share.optional() }),
  }),
  timestamp: z.iso.datetime({ precision: 3 }),
  version: z.literal('1.0.3'),
});
export type Statement = z.output<typeof statementSchema>;
