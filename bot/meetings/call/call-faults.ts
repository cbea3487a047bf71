import type { Unit } from '../../db/unit';
import { endOf, GIVEN_BY } from '../../pathways/ground-rules';
import { citizenTakesPart, type Model } from '../../pathways/models';
import { bornOnOf, type PathwayWithTeam } from '../../pathways/standing';
import type { Organisation } from '../../people/organisation';
import { dayOf, type Moment } from '../../time/moment';
import { spanFrom } from '../../time/span';
import { readWhen } from '../rules';
import type { Called } from './call-meeting';

/** Input id to the code of what is wrong with it. */
export type CallFaults = Readonly<Record<string, string>>;

/** Whoever takes a form for a meeting: not the lead, and not the one who calls. */
export const invitedOf = (called: Called, known: PathwayWithTeam, byId: string): Called['invited'] =>
  called.invited.filter((one) => one.personId !== byId && one.personId !== known.pathway.leadId);

/** What is wrong with a call, input by input; `at` is the moment, when it is one. */
export function faultsOfCall(
  unit: Unit,
  org: Organisation,
  called: Called,
  from: { readonly known: PathwayWithTeam; readonly model: Model; readonly byId: string },
): { readonly faults: CallFaults; readonly at: Moment | undefined } {
  const { model } = from;
  const faults: Record<string, string> = {};
  const when = readWhen(called, unit.moment, org.house);
  if ('fault' in when) faults[when.input] = when.fault;
  const kind = model.meetings.find((one) => one.kind === called.kind);
  if (!kind) faults.kind = 'closed';
  else if (!('fault' in when) && kind.notice !== undefined) {
    if (dayOf(when.at) < spanFrom(unit.today, kind.notice, org.house)) faults.date = 'notice-too-short';
  }
  if (!Number.isInteger(called.duration) || called.duration < 15 || called.duration > 480)
    faults.duration = 'bad-duration';
  if (called.where === 'place' && called.place.trim() === '') faults.place = 'place-missing';
  if (citizenTakesPart(model, kind) && !called.agreedWithCitizen) faults.agreed = 'citizen-not-asked';
  return { faults: { ...faults, ...peopleFaults(unit, org, called, from) }, at: 'fault' in when ? undefined : when.at };
}

function peopleFaults(
  unit: Unit,
  org: Organisation,
  called: Called,
  { known, byId }: { readonly known: PathwayWithTeam; readonly byId: string },
): Record<string, string> {
  const faults: Record<string, string> = {};
  const invited = invitedOf(called, known, byId);
  if (invited.length === 0) faults.members = 'no-one-invited';
  for (const one of invited) {
    const department = org.people.get(one.personId)?.departmentId ?? '';
    const seated = known.seats.includes(one.personId) || known.pathway.coLeadId === one.personId;
    if (!seated || !org.isHere(one.personId)) faults[`come-${one.personId}`] = 'left';
    else if (!known.grounds.has(department) && !called.meetingGround) faults[`come-${one.personId}`] = 'no-ground';
    else if (one.why.trim() === '') faults[`why-${one.personId}`] = 'why-missing';
  }
  for (const one of called.externals) {
    if (!known.externals.includes(one.externalId)) faults[`ext-${one.externalId}`] = 'left';
    else if (!known.externalGrounds.has(one.externalId) && !called.meetingGround)
      faults[`ext-${one.externalId}`] = 'no-ground';
    else if (one.why.trim() === '') faults[`extwhy-${one.externalId}`] = 'why-missing';
  }
  if (called.meetingGround) {
    const givenBy = GIVEN_BY.find((giver) => giver === called.givenBy);
    const end = givenBy && endOf({ givenBy, lastOn: null, bornOn: bornOnOf(unit, known.pathway), today: unit.today });
    if (!end) faults.givenBy = 'giver-missing';
    else if ('fault' in end) faults.givenBy = end.fault;
  }
  const present = new Set([byId, known.pathway.leadId, ...invited.map((one) => one.personId)]);
  for (const [role, personId] of Object.entries(called.roles))
    if (personId !== '' && !present.has(personId)) faults[`role-${role}`] = 'role-not-invited';
  return faults;
}
