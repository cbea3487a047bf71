import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import {
  choiceField,
  dateField,
  type Field,
  manyField,
  matterCard,
  type Part,
  press,
  textField,
  toggleField,
  toggles,
} from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { LONGEST, type ProposalFormView } from './decision-views';

/** A proposal or a direction is written, or amended. */
export function proposalFormCard(view: ProposalFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.decisions.form;
  const { amends } = view;
  const direction = view.rule === 'leaders-set-direction';
  const parts = direction ? [] : [more(view, w)];
  return matterCard(
    () => ({
      summary: card.summary(view.ref),
      quiet:
        amends === null
          ? (direction ? card.quietDirection : card.quiet)(plain(view.ref))
          : card.quietAmend(amends.number, plain(view.ref)),
      title: direction ? card.titleDirection : amends === null ? card.title : card.titleAmend,
      faults: view.faults,
      opening: [
        ...(amends === null ? [] : [sentence(card.lapse)]),
        sentence(card.rule[view.rule]),
        ...(direction && view.leaders.length > 0 ? [sentence(card.confirms(view.leaders))] : []),
      ],
      facts: [{ name: w.decisions.facts.citizen, value: view.alias }],
      fields: fields(view, w),
      rows: parts.map(() => toggles([{ title: direction ? '' : moreTitle(view, w), shows: ['more'] }], 'Medium')),
      parts,
      after: [
        press([
          {
            title: amends !== null ? card.amend : direction ? card.makeDirection : card.make,
            ...target(view),
            first: true,
            sends: true,
          },
          { title: w.actions.undo, verb: view.back.verb, data: view.back.data },
        ]),
      ],
      foot: [w.decisions.access, w.decisions.formal],
    }),
    locale,
  );
}

function target({ amends, ...view }: ProposalFormView): { verb: string; data: Record<string, string | number> } {
  return amends === null
    ? {
        verb: 'proposal.make',
        data: { pathway: view.pathwayId, form: view.form, meeting: view.meetingId ?? '' },
      }
    : { verb: 'proposal.amend', data: { proposal: amends.id, version: amends.version } };
}

function fields(view: ProposalFormView, w: Words): Field[] {
  const card = w.decisions.form;
  const { values, faults, alias } = view;
  const direction = view.rule === 'leaders-set-direction';
  const named = ({ id, name }: { id: string; name: string }) => ({ title: name, value: id });
  return [
    textField({
      id: 'text',
      label: direction ? card.direction : card.text,
      placeholder: direction ? card.directionExample : card.textExample,
      value: values.text,
      longest: LONGEST.proposal,
      faults,
    }),
    textField({
      id: 'citizenSays',
      label: card.says(alias),
      placeholder: card.saysExample,
      help: card.saysHelp,
      value: values.citizenSays,
      longest: LONGEST.proposal,
      faults,
    }),
    ...(direction ? [] : [toggleField({ id: 'heard', label: plain(card.heard(alias)), value: values.heard, faults })]),
    ...(view.rule === 'agreed-with-citizen'
      ? [
          choiceField({
            id: 'citizenAnswer',
            label: card.citizenAnswer(alias),
            help: card.citizenAnswerHelp,
            value: values.citizenAnswer,
            choices: [
              { title: w.decisions.yes, value: 'yes' },
              { title: w.decisions.no, value: 'no' },
            ],
            placeholder: '',
            faults,
          }),
        ]
      : []),
    textField({
      id: 'meanwhile',
      label: card.meanwhile(alias),
      placeholder: card.meanwhileExample,
      value: values.meanwhile,
      longest: LONGEST.meanwhile,
      faults,
    }),
    choiceField({
      id: 'responsible',
      label: card.responsible,
      value: values.responsible,
      choices: view.responsible.map(named),
      placeholder: w.invitation.placeholder,
      faults,
    }),
    dateField({
      id: 'startsOn',
      label: card.starts,
      value: values.startsOn,
      min: view.earliest,
      outside: w.refusals['bad-start-day'],
      faults,
    }),
    ...(direction ? [] : [toggleField({ id: 'visitation', label: card.visitation, value: values.visitation, faults })]),
    ...(view.rule === 'advice-process'
      ? [
          manyField({
            id: 'advisers',
            label: card.advisers,
            value: values.advisers,
            choices: view.advisers.map(named),
            faults,
          }),
        ]
      : []),
  ];
}

/** Nobody votes where the citizen and the responsible agree. */
const votes = (view: ProposalFormView): boolean => view.rule !== 'agreed-with-citizen' && view.voters.length > 0;

const moreTitle = (view: ProposalFormView, w: Words): string =>
  votes(view) ? w.decisions.form.more : w.decisions.form.moreVoteless;

function more(view: ProposalFormView, w: Words): Part {
  const card = w.decisions.form;
  const { values, faults } = view;
  const named = ({ id, name }: { id: string; name: string }) => ({ title: name, value: id });
  return {
    id: 'more',
    shown:
      values.departments.length > 0 ||
      values.leftOut.length > 0 ||
      faults.departments !== undefined ||
      faults.leftOut !== undefined,
    text: '',
    fields: [
      manyField({
        id: 'departments',
        label: card.departments,
        help: card.departmentsHelp,
        value: values.departments,
        choices: view.departments.map(named),
        faults,
      }),
      ...(votes(view)
        ? [
            manyField({
              id: 'leftOut',
              label: card.leftOut,
              help: card.leftOutHelp,
              value: values.leftOut,
              choices: view.voters.map(named),
              faults,
            }),
          ]
        : []),
    ],
    rows: [],
  };
}
