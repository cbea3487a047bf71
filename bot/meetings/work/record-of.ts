import { agreementLines } from '../../agreements/store';
import type { Unit } from '../../db/unit';
import type { RecordContent } from '../../documents/record-content';
import { aliasOf } from '../../pathways/standing';
import { organisation } from '../../people/organisation';
import { roleOf } from '../card-facts';
import type { MeetingSection } from '../section';
import { type MeetingCase, startOf } from '../store';
import { type Gathered, titleOf } from './gathered';
import { expectedAt } from './people';

/** The record of a meeting as it stands now: who was there, what was said and agreed, and when we meet again. */
export async function recordOf(
  unit: Unit,
  found: MeetingCase,
  gathered: Gathered,
  sections: readonly MeetingSection[],
  closedBy: string,
): Promise<RecordContent> {
  const { meeting, known } = found;
  const org = await organisation(unit);
  const lead = org.people.get(known.pathway.leadId ?? '');
  const expected = await expectedAt(unit, found);
  const isHere = new Set(gathered.here.flatMap((one) => one.personId ?? one.externalId ?? []));
  const here = expected.filter((one) => isHere.has(one.id));
  const { notes, held } = gathered;
  const said: RecordContent['sections'] = [];
  for (const section of sections) said.push(...(await section.recorded(unit, found)));
  return {
    municipality: unit.policy.municipality,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    number: meeting.number,
    kind: meeting.kindKey,
    model: gathered.model?.name ?? { da: known.pathway.model, en: known.pathway.model },
    at: startOf(meeting),
    duration: meeting.duration,
    online: meeting.online,
    place: meeting.placeSealed === null ? null : unit.open('meeting', 'place_sealed', meeting.id, meeting.placeSealed),
    lead: lead ? { name: lead.name, department: org.departments.get(lead.departmentId)?.name ?? '' } : null,
    citizen: {
      takesPart: gathered.takesPart,
      there: held.citizenThere,
      askedOn: held.citizenAskedOn,
      how: held.citizenHow,
      words: held.citizenWords,
      guests: guestsOf(unit, found),
    },
    present: here
      .filter((one) => !one.external)
      .map((one) => ({ name: one.name, department: one.department, role: roleOf(found, one.id) })),
    externals: here.filter((one) => one.external).map((one) => ({ name: one.name, role: one.department })),
    departments: [...new Set(here.filter((one) => !one.external).map((one) => one.department))],
    agenda: gathered.agenda.map((item) => ({
      title: titleOf(item.title),
      duration: item.duration,
      note: notes.at(`agenda:${item.n}`).text,
    })),
    columns: (gathered.kind?.columns ?? []).map(({ key, title }) => ({ title, text: notes.at(`column:${key}`).text })),
    agreements: agreementLines(unit, gathered.agreements, known, org).map(({ owner, ownerKind, text, dueOn }) => ({
      owner,
      ownerKind,
      text,
      dueOn: dueOn as RecordContent['agreements'][number]['dueOn'],
    })),
    sections: said,
    next: held.next === null ? null : { kind: meeting.nextKind ?? meeting.kindKey, at: held.next },
    noNextBecause: held.noNextBecause,
    closed: { by: org.people.get(closedBy)?.name ?? '', at: unit.moment },
    version: 1,
    replaces: null,
  };
}

/** Whom the citizen brings, in the words of whoever called the meeting. */
export const guestsOf = (unit: Unit, { meeting }: MeetingCase): string =>
  meeting.guestsSealed === null ? '' : unit.open('meeting', 'guests_sealed', meeting.id, meeting.guestsSealed);
