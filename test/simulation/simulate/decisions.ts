import { after } from '../model-text';
import { decisionBook, type Proposal } from './decision-book';
import { answersPast, clarify, hearingOf, propose, speaks, toLeaders, voicesPast, vote } from './decision-rules';
import { rule, rulingsPast, seekLeaders, withoutGone } from './hearing-steps';
import { keyOf } from './journal-writer';
import { between, chance, pick } from './make-town';
import { isHere, type Pathway } from './organisation';
import type { Town } from './town-life';

type Mark = { readonly kind: string; readonly rung: string; readonly matterId: string; readonly round: number };

/** A deadline of the house's own that went off: which, and of whose. */
export type WentOff = Omit<Mark, 'rung'> & { readonly verb: string; readonly ownerKey: string; readonly at: string };

/** Proposals, and what teams and leaders make of them. */
export type Decisions = {
  /** Plans when leads propose something. */
  begin(): void;
  /** Somebody got a card: plans what they make of it. */
  react(mark: Mark, to: string): void;
  wentOff(one: WentOff): void;
  /** The house has looked at a proposal because somebody left who owed something on it. */
  inherits(matterId: string): void;
};

const RUNGS: Readonly<Record<string, string>> = { 'leaders-sought': 'look' };

export function openDecisions(town: Town): Decisions {
  const { random, journal, names, organisation } = town;
  const book = decisionBook(town);
  const proposals = new Map<string, Proposal>();
  const ofQuestion = new Map<string, Proposal>();

  const pathwayId = async ({ ref }: Pathway): Promise<string> => {
    const { rows } = await names.query<{ id: string }>('select id from pathway where ref = $1', [ref]);
    return rows[0]?.id ?? '';
  };
  const teamOf = ({ lead, coLead, team }: Pathway) =>
    [...new Set([lead, ...(coLead === null ? [] : [coLead]), ...team])]
      .filter((id) => isHere(organisation, id, town.today()))
      .map((person) => ({ person, department: organisation.staff.get(person)?.department ?? '' }));

  const proposes = async (pathway: Pathway, by: string): Promise<void> => {
    const about = { pathway: await pathwayId(pathway) };
    await town.teams.say(by, `forløb ${pathway.ref}`);
    if (!town.teams.button(by, 'proposal.form', about)) await town.press(by, 'decisions.open', about);
    if (!(await town.press(by, 'proposal.form', about))) return;
    const id = String(town.teams.button(by, 'proposal.make', about)?.action.data.form ?? '');
    if (id === '' || proposals.has(id)) return;
    const team = teamOf(pathway);
    const responsible = pick(random, team).person;
    const startsOn = after(town.today(), `${between(random, 0, 25)}wd`);
    const made = await town.press(by, 'proposal.make', { form: id }, () => ({
      text: `${pathway.token}: praktik hos tømreren.`,
      citizenSays: 'Jeg vil gerne bygge.',
      meanwhile: 'Kontaktpersonen fortsætter.',
      responsible: town.people.idOf(responsible),
      startsOn,
    }));
    const { rows } = await names.query<{ id: string }>('select id from proposal where id = $1', [id]);
    if (!made || rows.length === 0) return;
    const matter = propose(team, { by, responsible }, book.leads());
    const proposal: Proposal = { id, pathway, startsOn, matter, questions: [] };
    proposals.set(id, proposal);
    town.counts.proposals += 1;
    book.keep(proposal);
  };
  const proposeLater = (pathway: Pathway, least: number, most: number): void =>
    town.plan(pathway.lead, between(random, least, most), async () => {
      await proposes(pathway, pathway.lead);
      proposeLater(pathway, 15, 60);
    });

  const votes = async (proposal: Proposal, by: string): Promise<void> => {
    const about = { proposal: proposal.id };
    const kind = random();
    const verb = kind < 0.78 ? 'agree' : kind < 0.93 ? 'doubt' : 'disagree';
    const reason = { reason: 'Prisen er ikke afklaret.' };
    if (await town.press(by, `proposal.${verb}`, about, () => (verb === 'agree' ? {} : reason)))
      book.step(proposal, (matter, leads) => vote(matter, by, verb !== 'agree', leads));
  };
  const speaksFor = async (proposal: Proposal, by: string): Promise<void> => {
    if (!(await town.press(by, 'voice.yes', { proposal: proposal.id }))) return;
    book.step(proposal, (matter, leads) => {
      const open = matter.voices.flatMap((one) => (one.state === 'open' && one.manager !== null ? [one.manager] : []));
      const manager = open.find((id) => id === by) ?? open.find((id) => leads.answersFor(id, by));
      if (manager !== undefined) speaks(matter, manager, by, leads);
    });
  };
  /** Whoever leads it, and no deputy, may work with it. */
  const isLed = ({ pathway: { lead, coLead } }: Proposal, by: string): boolean => by === lead || by === coLead;
  const talks = async (proposal: Proposal, by: string): Promise<void> => {
    if (!isLed(proposal, by)) return;
    const about = { proposal: proposal.id };
    if (chance(random, 0.5)) {
      if (await town.press(by, 'talk.clarify', about, () => ({ clarify: 'Prisen er afklaret nu.' })))
        book.step(proposal, clarify);
    } else if (await town.press(by, 'talk.leaders', about)) book.step(proposal, toLeaders);
  };
  /** The place among the leaders whose card somebody has: their own, or that of one they answer for. */
  const seatOf = async (proposal: Proposal, by: string): Promise<{ id: string; leader: string } | undefined> => {
    const { rows } = await names.query<{ id: string; person: string }>(
      `select s.id, s.person_id as person from ruling_seat s join hearing h on h.tenant_id = s.tenant_id and h.id = s.hearing_id
       where h.proposal_id = $1 order by s.id desc`,
      [proposal.id],
    );
    const seats = rows.map(({ id, person }) => ({ id, leader: town.people.entraOf(person) }));
    const now = hearingOf(proposal.matter)?.leaders.map((one) => one.person) ?? [];
    const isMember = proposal.matter.seats.some((one) => one.person === by && one.state !== 'gone');
    const mine = seats.filter(({ leader }) => now.includes(leader));
    return (
      mine.find(({ leader }) => leader === by) ??
      mine.find(({ leader }) => !isMember && book.leads().answersFor(leader, by))
    );
  };
  const rules = async (proposal: Proposal, by: string): Promise<void> => {
    const seat = await seatOf(proposal, by);
    if (!seat) return;
    const about = { seat: seat.id };
    const kind = random();
    if (kind < 0.15) return asksTeam(proposal, by, about);
    if (kind < 0.7) {
      if (await town.press(by, 'ruling.as-proposed', about))
        book.step(proposal, (matter, leads) => rule(matter, seat.leader, 'as-proposed', leads));
      return;
    }
    if (!(await town.press(by, 'ruling.other-form', about))) return;
    const isNot = kind < 0.9;
    const text = `Et andet forløb ${between(random, 1, 2)}`;
    const said = { text, reason: 'Vi har ikke midlerne.' };
    if (await town.press(by, isNot ? 'ruling.not' : 'ruling.other', about, () => said))
      book.step(proposal, (matter, leads) => rule(matter, seat.leader, isNot ? 'not' : text, leads));
  };
  const asksTeam = async (proposal: Proposal, by: string, about: { readonly seat: string }): Promise<void> => {
    const now = hearingOf(proposal.matter);
    if (!now || proposal.questions.some((one) => one.hearing === now && one.by === by)) return;
    if (!(await town.press(by, 'ruling.ask-form', about))) return;
    if (!(await town.press(by, 'ruling.ask', about, () => ({ question: 'Hvad koster det?' })))) return;
    const { rows } = await names.query<{ id: string }>(
      'select id from question where proposal_id = $1 order by id desc limit 1',
      [proposal.id],
    );
    const id = rows[0]?.id;
    if (id === undefined || ofQuestion.has(id)) return;
    ofQuestion.set(id, proposal);
    book.asked(proposal, id, by);
  };
  const answersQuestion = async (id: string, proposal: Proposal, by: string): Promise<void> => {
    if (!isLed(proposal, by)) return;
    const { rows } = await names.query<{ id: string }>('select id from question_seat where question_id = $1', [id]);
    const seat = rows[0]?.id ?? '';
    if (await town.press(by, 'question.answer', { seat }, () => ({ answer: 'Det koster ikke mere.' })))
      book.answered(proposal, id, 'met');
  };
  const tells = async (proposal: Proposal, by: string): Promise<void> => {
    if (!isLed(proposal, by)) return;
    const typed = { how: 'phone', toldOn: town.today(), said: 'Det er godt.' };
    if (!town.teams.button(by, 'tell.done', { proposal: proposal.id }))
      await town.press(by, 'tell.open', { proposal: proposal.id });
    if (await town.press(by, 'tell.done', { proposal: proposal.id }, () => typed))
      journal.close(keyOf({ kind: 'tell-outcome', matterId: proposal.id, round: 1 }), 'met');
  };
  const starts = async (proposal: Proposal, by: string, n: number): Promise<void> => {
    const about = { proposal: proposal.id, n: String(n) };
    const key = keyOf({ kind: 'start-check', matterId: proposal.id, round: n });
    if (!journal.isOpen(key) || (by !== proposal.matter.responsible && !isLed(proposal, by))) return;
    const kind = random();
    const verb = kind < 0.75 ? 'yes' : kind < 0.92 ? 'later' : 'no';
    const later = after(town.today(), `${between(random, 1, 10)}wd`);
    if (!town.teams.button(by, 'start.yes', about)) await town.press(by, 'start.open', { proposal: proposal.id });
    if (!(await town.press(by, `start.${verb}`, about, () => (verb === 'yes' ? {} : { because: 'Ferie.', later }))))
      return;
    journal.close(key, 'met');
    if (verb === 'later') book.startsLater(proposal, n + 1, later);
  };

  return {
    begin() {
      for (const pathway of organisation.pathways) proposeLater(pathway, 0, 45);
    },
    react(mark, to) {
      const proposal = proposals.get(mark.matterId) ?? ofQuestion.get(mark.matterId);
      if (!proposal) return;
      const soon = (share: number, latest: number, run: () => Promise<void>): void => {
        if (chance(random, share)) town.plan(to, between(random, 0, latest), run);
      };
      switch (mark.kind) {
        case 'proposal-answer':
          return soon(0.75, 2, () => votes(proposal, to));
        case 'department-voice':
          return soon(0.7, 2, () => speaksFor(proposal, to));
        case 'decision-talk':
          return soon(0.7, 1, () => talks(proposal, to));
        case 'ruling':
          return soon(0.75, 4, () => rules(proposal, to));
        case 'question-answer':
          return soon(0.65, 2, () => answersQuestion(mark.matterId, proposal, to));
        case 'tell-outcome':
          return mark.rung === 'manager' ? undefined : soon(0.7, 2, () => tells(proposal, to));
        case 'start-check':
          return mark.rung === 'lead' ? undefined : soon(0.7, 2, () => starts(proposal, to, mark.round));
        default:
      }
    },
    wentOff({ kind, matterId, round, verb, ownerKey, at }) {
      const asked = ofQuestion.get(matterId);
      const key = keyOf({ kind, matterId, round, ...(SHARED.has(kind) ? { ownerKey } : {}) });
      const did = (): void => journal.write({ type: 'did', at, key, rung: RUNGS[verb] ?? 'past' });
      if (asked && journal.isOpen(key)) {
        did();
        book.answered(asked, matterId, 'lapsed');
      }
      const proposal = proposals.get(matterId);
      if (!proposal) return;
      book.step(proposal, (matter, leads) => {
        book.keep(proposal);
        if (!journal.isOpen(key)) return;
        did();
        if (verb === 'answers-past-due') answersPast(matter, leads);
        if (verb === 'voice-past-due') voicesPast(matter, leads);
        if (verb === 'talk-past-due') toLeaders(matter, leads);
        if (verb === 'ruling-past-due') rulingsPast(matter, leads);
        if (verb === 'leaders-sought') seekLeaders(matter, leads, { atDate: true });
      });
    },
    inherits(matterId) {
      const proposal = proposals.get(matterId);
      if (proposal) book.step(proposal, withoutGone);
    },
  };
}

/** What several may owe at once on one matter. */
export const SHARED: ReadonlySet<string> = new Set([
  'proposal-answer',
  'department-voice',
  'ruling',
  'handover-settle',
]);
