import { type House, inTenant } from '../db/unit';
import { importFolder } from '../people/import/import-folder';
import { dayOf, toMoment } from '../time/moment';

/** On the first start of development mode: an empty house is filled from the demo municipality's folder. */
export async function importDemo(options: { house: House; tenantId: string; folder: string }): Promise<void> {
  const { house, tenantId, folder } = options;
  const people = await inTenant(house, tenantId, (unit) => unit.tx.person.count({ where: { tenantId } }));
  if (people > 0) return;
  const { policy } = house.municipality(tenantId);
  const now = house.clocks.calendar();
  const done = await importFolder({
    prisma: house.prisma,
    tenantId,
    folder,
    name: policy.municipality,
    seal: (place, text) => house.sealer.seal({ tenantId, ...place }, text),
    open: (place, sealed) => house.sealer.open({ tenantId, ...place }, sealed),
    newId: house.newId,
    now,
    today: dayOf(toMoment(now, policy.zone)),
  });
  if (!done.ok)
    throw new Error(
      `The demo municipality in ${folder} has ${done.faults.length} faults; run: npm run import -- ${folder}`,
    );
  house.log.info(
    { people: done.report.people.created, pathways: done.report.pathways.created },
    'the demo municipality is in',
  );
}
