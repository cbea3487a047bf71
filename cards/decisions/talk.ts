import { spokenMoment } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { type Matter, manyField, matterCard, type Part, press, type Row, textField, toggles } from '../matter';
import type { Drawn } from '../render';
import { answerLines, listSection } from './answer-lines';
import { LONGEST, type TalkView } from './decision-views';
import { outcomeSection, outcomeState, outcomeTitle } from './outcome-section';
import {
  citizenLines,
  flat,
  meanwhileSaid,
  proposalFacts,
  proposalSection,
  quietLine,
  stateOf,
  whoIs,
} from './proposal-lines';

/** The talk that a doubt opens, for the lead: what was said, the ways on, and what I do by myself when. */
export function talkCard(view: TalkView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: TalkView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome } = view;
  const card = w.decisions.talk;
  const open = view.open && outcome === null;
  const silent = view.silent.map((name) => [line({ text: name })]);
  return {
    summary: (open ? card.summary.open : card.summary.closed)(facts.ref),
    mark: view.mark,
    quiet: quietLine(facts, open ? view : {}, w),
    title: outcome !== null ? outcomeTitle(outcome, facts, w) : open ? card.title.open : card.title.closed,
    state:
      outcome !== null
        ? outcomeState(outcome, w)
        : !open
          ? stateOf(view.state, w)
          : view.clarified === ''
            ? { text: card.states.open, color: 'Warning' }
            : { text: card.states.asked, color: 'Accent' },
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w),
    opening: open ? [sentence(view.reminder ? card.reminder : card.text)] : [],
    sections: [
      ...(outcome === null ? [] : [outcomeSection(outcome, most, w, locale)]),
      listSection(
        card.doubts,
        answerLines(
          view.doubts.map((one) => ({ ...one, who: `${one.name} (${one.department})` })),
          most,
          w,
        ),
        most,
        w,
      ),
      listSection(card.silent, silent, most, w),
      proposalSection(facts, most, w),
    ],
    facts: open ? proposalFacts(facts, w, locale) : [],
    said: [
      ...(open ? meanwhileSaid(facts, most, w) : []),
      ...(view.clarified === ''
        ? []
        : [sentence(flat(view.clarified, most), card.clarified), ...(open ? [sentence(card.askedAgain)] : [])]),
      ...(open ? [sentence(`${card.ways[view.acts]} ${planned(view, w, locale)}`.trim())] : []),
    ],
    ...(open ? ways(view, w) : {}),
    foot: open ? [w.decisions.formal] : [],
  };
}

/** Trust before control: what I do by myself is said beforehand. */
function planned(view: TalkView, w: Words, locale: Locale): string {
  if (view.actsAt === null) return '';
  const { acts } = w.decisions.talk;
  const when = spokenMoment(view.actsAt, locale);
  const who = whoIs(view.facts, w);
  if (view.acts === 'leaders') return acts.leaders(when, who);
  return view.acts === 'professional' ? acts.professional(when, who, view.professional) : acts['not-agreed'](when);
}

function ways(view: TalkView, w: Words): { rows: Row[]; parts: Part[] } {
  const card = w.decisions.talk;
  const { facts, values, faults } = view;
  const data = { proposal: facts.id, version: facts.version, step: facts.step };
  const toLeaders = view.leaders.length > 0;
  const clarify: Part = {
    id: 'clarify-part',
    shown: values.clarify !== '' || faults.clarify !== undefined,
    text: '',
    fields: [
      textField({
        id: 'clarify',
        label: card.clarifyLabel,
        placeholder: card.clarifyExample,
        help: `${card.clarifyHelp} ${w.decisions.access}`,
        value: values.clarify,
        longest: LONGEST.answer,
        faults,
      }),
    ],
    rows: [press([{ title: card.sendClarify, verb: 'talk.clarify', data, sends: true }], { spacing: 'Medium' })],
  };
  return {
    rows: [
      toggles([{ title: card.clarify, shows: ['clarify-part'], hides: toLeaders ? ['leaders-part'] : [] }], 'Medium'),
      press([{ title: card.amend, verb: 'proposal.amend-form', data: { proposal: facts.id } }]),
      ...(toLeaders ? [toggles([{ title: card.leaders, shows: ['leaders-part'], hides: ['clarify-part'] }])] : []),
    ],
    parts: [clarify, ...(toLeaders ? [leadersPart(view, w)] : [])],
  };
}

function leadersPart(view: TalkView, w: Words): Part {
  const card = w.decisions.talk;
  const { facts, values, faults } = view;
  return {
    id: 'leaders-part',
    shown: values.because !== '' || faults.only !== undefined || faults.because !== undefined,
    text: '',
    fields: [
      manyField({
        id: 'only',
        label: card.leadersOnly,
        value: values.only,
        choices: view.leaders.map((one) => ({ title: `${one.leader}, ${one.department}`, value: one.departmentId })),
        faults,
      }),
      textField({
        id: 'because',
        label: card.leadersBecause,
        placeholder: card.leadersBecauseExample,
        help: w.decisions.access,
        value: values.because,
        longest: LONGEST.reason,
        faults,
      }),
    ],
    rows: [
      press(
        [
          {
            title: card.sendLeaders,
            verb: 'talk.leaders',
            data: { proposal: facts.id, version: facts.version, step: facts.step },
            sends: true,
          },
        ],
        { spacing: 'Medium' },
      ),
    ],
  };
}
