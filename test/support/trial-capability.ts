import type { Capability } from '../../bot/capability';
import type { Unit } from '../../bot/db/unit';
import type { Facts, Kind } from '../../bot/obligations/kind';
import { settle } from '../../bot/obligations/settle';

/** A matter of a test: what a capability would know of it. */
export type TrialMatter = { owed: boolean; lead?: string; coLead?: string; ref: string };

/**
 * Kinds whose capabilities come later, on the engine as it stands: the matters live in the test's memory, everything about
 * them (rows, walks, digests, messages) is the real thing.
 */
export function trialCapability(
  matters: Map<string, TrialMatter>,
  did: (unit: Unit, verb: string, matterId: string) => void,
): Capability {
  const kind = (name: string): Kind => ({
    kind: name,
    cardKind: () => `trial.${name}`,
    facts: async (_unit, rows) =>
      new Map(
        rows.map((row): [string, Facts] => {
          const matter = matters.get(row.matterId);
          return [
            row.id,
            {
              owed: matter?.owed ?? false,
              roles: { lead: matter?.lead ?? null, coLead: matter?.coLead ?? null },
              maySee: () => true,
            },
          ];
        }),
      ),
    line: async (_unit, { obligation }) => ({
      text: `${name} venter`,
      group: matters.get(obligation.matterId)?.ref ?? 'BF',
    }),
    lock: async () => undefined,
    deadlines: {
      'past-due': async (unit, obligation) => {
        did(unit, 'past', obligation.matterId);
        const matter = matters.get(obligation.matterId);
        if (matter) matter.owed = false;
        await settle(
          unit,
          { matterKind: 'trial', matterIds: [obligation.matterId] },
          { status: 'lapsed', because: 'past-due' },
        );
      },
    },
  });
  const names = ['trial-ruling', 'transition', 'trial-introduction', 'visit'];
  return {
    name: 'trial',
    kinds: names.map(kind),
    renderers: Object.fromEntries(
      names.map((name) => [
        `trial.${name}`,
        async (
          _unit: Unit,
          input: { matterId: string; sending?: { rung?: string; obligation?: { round: number } } },
        ) => ({
          card: {
            type: 'AdaptiveCard' as const,
            version: '1.5',
            body: [
              {
                type: 'TextBlock',
                wrap: true,
                text: name,
                id: `${name}/${input.sending?.rung ?? 'own'}/${input.matterId}/${input.sending?.obligation?.round ?? 1}`,
              },
            ],
          },
          summary: name,
        }),
      ]),
    ),
  };
}
