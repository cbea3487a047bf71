import { z } from 'zod/v4';
import { callFormCard } from '../../cards/meetings/call-form';
import { cancelCard } from '../../cards/meetings/cancel';
import { hinderedCard } from '../../cards/meetings/hindered';
import { invitationCard } from '../../cards/meetings/invitation';
import { meetingCard } from '../../cards/meetings/meeting';
import { meetingsCard } from '../../cards/meetings/meetings';
import { moveFormCard } from '../../cards/meetings/move-form';
import { representationCard } from '../../cards/meetings/representation';
import { standInCard } from '../../cards/meetings/stand-in';
import type { MeetingRole } from '../../cards/views';
import type { RefusalCode } from '../../content/words/words';
import { type Caller, type Capability, type Refused, verb } from '../capability';
import type { AuditEntry } from '../db/unit';
import type { Registry } from '../obligations/kind';
import { modelOf } from '../pathways/freeze-model';
import { citizenTakesPart, type Model } from '../pathways/models';
import { type PathwayWithTeam, pathwayFor } from '../pathways/standing';
import { may } from '../people/rights';
import { addWorkingDays } from '../time/working-calendar';
import type { Answer } from '../turn';
import { answerInvitation, type InvitationAnswer } from './answers/answer-invitation';
import { answerStandIn } from './answers/answer-stand-in';
import { nameSomebody } from './answers/name-somebody';
import { replyHindered } from './answers/reply-hindered';
import { callFormView, type Typed } from './call-form';
import { callMeeting } from './call-meeting';
import { clashKeys, takenText } from './clashes';
import { cancelMeeting } from './end-meeting';
import { invitationUnreached, keptHindered, meetingKinds, meetingRenderers, nextUpward } from './kinds';
import { meetingLetters } from './letters';
import { clashesOfMove, moveMeeting } from './move-meeting';
import { myMeetings } from './my-meetings';
import { HINDERED_CODES, isClosed, readWhen } from './rules';
import { hinderedView, invitationView, meetingFacts, meetingView, representationView, standInView } from './show';
import { isManagerOf, mayKnowOfStandIn, standingsAt } from './standing';
import { loadInvitation, loadMeetings, loadStandIn, type MeetingCase, startOf } from './store';
import { workVerbs } from './work/chat';
import { meetingFiles } from './work/files';
import type { MeetingParts } from './work/gathered';
import { workKinds, workNotices, workRenderers } from './work/kinds';
import { owedVerbs } from './work/owed-chat';

const version = z.coerce.number().int();
const invitationInput = z.strictObject({ invitation: z.uuid(), version });
const standInInput = z.strictObject({ standIn: z.uuid(), version });
const meetingInput = z.strictObject({ meeting: z.uuid() });
const text = z.string().max(2_000);
const toggle = z.enum(['true', 'false']);
const callInput = z
  .object({
    pathway: z.uuid(),
    form: z.uuid(),
    kind: text,
    date: text,
    time: text,
    duration: text,
    where: z.enum(['place', 'online', 'home']),
    place: text.optional(),
    agreed: toggle.optional(),
    seen: text.optional(),
    citizenView: text.optional(),
    guests: text.optional(),
    meetingGround: toggle.optional(),
    givenBy: text.optional(),
  })
  .catchall(text)
  .refine((input) => Object.keys(input).every((key) => CALL_KEY.test(key)));
const CALL_KEY =
  /^(?:pathway|form|kind|date|time|duration|where|place|agreed|seen|citizenView|guests|meetingGround|givenBy|role-(?:leader|facilitator|note-taker)|(?:come|why|ext|extwhy)-[0-9a-f-]{36})$/;
const moveInput = z.strictObject({
  meeting: z.uuid(),
  version,
  date: text,
  time: text,
  agreed: toggle.optional(),
  seen: text.optional(),
});

/** Calling, answering, moving and cancelling cross-department meetings. */
export function meetingsCapability(parts: MeetingParts, registry: () => Registry): Capability {
  const { models, sections } = parts;
  const notFound = (caller: Caller): Answer => ({ say: caller.words.turn.notFound });
  const sentence = (caller: Caller, refused: Refused | undefined): string | null =>
    refused === undefined
      ? null
      : (caller.words.refusals[refused.code as RefusalCode] ?? caller.words.turn.nothingChanged);
  const sentences = (caller: Caller, faults: Readonly<Record<string, string>> | undefined): Record<string, string> =>
    Object.fromEntries(
      Object.entries(faults ?? {}).map(([input, code]) => [input, caller.words.refusals[code as RefusalCode] ?? code]),
    );

  const meetingFor = async (
    caller: Caller,
    id: string,
    right: 'meeting.see' | 'meeting.move' | 'meeting.cancel',
  ): Promise<MeetingCase | undefined> => {
    const found = (await loadMeetings(caller.unit, [id])).get(id);
    return found && may(right, standingsAt(found, caller.person.id, caller.organisation)) ? found : undefined;
  };
  const modelFor = (caller: Caller, { meeting, known }: MeetingCase): Promise<Model | undefined> =>
    modelOf(caller.unit, { releaseId: meeting.releaseId, model: known.pathway.model }, models);
  const audit = (
    caller: Caller,
    act: string,
    matter: Pick<AuditEntry, 'matterKind' | 'matterId'>,
    { meeting }: MeetingCase,
  ): void => caller.unit.audit({ act, actorId: caller.person.id, ...matter, pathwayId: meeting.pathwayId });
  const auditMeeting = (caller: Caller, found: MeetingCase): void =>
    audit(caller, 'meeting.see', { matterKind: 'meeting', matterId: found.meeting.id }, found);
  const showMeeting = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await meetingFor(caller, id, 'meeting.see');
    if (!found) return notFound(caller);
    const { unit, person } = caller;
    auditMeeting(caller, found);
    const card = {
      ...meetingCard(await meetingView(unit, found, person.id), caller.locale),
      keep: { kind: 'meeting', matterKind: 'meeting', matterId: id },
    };
    const say = sentence(caller, refused);
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...(say === null ? {} : { say }) };
  };
  /** A running pathway that this person may call meetings in, with the model it meets by. */
  const callable = async (
    caller: Caller,
    pathwayId: string,
  ): Promise<{ known: PathwayWithTeam; model: Model } | undefined> => {
    const known = await pathwayFor(caller.unit, pathwayId, caller.person.id, 'meeting.call');
    const model = known?.pathway.status === 'open' ? models.get(known.pathway.model) : undefined;
    return known && model && { known, model };
  };
  const showCallForm = async (
    caller: Caller,
    pathwayId: string,
    form: string,
    how: 'post' | 'replace',
    typed?: Typed,
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await callable(caller, pathwayId);
    if (!found) return notFound(caller);
    const { known, model } = found;
    caller.unit.audit({
      act: 'pathway.see',
      actorId: caller.person.id,
      matterKind: 'pathway',
      matterId: pathwayId,
      pathwayId,
    });
    const faults = sentences(caller, refused?.faults);
    const view = await callFormView(caller.unit, known, model, {
      form,
      locale: caller.locale,
      byId: caller.person.id,
      faults,
      ...(typed ? { typed } : {}),
    });
    const card = callFormCard(view, caller.locale);
    return how === 'post' ? { post: [card] } : { replace: card };
  };
  const showInvitation = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
    options: { reopened?: boolean; faultAt?: 'colleague' | 'code' } = {},
  ): Promise<Answer> => {
    const found = await loadInvitation(caller.unit, id);
    if (found?.invitation.personId !== caller.person.id) return notFound(caller);
    if (!may('invitation.answer', standingsAt(found.case, caller.person.id, caller.organisation)))
      return notFound(caller);
    audit(caller, 'invitation.see', { matterKind: 'invitation', matterId: id }, found.case);
    const fault = sentence(caller, refused);
    const view = await invitationView(caller.unit, found.case, found.invitation, models, {
      reopened: options.reopened ?? false,
      managerNext: await nextUpward(caller.unit, registry(), id),
      ...(fault === null ? {} : { fault }),
      ...(fault === null || options.faultAt === undefined ? {} : { faultAt: options.faultAt }),
    });
    const card = {
      ...invitationCard(view, caller.locale),
      keep: { kind: 'invitation', matterKind: 'invitation', matterId: id },
    };
    return how === 'post' ? { post: [card] } : { replace: card };
  };
  const showStandIn = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await loadStandIn(caller.unit, id);
    if (found?.standIn.personId !== caller.person.id) return notFound(caller);
    if (!mayKnowOfStandIn(found.case, caller.person.id, caller.organisation)) return notFound(caller);
    audit(caller, 'stand-in.see', { matterKind: 'stand-in', matterId: id }, found.case);
    const view = await standInView(caller.unit, found.case, found.invitation, id, undefined);
    if (!view) return notFound(caller);
    const card = {
      ...standInCard(view, caller.locale),
      keep: { kind: 'stand-in', matterKind: 'stand-in', matterId: id },
    };
    const say = sentence(caller, refused);
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...(say === null ? {} : { say }) };
  };
  const showHindered = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await loadInvitation(caller.unit, id);
    if (!found || !may('hindered.reply', standingsAt(found.case, caller.person.id, caller.organisation)))
      return notFound(caller);
    // Of the meeting, not of the invitation: that a lead looked at this card would say for good who was hindered.
    auditMeeting(caller, found.case);
    const view = await hinderedView(caller.unit, found.case, found.invitation, caller.person.id, undefined);
    const card = { ...hinderedCard(view, caller.locale), keep: keptHindered(found.case, id, view) };
    const say = sentence(caller, refused);
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...(say === null ? {} : { say }) };
  };
  const showRepresentation = async (
    caller: Caller,
    id: string,
    how: 'post' | 'replace',
    refused?: Refused,
  ): Promise<Answer> => {
    const found = await loadInvitation(caller.unit, id);
    if (!found || !isManagerOf(found.invitation, caller.person.id, caller.organisation)) return notFound(caller);
    audit(caller, 'representation.see', { matterKind: 'invitation', matterId: id }, found.case);
    const fault = sentence(caller, refused);
    const view = await representationView(caller.unit, found.case, found.invitation, fault === null ? {} : { fault });
    const card = {
      ...representationCard(view, caller.locale),
      keep: { kind: 'representation', matterKind: 'invitation', matterId: id },
    };
    return how === 'post' ? { post: [card] } : { replace: card };
  };
  const answering = <Input extends { invitation: string; version: number }>(
    input: z.ZodType<Input>,
    answerOf: (input: Input) => InvitationAnswer,
  ) =>
    verb<Input>({
      input,
      act: (caller, given) =>
        answerInvitation(caller.unit, given.invitation, given.version, answerOf(given), caller.person.id),
      show: (caller, given, refused) => showInvitation(caller, given.invitation, 'replace', refused),
    });
  const standing = (answer: 'accept' | 'decline' | 'withdraw') =>
    verb({
      input: standInInput,
      act: (caller, given) => answerStandIn(caller.unit, given.standIn, answer, caller.person.id),
      show: (caller, given, refused) => showStandIn(caller, given.standIn, 'replace', refused),
    });
  const replying = (reply: 'manage' | 'somebody') =>
    verb({
      input: invitationInput,
      act: (caller, given) => replyHindered(caller.unit, given.invitation, given.version, reply, caller.person.id),
      show: (caller, given, refused) => showHindered(caller, given.invitation, 'replace', refused),
    });
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

  const files = meetingFiles(parts);
  return {
    name: 'meetings',
    kinds: [...meetingKinds(sections), ...workKinds()],
    renderers: { ...meetingRenderers(models, registry), ...workRenderers(parts) },
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
      ...workVerbs({ ...parts, moveForm: showMoveForm }),
      ...owedVerbs(),
      ...files.verbs,
      'home.meetings': verb({
        input: z.strictObject({}),
        show: async (caller) => ({
          post: [meetingsCard(await myMeetings(caller.unit, caller.person.id), caller.locale)],
        }),
      }),
      'meeting.form': verb({
        input: z.strictObject({ pathway: z.uuid() }),
        show: (caller, input) => showCallForm(caller, input.pathway, caller.unit.house.newId(), 'post'),
      }),
      'meeting.call': verb({
        input: callInput,
        keepsTyped: true,
        act: async (caller, input) => {
          const found = await callable(caller, input.pathway);
          if (!found) return { code: 'not-yours' };
          const { known, model } = found;
          const faults = await callMeeting(
            caller.unit,
            known,
            model,
            {
              meetingId: input.form,
              kind: input.kind,
              date: input.date,
              time: input.time,
              duration: Number(input.duration),
              where: input.where,
              place: input.place ?? '',
              agreedWithCitizen: input.agreed === 'true',
              citizenView: input.citizenView ?? '',
              guests: input.guests ?? '',
              invited: marked(input, 'come').map((personId) => ({ personId, why: typedAt(input, `why-${personId}`) })),
              externals: marked(input, 'ext').map((externalId) => ({
                externalId,
                why: typedAt(input, `extwhy-${externalId}`),
              })),
              roles: {
                leader: roleAt(input, 'leader'),
                facilitator: roleAt(input, 'facilitator'),
                'note-taker': roleAt(input, 'note-taker'),
              },
              meetingGround: input.meetingGround === 'true',
              givenBy: input.givenBy ?? '',
              seen: input.seen ?? '',
            },
            caller.person.id,
          );
          return Object.keys(faults).length === 0 ? undefined : { code: 'form', faults };
        },
        show: (caller, input, refused) =>
          refused?.code === 'form'
            ? showCallForm(caller, input.pathway, input.form, 'replace', asTyped(input), refused)
            : refused
              ? Promise.resolve(notFound(caller))
              : showMeeting(caller, input.form, 'replace'),
      }),
      'meeting.open': verb({
        input: meetingInput,
        show: (caller, input) => showMeeting(caller, input.meeting, 'post'),
      }),
      'meeting.back': verb({
        input: z.looseObject({ meeting: z.uuid() }),
        show: (caller, input) => showMeeting(caller, input.meeting, 'replace'),
      }),
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
                sentences(caller, refused.faults),
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
      'invitation.open': verb({
        input: z.strictObject({ invitation: z.uuid() }),
        show: (caller, input) => showInvitation(caller, input.invitation, 'post'),
      }),
      'invitation.come': answering(z.looseObject({ invitation: z.uuid(), version }), () => ({ kind: 'come' })),
      'invitation.hindered': verb({
        input: z.looseObject({ invitation: z.uuid(), version, code: z.string().optional() }),
        act: async (caller, input) => {
          const code = HINDERED_CODES.find((one) => one === input.code);
          if (!code) return { code: 'pick-a-reason' };
          return answerInvitation(
            caller.unit,
            input.invitation,
            input.version,
            { kind: 'hindered', code },
            caller.person.id,
          );
        },
        show: (caller, input, refused) =>
          showInvitation(caller, input.invitation, 'replace', refused, { faultAt: 'code' }),
      }),
      'invitation.stand-in': verb({
        input: z.looseObject({ invitation: z.uuid(), version, colleague: z.string().optional() }),
        act: async (caller, input) => {
          if (!z.uuid().safeParse(input.colleague).success) return { code: 'pick-somebody' };
          const colleagueId = input.colleague ?? '';
          return answerInvitation(
            caller.unit,
            input.invitation,
            input.version,
            { kind: 'ask-colleague', colleagueId },
            caller.person.id,
          );
        },
        show: (caller, input, refused) =>
          showInvitation(caller, input.invitation, 'replace', refused, { faultAt: 'colleague' }),
      }),
      'invitation.change': verb({
        input: z.looseObject({ invitation: z.uuid(), version }),
        show: (caller, input) => showInvitation(caller, input.invitation, 'replace', undefined, { reopened: true }),
      }),
      'stand-in.open': verb({
        input: z.strictObject({ standIn: z.uuid() }),
        show: (caller, input) => showStandIn(caller, input.standIn, 'post'),
      }),
      'stand-in.accept': standing('accept'),
      'stand-in.decline': standing('decline'),
      'stand-in.withdraw': standing('withdraw'),
      'hindered.open': verb({
        input: z.strictObject({ invitation: z.uuid() }),
        show: (caller, input) => showHindered(caller, input.invitation, 'post'),
      }),
      'hindered.manage': replying('manage'),
      'hindered.somebody': replying('somebody'),
      'representation.open': verb({
        input: z.strictObject({ invitation: z.uuid() }),
        show: (caller, input) => showRepresentation(caller, input.invitation, 'post'),
      }),
      'representation.name': verb({
        input: z.strictObject({ invitation: z.uuid(), version, person: z.string().optional() }),
        act: async (caller, input) => {
          if (!z.uuid().safeParse(input.person).success) return { code: 'pick-somebody' };
          return nameSomebody(caller.unit, input.invitation, input.version, input.person ?? '', caller.person.id);
        },
        show: (caller, input, refused) => showRepresentation(caller, input.invitation, 'replace', refused),
      }),
    },
  };
}

const typedAt = (input: Readonly<Record<string, unknown>>, key: string): string => {
  const value = input[key];
  return typeof value === 'string' ? value : '';
};

/** Who has a role; a choice that says nobody is nobody. */
const roleAt = (input: Readonly<Record<string, unknown>>, role: MeetingRole): string => {
  const chosen = z.uuid().safeParse(input[`role-${role}`]);
  return chosen.success ? chosen.data : '';
};

/** The ids whose toggle of this name is on. */
const marked = (input: Readonly<Record<string, unknown>>, toggle: 'come' | 'ext'): string[] =>
  Object.entries(input).flatMap(([key, value]) =>
    key.startsWith(`${toggle}-`) && value === 'true' ? [key.slice(toggle.length + 1)] : [],
  );

function asTyped(input: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    Object.entries(input).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
}
