import { z } from 'zod/v4';
import { snoozeFormCard } from '../../cards/home/snooze-form';
import { readPick, waitingCard } from '../../cards/home/waiting';
import type { RefusalCode } from '../../content/words/words';
import { type Caller, type Capability, verb } from '../capability';
import { addDays } from '../time/day';
import type { Answer } from '../turn';
import type { Registry } from './kind';
import { orphanVerbs } from './orphan-verbs';
import { snooze } from './snooze';
import { digestView, waitingView } from './waiting';

const snoozeInput = z.strictObject({
  obligation: z.string(),
  until: z.string().optional(),
  reason: z.string().optional(),
});

/** What waits for one: `venter`, the morning's digest, and postponing. */
export function waitingCapability(
  registry: () => Registry,
  press: (caller: Caller, verb: string, input: Readonly<Record<string, string>>) => Promise<Answer>,
): Capability {
  const show = async (caller: Caller): Promise<Answer> => ({
    post: [waitingCard(await waitingView(caller.unit, registry(), caller.person.id, caller.locale), caller.locale)],
  });
  const form = async (
    caller: Caller,
    values: { obligation: string; until: string; reason: string },
    faults: Record<string, string>,
  ): Promise<Answer> => {
    const view = await waitingView(caller.unit, registry(), caller.person.id, caller.locale);
    if (view.snoozable.length === 0) return { say: caller.words.refusals['snooze-never'] };
    const { today } = caller.unit;
    return {
      replace: snoozeFormCard(
        { lines: view.snoozable, earliest: addDays(today, 1), latest: addDays(today, 14), values, faults },
        caller.locale,
      ),
    };
  };
  return {
    name: 'waiting',
    commands: [
      {
        key: 'waiting',
        pattern: /^(?:venter|hvad venter|mit|waiting|mine)$/,
        names: ['venter', 'mit', 'waiting'],
        run: show,
      },
    ],
    verbs: {
      ...orphanVerbs(registry),
      'home.waiting': verb({ input: z.looseObject({}), show }),
      'waiting.pick': verb({
        input: z.looseObject({ pick: z.string().optional() }),
        show: (caller, input) => {
          const picked = readPick(input.pick ?? '');
          return picked
            ? press(caller, picked.verb, picked.input)
            : Promise.resolve({ say: caller.words.refusals['pick-somebody'] });
        },
      }),
      'waiting.snooze-form': verb({
        input: z.looseObject({}),
        show: (caller) => form(caller, { obligation: '', until: addDays(caller.unit.today, 7), reason: '' }, {}),
      }),
      'waiting.snooze': verb({
        input: snoozeInput,
        keepsTyped: true,
        act: (caller, input) =>
          z.uuid().safeParse(input.obligation).success
            ? snooze(
                caller.unit,
                { obligationId: input.obligation, until: input.until ?? '', reason: input.reason ?? '' },
                caller.person.id,
              )
            : Promise.resolve({ code: 'form', faults: { obligation: 'pick-somebody' } }),
        show: async (caller, input, refused) => {
          if (refused === undefined)
            return {
              replace: waitingCard(
                await waitingView(caller.unit, registry(), caller.person.id, caller.locale),
                caller.locale,
              ),
            };
          const faults = Object.entries(refused.faults ?? { obligation: refused.code });
          const sentences = Object.fromEntries(
            faults.map(([key, code]) => [key, caller.words.refusals[code as RefusalCode] ?? code]),
          );
          return form(
            caller,
            { obligation: input.obligation, until: input.until ?? '', reason: input.reason ?? '' },
            sentences,
          );
        },
      }),
    },
    renderers: {
      digest: async (unit, { matterId, personId, locale, sending }) => {
        const view = await digestView(unit, registry(), matterId, personId, locale);
        // Nothing left to say: no digest is sent, and one that stands in the chat says that all of it is done.
        if (sending && view.groups.length === 0) return undefined;
        return { ...waitingCard(view, locale), keep: { kind: 'digest', matterKind: 'digest', matterId } };
      },
    },
  };
}
