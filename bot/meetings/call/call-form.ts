import type { CallFormView, MeetingRole } from '../../../cards/views';
import { words } from '../../../content/words/words';
import type { Unit } from '../../db/unit';
import { citizenTakesPart, type MeetingKind, type Model } from '../../pathways/models';
import { aliasOf, type PathwayWithTeam } from '../../pathways/standing';
import { type Organisation, organisation } from '../../people/organisation';
import { addDays, isDay, weekday } from '../../time/day';
import { dayOf, isMoment, isTime, type Moment, momentAt, timeOf } from '../../time/moment';
import { spanFrom } from '../../time/span';
import { addWorkingDays, onOrAfter } from '../../time/working-calendar';
import type { Locale } from '../../turn';
import { whyOf } from '../answers/show-invitation';
import { type Clash, clashesAt, clashKeys, takenText } from './clashes';

/** Working days that a first proposal leaves everybody: time to answer, and to find a colleague. */
const PROPOSED_AHEAD = 10;
const UUID = /^[0-9a-f-]{36}$/;

export type Typed = Readonly<Record<string, string>>;
type Asked = {
  readonly form: string;
  readonly locale: Locale;
  readonly byId: string;
  /** The kind that whoever opened the form is to hold, where a reminder asked for one. */
  readonly kind?: string;
  readonly typed?: Typed;
  readonly faults?: Readonly<Record<string, string>>;
};

/**
 * The form for calling a meeting, with defaults that are mostly right: the next date that was agreed, else the house's fixed
 * cross-department time, everybody of the team whose turn it is, and why as it stood in the invitation before. What was
 * typed stands as it was typed.
 */
export async function callFormView(
  unit: Unit,
  known: PathwayWithTeam,
  model: Model,
  asked: Asked,
): Promise<CallFormView> {
  const org = await organisation(unit);
  const { pathway } = known;
  const { typed } = asked;
  const proposal = await proposalOf(unit, known, model, { org, kind: asked.kind });
  const kindKey = typed?.kind ?? proposal.kind;
  const kind = model.meetings.find((one) => one.kind === kindKey);
  const date = typed?.date ?? proposal.date;
  const time = typed?.time ?? proposal.time;
  const duration = typed?.duration ?? String(proposal.duration);
  const candidates = candidatesOf(known, org, asked.byId);
  const at = momentOf(date, time);
  const attending = [...candidates, ...(pathway.leadId === null ? [] : [pathway.leadId])];
  const clashes = at === undefined ? [] : await clashesAt(unit, attending, { at, duration: Number(duration) || 60 });
  const members = await membersOf(unit, known, org, asked, { candidates, clashes });
  const externals = await externalsOf(unit, known, typed);
  return {
    pathwayId: pathway.id,
    form: asked.form,
    ref: pathway.ref,
    alias: aliasOf(unit, pathway),
    kinds: model.meetings.map((one) => ({
      kind: one.kind,
      duration: one.duration,
      citizenTakesPart: citizenTakesPart(model, one),
      notice: one.notice === undefined ? null : { span: one.notice, from: spanFrom(unit.today, one.notice, org.house) },
    })),
    earliest: unit.today,
    members,
    externals,
    people: [...new Set([...(pathway.leadId === null ? [] : [pathway.leadId]), asked.byId, ...candidates])].flatMap(
      (id) => {
        const person = org.people.get(id);
        return person ? [{ id, name: person.name }] : [];
      },
    ),
    namedRoles: kind?.roles ?? [],
    offersMeetingGround:
      (kind?.consentAtEnd ?? false) || members.some((one) => !one.ground) || externals.some((one) => !one.ground),
    leadClash: leadClashOf(known, org, clashes, asked.locale),
    clashesSeen: at === undefined ? '' : clashKeys(at, clashes).join(' '),
    values: {
      kind: kindKey,
      date,
      time,
      duration,
      where: typed?.where ?? 'place',
      place: typed?.place ?? '',
      agreed: typed?.agreed === 'true',
      citizenView: typed?.citizenView ?? '',
      guests: typed?.guests ?? '',
      meetingGround: typed?.meetingGround === 'true',
      givenBy: typed?.givenBy ?? '',
      roles: rolesTyped(typed),
    },
    faults: asked.faults ?? {},
  };
}

/** Who may be invited: the team and the co-lead, but for the lead and whoever calls. */
function candidatesOf({ pathway, seats }: PathwayWithTeam, org: Organisation, byId: string): string[] {
  const ids = new Set([...seats, ...(pathway.coLeadId === null ? [] : [pathway.coLeadId])]);
  return [...ids].filter((id) => id !== pathway.leadId && id !== byId && org.isHere(id));
}

async function membersOf(
  unit: Unit,
  known: PathwayWithTeam,
  org: Organisation,
  asked: Asked,
  who: { readonly candidates: readonly string[]; readonly clashes: readonly Clash[] },
): Promise<CallFormView['members']> {
  const { typed } = asked;
  const all = words(asked.locale);
  const alias = aliasOf(unit, known.pathway);
  const lastWhys = await whysBefore(unit, known.pathway.id);
  const members = who.candidates.flatMap((id): CallFormView['members'][number][] => {
    const person = org.people.get(id);
    if (!person) return [];
    const department = org.departments.get(person.departmentId);
    const ground = known.grounds.has(person.departmentId);
    const resting = known.resting.has(id);
    const clash = who.clashes.find((one) => one.personId === id);
    return [
      {
        id,
        name: person.name,
        department: department?.name ?? '',
        ground,
        resting,
        come: typed === undefined ? ground && !resting : typed[`come-${id}`] === 'true',
        // An input that was emptied comes back without a value, and stays as it was left.
        why: typed
          ? (typed[`why-${id}`] ?? '')
          : (lastWhys.get(id) ?? all.lines.whyDefault(department?.kind ?? 'other', alias)),
        awayThen: clash?.away ?? false,
        clash: takenText(clash, asked.locale),
      },
    ];
  });
  return members.sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

function leadClashOf(
  { pathway }: PathwayWithTeam,
  org: Organisation,
  clashes: readonly Clash[],
  locale: Locale,
): CallFormView['leadClash'] {
  const found = clashes.find((one) => one.personId === pathway.leadId);
  const name = org.people.get(pathway.leadId ?? '')?.name;
  if (!found || name === undefined) return null;
  return { name, clash: takenText(found, locale) ?? words(locale).callForm.away };
}

async function externalsOf(
  unit: Unit,
  known: PathwayWithTeam,
  typed: Typed | undefined,
): Promise<CallFormView['externals']> {
  if (known.externals.length === 0) return [];
  const rows = await unit.tx.external.findMany({
    where: { tenantId: unit.tenantId, id: { in: [...known.externals] } },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    id: row.id,
    name: unit.open('external', 'name_sealed', row.id, row.nameSealed),
    role: unit.open('external', 'role_sealed', row.id, row.roleSealed),
    ground: known.externalGrounds.has(row.id),
    come: typed?.[`ext-${row.id}`] === 'true',
    why: typed?.[`extwhy-${row.id}`] ?? '',
  }));
}

/** The choice that says nobody is no person's id. */
function rolesTyped(typed: Typed | undefined): Record<MeetingRole, string> {
  const typedAt = (role: MeetingRole): string => {
    const chosen = typed?.[`role-${role}`] ?? '';
    return UUID.test(chosen) ? chosen : '';
  };
  return { leader: typedAt('leader'), facilitator: typedAt('facilitator'), 'note-taker': typedAt('note-taker') };
}

type Proposal = { readonly kind: string; readonly date: string; readonly time: string; readonly duration: number };

/** What to propose: the next date as the last meeting agreed it, else the kind that the model holds most and its own time. */
async function proposalOf(
  unit: Unit,
  { pathway }: PathwayWithTeam,
  model: Model,
  { org, kind: asked }: { readonly org: Organisation; readonly kind: string | undefined },
): Promise<Proposal> {
  const last = await unit.tx.meeting.findFirst({
    where: { tenantId: unit.tenantId, pathwayId: pathway.id, status: 'held', nextLocal: { gt: unit.moment } },
    orderBy: { number: 'desc' },
  });
  const agreed = last?.nextLocal;
  const wanted = model.meetings.find((one) => one.kind === asked);
  if (agreed && isMoment(agreed) && (wanted === undefined || wanted.kind === last.nextKind)) {
    const kind = model.meetings.find((one) => one.kind === last.nextKind) ?? model.meetings[0];
    return { kind: kind?.kind ?? '', date: dayOf(agreed), time: timeOf(agreed), duration: kind?.duration ?? 60 };
  }
  const kind = wanted ?? (await nextKind(unit, pathway.id, model));
  const fixed = proposedTime(unit, org.house, kind);
  return { kind: kind?.kind ?? '', duration: kind?.duration ?? 60, ...fixed };
}

/** The first kind of the model for a first meeting; later what follows the last one that was held, else the first again. */
async function nextKind(unit: Unit, pathwayId: string, model: Model): Promise<MeetingKind | undefined> {
  const held = await unit.tx.meeting.findFirst({
    where: { tenantId: unit.tenantId, pathwayId, status: 'held' },
    orderBy: { number: 'desc' },
    select: { kindKey: true },
  });
  const last = model.meetings.find((one) => one.kind === held?.kindKey);
  const follows = last?.follows.find((one) => one.what === 'meeting');
  // Where nothing follows it but it followed another (a mini-kick), more of the same come.
  const again = model.meetings.some((one) =>
    one.follows.some((each) => each.what === 'meeting' && each.kind === last?.kind),
  );
  const kind = follows?.what === 'meeting' ? follows.kind : again ? last?.kind : model.meetings[0]?.kind;
  return model.meetings.find((one) => one.kind === kind) ?? model.meetings[0];
}

/** The fixed cross-department meeting time (Ballerup 5), far enough ahead; else ten working days from now at ten. */
function proposedTime(
  unit: Unit,
  house: Parameters<typeof onOrAfter>[0],
  kind: MeetingKind | undefined,
): { date: string; time: string } {
  const usual = addWorkingDays(house, unit.today, PROPOSED_AHEAD);
  const noticed = kind?.notice === undefined ? usual : onOrAfter(house, spanFrom(unit.today, kind.notice, house));
  const from = noticed > usual ? noticed : usual;
  const fixed = unit.policy.meetingTime;
  if (fixed === null) return { date: from, time: '10:00' };
  for (let ahead = 0; ahead < 70; ahead += 1) {
    const day = addDays(from, ahead);
    if (weekday(day) === fixed.weekday && house.isWorkingDay(day)) return { date: day, time: fixed.time };
  }
  return { date: from, time: fixed.time };
}

/** The moment that stands in the form, while it is one. */
function momentOf(date: string, time: string): Moment | undefined {
  if (!isDay(date) || !isTime(time)) return undefined;
  const at = momentAt(date, time);
  return isMoment(at) ? at : undefined;
}

async function whysBefore(unit: Unit, pathwayId: string): Promise<Map<string, string>> {
  const rows = await unit.tx.invitation.findMany({
    where: { tenantId: unit.tenantId, meeting: { pathwayId }, status: { not: 'lead' } },
    orderBy: { id: 'asc' },
  });
  return new Map(rows.map((row) => [row.personId, whyOf(unit, row)]));
}
