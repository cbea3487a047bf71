import { z } from 'zod/v4';
import { callFormCard } from '../../../cards/meetings/call-form';
import type { MeetingRole } from '../../../cards/views';
import { type Caller, faultsIn, notFound, type Refused, type Verb, verb } from '../../capability';
import type { Model } from '../../pathways/models';
import { type PathwayWithTeam, pathwayFor } from '../../pathways/standing';
import type { Answer } from '../../turn';
import { showMeeting } from '../draw';
import type { MeetingParts } from '../work/gathered';
import { callFormView, type Typed } from './call-form';
import { callMeeting } from './call-meeting';

const text = z.string().max(2_000);
const toggle = z.enum(['true', 'false']);
const callInput = z
  .object({
    pathway: z.uuid(),
    form: z.uuid(),
    kind: text,
    date: text,
    time: text,
    duration: text,
    where: z.enum(['place', 'online', 'home']),
    place: text.optional(),
    agreed: toggle.optional(),
    seen: text.optional(),
    citizenView: text.optional(),
    guests: text.optional(),
    meetingGround: toggle.optional(),
    givenBy: text.optional(),
  })
  .catchall(text)
  .refine((input) => Object.keys(input).every((key) => CALL_KEY.test(key)));
const CALL_KEY =
  /^(?:pathway|form|kind|date|time|duration|where|place|agreed|seen|citizenView|guests|meetingGround|givenBy|role-(?:leader|facilitator|note-taker)|(?:come|why|ext|extwhy)-[0-9a-f-]{36})$/;

/** Calling a meeting: the form, and what it sends. */
export function callVerbs({ models, sections }: MeetingParts): Record<string, Verb> {
  /** A running pathway that this person may call meetings in, with the model it meets by. */
  const callable = async (
    caller: Caller,
    pathwayId: string,
  ): Promise<{ known: PathwayWithTeam; model: Model } | undefined> => {
    const known = await pathwayFor(caller.unit, pathwayId, caller.person.id, 'meeting.call');
    const model = known?.pathway.status === 'open' ? models.get(known.pathway.model) : undefined;
    return known && model && { known, model };
  };
  const showCallForm = async (
    caller: Caller,
    pathwayId: string,
    form: string,
    how: 'post' | 'replace',
    asked: { readonly kind?: string; readonly typed?: Typed; readonly refused?: Refused } = {},
  ): Promise<Answer> => {
    const { kind, typed, refused } = asked;
    const found = await callable(caller, pathwayId);
    if (!found) return notFound(caller);
    const { known, model } = found;
    caller.unit.audit({
      act: 'pathway.see',
      actorId: caller.person.id,
      matterKind: 'pathway',
      matterId: pathwayId,
      pathwayId,
    });
    const faults = faultsIn(caller, refused);
    const view = await callFormView(caller.unit, known, model, {
      form,
      locale: caller.locale,
      byId: caller.person.id,
      faults,
      ...(kind === undefined ? {} : { kind }),
      ...(typed ? { typed } : {}),
    });
    const card = callFormCard(view, caller.locale);
    return how === 'post' ? { post: [card] } : { replace: card };
  };
  return {
    'meeting.form': verb({
      input: z.strictObject({ pathway: z.uuid(), kind: text.optional() }),
      show: (caller, { pathway, kind }) =>
        showCallForm(caller, pathway, caller.unit.house.newId(), 'post', kind === undefined ? {} : { kind }),
    }),
    'meeting.call': verb({
      input: callInput,
      keepsTyped: true,
      act: async (caller, input) => {
        const found = await callable(caller, input.pathway);
        if (!found) return { code: 'not-yours' };
        const { known, model } = found;
        const faults = await callMeeting(
          caller.unit,
          known,
          model,
          {
            meetingId: input.form,
            kind: input.kind,
            date: input.date,
            time: input.time,
            duration: Number(input.duration),
            where: input.where,
            place: input.place ?? '',
            agreedWithCitizen: input.agreed === 'true',
            citizenView: input.citizenView ?? '',
            guests: input.guests ?? '',
            invited: marked(input, 'come').map((personId) => ({ personId, why: typedAt(input, `why-${personId}`) })),
            externals: marked(input, 'ext').map((externalId) => ({
              externalId,
              why: typedAt(input, `extwhy-${externalId}`),
            })),
            roles: {
              leader: roleAt(input, 'leader'),
              facilitator: roleAt(input, 'facilitator'),
              'note-taker': roleAt(input, 'note-taker'),
            },
            meetingGround: input.meetingGround === 'true',
            givenBy: input.givenBy ?? '',
            seen: input.seen ?? '',
          },
          { byId: caller.person.id, sections },
        );
        return Object.keys(faults).length === 0 ? undefined : { code: 'form', faults };
      },
      show: (caller, input, refused) =>
        refused?.code === 'form'
          ? showCallForm(caller, input.pathway, input.form, 'replace', { typed: asTyped(input), refused })
          : refused
            ? Promise.resolve(notFound(caller))
            : showMeeting(caller, input.form, 'replace'),
    }),
  };
}

const typedAt = (input: Readonly<Record<string, unknown>>, key: string): string => {
  const value = input[key];
  return typeof value === 'string' ? value : '';
};

/** Who has a role; a choice that says nobody is nobody. */
const roleAt = (input: Readonly<Record<string, unknown>>, role: MeetingRole): string => {
  const chosen = z.uuid().safeParse(input[`role-${role}`]);
  return chosen.success ? chosen.data : '';
};

/** The ids whose toggle of this name is on. */
const marked = (input: Readonly<Record<string, unknown>>, toggle: 'come' | 'ext'): string[] =>
  Object.entries(input).flatMap(([key, value]) =>
    key.startsWith(`${toggle}-`) && value === 'true' ? [key.slice(toggle.length + 1)] : [],
  );

function asTyped(input: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    Object.entries(input).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
}
