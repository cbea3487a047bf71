import { z } from 'zod/v4';
import { coLeadCard } from '../../cards/pathways/co-lead';
import { findPersonCard } from '../../cards/pathways/find-person';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { changeBy, isId, outcome, sentencesOf, showFor, showPathway } from './answers';
import { findColleagues } from './find-colleague';
import { membersOf, type PathwayParts } from './read';
import { setCoLead } from './set-co-lead';
import { pathwayFor } from './standing';

const text = z.string().max(2_000);
const input = z.strictObject({
  pathway: z.uuid(),
  version: z.coerce.number().pipe(z.int32()),
  person: text.optional(),
  query: text.optional(),
});
type Given = z.output<typeof input>;

/** Sets, changes and removes the co-lead: from the team, or by search. */
export function coLeadVerbs(parts: PathwayParts): Record<string, Verb> {
  return {
    'co-lead.form': verb({
      input: z.strictObject({ pathway: z.uuid() }),
      show: (caller, given) => showCoLead(caller, given.pathway, '', undefined),
    }),
    'co-lead.find': verb({
      input,
      keepsTyped: true,
      show: (caller, given, refused) => showFound(caller, given, refused),
    }),
    'co-lead.set': verb({
      input,
      keepsTyped: true,
      act: async (caller, given) =>
        isId(given.person)
          ? setCoLead(caller.unit, changeBy(caller, given), given.person)
          : { code: 'form', faults: { person: 'pick-somebody' } },
      show: (caller, given, refused) =>
        refused
          ? showRefused(caller, given, refused)
          : afterwards(caller, given.pathway, () => showPathway(caller, parts, given.pathway, 'replace')),
    }),
    'co-lead.remove': verb({
      input: z.strictObject({ pathway: z.uuid(), version: z.coerce.number().pipe(z.int32()) }),
      act: (caller, given) => setCoLead(caller.unit, changeBy(caller, given), null),
      show: (caller, given, refused) =>
        refused
          ? showCoLead(caller, given.pathway, '', refused)
          : afterwards(caller, given.pathway, () => showCoLead(caller, given.pathway, '', undefined)),
    }),
  };
}

/** A co-lead who gave the place away may see the pathway no longer, and is told so rather than that it does not exist. */
async function afterwards(caller: Caller, pathwayId: string, show: () => Promise<Answer>): Promise<Answer> {
  if (await pathwayFor(caller.unit, pathwayId, caller.person.id, 'pathway.change')) return show();
  const { stepped } = caller.words.pathwayCoLead;
  const card = { pathwayId, quiet: caller.words.pathways.quiet, summary: stepped.title };
  return outcome(caller, { ...card, title: stepped.title, texts: [stepped.text], next: [] });
}

/** The faults stand on the card that was pressed: on the search where something was searched for. */
const showRefused = (caller: Caller, given: Given, refused: Refused): Promise<Answer> =>
  (given.query ?? '').trim() === ''
    ? showCoLead(caller, given.pathway, '', refused)
    : showFound(caller, given, refused);

async function showCoLead(
  caller: Caller,
  pathwayId: string,
  query: string,
  refused: Refused | undefined,
): Promise<Answer> {
  const { organisation: org } = caller;
  return showFor(caller, pathwayId, 'pathway.change', (known) => {
    const { pathway } = known;
    const view = {
      pathwayId,
      version: pathway.version,
      ref: pathway.ref,
      coLead: org.people.get(pathway.coLeadId ?? '')?.name ?? null,
      members: membersOf(known, org).filter((one) => one.ground),
      query,
      faults: sentencesOf(caller, refused),
    };
    return { replace: coLeadCard(view, caller.locale) };
  });
}

async function showFound(caller: Caller, given: Given, refused: Refused | undefined): Promise<Answer> {
  const { organisation: org } = caller;
  return showFor(caller, given.pathway, 'pathway.change', (known) => {
    const { leadId, coLeadId } = known.pathway;
    const found = findColleagues(org, given.query ?? '', new Set([leadId, coLeadId].flatMap((id) => id ?? [])));
    const hits = 'fault' in found ? [] : found.hits;
    const fault: Refused | undefined = 'fault' in found ? { code: 'form', faults: { query: found.fault } } : undefined;
    const view = {
      pathwayId: known.pathway.id,
      version: known.pathway.version,
      ref: known.pathway.ref,
      purpose: 'co-lead' as const,
      query: given.query ?? '',
      hits: hits.map((one) => ({
        id: one.id,
        name: one.name,
        department: org.departments.get(one.departmentId)?.name ?? '',
        ground: known.grounds.has(one.departmentId),
      })),
      more: 'fault' in found ? 0 : found.more,
      faults: sentencesOf(caller, refused ?? fault),
    };
    return { replace: findPersonCard(view, caller.locale) };
  });
}
