import type { ChatMessage } from '../../stage/connector';
import { REF } from '../support/meeting-steps';
import type { Town } from '../support/town';
import type { Chronicle } from './chronicle';

/** The form for a meeting, opened by whoever leads the pathway, as it stands in the chat. */
export async function meetingForm(town: Town, lead: string): Promise<ChatMessage> {
  const chat = () => town.teams.chat(town.person(lead).entraId);
  const offers = (verb: string) => (one: ChatMessage) =>
    town.teams.actionsOf(one).some((action) => action.verb === verb);
  if (!chat().some(offers('meeting.form'))) await town.says(lead, `forløb ${REF}`);
  await town.presses(lead, 'meeting.form');
  const form = chat().filter(offers('meeting.call')).at(-1);
  if (!form) throw new Error(`${lead} has no form for a meeting`);
  return form;
}

/** Ids for the keys of the journal; nothing else is taken from the bot's tables. */
export const newestId = (town: Town): Promise<string | undefined> =>
  town.inside(async ({ tx }) => (await tx.meeting.findFirst({ orderBy: { number: 'desc' } }))?.id);

export const pathwayId = (town: Town): Promise<string> =>
  town.inside(async ({ tx }) => (await tx.pathway.findFirstOrThrow({ where: { ref: REF } })).id);

export const preparationId = (town: Town, meetingId: string, key: string, personId: string): Promise<string> =>
  town.inside(async ({ tx }) => (await tx.preparation.findFirstOrThrow({ where: { meetingId, key, personId } })).id);

/** What of the model's it is that somebody makes ready. */
export const preparationKey = (town: Town, id: string): Promise<string> =>
  town.inside(async ({ tx }) => (await tx.preparation.findFirstOrThrow({ where: { id } })).key);

/** By whose it is, and by when: a meeting of these stories agrees on no two alike. */
export const agreementId = (
  town: Town,
  meetingId: string,
  { owner, due }: { readonly owner: string; readonly due: string },
): Promise<string> =>
  town.inside(async ({ tx }) => {
    const whose = owner === 'citizen' || owner === 'lead' ? { ownerKind: owner } : { ownerId: owner };
    const rows = await tx.agreement.findMany({ where: { meetingId, dueOn: new Date(`${due}T00:00:00Z`), ...whose } });
    if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} agreements of ${owner} for ${due}`);
    return rows[0].id;
  });

/** Hears when a deadline of the house's own goes off: no card shows it. */
export function watchDeadline(
  town: Town,
  kind: string,
  deadline: string,
  heard: (now: string, matterId: string) => void,
): void {
  const deadlines = town.app.engine.registry.kinds.get(kind)?.deadlines;
  const carryOut = deadlines?.[deadline];
  if (!deadlines || !carryOut) throw new Error(`Nothing does ${kind}.${deadline}`);
  Object.assign(deadlines, {
    [deadline]: async (...[unit, obligation]: Parameters<typeof carryOut>) => {
      await carryOut(unit, obligation);
      heard(unit.now.toISOString(), obligation.matterId);
    },
  });
}

/** From now on the policy holds the two dates that notes of absences need. */
export function informStaff(town: Town, on: string): void {
  const before = town.house.municipality;
  Object.assign(town.house, {
    municipality: (...of: Parameters<typeof before>) => {
      const municipality = before(...of);
      return { ...municipality, policy: { ...municipality.policy, worksCouncilOn: on, staffInformedOn: on } };
    },
  });
}

/** A digest may hold a notice and nothing that anybody owes: its lines are counted, for the checker to find none empty. */
export function countNotices(town: Town, chronicle: Chronicle, from: number): void {
  for (const [index, event] of chronicle.events.entries()) {
    if (index < from || event.type !== 'digest' || event.lines > 0) continue;
    const sent = town.teams
      .log()
      .find((one) => one.kind === 'accepted' && one.at === event.at && one.entraId === event.to && 'card' in one);
    const notices = JSON.stringify(sent && 'card' in sent ? sent.card : '').match(/"notice\//g) ?? [];
    chronicle.events[index] = { ...event, lines: notices.length };
  }
}

/** A written consent of the citizen's for one more department. */
export async function consents(town: Town, lead: string, department: string): Promise<void> {
  const pathway = await pathwayId(town);
  const { id } = await town.inside(({ tx }) => tx.department.findFirstOrThrow({ where: { code: department } }));
  await town.teams.execute(town.person(lead).entraId, { verb: 'ground.list', data: { pathway } });
  await town.settle();
  await town.presses(lead, 'ground.form');
  await town.presses(lead, 'ground.register', { kind: 'written', given: 'citizen', departments: id, others: '' });
}
