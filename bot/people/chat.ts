import { z } from 'zod/v4';
import { helpCard } from '../../cards/home/help';
import { statusCard } from '../../cards/home/status';
import { type Caller, type Capability, verb } from '../capability';
import type { Registry } from '../obligations/kind';
import type { Answer } from '../turn';
import { may, type Standing } from './rights';
import { readStatus, type Surroundings } from './status';

/** What one can do here, and for the administrator how the house is. */
export function homeCapability(parts: { registry: () => Registry; surroundings: Surroundings }): Capability {
  const isAdministrator = (caller: Caller): boolean => {
    const standings = new Set<Standing>([
      'staff',
      ...(caller.organisation.hasRole(caller.person.id, 'administrator') ? (['administrator'] as const) : []),
    ]);
    return may('status.see', standings);
  };
  const help = async (caller: Caller): Promise<Answer> => ({
    post: [helpCard({ administrator: isAdministrator(caller), development: caller.development }, caller.locale)],
  });
  const status = async (caller: Caller): Promise<Answer> => {
    // For everybody else the command does not exist: they get what anybody gets who asks for help.
    if (!isAdministrator(caller)) return help(caller);
    return { post: [statusCard(await readStatus(caller.unit, parts.surroundings, caller.locale), caller.locale)] };
  };
  return {
    name: 'home',
    commands: [
      {
        key: 'help',
        pattern: /^(?:hjælp|hjaelp|hj|hej|hey|hi|hello|help|start|menu)$/,
        names: ['hjælp', 'hej', 'help'],
        run: help,
      },
      { key: 'status', pattern: /^status$/, names: ['status'], run: status },
    ],
    verbs: {
      'home.help': verb({ input: z.looseObject({}), show: help }),
      'home.status': verb({ input: z.looseObject({}), show: status }),
    },
  };
}
