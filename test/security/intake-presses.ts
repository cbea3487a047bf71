import type { Town } from '../support/town';
import { type IntakeIds, type Press, STAFF } from './cast';

const LEAD = 'the onboarding lead';
const HELLE = ['Helle'];
const led = (input: Press['input']): Press => ({ who: LEAD, may: HELLE, input });
const ofIntake = (more: Readonly<Record<string, unknown>> = {}): Press => led(({ intake }) => ({ intake, ...more }));
const ofSeat: Press = {
  who: 'whoever’s seat it is',
  may: ['Jonas'],
  input: ({ intakeSeat }) => ({ seat: intakeSeat, version: 1 }),
};
const when = { date: '2026-04-15', span: '9-15', place: 'Kursuslokalet' };

/** Classes, dialogue meetings, supervision: Helle is the onboarding lead too. */
export const INTAKE_PRESSES: Readonly<Record<string, Press>> = {
  'intake.list': {
    who: 'anybody employed: one’s own seats, and the classes that are open',
    may: STAFF,
    input: () => ({}),
  },
  'intake.ask': {
    who: 'anybody employed: a seat in a class that is open',
    may: STAFF,
    input: ({ intake }) => ({ intake }),
  },
  'intake.pick': {
    who: `what it opens is asked for as if it had been pressed itself: ${LEAD}`,
    may: HELLE,
    input: ({ intake }) => ({ pick: `intake|${intake}` }),
  },
  'intake.new-form': led(({ intakeKind }) => ({ kind: intakeKind })),
  'intake.new': led(({ form, heldClass }) => ({
    ...{ form, kind: 'supervision', after: heldClass, what: 'supervision', title: 'Supervision', seats: '8' },
    ...{ date1: '2026-04-15', span1: '9-12', place1: 'Rådhuset' },
  })),
  'intake.open': ofIntake(),
  'intake.back': ofIntake(),
  'intake.call-form': ofIntake(),
  'intake.call': ofIntake({ version: 1, people: '' }),
  'intake.call-one': ofIntake({ version: 1, who: 'kasper' }),
  'intake.move-form': ofIntake({ n: '1' }),
  'intake.move': ofIntake({ version: 1, n: '1', ...when }),
  'intake.cancel': ofIntake(),
  'intake.day-open': led(({ intakeDay }) => ({ day: intakeDay })),
  'intake.day-pick': led(({ intake, intakeDay }) => ({ intake, day: intakeDay })),
  'intake.day': led(({ intakeDay }) => ({ day: intakeDay, version: 0, there: '' })),
  'intake.made-up': ofIntake({ version: 0, missed: '' }),
  'intake.skip': led(({ heldClass }) => ({ intake: heldClass, after: 'supervision' })),
  'intake.after-form': led(({ heldClass }) => ({ intake: heldClass, after: 'supervision' })),
  'intake.seat-open': ofSeat,
  'intake.seat-yes': ofSeat,
  'intake.seat-no': ofSeat,
  'intake.seat-back': ofSeat,
};

export const INTAKE_MATTERS = [
  'intake',
  'intakeKind',
  'intakeSeat',
  'intakeDay',
  'heldClass',
] as const satisfies readonly (keyof IntakeIds)[];

/** Makes Helle the onboarding lead, and plays a class that is open, one that runs today and one that was held. */
export async function playIntakes(town: Town, idOf: (name: string) => string): Promise<IntakeIds> {
  return town.inside(async (unit) => {
    const { tx, tenantId, now, policy, house } = unit;
    await tx.personRole.create({
      data: { tenantId, id: house.newId(), personId: idOf('Helle'), role: 'onboarding_lead' },
    });
    const open = async (number: number, local: string, status: string) => {
      const [id, dayId] = [house.newId(), house.newId()];
      const made = { kind: 'class', title: `Empowerment ${number}`, seats: 20, capPerDepartment: 10 };
      await tx.intake.create({
        data: { tenantId, id, number, ...made, status, openedById: idOf('Helle'), openedAt: now },
      });
      await tx.intakeDay.create({
        data: {
          ...{ tenantId, id: dayId, intakeId: id, n: 1, localStart: local, startsAt: new Date(`${local}:00Z`) },
          ...{ zone: policy.zone, duration: 360, place: 'Kursuslokalet', uid: dayId },
        },
      });
      return { id, dayId };
    };
    const seat = async (intakeId: string, name: string, status: string) => {
      const id = house.newId();
      const { departmentId } = await tx.person.findFirstOrThrow({ where: { tenantId, id: idOf(name) } });
      await tx.seat.create({
        data: { tenantId, id, intakeId, personId: idOf(name), departmentId, status, calledAt: now },
      });
      return id;
    };
    const [ahead, running, held] = [
      await open(1, '2026-04-13T09:00', 'open'),
      await open(2, '2026-03-12T08:00', 'open'),
      await open(3, '2026-02-02T09:00', 'held'),
    ];
    await seat(running.id, 'Mette', 'booked');
    return {
      intake: ahead.id,
      intakeKind: 'class',
      intakeSeat: await seat(ahead.id, 'Jonas', 'called'),
      intakeDay: running.dayId,
      heldClass: held.id,
    };
  });
}
