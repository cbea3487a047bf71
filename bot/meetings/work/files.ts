import { z } from 'zod/v4';
import { type Caller, type FileVerb, fileVerb, notFound, type Verb, verb } from '../../capability';
import type { LetterContent } from '../../documents/letter-content';
import { letterDocument } from '../../documents/letter-document';
import { recordDocument } from '../../documents/record-document';
import { may, type Right } from '../../people/rights';
import type { Answer, TakenFile } from '../../turn';
import { standingsAt } from '../standing';
import { loadMeetings, type MeetingCase, startOf } from '../store';
import { gather, type MeetingParts } from './gathered';
import { expectedAt } from './people';
import { guestsOf } from './record-of';
import { recordKept } from './show-record';

const input = z.strictObject({ meeting: z.uuid() });

/** The letter to the citizen and the record, as PDF, handed over in the chat. */
export function meetingFiles(parts: MeetingParts): {
  readonly verbs: Record<string, Verb>;
  readonly files: Record<string, FileVerb>;
} {
  const find = async (caller: Caller, id: string, right: Right): Promise<MeetingCase | undefined> => {
    const { unit, person, organisation } = caller;
    const found = (await loadMeetings(unit, [id])).get(id);
    return found && may(right, standingsAt(found, person.id, organisation)) ? found : undefined;
  };
  /** Only what was made is written down as seen. */
  const audit = ({ unit, person }: Caller, act: 'letter.make' | 'record.take', { meeting }: MeetingCase): void =>
    unit.audit({
      act,
      actorId: person.id,
      matterKind: 'meeting',
      matterId: meeting.id,
      pathwayId: meeting.pathwayId,
    });
  const letter = async (caller: Caller, id: string): Promise<TakenFile | undefined> => {
    const found = await find(caller, id, 'letter.make');
    const content = found && (await letterOf(caller, found, parts));
    if (!found || !content) return undefined;
    audit(caller, 'letter.make', found);
    return {
      name: caller.words.files.letterName(found.known.pathway.ref, found.meeting.number),
      // The citizen's letter is Danish, whatever the lead's Teams speaks.
      content: await letterDocument(content, 'da'),
    };
  };
  const record = async (caller: Caller, id: string): Promise<TakenFile | undefined> => {
    const found = await find(caller, id, 'meeting.see');
    const kept = found && (await recordKept(caller.unit, id));
    if (!found || !kept) return undefined;
    audit(caller, 'record.take', found);
    return {
      name: caller.words.files.recordName(found.known.pathway.ref, found.meeting.number),
      content: await recordDocument(kept.content, 'da'),
    };
  };
  const offering = (
    make: (caller: Caller, id: string) => Promise<TakenFile | undefined>,
    verbName: string,
    description: (caller: Caller) => string,
  ): Verb =>
    verb({
      input: z.looseObject({ meeting: z.uuid() }),
      show: async (caller, given): Promise<Answer> => {
        const file = await make(caller, given.meeting);
        if (!file) return notFound(caller);
        return {
          offer: {
            name: file.name,
            description: description(caller),
            bytes: file.content.length,
            verb: verbName,
            data: { meeting: given.meeting },
          },
        };
      },
    });
  return {
    verbs: {
      'letter.offer': offering(letter, 'letter.take', (caller) => caller.words.files.letter),
      'record.offer': offering(record, 'record.take', (caller) => caller.words.files.record),
    },
    files: {
      'letter.take': fileVerb({ input, make: (caller, given) => letter(caller, given.meeting) }),
      'record.take': fileVerb({ input, make: (caller, given) => record(caller, given.meeting) }),
    },
  };
}

/** The letter about a meeting that is still ahead; undefined where there is nothing to write, or nobody to sign it. */
async function letterOf(
  { unit, organisation: org }: Caller,
  found: MeetingCase,
  parts: MeetingParts,
): Promise<LetterContent | undefined> {
  const { meeting, known } = found;
  const lead = org.people.get(known.pathway.leadId ?? '');
  const { model, takesPart } = await gather(unit, found, parts);
  if (!lead || !model || meeting.status !== 'called') return undefined;
  const place =
    meeting.placeSealed === null ? null : unit.open('meeting', 'place_sealed', meeting.id, meeting.placeSealed);
  const expected = await expectedAt(unit, found);
  const departmentOf = (id: string | null) => (id === null ? undefined : org.departments.get(id));
  // A colleague who comes instead is named in the invited one's place.
  const replaced = new Set(expected.flatMap((one) => (one.standsInFor !== null && one.said ? [one.standsInFor] : [])));
  const comes = expected.filter(
    (one) => !one.external && !replaced.has(one.name) && (one.standsInFor === null || one.said),
  );
  return {
    municipality: unit.policy.municipality,
    ref: known.pathway.ref,
    writtenOn: unit.today,
    salutation: null,
    opening: model.letter,
    takesPart,
    voluntary: model.voluntary,
    kind: meeting.kindKey,
    at: startOf(meeting),
    duration: meeting.duration,
    where: meeting.online ? { kind: 'online' } : place === null ? { kind: 'home' } : { kind: 'place', place },
    comes: comes
      .map((one) => ({
        name: one.name,
        department: one.department,
        departmentKind: departmentOf(one.departmentId)?.kind ?? 'other',
        isLead: one.id === lead.id,
        why: '',
      }))
      .sort((a, b) => Number(b.isLead) - Number(a.isLead)),
    externals: expected.filter((one) => one.external).map((one) => ({ name: one.name, role: one.department })),
    guests: guestsOf(unit, found),
    lead: { name: lead.name, department: departmentOf(lead.departmentId)?.name ?? '', email: lead.email },
    contact: unit.policy.contact,
  };
}
