import type { SectionView } from '../../cards/views';
import { spokenDay } from '../../content/words/dates';
import { words } from '../../content/words/words';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { dateFromDay, dayFromDate } from '../time/day';

const DA = words('da');
const EN = words('en');

/**
 * What others have postponed their reminders of in a pathway, with the reason they gave. Only for whoever leads it: those who
 * postpone are told that the lead reads why. Undefined when nobody has.
 */
export async function postponedIn(unit: Unit, pathwayId: string, viewerId: string): Promise<SectionView | undefined> {
  const { tx, tenantId, today } = unit;
  const rows = await tx.snooze.findMany({
    where: {
      tenantId,
      untilOn: { gt: dateFromDay(today) },
      personId: { not: viewerId },
      obligation: { pathwayId, closedAt: null },
    },
    include: { obligation: { select: { kind: true } } },
    orderBy: [{ untilOn: 'asc' }, { id: 'asc' }],
  });
  if (rows.length === 0) return undefined;
  const org = await organisation(unit);
  return {
    title: { da: DA.pathway.postponed.title, en: EN.pathway.postponed.title },
    lines: rows.map((row) => {
      const name = `${org.people.get(row.personId)?.name ?? ''}:`;
      const reason = unit.open('snooze', 'reason_sealed', row.id, row.reasonSealed);
      const until = dayFromDate(row.untilOn);
      return {
        mark: '',
        lead: { da: name, en: name },
        text: { da: reason, en: reason },
        quiet: {
          da: DA.pathway.postponed.until(DA.owed[row.obligation.kind] ?? '', spokenDay(until, 'da', today)),
          en: EN.pathway.postponed.until(EN.owed[row.obligation.kind] ?? '', spokenDay(until, 'en', today)),
        },
      };
    }),
    button: null,
  };
}
