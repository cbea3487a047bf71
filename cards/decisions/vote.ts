import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { type Line, line, paragraphs, sentence } from '../anatomy';
import {
  type Matter,
  type MatterSection,
  matterCard,
  type Part,
  press,
  type Row,
  section,
  textField,
  toggles,
} from '../matter';
import type { Drawn } from '../render';
import { answerLines, listSection } from './answer-lines';
import { LONGEST, type VoteView } from './decision-views';
import { outcomeSection, outcomeState, outcomeTitle } from './outcome-section';
import {
  citizenLines,
  flat,
  meanwhileSaid,
  proposalFacts,
  proposalSection,
  quietLine,
  reminderSaid,
  stateOf,
  takenSections,
  whoIs,
} from './proposal-lines';

/** A voice's own card: the question, the answer given, or how it ended. */
export function voteCard(view: VoteView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: VoteView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome } = view;
  const card = w.decisions.vote;
  return {
    summary: summary(view, w),
    mark: view.mark,
    quiet: quietLine(facts, view.open && view.mine === null ? view : {}, w),
    title: title(view, w),
    state:
      outcome !== null
        ? outcomeState(outcome, w)
        : !view.open
          ? stateOf(view.state, w)
          : view.mine !== null
            ? { text: card.states.answered, color: 'Good' }
            : { text: card.states.ask, color: 'Warning' },
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w),
    opening: outcome === null && view.open ? opening(view, w) : [],
    sections: sections(view, most, w, locale),
    facts: outcome === null ? proposalFacts(facts, w, locale) : [],
    said: outcome === null ? meanwhileSaid(facts, most, w) : [],
    later: later(view, most, w),
    closing: closing(view, most, w),
    ...(view.open && outcome === null ? answering(view, w) : {}),
    foot: [
      ...(view.open && outcome === null
        ? [view.dueOn === null ? card.untilClosed : card.untilDue(spokenDay(view.dueOn, locale))]
        : []),
      ...(outcome === null ? [w.decisions.formal] : []),
    ],
  };
}

function title(view: VoteView, w: Words): string {
  const { title: titles } = w.decisions.vote;
  if (view.outcome !== null) return outcomeTitle(view.outcome, view.facts, w);
  if (view.mine !== null) {
    if (view.as === 'voter') return titles[view.mine.kind];
    return view.mine.kind === 'agree' ? titles.accepts : titles.cannot;
  }
  if (!view.open) return titles.missed;
  if (view.as === 'responsible') return titles.responsible;
  return view.facts.n > 1 ? titles.again : titles.ask;
}

function summary(view: VoteView, w: Words): string {
  const say = w.decisions.vote.summary;
  const { ref } = view.facts;
  if (view.outcome !== null) return say.closed(ref);
  if (view.mine !== null || !view.open) return say.answered(ref);
  return view.reminder ? say.reminder(ref) : say.ask(ref);
}

function opening(view: VoteView, w: Words): NonNullable<Matter['opening']> {
  const card = w.decisions.vote;
  return [
    ...(view.mine === null ? reminderSaid(view, w) : []),
    ...(view.standsFor === null ? [] : [sentence(card.standsFor(view.standsFor))]),
    ...(view.as === 'responsible' ? [sentence(card.bothSay(whoIs(view.facts, w)))] : []),
  ];
}

function sections(view: VoteView, most: number, w: Words, locale: Locale): MatterSection[] {
  const card = w.decisions.vote;
  return [
    ...(view.outcome === null ? [] : [outcomeSection(view.outcome, most, w, locale)]),
    proposalSection(view.facts, most, w),
    ...takenSections(view.facts, most, w),
    ...(view.outcome === null ? [section(card.changed, changes(view, most, w, locale))] : []),
  ];
}

/** What the lead and the others say; the others' only once one has answered oneself. */
function later(view: VoteView, most: number, w: Words): MatterSection[] {
  const card = w.decisions.vote;
  return [
    section(card.clarified, paragraphs(view.clarified, most)),
    ...(view.others === null
      ? []
      : view.others.length === 0
        ? view.outcome === null && view.as === 'voter'
          ? [section(card.others, [line({ text: card.othersNone })])]
          : []
        : [listSection(card.others, answerLines(view.others, most, w), most, w)]),
  ];
}

function changes(view: VoteView, most: number, w: Words, locale: Locale): Line[] {
  const card = w.decisions.vote;
  const value = (field: string, text: string): string => {
    if (field === 'startsOn') return spokenDay(text, locale);
    if (field === 'visitation' || field === 'heard') return text === 'true' ? w.decisions.yes : w.decisions.no;
    return flat(text, Math.min(most, 300));
  };
  return view.changed.map((one) =>
    line({
      lead: `${card.fields[one.field]}: `,
      text: capitalised(value(one.field, one.now)),
      quiet: ` (${card.before(value(one.field, one.before))})`,
    }),
  );
}

function closing(view: VoteView, most: number, w: Words): NonNullable<Matter['said']> {
  const card = w.decisions.vote;
  const mine = view.mine?.reason ?? '';
  return [
    ...(mine === '' ? [] : [sentence(w.quoted(flat(mine, most)), card.mine)]),
    ...(view.open && view.outcome === null && view.as === 'voter' && view.mine === null
      ? [
          sentence(
            view.mandate === '' ? card.noMandate : flat(view.mandate, most),
            view.mandate === '' ? '' : card.mandate,
          ),
          sentence(`${card.doubtCounts} ${card.unseen}`),
        ]
      : []),
    ...(view.outcome === null ? [] : [sentence(w.decisions.result.tells(whoIs(view.facts, w)))]),
  ];
}

type Answering = { readonly rows: Row[]; readonly parts: Part[]; readonly after?: Row[] };

function answering(view: VoteView, w: Words): Answering {
  return view.as === 'responsible' ? asResponsible(view, w) : asVoter(view, w);
}

const dataOf = ({ facts }: VoteView) => ({
  proposal: facts.id,
  version: facts.version,
  step: facts.step,
});
/** What was typed and refused stands open. */
const isTyped = (view: VoteView): boolean => view.typed !== '' || view.faults.reason !== undefined;

function reasonPart(view: VoteView, id: string, w: Words, rows: Row[]): Part {
  const card = w.decisions.vote;
  const asked = view.as === 'voter';
  return {
    id,
    shown: isTyped(view),
    text: '',
    fields: [
      textField({
        id: 'reason',
        label: asked ? card.reason : card.cannotReason,
        placeholder: asked ? card.reasonExample : card.cannotExample,
        help: w.decisions.access,
        value: view.typed === '' ? (view.mine?.reason ?? '') : view.typed,
        longest: LONGEST.reason,
        faults: view.faults,
      }),
    ],
    rows,
  };
}

function asVoter(view: VoteView, w: Words): Answering {
  const card = w.decisions.vote;
  const data = dataOf(view);
  if (view.mine !== null) {
    const again = [
      press([{ title: card.agree, verb: 'proposal.agree', data }], { spacing: 'Medium' }),
      press([
        { title: card.doubt, verb: 'proposal.doubt', data, sends: true },
        { title: card.disagree, verb: 'proposal.disagree', data, sends: true },
      ]),
    ];
    return {
      rows: [toggles([{ title: card.change, shows: ['change'] }], 'Medium')],
      parts: [reasonPart(view, 'change', w, again)],
    };
  }
  const shown = isTyped(view);
  const sends = [
    press([{ title: card.sendDoubt, verb: 'proposal.doubt', data, sends: true }], { id: 'send-doubt', shown }),
    press([{ title: card.sendDisagree, verb: 'proposal.disagree', data, sends: true }], { id: 'send-disagree', shown }),
  ];
  return {
    rows: [
      press([{ title: card.agree, verb: 'proposal.agree', data, first: true }], { spacing: 'Medium' }),
      toggles([
        { title: card.doubt, shows: ['why', 'send-doubt'], hides: ['send-disagree'] },
        { title: card.disagree, shows: ['why', 'send-disagree'], hides: ['send-doubt'] },
      ]),
    ],
    parts: [reasonPart(view, 'why', w, sends)],
  };
}

function asResponsible(view: VoteView, w: Words): Answering {
  const card = w.decisions.vote;
  const data = dataOf(view);
  const accept = { title: card.accept, verb: 'proposal.agree', data };
  const cannot = press([{ title: card.sendCannot, verb: 'proposal.disagree', data, sends: true }], {
    spacing: 'Medium',
  });
  if (view.mine !== null) {
    return {
      rows: [toggles([{ title: card.change, shows: ['change'] }], 'Medium')],
      parts: [reasonPart(view, 'change', w, [press([accept], { spacing: 'Medium' }), cannot])],
    };
  }
  return {
    rows: [
      press([{ ...accept, first: true }], { spacing: 'Medium' }),
      press([
        {
          title: card.askLeaders,
          verb: 'question.form',
          data: { pathway: view.pathwayId, proposal: view.facts.id },
        },
      ]),
      toggles([{ title: card.cannot, shows: ['why'] }]),
    ],
    parts: [reasonPart(view, 'why', w, [cannot])],
  };
}
