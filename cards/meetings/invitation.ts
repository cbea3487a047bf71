import { z } from 'zod/v4';
import { spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { asking, choices, leadOf, meetingFacts, type said, sentence, spoken } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { fitting, plain } from '../text';
import type { InvitationView } from '../views';
import template from './invitation.json';

const draw = defineCard({
  name: 'invitation',
  template,
  schema: z.strictObject({
    ...asking,
    noMandate: z.string(),
    asked: z.boolean(),
    anyColleague: z.boolean(),
    colleagues: choices,
    colleaguesText: z.string(),
    reasons: choices,
    open: z.strictObject({ colleague: z.boolean(), code: z.boolean() }),
    faults: z.strictObject({ general: z.string(), colleague: z.string(), code: z.string() }),
    changeable: z.boolean(),
    latest: z.string(),
    labels: z.strictObject({
      come: z.string(),
      standIn: z.string(),
      hindered: z.string(),
      colleague: z.string(),
      askColleague: z.string(),
      reason: z.string(),
      reasonText: z.string(),
      sendReason: z.string(),
      placeholder: z.string(),
      change: z.string(),
    }),
  }),
});

const colors = {
  asked: 'Warning',
  coming: 'Good',
  'stand-in-asked': 'Warning',
  'stand-in': 'Good',
  hindered: 'Accent',
  cancelled: 'Attention',
  running: 'Accent',
  past: 'Default',
} as const;

/** The invited one's card: the question, the answer given, or how it ended. */
export function invitationCard(view: InvitationView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.invitation;
  const now = view.state;
  const asked = now.is === 'asked';
  const closed = now.is === 'cancelled' || now.is === 'running' || now.is === 'past';
  const { the, when } = spoken(view.meeting, w, locale);
  const colleagues = fitting(
    view.colleagues.map(({ id, name }) => ({ title: name, value: id })),
    4_000,
  );
  const at = asked ? (view.faultAt ?? null) : null;
  const fault = view.fault ?? '';
  const still = asked && now.earlier === 'coming';
  return draw(
    {
      id: view.id,
      version: view.version,
      mark: view.mark,
      quiet: (asked && view.reminder ? card.quietReminder : card.quiet)(plain(view.meeting.ref)),
      title: capitalised(card.title[titleOf(now)](the, when)),
      state: { text: card.states[now.is], color: colors[now.is] },
      repeated: view.repeated ? w.repeated : '',
      hasFacts: !closed,
      facts: closed ? [] : meetingFacts(view.meeting, w),
      said: sentences(view, w, locale),
      noMandate: asked && view.mandate === '' ? card.noMandate : '',
      asked,
      anyColleague: view.colleagues.length > 0,
      colleagues: colleagues.kept,
      colleaguesText:
        colleagues.rest === 0 ? card.colleagueText : `${card.onlyFirst(colleagues.kept.length)} ${card.colleagueText}`,
      reasons: (['absent', 'citizen-matter', 'other-meeting'] as const).map((code) => ({
        title: card.reasons[code],
        value: code,
      })),
      open: { colleague: fault !== '' && at === 'colleague', code: fault !== '' && at === 'code' },
      faults: {
        general: at === null ? fault : '',
        colleague: at === 'colleague' ? fault : '',
        code: at === 'code' ? fault : '',
      },
      changeable: !asked && !closed,
      latest:
        asked && view.managerNext && view.reminder?.rung !== 'second'
          ? card.latest(spokenMoment(view.managerNext.at, locale))
          : '',
      labels: {
        come: still ? card.stillCome : card.come,
        standIn: card.standInAction,
        hindered: card.hinderedAction,
        colleague: card.colleague,
        askColleague: card.askColleague,
        reason: card.reason,
        reasonText: card.reasonText,
        sendReason: card.sendReason,
        placeholder: card.placeholder,
        change: card.change,
      },
    },
    capitalised(summary(view, w)(the, when, view.meeting.ref)),
    locale,
  );
}

function titleOf(now: InvitationView['state']): keyof Words['invitation']['title'] {
  if (now.is === 'asked' && now.earlier === 'coming') return 'still';
  return now.is === 'stand-in-asked' && now.byManager !== null ? 'stand-in-named' : now.is;
}

function sentences(view: InvitationView, w: Words, locale: Locale): z.input<typeof said> {
  const card = w.invitation;
  const leadName = leadOf(view.meeting, w);
  const now = view.state;
  const mandate = view.mandate === '' ? [] : [sentence(view.mandate, card.mandate)];
  const role = view.role === null ? [] : [sentence(card.role(w.roleNames[view.role] ?? view.role))];
  switch (now.is) {
    case 'asked':
      return [
        ...(view.movedFrom === null ? [] : [sentence(card.moved(spokenMoment(view.movedFrom, locale)))]),
        ...(now.earlier === null ? [] : [sentence(card.earlier[now.earlier])]),
        ...(now.declinedBy === null ? [] : [sentence(card.declined(now.declinedBy))]),
        ...reminder(view, w, locale),
        whyInvited(view.why, w),
        ...role,
        sentence(view.duty ? card.duty : card.noDuty),
        ...mandate,
      ];
    case 'coming':
      return [whyInvited(view.why, w), ...role, ...mandate];
    case 'stand-in-asked':
      return [
        sentence(now.byManager === null ? card.standInAsked(now.name) : card.standInNamed(now.byManager, now.name)),
      ];
    case 'stand-in':
      return [
        sentence(now.byManager === null ? card.standIn(now.name) : card.standInByManager(now.byManager, now.name)),
      ];
    case 'hindered':
      return [sentence(card.hindered[now.reply ?? 'open'](leadName))];
    case 'cancelled':
      return [sentence(card.cancelled(leadName))];
    case 'running':
      return now.answer === 'not-kept' ? [] : [sentence(card.during[now.answer])];
    case 'past':
      return now.answer === 'not-kept' ? [] : [sentence(card.past[now.answer])];
    default:
      return now satisfies never;
  }
}

/** The lead's own words: as the end of a sentence when they begin like one, else as they stand. */
function whyInvited(why: string, w: Words): z.input<typeof said>[number] {
  const { invitation } = w;
  return /^\p{Ll}/u.test(why)
    ? sentence(`${invitation.whyClause} ${why}${/[.!?…]$/.test(why) ? '' : '.'}`)
    : sentence(why, invitation.why);
}

function reminder(view: InvitationView, w: Words, locale: Locale): z.input<typeof said> {
  if (!view.reminder) return [];
  const card = w.invitation.reminder;
  const asks = sentence(card[view.reminder.rung](leadOf(view.meeting, w)));
  return view.reminder.rung === 'second' && view.managerNext
    ? [asks, sentence(card.manager(spokenMoment(view.managerNext.at, locale), view.managerNext.name))]
    : [asks];
}

function summary(view: InvitationView, w: Words): (the: string, when: string, ref: string) => string {
  const card = w.invitation.summary;
  if (view.state.is === 'cancelled') return card.cancelled;
  if (view.state.is === 'running' || view.state.is === 'past') return card[view.state.is];
  if (view.state.is !== 'asked') return card.answered;
  if (view.reminder) return card.reminder;
  return view.movedFrom === null ? card.asked : card.moved;
}
