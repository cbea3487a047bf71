import { z } from 'zod/v4';
import { type Verb, verb } from '../../capability';
import type { Registry } from '../../obligations/kind';
import type { Models } from '../../pathways/models';
import { HINDERED_CODES } from '../rules';
import { answerInvitation, type InvitationAnswer } from './answer-invitation';
import { answerStandIn } from './answer-stand-in';
import { drawAnswers } from './draw';
import { nameSomebody } from './name-somebody';
import { replyHindered } from './reply-hindered';

const version = z.coerce.number().pipe(z.int32());
const invitationInput = z.strictObject({ invitation: z.uuid(), version });
const standInInput = z.strictObject({ standIn: z.uuid(), version });

/** What is answered before a meeting: the invited one, a colleague, the lead, the manager. */
export function answerVerbs(models: Models, registry: () => Registry): Record<string, Verb> {
  const { showInvitation, showStandIn, showHindered, showRepresentation } = drawAnswers(models, registry);
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
  return {
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
        showInvitation(caller, input.invitation, 'replace', refused, {
          faultAt: 'code',
          reopened: refused?.code === 'pick-a-reason',
        }),
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
        showInvitation(caller, input.invitation, 'replace', refused, {
          faultAt: 'colleague',
          reopened: refused?.code === 'pick-somebody',
        }),
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
  };
}
