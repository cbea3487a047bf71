import { z } from 'zod/v4';
import { meetingsCard } from '../../cards/meetings/meetings';
import { type Capability, verb } from '../capability';
import type { Registry } from '../obligations/kind';
import { answerVerbs } from './answers/answer-verbs';
import { answerKinds } from './answers/kinds';
import { answerRenderers } from './answers/renderers';
import { callVerbs } from './call/call-verbs';
import { changing } from './change/change-verbs';
import { showMeeting } from './draw';
import { invitationUnreached, meetingKinds, meetingRenderers } from './kinds';
import { meetingLetters } from './letters';
import { myMeetings } from './my-meetings';
import { owedKinds } from './owed/kinds';
import { owedVerbs } from './owed/owed-verbs';
import { owedRenderers } from './owed/renderers';
import { meetingFiles } from './work/files';
import type { MeetingParts } from './work/gathered';
import { workKinds, workNotices, workRenderers } from './work/kinds';
import { workVerbs } from './work/work-verbs';

/** Calling, answering, moving and cancelling cross-department meetings. */
export function meetingsCapability(parts: MeetingParts, registry: () => Registry): Capability {
  const { models, sections } = parts;
  const { verbs: changeVerbs, moveForm } = changing(parts);
  const files = meetingFiles(parts);
  return {
    name: 'meetings',
    kinds: [...answerKinds(), ...meetingKinds(sections), ...workKinds(), ...owedKinds()],
    renderers: {
      ...answerRenderers(models, registry),
      ...meetingRenderers(),
      ...workRenderers(parts),
      ...owedRenderers(),
    },
    notices: workNotices(),
    files: files.files,
    letters: meetingLetters(),
    unreached: { invitation: invitationUnreached },
    commands: [
      {
        key: 'meetings',
        pattern: /^(?:møder?|mode|mine møder|meetings?)$/,
        names: ['møde', 'møder', 'meetings'],
        run: async (caller) => ({
          post: [meetingsCard(await myMeetings(caller.unit, caller.person.id), caller.locale)],
        }),
      },
    ],
    verbs: {
      ...callVerbs(parts),
      ...changeVerbs,
      ...answerVerbs(models, registry),
      ...workVerbs({ ...parts, moveForm }),
      ...owedVerbs(),
      ...files.verbs,
      'home.meetings': verb({
        input: z.strictObject({}),
        show: async (caller) => ({
          post: [meetingsCard(await myMeetings(caller.unit, caller.person.id), caller.locale)],
        }),
      }),
      'meeting.open': verb({
        input: z.strictObject({ meeting: z.uuid() }),
        show: (caller, input) => showMeeting(caller, input.meeting, 'post'),
      }),
      'meeting.back': verb({
        input: z.looseObject({ meeting: z.uuid() }),
        show: (caller, input) => showMeeting(caller, input.meeting, 'replace'),
      }),
    },
  };
}
