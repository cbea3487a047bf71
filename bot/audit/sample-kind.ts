import { words } from '../../content/words/words';
import type { Facts, Kind } from '../obligations/kind';
import { organisation } from '../people/organisation';
import { sampleResponsible } from '../people/sample-responsible';
import { dayFromDate } from '../time/day';
import { lockSamples } from './samples';

/** That a sample of the audit log is looked through and signed off, by whoever the policy names; late, their manager hears of it. */
export function sampleKind(): Kind {
  return {
    kind: 'audit-sample',
    cardKind: () => 'audit-sample',
    facts: async (unit, rows) => {
      const org = await organisation(unit);
      const responsibleId = sampleResponsible(unit.policy, org);
      const signed = await unit.tx.auditSampleSignOff.findMany({
        where: { tenantId: unit.tenantId, sampleId: { in: rows.map((row) => row.matterId) } },
        select: { sampleId: true },
      });
      const leaders = responsibleId === undefined ? [] : org.leadersOf(responsibleId);
      const above = new Set(leaders.flatMap((id) => [id, org.atWorkFor(id)]));
      return new Map(
        rows.map((row): [string, Facts] => [
          row.id,
          {
            owed: !signed.some((one) => one.sampleId === row.matterId),
            roles: {},
            maySee: (id) => id === responsibleId || above.has(id),
          },
        ]),
      );
    },
    line: async (unit, { personId, locale, obligation }) => {
      const all = words(locale);
      const org = await organisation(unit);
      const dueOn = obligation.dueOn === null ? unit.today : dayFromDate(obligation.dueOn);
      const group = all.auditSample.quiet;
      const responsibleId = sampleResponsible(unit.policy, org);
      if (personId !== responsibleId) {
        const name = org.people.get(obligation.ownerId ?? '')?.name;
        return name === undefined ? undefined : { text: all.lines.auditSampleUpward(name, dueOn), group };
      }
      return {
        text: all.lines.auditSample(dueOn),
        group,
        action: { title: all.actions.open, verb: 'audit.sample-open', input: { sample: obligation.matterId } },
      };
    },
    lock: (unit) => lockSamples(unit),
    deadlines: {},
  };
}
