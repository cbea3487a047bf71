import { z } from 'zod/v4';
import { spokenMoment, writtenDay } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { facts, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { fitting, plain } from '../text';
import type { PathwayView } from '../views';
import template from './pathway.json';

const draw = defineCard({
  name: 'pathway',
  template,
  schema: z.strictObject({
    id: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    hasFacts: z.boolean(),
    facts,
    team: z.strictObject({
      title: z.string(),
      members: z.array(z.strictObject({ name: z.string(), department: z.string(), note: z.string() })),
      rest: z.string(),
    }),
    meetings: z.strictObject({
      title: z.string(),
      items: z.array(z.strictObject({ number: z.string(), text: z.string() })),
      none: z.string(),
      rest: z.string(),
      rows: z
        .array(z.strictObject({ buttons: z.array(z.strictObject({ title: z.string(), id: z.string() })).max(2) }))
        .max(2),
    }),
    call: z.strictObject({ offered: z.boolean(), title: z.string() }),
  }),
});

/** One pathway: who leads, who is in the team, which meetings there are. */
export function pathwayCard(view: PathwayView, locale: Locale): Drawn {
  const w = words(locale);
  const team = fitting(
    view.team.map((member) => ({
      name: member.name,
      department: `, ${member.department}`,
      note: member.ground ? '' : `, ${w.pathway.noGround}`,
    })),
    6_500,
  );
  const called = view.meetings.filter((meeting) => meeting.status === 'called').slice(0, 4);
  const others = view.meetings.filter((meeting) => meeting.status !== 'called').slice(0, 4);
  const shown = view.meetings.filter((meeting) => called.includes(meeting) || others.includes(meeting));
  const hidden = view.meetings.length - shown.length;
  // The year is said where it is not the newest meeting's.
  const newest = view.meetings
    .map((meeting) => meeting.at)
    .sort()
    .at(-1);
  const buttons = called.map((meeting) => ({ title: w.pathway.open(meeting.number), id: meeting.id }));
  return draw(
    {
      id: view.id,
      quiet: w.pathway.quiet(plain(view.ref)),
      title: plain(view.alias),
      state: view.ended ? { text: w.pathway.ended, color: 'Default' } : { text: w.pathway.running, color: 'Good' },
      hasFacts: true,
      facts: [
        { name: w.pathway.lead, value: view.lead ?? w.pathway.nobody },
        ...(view.coLead === null ? [] : [{ name: w.pathway.coLead, value: view.coLead }]),
        { name: w.pathway.department, value: view.department },
        { name: w.pathway.model, value: w.models[view.model] ?? view.model },
        { name: w.pathway.startedOn, value: writtenDay(view.startedOn, locale) },
      ],
      team: { title: w.pathway.team, members: team.kept, rest: team.rest === 0 ? '' : w.andMore(team.rest) },
      meetings: {
        title: w.pathway.meetings,
        items: shown.map((meeting) => ({
          number: `${w.pathway.meeting(meeting.number)}: `,
          text: `${spokenMoment(meeting.at, locale, newest)}, ${w.pathway.meetingStates[meeting.status]}`,
        })),
        none: view.meetings.length === 0 ? w.pathway.noMeetings : '',
        rest: hidden === 0 ? '' : w.andMore(hidden),
        rows: [buttons.slice(0, 2), buttons.slice(2)].filter((row) => row.length > 0).map((row) => ({ buttons: row })),
      },
      call: { offered: view.mayCall, title: w.pathway.call },
    },
    w.pathway.summary(view.ref),
    locale,
  );
}
