import { handoverBook } from './handover-book';
import { keyOf } from './journal-writer';
import { between, chance, pick } from './make-town';
import type { Meetings } from './meeting-acts';
import type { Invitation } from './meetings';
import { isAway, isHere, type Pathway } from './organisation';
import type { Town } from './town-life';

type Mark = { readonly kind: string; readonly rung: string; readonly matterId: string };

/** Batons that are passed on, and what colleagues and managers make of it. */
export type Handovers = {
  begin(): void;
  react(mark: Mark, to: string): void;
  /** The house has looked at a handover because somebody left who owed something on it. */
  inherits(one: { readonly kind: string; readonly matterId: string }): void;
};

/** Working days within which each pathway's lead comes to pass it on: about once a year. */
const WITHIN = 240;

export function openHandovers(town: Town, meetings: Meetings): Handovers {
  const { random, journal, names, organisation } = town;
  const book = handoverBook(town);

  const newest = async (table: string, where: string, value: string): Promise<string | undefined> => {
    const { rows } = await names.query<{ id: string }>(
      `select id from ${table} where ${where} = $1 order by id desc limit 1`,
      [value],
    );
    return rows[0]?.id;
  };
  /** Somebody who may lead: mostly one of the team. */
  const somebodyFor = ({ lead, coLead, team }: Pathway): string => {
    const today = town.today();
    const managers = [...organisation.departments.values()].map((one) => one.manager);
    const able = [...organisation.staff.values()]
      .map(({ id }) => id)
      .filter((id) => id !== lead && !managers.includes(id) && isHere(organisation, id, today))
      .filter((id) => !isAway(organisation, id, today));
    const near = able.filter((id) => id === coLead || team.includes(id));
    return pick(random, chance(random, 0.6) && near.length > 0 ? near : able);
  };
  const nameOf = (id: string): string => organisation.staff.get(id)?.name ?? '';

  const asks = async (pathway: Pathway, by: string): Promise<void> => {
    const known = book.current(pathway);
    if (known && (known.status === 'settling' || known.isAsking)) return;
    const about = { pathway: (await newest('pathway', 'ref', pathway.ref)) ?? '' };
    await town.teams.say(by, `forløb ${pathway.ref}`);
    for (const verb of ['pathway.more', 'co-lead.form', 'handover.form'])
      if (!(await town.press(by, verb, about))) return;
    const person = somebodyFor(pathway);
    const form = String(town.teams.button(by, 'handover.ask', about)?.action.data.form ?? '');
    const inputs = { who: nameOf(person), citizen: 'Jeg vil gerne have en, jeg kender.' };
    if (!(await town.press(by, 'handover.ask', about, () => inputs))) return;
    const id = await newest('handover', 'pathway_id', about.pathway);
    if (id === undefined || (await newest('handover_asking', 'id', form)) === undefined) return;
    const handover = book.find(id) ?? book.begins(id, pathway);
    if (handover.asked.length === 0) town.counts.handovers += 1;
    book.asks(handover, person);
  };
  const askLater = (pathway: Pathway, least: number, most: number): void =>
    town.plan(pathway.lead, between(random, least, most), () => asks(pathway, pathway.lead));

  /** The meeting that is ahead has a new lead. */
  const meetingOf = async (pathway: Pathway, former: string): Promise<void> => {
    const meeting = meetings.current(pathway);
    if (!meeting || former === pathway.lead) return;
    const { rows } = await names.query<{ id: string; round: number; version: number }>(
      'select id, round, version from invitation where meeting_id = $1 and person_id = $2',
      [meeting.id, town.people.idOf(former)],
    );
    const [row] = rows;
    const invitation: Invitation | null = row ? { ...row, person: former, status: 'coming', colleague: null } : null;
    meetings.book.leadsNow(meeting, pathway.team.includes(former) || pathway.coLead === former ? invitation : null);
  };

  const answers = async (id: string, by: string): Promise<void> => {
    const handover = book.find(id);
    if (!handover || !book.isAsked(handover, by)) return;
    const former = handover.pathway.lead;
    if (chance(random, 0.6)) {
      if (!(await town.press(by, 'handover.accept', { handover: id }))) return;
      book.accepts(handover, by);
      return meetingOf(handover.pathway, former);
    }
    const reason = () => ({ reason: 'Jeg har ikke plads til et forløb mere.' });
    if (!(await town.press(by, 'handover.decline', { handover: id }, reason))) return;
    book.declines(handover, by);
    if (handover.declines < 2) askLater(handover.pathway, 0, 4);
  };
  const settles = async (id: string, by: string): Promise<void> => {
    const handover = book.find(id);
    const places = handover ? book.places(handover, by) : [];
    if (!handover || places.length === 0) return;
    const { pathway } = handover;
    const former = pathway.lead;
    const others = handover.namings.filter((one) => !places.includes(one.manager)).at(-1)?.person;
    const confirms =
      others !== undefined && chance(random, 0.7) && town.teams.button(by, 'handover.confirm', { handover: id });
    const person = confirms ? others : somebodyFor(pathway);
    const verb = confirms ? 'handover.confirm' : 'handover.name';
    if (!(await town.press(by, verb, { handover: id }, () => (confirms ? {} : { who: nameOf(person) })))) return;
    book.names(handover, places, person);
    await meetingOf(pathway, former);
  };
  const tells = async (id: string, by: string): Promise<void> => {
    const key = keyOf({ kind: 'tell-citizen-lead', matterId: id, round: 1 });
    const { lead, coLead } = book.find(id)?.pathway ?? {};
    if (!journal.isOpen(key) || (by !== lead && by !== coLead)) return;
    const about = { handover: id };
    if (!town.teams.button(by, 'lead.told', about)) await town.press(by, 'lead.told-open', about);
    const typed = { how: 'phone', toldOn: town.today(), said: 'Det er fint.' };
    if (await town.press(by, 'lead.told', about, () => typed)) journal.close(key, 'met');
  };

  return {
    begin() {
      for (const pathway of organisation.pathways) askLater(pathway, 2, WITHIN);
    },
    react({ kind, rung, matterId }, to) {
      const soon = (share: number, latest: number, run: () => Promise<void>): void => {
        if (chance(random, share)) town.plan(to, between(random, 0, latest), run);
      };
      switch (kind) {
        case 'handover-answer':
          return rung === 'manager' || rung === 'lead' ? undefined : soon(0.65, 3, () => answers(matterId, to));
        case 'handover-settle':
          return rung === 'common-leader' ? undefined : soon(0.6, 4, () => settles(matterId, to));
        case 'tell-citizen-lead':
          return rung === 'manager' ? undefined : soon(0.65, 2, () => tells(matterId, to));
        default:
      }
    },
    inherits({ kind, matterId }) {
      const handover = book.find(matterId);
      if (handover) book.left(handover, kind);
    },
  };
}
