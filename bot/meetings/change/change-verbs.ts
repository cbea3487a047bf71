import { z } from 'zod/v4';
import { cancelCard } from '../../../cards/meetings/cancel';
import { moveFormCard } from '../../../cards/meetings/move-form';
import { type Caller, faultsIn, notFound, type Verb, verb } from '../../capability';
import { modelOf } from '../../pathways/freeze-model';
import { citizenTakesPart, type Model } from '../../pathways/models';
import { addWorkingDays } from '../../time/working-calendar';
import type { Answer } from '../../turn';
import { clashKeys, takenText } from '../call/clashes';
import { meetingFacts } from '../card-facts';
import { auditMeeting, meetingFor, showMeeting } from '../draw';
import { isClosed, readWhen } from '../rules';
import { type MeetingCase, startOf } from '../store';
import type { MeetingParts } from '../work/gathered';
import { cancelMeeting } from './end-meeting';
import { clashesOfMove, moveMeeting } from './move-meeting';

const version = z.coerce.number().pipe(z.int32());
const meetingInput = z.strictObject({ meeting: z.uuid() });
const text = z.string().max(2_000);
const toggle = z.enum(['true', 'false']);
const moveInput = z.strictObject({
  meeting: z.uuid(),
  version,
  date: text,
  time: text,
  agreed: toggle.optional(),
  seen: text.optional(),
});

/** Moving and cancelling a meeting; the form for another time also stands on the meeting card, so that it is handed out. */
export function changing({ models, sections }: MeetingParts) {
  const modelFor = (caller: Caller, { meeting, known }: MeetingCase): Promise<Model | undefined> =>
    modelOf(caller.unit, { releaseId: meeting.releaseId, model: known.pathway.model }, models);
  const showMoveForm = async (
    caller: Caller,
    id: string,
    typed?: { date: string; time: string; agreed: boolean },
    faults?: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    const found = await meetingFor(caller, id, 'meeting.move');
    if (!found) return notFound(caller);
    if (isClosed(found.meeting)) return showMeeting(caller, id, 'replace', { code: 'closed' });
    auditMeeting(caller, found);
    const model = await modelFor(caller, found);
    const kind = model?.meetings.find((one) => one.kind === found.meeting.kindKey);
    const start = startOf(found.meeting);
    const when = typed && readWhen(typed, caller.unit.moment, caller.organisation.house);
    const at = when && !('fault' in when) ? when.at : undefined;
    const clashes = at === undefined ? [] : await clashesOfMove(caller.unit, found, at);
    const view = {
      meetingId: id,
      version: found.meeting.version,
      meeting: meetingFacts(caller.unit, found, caller.organisation, 'matter'),
      citizenTakesPart: model === undefined || citizenTakesPart(model, kind),
      earliest: addWorkingDays(caller.organisation.house, caller.unit.today, 0),
      clashes: clashes.map((one) => ({
        name: caller.organisation.people.get(one.personId)?.name ?? '',
        clash: takenText(one, caller.locale) ?? caller.words.callForm.away,
      })),
      clashesSeen: at === undefined ? '' : clashKeys(at, clashes).join(' '),
      values: typed ?? { date: start.slice(0, 10), time: start.slice(11), agreed: false },
      faults: faults ?? {},
    };
    return { replace: moveFormCard(view, caller.locale) };
  };

  const verbs: Record<string, Verb> = {
    'meeting.move-form': verb({ input: meetingInput, show: (caller, input) => showMoveForm(caller, input.meeting) }),
    'meeting.move': verb({
      input: moveInput,
      keepsTyped: true,
      act: async (caller, input) => {
        const found = await meetingFor(caller, input.meeting, 'meeting.move');
        const model = found && (await modelFor(caller, found));
        if (!found || !model) return { code: 'not-yours' };
        const faults = await moveMeeting(
          caller.unit,
          input.meeting,
          model,
          {
            date: input.date,
            time: input.time,
            agreedWithCitizen: input.agreed === 'true',
            version: input.version,
            seen: input.seen ?? '',
          },
          caller.person.id,
          sections,
        );
        const whole = faults[''];
        if (whole !== undefined) return { code: whole };
        return Object.keys(faults).length === 0 ? undefined : { code: 'form', faults };
      },
      show: (caller, input, refused) =>
        refused?.code === 'form'
          ? showMoveForm(
              caller,
              input.meeting,
              { date: input.date, time: input.time, agreed: input.agreed === 'true' },
              faultsIn(caller, refused),
            )
          : showMeeting(caller, input.meeting, 'replace', refused),
    }),
    'meeting.cancel-ask': verb({
      input: meetingInput,
      show: async (caller, input) => {
        const found = await meetingFor(caller, input.meeting, 'meeting.cancel');
        if (!found) return notFound(caller);
        if (isClosed(found.meeting)) return showMeeting(caller, input.meeting, 'replace', { code: 'closed' });
        auditMeeting(caller, found);
        const meeting = meetingFacts(caller.unit, found, caller.organisation, 'matter');
        return {
          replace: cancelCard({ meetingId: input.meeting, version: found.meeting.version, meeting }, caller.locale),
        };
      },
    }),
    'meeting.cancel': verb({
      input: z.strictObject({ meeting: z.uuid(), version }),
      act: async (caller, input) => {
        if (!(await meetingFor(caller, input.meeting, 'meeting.cancel'))) return { code: 'not-yours' };
        const code = await cancelMeeting(caller.unit, input.meeting, input.version, caller.person.id, sections);
        return code === undefined ? undefined : { code };
      },
      show: (caller, input, refused) => showMeeting(caller, input.meeting, 'replace', refused),
    }),
  };
  return { verbs, moveForm: (caller: Caller, meetingId: string): Promise<Answer> => showMoveForm(caller, meetingId) };
}
