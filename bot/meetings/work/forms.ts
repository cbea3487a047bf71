import { agendaFormCard } from '../../../cards/meetings/agenda-form';
import { agreementsFormCard } from '../../../cards/meetings/agreements-form';
import { citizenFormCard } from '../../../cards/meetings/citizen-form';
import { closeAskCard } from '../../../cards/meetings/close-ask';
import { columnsFormCard } from '../../../cards/meetings/columns-form';
import { hereFormCard } from '../../../cards/meetings/here-form';
import { nextFormCard } from '../../../cards/meetings/next-form';
import { workCard } from '../../../cards/meetings/work';
import { type Caller, notFound, type Refused, saidOf } from '../../capability';
import { may, type Right } from '../../people/rights';
import type { Answer, OutCard } from '../../turn';
import { isClosed } from '../rules';
import { standingsAt } from '../standing';
import { loadMeetings, type MeetingCase } from '../store';
import { type Gathered, gather, type MeetingParts } from './gathered';
import { workView } from './show-card';
import {
  type Again,
  agendaFormView,
  agreementsFormView,
  citizenFormView,
  closeAskView,
  columnsFormView,
  hereFormView,
  nextFormView,
} from './show-forms';

export type Shown = { readonly caller: Caller; readonly found: MeetingCase; readonly gathered: Gathered };
type How = 'post' | 'replace';

/** Draws the meeting card and its forms; who may see or work the meeting is asked each time, and seeing it is written down. */
export function workForms(parts: MeetingParts) {
  const see = async (caller: Caller, id: string, right: Right): Promise<Shown | undefined> => {
    const { unit, person, organisation } = caller;
    const found = (await loadMeetings(unit, [id])).get(id);
    if (!found || !may(right, standingsAt(found, person.id, organisation))) return undefined;
    unit.audit({
      act: 'meeting.see',
      actorId: person.id,
      matterKind: 'meeting',
      matterId: id,
      pathwayId: found.meeting.pathwayId,
    });
    return { caller, found, gathered: await gather(unit, found, parts) };
  };
  /** Turns whose press put two texts together, and turns that came after the closing: `show` draws the form again. */
  const merged = new WeakSet<Caller['unit']>();
  const late = new WeakSet<Caller['unit']>();
  const overview = async (caller: Caller, id: string, how: How, refused?: Refused): Promise<Answer> => {
    const shown = await see(caller, id, 'meeting.see');
    if (!shown) return notFound(caller);
    const view = await workView(caller.unit, shown.found, shown.gathered, parts.sections, caller.person.id);
    const card: OutCard = {
      ...workCard(view, caller.locale),
      keep: { kind: 'work', matterKind: 'meeting', matterId: id },
    };
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
  };
  /** A form of a meeting that goes on; closed, or not this person's to work, it is the overview. */
  const form = async (
    caller: Caller,
    id: string,
    draw: (shown: Shown) => Promise<OutCard | undefined> | OutCard | undefined,
    refused?: Refused,
  ): Promise<Answer> => {
    const shown = await see(caller, id, 'meeting.work');
    if (!shown) return overview(caller, id, 'replace');
    const { meeting } = shown.found;
    const typed = late.has(caller.unit);
    if (isClosed(meeting) && !typed) return overview(caller, id, 'replace', refused ?? { code: 'closed' });
    const card = await draw(shown);
    if (!card) return overview(caller, id, 'replace', refused);
    // Not drawn anew while somebody types into it; only once the meeting is closed or moved.
    const keep = { kind: 'work-form', matterKind: 'meeting-form', matterId: id };
    return { replace: { ...card, keep }, ...saidOf(caller, refused) };
  };

  const citizen = (caller: Caller, id: string, again: Parameters<typeof citizenFormView>[4] = {}) =>
    form(caller, id, ({ found, gathered }) => {
      const mayMove = may('meeting.move', standingsAt(found, caller.person.id, caller.organisation));
      return citizenFormCard(citizenFormView(caller.unit, found, gathered, mayMove, again), caller.locale);
    });
  const here = (caller: Caller, id: string, again: Again<ReadonlySet<string>> = {}) =>
    form(caller, id, async ({ found, gathered }) =>
      hereFormCard(await hereFormView(caller.unit, found, gathered, again), caller.locale),
    );
  const agenda = (caller: Caller, id: string, n: number, again: Parameters<typeof agendaFormView>[4] = {}) =>
    form(caller, id, ({ found, gathered }) => {
      const view = agendaFormView(caller.unit, found, gathered, n, again);
      return view && agendaFormCard(view, caller.locale);
    });
  const columns = (caller: Caller, id: string, again: Parameters<typeof columnsFormView>[3] = {}) =>
    form(caller, id, ({ found, gathered }) =>
      (gathered.kind?.columns ?? []).length === 0
        ? undefined
        : columnsFormCard(columnsFormView(caller.unit, found, gathered, again), caller.locale),
    );
  const agreements = (
    caller: Caller,
    id: string,
    formId?: string,
    again: Parameters<typeof agreementsFormView>[4] = {},
  ) =>
    form(caller, id, async ({ found, gathered }) =>
      agreementsFormCard(
        await agreementsFormView(caller.unit, found, gathered, formId ?? caller.unit.house.newId(), again),
        caller.locale,
      ),
    );
  const next = (caller: Caller, id: string, again: Parameters<typeof nextFormView>[3] = {}) =>
    form(caller, id, async ({ found, gathered }) =>
      nextFormCard(await nextFormView(caller.unit, found, gathered, again), caller.locale),
    );
  const closeAsk = (caller: Caller, id: string, refused?: Refused) =>
    form(
      caller,
      id,
      async ({ found, gathered }) =>
        closeAskCard(await closeAskView(caller.unit, found, gathered, parts.sections, caller.person.id), caller.locale),
      refused,
    );

  return {
    see,
    overview,
    merged,
    late,
    citizen,
    here,
    agenda,
    columns,
    agreements,
    next,
    closeAsk,
  };
}
