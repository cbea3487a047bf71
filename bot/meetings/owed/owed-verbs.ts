import { z } from 'zod/v4';
import { absenceWordCard } from '../../../cards/meetings/absence-word';
import { citizenTalkCard } from '../../../cards/meetings/citizen-talk';
import { preparationCard } from '../../../cards/meetings/preparation';
import { type Caller, faultsIn, notFound, type Refused, saidOf, type Verb, verb } from '../../capability';
import { may } from '../../people/rights';
import type { Answer, OutCard } from '../../turn';
import { standingsAt } from '../standing';
import { loadInvitation, loadMeetings } from '../store';
import { absenceWordView } from './absence-show';
import { ABSENCE_WORDS, sayAbsenceWord } from './absence-word';
import { markPrepared } from './mark-prepared';
import { noteCitizenTalk } from './note-talk';
import { citizenTalkView, preparationView, type TalkTyped } from './show';

type How = 'post' | 'replace';
const text = z.string().max(6_000);
const version = z.coerce.number().pipe(z.int32());

/** What is owed around a meeting, each by its own card: getting ready, the talk afterwards, what we did not know. */
export function owedVerbs(): Record<string, Verb> {
  const placed = (how: How, card: OutCard, caller: Caller, refused?: Refused): Answer => ({
    ...(how === 'post' ? { post: [card] } : { replace: card }),
    ...saidOf(caller, refused),
  });
  const preparation = async (caller: Caller, id: string, how: How, refused?: Refused): Promise<Answer> => {
    const { unit, person } = caller;
    const view = await preparationView(unit, id, person.id);
    if (!view) return notFound(caller);
    const { meeting } = await unit.tx.preparation.findUniqueOrThrow({
      where: { tenantId_id: { tenantId: unit.tenantId, id } },
      select: { meeting: { select: { pathwayId: true } } },
    });
    unit.audit({
      act: 'preparation.see',
      actorId: person.id,
      matterKind: 'preparation',
      matterId: id,
      pathwayId: meeting.pathwayId,
    });
    const keep = { kind: 'preparation', matterKind: 'preparation', matterId: id };
    return placed(how, { ...preparationCard(view, caller.locale), keep }, caller, refused);
  };
  const talk = async (
    caller: Caller,
    id: string,
    how: How,
    again: { typed?: TalkTyped; faults?: Readonly<Record<string, string>> } = {},
    refused?: Refused,
  ): Promise<Answer> => {
    const { unit, person, organisation } = caller;
    const found = (await loadMeetings(unit, [id])).get(id);
    if (!found || !may('citizen-talk.note', standingsAt(found, person.id, organisation))) return notFound(caller);
    if (found.meeting.status !== 'held') return notFound(caller);
    unit.audit({
      act: 'meeting.see',
      actorId: person.id,
      matterKind: 'meeting',
      matterId: id,
      pathwayId: found.meeting.pathwayId,
    });
    const keep = { kind: 'citizen-talk', matterKind: 'meeting', matterId: id };
    const view = await citizenTalkView(unit, found, again);
    return placed(how, { ...citizenTalkCard(view, caller.locale), keep }, caller, refused);
  };
  const absence = async (caller: Caller, id: string, how: How, refused?: Refused): Promise<Answer> => {
    const view = await absenceWordView(caller.unit, id, caller.person.id, undefined);
    if (!view) return notFound(caller);
    // Of the meeting, not of the invitation: that somebody looked at this card would say for good who was missed.
    const found = await loadInvitation(caller.unit, id);
    caller.unit.audit({
      act: 'meeting.see',
      actorId: caller.person.id,
      matterKind: 'meeting',
      matterId: found?.case.meeting.id ?? null,
      ...(found ? { pathwayId: found.case.meeting.pathwayId } : {}),
    });
    const keep = { kind: 'absence-word', matterKind: 'attendance', matterId: id };
    return placed(how, { ...absenceWordCard(view, caller.locale), keep }, caller, refused);
  };
  return {
    'preparation.open': verb({
      input: z.strictObject({ preparation: z.uuid() }),
      show: (caller, input) => preparation(caller, input.preparation, 'post'),
    }),
    'preparation.done': verb({
      input: z.looseObject({ preparation: z.uuid(), version }),
      act: (caller, input) => markPrepared(caller.unit, input.preparation, caller.person.id),
      show: (caller, input, refused) => preparation(caller, input.preparation, 'replace', refused),
    }),
    'citizen-talk.open': verb({
      input: z.strictObject({ meeting: z.uuid() }),
      show: (caller, input) => talk(caller, input.meeting, 'post'),
    }),
    'citizen-talk.note': verb({
      input: z.looseObject({ meeting: z.uuid(), on: text.optional(), said: text.optional() }),
      keepsTyped: true,
      act: async (caller, input) => {
        const { unit, person, organisation } = caller;
        const found = (await loadMeetings(unit, [input.meeting])).get(input.meeting);
        if (!found || !may('citizen-talk.note', standingsAt(found, person.id, organisation)))
          return { code: 'not-yours' };
        return noteCitizenTalk(unit, input.meeting, { on: input.on ?? '', said: input.said ?? '' }, person.id);
      },
      show: (caller, input, refused) => {
        if (refused?.code !== 'form') return talk(caller, input.meeting, 'replace', {}, refused);
        return talk(caller, input.meeting, 'replace', {
          typed: { on: input.on ?? '', said: input.said ?? '' },
          faults: faultsIn(caller, refused),
        });
      },
    }),
    'absence-word.open': verb({
      input: z.strictObject({ invitation: z.uuid() }),
      show: (caller, input) => absence(caller, input.invitation, 'post'),
    }),
    'absence-word.say': verb({
      input: z.looseObject({ invitation: z.uuid(), version, what: z.string().optional() }),
      act: async (caller, input) => {
        const word = ABSENCE_WORDS.find((one) => one === input.what);
        if (!word) return { code: 'pick-a-reason' };
        return sayAbsenceWord(caller.unit, input.invitation, word, caller.person.id);
      },
      show: (caller, input, refused) => absence(caller, input.invitation, 'replace', refused),
    }),
  };
}
