import { z } from 'zod/v4';
import { capitalised } from '../../content/words/numbers';
import type { Words } from '../../content/words/words';
import { choices } from '../anatomy';
import { clipped, firstName, fitting, plain } from '../text';
import { type CallFormView, MEETING_ROLES } from '../views';

/** One who can be invited. */
export const person = z.strictObject({
  open: z.boolean(),
  come: z.string(),
  name: z.string(),
  value: z.string(),
  comeFault: z.string(),
  whyId: z.string(),
  label: z.string(),
  why: z.string(),
  room: z.number(),
  whyFault: z.string(),
  note: z.string(),
});
/** One role of the meeting. */
export const roles = z.array(
  z.strictObject({ input: z.string(), label: z.string(), value: z.string(), people: choices, fault: z.string() }),
);

/** Whether each of the team comes, and why; those without ground get no inputs, unless a ground for this meeting is offered. */
export function memberRows(view: CallFormView, room: number, w: Words): z.input<typeof person>[] {
  const form = w.callForm;
  return view.members.map((member) => {
    const open = member.ground || view.offersMeetingGround;
    const marks = [
      ...(member.resting ? [form.resting] : []),
      ...(open && member.awayThen ? [form.away] : []),
      ...(open && member.clash !== null ? [member.clash] : []),
    ];
    const name = form.member(member.name, clipped(member.department, 60));
    return {
      open,
      come: `come-${member.id}`,
      name: plain(marks.length === 0 ? name : `${name} (${marks.join(', ')})`),
      value: String(member.come),
      comeFault: view.faults[`come-${member.id}`] ?? '',
      whyId: `why-${member.id}`,
      ...reason(member, room, w),
      whyFault: view.faults[`why-${member.id}`] ?? '',
      note: noteOf(member.ground, open, w),
    };
  });
}

/** The same of those who only advise. */
export function externalRows(view: CallFormView, room: number, w: Words): z.input<typeof person>[] {
  return view.externals.map((external) => {
    const open = external.ground || view.offersMeetingGround;
    return {
      open,
      come: `ext-${external.id}`,
      name: plain(w.callForm.member(external.name, clipped(external.role, 60))),
      value: String(external.come),
      comeFault: view.faults[`ext-${external.id}`] ?? '',
      whyId: `extwhy-${external.id}`,
      ...reason(external, room, w),
      whyFault: view.faults[`extwhy-${external.id}`] ?? '',
      note: noteOf(external.ground, open, w),
    };
  });
}

const reason = (one: { readonly name: string; readonly why: string }, room: number, w: Words) => ({
  label: w.callForm.why(clipped(firstName(one.name), 24)),
  why: one.why,
  room: Math.max(room, one.why.length),
});

function noteOf(ground: boolean, open: boolean, w: Words): string {
  if (ground) return '';
  return open ? w.callForm.needsGround : w.callForm.noGround;
}

/** Who has which role. What the model names stands first, and says so. */
export function roleRows(view: CallFormView, w: Words): z.input<typeof roles> {
  const all = view.people.map(({ id, name }) => ({ title: clipped(name, 40), value: id }));
  const { kept } = fitting(all, 1_200);
  // Whoever was chosen stays on the list, however long it is.
  const chosen = all.filter(
    ({ value }) => Object.values(view.values.roles).includes(value) && !kept.some((one) => one.value === value),
  );
  const people = [...kept, ...chosen];
  const named = MEETING_ROLES.filter((role) => view.namedRoles.includes(role));
  return [...named, ...MEETING_ROLES.filter((role) => !named.includes(role))].map((role) => {
    const name = capitalised(w.roleNames[role] ?? role);
    return {
      input: `role-${role}`,
      label: named.includes(role) ? w.callForm.roleOfModel(name) : name,
      value: view.values.roles[role] === '' ? 'nobody' : view.values.roles[role],
      people: [{ title: w.callForm.nobody, value: 'nobody' }, ...people],
      fault: view.faults[`role-${role}`] ?? '',
    };
  });
}

/** What was typed, or is wrong, is never folded away. */
export function isMoreOpen(view: CallFormView): boolean {
  const { values } = view;
  return (
    values.guests !== '' ||
    MEETING_ROLES.some((role) => values.roles[role] !== '') ||
    view.externals.some((external) => external.come) ||
    Object.keys(view.faults).some((input) => /^(?:guests$|role-|ext-|extwhy-)/.test(input))
  );
}
