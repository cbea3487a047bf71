import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { adviceCard } from '../../cards/decisions/advice';
import { adviceTakenCard } from '../../cards/decisions/advice-taken';
import { askTeamFormCard } from '../../cards/decisions/ask-team-form';
import { citizenAnswerCard } from '../../cards/decisions/citizen-answer';
import type { ProposalFacts } from '../../cards/decisions/decision-views';
import { decisionsCard } from '../../cards/decisions/decisions';
import { otherFormCard } from '../../cards/decisions/other-form';
import { outcomeCard } from '../../cards/decisions/outcome';
import { proposalCard } from '../../cards/decisions/proposal';
import { proposalFormCard } from '../../cards/decisions/proposal-form';
import { proposalsCard } from '../../cards/decisions/proposals';
import { questionCard } from '../../cards/decisions/question';
import { questionFormCard } from '../../cards/decisions/question-form';
import { rulingCard } from '../../cards/decisions/ruling';
import { startCheckCard } from '../../cards/decisions/start-check';
import { talkCard } from '../../cards/decisions/talk';
import { tellCard } from '../../cards/decisions/tell';
import { togetherFormCard } from '../../cards/decisions/together-form';
import { visitationCard } from '../../cards/decisions/visitation';
import { voiceCard } from '../../cards/decisions/voice';
import { voteCard } from '../../cards/decisions/vote';
import { greetingCard } from '../../cards/home/greeting';
import { mandateCard } from '../../cards/home/mandate';
import { mandateFormCard } from '../../cards/home/mandate-form';
import { mandatePickCard } from '../../cards/home/mandate-pick';
import { waitingCard } from '../../cards/home/waiting';
import { absenceWordCard } from '../../cards/meetings/absence-word';
import { agendaFormCard } from '../../cards/meetings/agenda-form';
import { agreementCard } from '../../cards/meetings/agreement';
import { agreementsFormCard } from '../../cards/meetings/agreements-form';
import { callFormCard } from '../../cards/meetings/call-form';
import { citizenFormCard } from '../../cards/meetings/citizen-form';
import { citizenTalkCard } from '../../cards/meetings/citizen-talk';
import { closeAskCard } from '../../cards/meetings/close-ask';
import { columnsFormCard } from '../../cards/meetings/columns-form';
import { hereFormCard } from '../../cards/meetings/here-form';
import { hinderedCard } from '../../cards/meetings/hindered';
import { invitationCard } from '../../cards/meetings/invitation';
import { meetingCard } from '../../cards/meetings/meeting';
import { nextMeetingCard } from '../../cards/meetings/next-meeting';
import { notRepresentedCard } from '../../cards/meetings/not-represented';
import { noticeCard } from '../../cards/meetings/notice';
import { recordCard } from '../../cards/meetings/record';
import { representationCard } from '../../cards/meetings/representation';
import { standInCard } from '../../cards/meetings/stand-in';
import { workCard } from '../../cards/meetings/work';
import { groundFormCard } from '../../cards/pathways/ground-form';
import { groundSharedCard } from '../../cards/pathways/ground-shared';
import { groundsCard } from '../../cards/pathways/grounds';
import { pathwayCard } from '../../cards/pathways/pathway';
import { pathwaysCard } from '../../cards/pathways/pathways';
import type { CardJson } from '../../cards/render';
import { plain } from '../../cards/text';
import type { MeetingFacts } from '../../cards/views';

/** Everything that a text could be taken for: a link, emphasis, a binding, a mention, an entity, a list. */
const binding = (path: string) => `$\{${path}}`;
const hostile = [
  '[x](http://evil) **fed** _skrå_ `kode`',
  binding('secret'),
  binding('title'),
  '<at>Bo</at> &lt;b&gt; {{DATE(2026-01-01T00:00:00Z)}}',
].join(' ');
const id = '018f3c2a-7b1e-7c3d-9a4f-000000000001';
const facts: MeetingFacts = {
  ref: hostile,
  alias: hostile,
  number: 1,
  kind: 'team-meeting',
  at: '2026-12-02T13:00',
  duration: 60,
  online: false,
  place: hostile,
  leadName: hostile,
};
const common = { version: 1, mark: 'a/b/c/1', meeting: facts, repeated: false } as const;
const colleagues = [{ id, name: hostile }];
const written = { da: hostile, en: hostile };
const addition = {
  title: written,
  lines: [{ mark: '', lead: written, text: written, quiet: written }],
  button: { title: written, verb: 'trial.open', data: { matter: id } },
} as const;
const form = { meetingId: id, drawn: id, ref: hostile, number: 1, faults: {}, merged: false } as const;
const agreements = [
  { id, version: 1, owner: hostile, ownerKind: 'professional', text: hostile, dueOn: '2026-12-04' },
] as const;
const ground = {
  id,
  kind: 'law',
  givenBy: null,
  law: hostile,
  meeting: null,
  reaches: [hostile, hostile],
  notedBy: hostile,
  notedOn: '2026-01-02',
  lastOn: null,
  state: 'holds',
  withdrawnOn: null,
} as const;

const proposal: ProposalFacts = {
  ...{ id, version: 1, step: 4, ref: hostile, alias: hostile, number: 3, n: 2, rule: 'unanimous-then-managers' },
  ...{ text: hostile, citizenSays: hostile, heard: true, taken: hostile, meanwhile: hostile, responsible: hostile },
  ...{ startsOn: '2027-01-04', visitation: true, departments: [hostile, hostile] },
};
const outcome = { kind: 'other', by: 'leaders', text: hostile, reason: hostile, on: '2026-12-07' } as const;
const answers = [{ who: hostile, kind: 'doubt', reason: hostile }] as const;
const ruled = { kind: 'other', text: hostile, reason: hostile } as const;
const leaders = [{ name: hostile, departments: [hostile], ruling: ruled, answered: true, earlier: false }];
const questions = [
  { asker: hostile, text: hostile, status: 'answered', answers: [{ who: hostile, text: hostile }] },
] as const;
const matter = { facts: proposal, mark: 'm', faults: {}, outcome: null } as const;
const back = { verb: 'pathway.back', data: { pathway: id } } as const;
const named = [{ id, name: hostile }];

const cards: readonly { name: string; card: CardJson; verbatim: boolean }[] = [
  {
    name: 'greeting',
    verbatim: false,
    ...greetingCard({ name: `${binding('title')}[x](http://evil)**fed**`, waiting: 1 }, 'da'),
  },
  {
    name: 'waiting',
    verbatim: true,
    ...waitingCard(
      {
        name: hostile,
        as: 'digest',
        groups: [{ title: hostile, lines: [{ mark: 'm', text: hostile }] }],
        more: 0,
        also: 0,
        overdue: 0,
        snoozable: [],
        unowned: [{ mark: 'n', text: hostile }],
      },
      'da',
    ),
  },
  {
    name: 'mandate',
    verbatim: true,
    ...mandateCard(
      {
        departmentId: id,
        department: hostile,
        written: { text: hostile, by: hostile, on: '2026-01-02' },
        mayWrite: true,
      },
      'da',
    ),
  },
  {
    name: 'mandate form',
    verbatim: true,
    ...mandateFormCard(
      { departmentId: id, department: hostile, over: '', text: hostile, longest: 600, stands: hostile, fault: '' },
      'da',
    ),
  },
  {
    name: 'mandate pick',
    verbatim: false,
    ...mandatePickCard({ departments: [{ id, name: hostile, writes: true }], fault: false }, 'da'),
  },
  {
    name: 'pathways',
    verbatim: false,
    ...pathwaysCard({ items: [{ id, ref: hostile, alias: hostile, role: 'lead', next: null }] }, 'da'),
  },
  {
    name: 'pathway',
    verbatim: true,
    ...pathwayCard(
      {
        id,
        ref: hostile,
        alias: hostile,
        department: hostile,
        lead: hostile,
        coLead: hostile,
        model: hostile,
        version: 1,
        startedOn: '2026-01-02',
        ended: { on: '2026-02-02', because: hostile, note: hostile },
        team: [{ name: hostile, department: hostile, ground: true, resting: true }],
        externals: [{ name: hostile, role: hostile, ground: true }],
        numbers: [{ system: hostile, value: hostile }],
        links: [hostile],
        meetings: [],
        sections: [addition],
        mayCall: true,
        mayChange: true,
        mayGround: true,
        own: null,
      },
      'da',
    ),
  },
  {
    name: 'grounds',
    verbatim: true,
    ...groundsCard(
      {
        pathwayId: id,
        ref: hostile,
        alias: hostile,
        lacking: [{ name: hostile, who: [hostile] }],
        holds: [ground],
        past: [],
        mayRegister: true,
        mayWithdraw: true,
      },
      'da',
    ),
  },
  {
    name: 'ground form',
    verbatim: true,
    ...groundFormCard(
      {
        pathwayId: id,
        form: id,
        ref: hostile,
        alias: hostile,
        departments: [{ id, name: hostile }],
        others: [],
        externals: [{ id: `${id}2`, name: hostile }],
        age: 'unknown',
        today: '2026-01-02',
        values: {
          kind: 'law',
          given: '',
          law: hostile,
          departments: '',
          externals: '',
          others: '',
          until: '',
          born: '',
        },
        faults: {},
      },
      'da',
    ),
  },
  {
    name: 'what was shared',
    verbatim: true,
    ...groundSharedCard(
      {
        pathwayId: id,
        ref: hostile,
        ground,
        from: '2026-01-02',
        to: '2026-01-03',
        people: [
          {
            name: hostile,
            department: hostile,
            pathway: true,
            listed: false,
            meetings: [1],
            records: [],
            agreements: false,
            notices: false,
          },
        ],
        kept: [hostile],
        meetings: [{ number: 1, at: '2026-01-02T13:00', kind: 'team-meeting', names: [hostile] }],
        externals: true,
      },
      'da',
    ),
  },
  {
    name: 'call form',
    verbatim: true,
    ...callFormCard(
      {
        pathwayId: id,
        form: id,
        ref: hostile,
        alias: hostile,
        kinds: [{ kind: 'team-meeting', duration: 60, citizenTakesPart: false, notice: null }],
        earliest: '2026-01-02',
        members: [
          {
            id,
            name: hostile,
            department: hostile,
            ground: true,
            come: true,
            why: hostile,
            awayThen: true,
            resting: true,
            clash: hostile,
          },
          {
            id: `${id}2`,
            name: hostile,
            department: hostile,
            ground: false,
            come: false,
            why: '',
            awayThen: false,
            resting: false,
            clash: null,
          },
        ],
        externals: [{ id: `${id}3`, name: hostile, role: hostile, ground: true, come: true, why: hostile }],
        people: colleagues,
        namedRoles: ['leader'],
        offersMeetingGround: true,
        leadClash: { name: hostile, clash: 'optaget' },
        clashesSeen: 'x',
        values: {
          kind: 'team-meeting',
          date: '',
          time: '',
          duration: '60',
          where: 'place',
          place: hostile,
          agreed: false,
          citizenView: hostile,
          guests: hostile,
          meetingGround: false,
          givenBy: '',
          roles: { leader: '', facilitator: '', 'note-taker': '' },
        },
        faults: {},
      },
      'da',
    ),
  },
  {
    name: 'invitation',
    verbatim: true,
    ...invitationCard(
      {
        ...common,
        id,
        why: hostile,
        role: null,
        mandate: hostile,
        duty: true,
        reminder: { rung: 'second' },
        managerNext: { at: facts.at, name: hostile },
        movedFrom: null,
        state: { is: 'asked', earlier: null, declinedBy: hostile },
        colleagues,
        fault: null,
      },
      'da',
    ),
  },
  {
    name: 'stand-in',
    verbatim: true,
    ...standInCard(
      {
        ...common,
        id,
        forName: hostile,
        why: hostile,
        mandate: hostile,
        byManager: hostile,
        movedFrom: null,
        state: 'asked',
      },
      'da',
    ),
  },
  {
    name: 'meeting',
    verbatim: true,
    ...meetingCard(
      {
        id,
        version: 1,
        meeting: facts,
        status: 'called',
        agreedWithCitizen: true,
        invited: [
          {
            name: hostile,
            department: hostile,
            role: null,
            state: 'stand-in',
            standIn: hostile,
            hindered: null,
            unreached: null,
            awayThen: false,
          },
        ],
        answered: 1,
        asked: 1,
        mayChange: true,
        mayWork: true,
      },
      'da',
    ),
  },
  {
    name: 'hindered',
    verbatim: true,
    ...hinderedCard(
      {
        ...common,
        invitationId: id,
        name: hostile,
        department: hostile,
        code: 'absent',
        reminder: false,
        standIn: hostile,
        answeredBy: hostile,
        state: 'open',
      },
      'da',
    ),
  },
  {
    name: 'representation',
    verbatim: true,
    ...representationCard(
      {
        ...common,
        invitationId: id,
        name: hostile,
        department: hostile,
        mandate: hostile,
        because: 'no-answer',
        reminder: false,
        colleagues,
        state: { is: 'open' },
        fault: null,
      },
      'da',
    ),
  },
  {
    name: 'work',
    verbatim: true,
    ...workCard(
      {
        ...{ id, version: 1, mark: 'm', meeting: facts, status: 'running', citizenTakesPart: true },
        model: written,
        citizen: { there: 'asked-us', askedOn: '2026-12-01', how: hostile, words: hostile, guests: hostile },
        here: [{ name: hostile, department: hostile, role: 'leader' }],
        departments: [{ name: hostile, represented: true, mandate: hostile }],
        missing: [],
        agenda: [{ n: 1, title: written, duration: 10, done: false, note: hostile }],
        columns: [{ key: 'works', title: written, text: hostile }],
        agreements,
        next: null,
        noNextBecause: hostile,
        closed: { by: hostile, at: facts.at },
        journal: { status: 'acknowledged', receipt: hostile },
        ...{ mayWork: true, mayOpen: true, mayChange: true, lacking: [], open: [written] },
        sections: [addition],
      },
      'da',
    ),
  },
  {
    name: 'citizen form',
    verbatim: false,
    ...citizenFormCard(
      {
        ...form,
        ...{ citizenTakesPart: true, alias: hostile, there: null, mayMove: true, askedOn: '', latest: '2026-12-02' },
        how: { text: hostile, version: 1 },
        words: { text: hostile, version: 1 },
      },
      'da',
    ),
  },
  {
    name: 'here form',
    verbatim: false,
    ...hereFormCard(
      {
        ...form,
        version: 1,
        people: [{ id, name: hostile, department: hostile, here: true, standsInFor: hostile, external: true }],
        shown: id,
      },
      'da',
    ),
  },
  {
    name: 'agenda form',
    verbatim: false,
    ...agendaFormCard(
      {
        ...form,
        ...{ n: 1, of: 2, title: written, duration: 10, done: false, hasColumns: true },
        note: { text: hostile, version: 1 },
      },
      'da',
    ),
  },
  {
    name: 'columns form',
    verbatim: false,
    ...columnsFormCard(
      { ...form, columns: [{ key: 'works', title: written, note: { text: hostile, version: 1 } }] },
      'da',
    ),
  },
  {
    name: 'agreements form',
    verbatim: true,
    ...agreementsFormCard(
      {
        ...form,
        ...{ form: id, alias: hostile, owners: colleagues, earliest: '2026-12-02', there: agreements },
        values: { owner: '', text: hostile, due: '' },
      },
      'da',
    ),
  },
  {
    name: 'close',
    verbatim: false,
    ...closeAskCard(
      {
        ...{
          meetingId: id,
          version: 1,
          ref: hostile,
          number: 1,
          lacking: [],
          open: [written],
          openButtons: [addition.button],
        },
        ...{
          agreements: 1,
          recipients: 1,
          resting: 0,
          writing: [hostile.slice(0, 80)],
          unrepresented: [hostile.slice(0, 80)],
        },
      },
      'da',
    ),
  },
  {
    name: 'record',
    verbatim: true,
    ...recordCard(
      {
        ...{ id, mark: 'm', meeting: facts, version: 2, repeated: true },
        citizen: { takesPart: true, there: 'there', words: hostile },
        present: [{ name: hostile, department: hostile }],
        agenda: [{ title: written, note: hostile }],
        columns: [{ title: written, text: hostile }],
        agreements,
        sections: [{ title: written, items: [{ lead: written, text: written }] }],
        next: null,
        journal: { status: 'acknowledged', receipt: hostile },
      },
      'da',
    ),
  },
  {
    name: 'agreement',
    verbatim: true,
    ...agreementCard(
      {
        ...{ id, version: 1, mark: 'm', ref: hostile, alias: hostile, text: hostile, owner: hostile },
        closedOn: null,
        closedBy: '',
        ...{ ownerKind: 'citizen', dueOn: '2026-12-04', earliest: '2026-12-02', state: 'open', outcome: hostile },
        ...{ mayDrop: true, values: { due: '', because: hostile }, faults: {} },
      },
      'da',
    ),
  },
  {
    name: 'citizen talk',
    verbatim: true,
    ...citizenTalkCard(
      {
        ...{ meetingId: id, mark: 'm', meeting: facts, dueOn: '2026-12-16', latest: '2026-12-10', agreements },
        ...{ done: { on: '2026-12-09', said: hostile, by: hostile }, values: { on: '', said: '' }, faults: {} },
      },
      'da',
    ),
  },
  {
    name: 'next meeting',
    verbatim: true,
    ...nextMeetingCard(
      {
        ...{ pathwayId: id, mark: 'm', ref: hostile, alias: hostile, kind: 'follow-up', at: facts.at },
        ...{ callBy: '2026-11-20', called: false },
      },
      'da',
    ),
  },
  {
    name: 'absence word',
    verbatim: true,
    ...absenceWordCard(
      {
        ...{ invitationId: id, version: 1, mark: 'm', meeting: facts, department: hostile },
        ...{ until: '2026-12-04', state: 'open' },
      },
      'da',
    ),
  },
  {
    name: 'not represented',
    verbatim: false,
    ...notRepresentedCard({ mark: 'm', meeting: facts, department: hostile, corrected: false }, 'da'),
  },
  {
    name: 'proposal form',
    verbatim: true,
    ...proposalFormCard(
      {
        ...{ pathwayId: id, form: id, meetingId: null, amends: null, ref: hostile, alias: hostile, faults: {}, back },
        ...{ rule: 'advice-process', responsible: named, departments: named, voters: named, advisers: named },
        ...{ leaders: [], earliest: '2026-12-03' },
        values: {
          ...{ text: hostile, citizenSays: hostile, meanwhile: hostile, responsible: id, startsOn: '' },
          ...{ visitation: false, heard: false, departments: [], leftOut: [], advisers: [], citizenAnswer: '' },
        },
      },
      'da',
    ),
  },
  {
    name: 'vote',
    verbatim: true,
    ...voteCard(
      {
        ...matter,
        ...{ pathwayId: id, as: 'voter', state: 'talk', open: true, mine: { kind: 'doubt', reason: hostile } },
        ...{ standsFor: hostile, mandate: hostile, dueOn: '2026-12-04', clarified: hostile, others: answers },
        ...{ changed: [{ field: 'text', before: hostile, now: hostile }], typed: hostile },
      },
      'da',
    ),
  },
  {
    name: 'proposal',
    verbatim: true,
    ...proposalCard(
      {
        ...matter,
        ...{ state: 'leaders', openedOn: '2026-12-02', daysOpen: 2, dueOn: null, voices: { all: 3, answered: 2 } },
        ...{ asked: [{ department: hostile, state: 'open' }], answers, leaders, questions, outcome },
        visitation: { sentTo: hostile, askedOn: '2026-12-07', answerDueOn: '2027-01-04' },
        ...{ started: null, toldOn: '2026-12-08' },
        may: { vote: true, agreeAll: false, talk: false, amend: false, withdraw: false, owed: null },
      },
      'da',
    ),
  },
  {
    name: 'talk',
    verbatim: true,
    ...talkCard(
      {
        ...matter,
        ...{ open: true, state: 'talk', actsAt: '2026-12-04T15:00', acts: 'professional', silent: [hostile] },
        doubts: [{ name: hostile, department: hostile, kind: 'doubt', reason: hostile }],
        ...{ clarified: hostile, professional: hostile },
        leaders: [{ departmentId: id, department: hostile, leader: hostile }],
        values: { clarify: hostile, only: [id], because: hostile },
      },
      'da',
    ),
  },
  {
    name: 'voice',
    verbatim: true,
    ...voiceCard(
      { ...matter, state: 'open', departments: [hostile], namedName: null, colleagues: named, dueOn: '2026-12-04' },
      'da',
    ),
  },
  {
    name: 'ruling',
    verbatim: true,
    ...rulingCard(
      {
        ...matter,
        ...{ as: 'leader', seat: id, state: 'open', level: 2, round: 2, confirms: false, late: false },
        ...{ dueOn: '2026-12-10', insteadOf: hostile, answers, silent: [hostile], leaders, mine: ruled, questions },
        ...{ below: { because: 'late', leaders }, mayChange: false, mayAsk: true, mayTakeTogether: true, typed: '' },
        together: { at: '2026-12-08T09:00', recordedBy: hostile, recorded: ruled },
      },
      'da',
    ),
  },
  {
    name: 'together form',
    verbatim: true,
    ...togetherFormCard(
      {
        ...{ facts: proposal, seat: id, slots: ['2026-12-08T09:00'], with: [hostile], dueOn: '2026-12-10' },
        ...{ value: '', faults: {} },
      },
      'da',
    ),
  },
  {
    name: 'other form',
    verbatim: true,
    ...otherFormCard(
      {
        ...{ facts: proposal, as: 'leader', seat: id, confirms: false, together: false, faults: {} },
        ...{ joins: [{ seat: id, name: hostile, text: hostile }], values: { text: hostile, reason: hostile } },
      },
      'da',
    ),
  },
  {
    name: 'ask team form',
    verbatim: true,
    ...askTeamFormCard({ facts: proposal, seat: id, value: hostile, faults: {} }, 'da'),
  },
  {
    name: 'advice',
    verbatim: true,
    ...adviceCard(
      { ...matter, state: 'given', leader: false, dueOn: '2026-12-08', mine: hostile, typed: '', outcome },
      'da',
    ),
  },
  {
    name: 'advice taken',
    verbatim: true,
    ...adviceTakenCard(
      {
        ...{ ...matter, open: true, state: 'taking', dueOn: '2026-12-08', typed: hostile },
        advice: [
          { name: hostile, text: hostile, state: 'advised' },
          { name: hostile, text: '', state: 'lapsed' },
        ],
      },
      'da',
    ),
  },
  {
    name: 'citizen answer',
    verbatim: true,
    ...citizenAnswerCard({ ...matter, state: 'yes', words: hostile, dueOn: null, typed: '' }, 'da'),
  },
  {
    name: 'question',
    verbatim: true,
    ...questionCard(
      {
        ...{ seat: id, mark: 'm', to: 'team', state: 'open', ref: hostile, alias: hostile, asker: hostile },
        ...{ text: hostile, proposal, dueOn: null, answer: hostile, typed: hostile, faults: {} },
      },
      'da',
    ),
  },
  {
    name: 'question form',
    verbatim: true,
    ...questionFormCard(
      {
        ...{
          pathwayId: id,
          form: id,
          meetingId: null,
          proposalId: null,
          ref: hostile,
          alias: hostile,
          faults: {},
          back,
        },
        ...{ leaders: [{ id, name: hostile, departments: [hostile] }], values: { leaders: [], question: hostile } },
      },
      'da',
    ),
  },
  {
    name: 'visitation',
    verbatim: true,
    ...visitationCard(
      {
        ...{ ...matter, state: 'waiting', decided: hostile, sentTo: hostile, askedOn: '2026-12-07' },
        ...{ answerDueOn: '2027-01-04', today: '2026-12-07' },
        values: { sentTo: '', askedOn: '', answerDue: '', answer: '', text: hostile },
      },
      'da',
    ),
  },
  {
    name: 'start check',
    verbatim: true,
    ...startCheckCard(
      {
        ...{ facts: proposal, mark: 'm', n: 1, state: 'later', dueOn: '2027-01-04', laterOn: '2027-02-01' },
        ...{
          because: hostile,
          decided: hostile,
          earliest: '2027-01-05',
          values: { later: '', because: '' },
          faults: {},
        },
      },
      'da',
    ),
  },
  {
    name: 'tell',
    verbatim: true,
    ...tellCard(
      {
        ...{ ...matter, round: 1, about: 'outcome', state: 'told', outcome, answerDueOn: null, dueOn: '2026-12-09' },
        ...{ told: { on: '2026-12-08', how: 'phone', said: hostile, by: hostile }, today: '2026-12-08' },
        values: { how: '', toldOn: '', said: '' },
      },
      'da',
    ),
  },
  {
    name: 'outcome of a decision',
    verbatim: true,
    ...outcomeCard({ facts: proposal, mark: 'm', outcome, mayOpen: true }, 'da'),
  },
  {
    name: 'proposals',
    verbatim: true,
    ...proposalsCard(
      {
        ...{ pathwayId: id, ref: hostile, alias: hostile, questions, mayMake: true },
        lines: [{ id, number: 3, text: hostile, state: 'asking', daysOpen: 1, outcome: null }],
      },
      'da',
    ),
  },
  {
    name: 'decisions',
    verbatim: true,
    ...decisionsCard(
      {
        waiting: [{ text: hostile, title: 'Svar', verb: 'vote.open', data: { proposal: id } }],
        open: [{ id, ref: hostile, number: 3, text: hostile, state: 'asking', daysOpen: 1 }],
      },
      'da',
    ),
  },
  { name: 'notice', verbatim: true, ...noticeCard({ ...common, code: 'cancelled', name: hostile }, 'da') },
];

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
function elements(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  return isObject(value) ? [value, ...Object.values(value).flatMap(elements)] : [];
}

/** What some client reads as Markdown: texts, titles of toggles, and choices that stand open. */
function asMarkdown(card: CardJson): string[] {
  return elements(card).flatMap((element) => {
    if (element.type === 'TextBlock') return [String(element.text)];
    if (element.type === 'Input.Toggle') return [String(element.title)];
    return element.type === 'Input.ChoiceSet' && element.style === 'expanded'
      ? elements(element.choices).map((choice) => String(choice.title))
      : [];
  });
}

/** More than any client of Teams reads. */
const markdown = new MarkdownIt({ html: true, linkify: false });
const tagsIn = (text: string): string[] =>
  (markdown.render(text).match(/<[^>]+>/g) ?? []).filter((tag) => !/^<\/?p>$/.test(tag));

test.each(cards)('the $name card shows what people wrote as text, wherever Markdown is read', ({ card }) => {
  // Our own lists are Markdown: they hold no text of people.
  expect(
    asMarkdown(card)
      .filter((text) => !text.startsWith('- '))
      .flatMap(tagsIn),
  ).toEqual([]);
});

test.each(cards.filter((one) => one.verbatim))(
  'the $name card shows it letter by letter where no Markdown is read',
  ({ card }) => {
    const runs = elements(card).filter((element) => element.type === 'TextRun');
    expect(runs.some((run) => String(run.text).includes(hostile))).toBe(true);
  },
);

test.each(cards)('the $name card expands nothing that people wrote', ({ card }) => {
  // Every card binds a title of its own: expanded, this would be that.
  expect(JSON.stringify(card)).toContain(binding('title'));
});

test('plain text reads the same with and without Markdown, whatever was written', () => {
  const pieces = fc.constantFrom(
    ...'*_`[]()<>\\~|#+-=.!&;:/ab1 \n'.split(''),
    '1.',
    '&amp;',
    '<b>',
    '**',
    '](',
    binding('x'),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (written) => {
      const text = plain(written.join(''));
      expect(tagsIn(text)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  { written: 'Anna Lund', shown: 'Anna Lund' },
  { written: 'A.K.', shown: 'A.K.' },
  { written: 'Familie (0-6 år) & skole', shown: 'Familie (0-6 år) & skole' },
  { written: 'BF-2026-0142', shown: 'BF-2026-0142' },
  { written: '  to\nlinjer  ', shown: 'to linjer' },
])('plain text leaves ordinary text alone: $written', ({ written, shown }) => {
  expect(plain(written)).toBe(shown);
});
