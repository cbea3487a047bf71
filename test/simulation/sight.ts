import type { Breach } from './breach';
import type { AnswerShownEvent, PathwayEvent, ShownEvent } from './journal';
import type { Entry, World } from './world';

/** What somebody is to a pathway: they may see it, one matter of it, only that there is something, or nothing. */
type Level = 'pathway' | 'matter' | 'notice' | 'nothing';

interface Known {
  readonly pathway: Entry<PathwayEvent>;
  /** How many matters of it are open to somebody. */
  readonly matters: Map<string, number>;
  /** Whoever was something to it once hears how it ended. */
  readonly before: Set<string>;
}

/**
 * Finds what was shown to somebody who may not see it, by "Who may see": the pathway to those who lead it and to its team,
 * and to the case administrator of its department (of whom this journal knows that each department's manager is one); a matter
 * to whom it is open; a notice to whoever leads one of them, or stands in for that leader, and to whoever has heard of it before.
 * What somebody answered in a course is shown to nobody else. What changed less than `tolerance` before may have crossed it.
 */
export function inspectSight(o: { entries: readonly Entry[]; world: World; tolerance: number }): readonly Breach[] {
  const { entries, world, tolerance } = o;
  const known = new Map<string, Known>();
  const crossings = new Map<string, number>();
  const breaches: Breach[] = [];

  const leadersOf = (ids: readonly string[], seq: number): Set<string> => {
    const found = new Set<string>();
    for (const id of ids) {
      const manager = world.personAt(id, seq)?.managerId ?? null;
      if (manager === null) continue;
      found.add(manager);
      const deputy = world.personAt(manager, seq)?.deputyId ?? null;
      if (deputy !== null) found.add(deputy);
    }
    return found;
  };
  const levelOf = (id: string, { pathway, matters, before }: Known, entry: Entry): Level => {
    const { leadId, coLeadId, team, departmentId } = pathway.event;
    const { seq } = entry;
    const day = world.house.zone.dayAt(entry.at);
    if (world.hasLeft(id, day, seq)) return 'nothing';
    const members = [leadId, ...(coLeadId === null ? [] : [coLeadId]), ...team];
    if (members.includes(id)) return 'pathway';
    const isOfDepartment = world.personAt(id, seq)?.departmentId === departmentId;
    const leaders = leadersOf(members, seq);
    if (isOfDepartment && leaders.has(id) && world.personAt(leadId, seq)?.departmentId === departmentId)
      return 'pathway';
    if ((matters.get(id) ?? 0) > 0) return 'matter';
    const ofColleagues = leadersOf([...matters.keys()], seq);
    return leaders.has(id) || ofColleagues.has(id) || before.has(id) ? 'notice' : 'nothing';
  };
  const judge = (entry: Entry<ShownEvent>): void => {
    const { ref, to, what, at } = entry.event;
    const pathway = known.get(ref);
    const crossed = crossings.get(`${ref} ${to}`);
    if (!pathway) return;
    const level = levelOf(to, pathway, entry);
    if (level !== 'nothing') pathway.before.add(to);
    if (crossed !== undefined && entry.at - crossed <= tolerance) return;
    if (level === 'pathway' || level === 'matter' || (level === 'notice' && what === 'notice')) return;
    const because = level === 'nothing' ? `${to} is nothing to ${ref}` : `${to} may only know that there is ${ref}`;
    const story = [pathway.pathway.event, ...lastMatter(entries, ref, to, entry.seq), entry.event];
    breaches.push({
      name: 'leaked',
      rule: 'sight',
      key: null,
      kind: null,
      rung: null,
      personId: to,
      at,
      because,
      story,
    });
  };

  const judgeAnswer = (event: AnswerShownEvent): void => {
    const { learnerId, to, at } = event;
    if (to === learnerId) return;
    const because = `what ${learnerId} answers in a course is theirs alone`;
    breaches.push({
      ...{ name: 'leaked', rule: 'sight', key: null, kind: null, rung: null, personId: to, at, because },
      story: [event],
    });
  };

  for (const entry of entries) {
    const { event, at, seq } = entry;
    if (event.type === 'answer-shown') judgeAnswer(event);
    else if (event.type === 'pathway') {
      const last = known.get(event.ref);
      known.set(event.ref, {
        pathway: { event, at, seq },
        matters: last?.matters ?? new Map(),
        before: last?.before ?? new Set(),
      });
      const { leadId, coLeadId, team } = last?.pathway.event ?? event;
      for (const id of [leadId, coLeadId, ...team]) if (id !== null) crossings.set(`${event.ref} ${id}`, at);
    } else if (event.type === 'matter') {
      const matters = known.get(event.ref)?.matters;
      matters?.set(event.personId, (matters.get(event.personId) ?? 0) + (event.isOpen ? 1 : -1));
      crossings.set(`${event.ref} ${event.personId}`, at);
    } else if (event.type === 'shown') judge({ event, at, seq });
  }
  return breaches;
}

function lastMatter(entries: readonly Entry[], ref: string, to: string, seq: number) {
  const last = entries.findLast(
    ({ event, seq: at }) => at < seq && event.type === 'matter' && event.ref === ref && event.personId === to,
  );
  return last ? [last.event] : [];
}
