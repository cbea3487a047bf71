import { z } from 'zod/v4';
import { type Capability, verb } from '../../bot/capability';
import type { MeetingEvent, MeetingSection } from '../../bot/meetings/section';
import { touchCards } from '../../bot/messages/touch';
import type { PathwaySection } from '../../bot/pathways/section';

/** What a test put forward at one meeting: open until somebody presses it. */
export type TrialProposal = { readonly text: string; settled: boolean };

/**
 * A capability above meetings as one that comes later would be: proposals in the test's memory, everything that meetings
 * and pathways do with them is the real thing.
 */
export function trialSection(name = 'trial'): {
  readonly proposals: Map<string, TrialProposal>;
  readonly heard: { meetingId: string; event: MeetingEvent; here: number; status: string }[];
  readonly capability: Capability;
  readonly meetings: MeetingSection;
  readonly pathways: PathwaySection;
} {
  const proposals = new Map<string, TrialProposal>();
  const heard: { meetingId: string; event: MeetingEvent; here: number; status: string }[] = [];
  const same = (text: string) => ({ da: text, en: text });
  const title = { da: 'Forslag', en: 'Proposals' };
  return {
    proposals,
    heard,
    capability: {
      name,
      verbs: {
        'trial.open': verb({
          input: z.strictObject({ meeting: z.uuid() }),
          act: async ({ unit }, { meeting }) => {
            const proposal = proposals.get(meeting);
            if (proposal) proposal.settled = true;
            await touchCards(unit, 'meeting', [meeting]);
            return undefined;
          },
          show: async () => ({ say: 'afgjort' }),
        }),
      },
    },
    meetings: {
      name,
      shown: async (_unit, { meeting }, { standings }) => {
        const proposal = proposals.get(meeting.id);
        if (!proposal) return undefined;
        return {
          title,
          lines: [
            { mark: proposal.settled ? 'Good' : 'Warning', lead: same(''), text: same(proposal.text), quiet: same('') },
          ],
          button: standings.has('lead')
            ? { title: { da: 'Se forslag', en: 'See proposals' }, verb: 'trial.open', data: { meeting: meeting.id } }
            : null,
        };
      },
      open: async (_unit, { meeting }) =>
        proposals.get(meeting.id)?.settled === false
          ? [{ da: 'Ét forslag er åbent.', en: 'One proposal is open.' }]
          : [],
      recorded: async (_unit, { meeting }) => {
        const proposal = proposals.get(meeting.id);
        return proposal
          ? [
              {
                title: { da: 'Det besluttede vi', en: 'What we decided' },
                items: [{ lead: same('1.'), text: same(proposal.text) }],
              },
            ]
          : [];
      },
      follow: async (unit, { meeting }, event) => {
        const here = await unit.tx.presence.count({ where: { tenantId: unit.tenantId, meetingId: meeting.id } });
        heard.push({ meetingId: meeting.id, event, here, status: meeting.status });
      },
    },
    pathways: {
      name,
      shown: async (unit, { pathway }) => {
        const meetings = await unit.tx.meeting.findMany({
          where: { tenantId: unit.tenantId, pathwayId: pathway.id },
          select: { id: true },
        });
        const found = meetings.flatMap(({ id }) => (proposals.has(id) ? [id] : []));
        const [first] = found;
        if (first === undefined) return undefined;
        const button = {
          title: { da: `Forslag (${found.length})`, en: `Proposals (${found.length})` },
          verb: 'trial.open',
        };
        return { title, lines: [], button: { ...button, data: { meeting: first } } };
      },
    },
  };
}
