import type { SampledAct, SampleView } from '../../cards/audit/sample';
import { actInWords, isAct } from '../../content/words/acts';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { type PathwayWithTeam, pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayFromDate } from '../time/day';
import { toMoment } from '../time/moment';
import type { Locale } from '../turn';
import { reviewedBy } from './sample-rules';
import type { Sample } from './samples';

type Viewer = { readonly personId: string; readonly locale: Locale };
/** What somebody typed, which stands on the card again, and what is wrong with it. */
export type Again = {
  readonly typed?: { readonly closer: readonly number[]; readonly note: string };
  readonly faults?: Readonly<Record<string, string>>;
  readonly sending?: RenderInput['sending'];
};

/**
 * A sample as its responsible sees it: of each act who, when, what in words and the reference of the pathway, and nothing
 * that a pathway holds.
 */
export async function sampleView(unit: Unit, found: Sample, viewer: Viewer, again: Again = {}): Promise<SampleView> {
  const { sample, rows, signOff } = found;
  const org = await organisation(unit);
  const { theirs, own } = reviewedBy(rows, signOff?.byId ?? viewer.personId);
  const pathways = await pathwaysWithTeam(unit, [...new Set(theirs.flatMap((row) => row.pathwayId ?? []))]);
  const open = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, matterKind: 'audit-sample', matterId: sample.id, closedAt: null },
    select: { dueOn: true },
  });
  const { sending, typed = { closer: [], note: '' }, faults = {} } = again;
  return {
    id: sample.id,
    mark: `audit-sample/${sending?.rung ?? (sending ? 'own' : 'card')}/${sample.id}/1`,
    fromOn: dayFromDate(sample.fromOn),
    toOn: dayFromDate(sample.toOn),
    acts: theirs.map((row) => actOf(unit, row, { known: pathways.get(row.pathwayId ?? ''), org, ...viewer })),
    own: own.length,
    dueOn: open?.dueOn ? dayFromDate(open.dueOn) : null,
    reminder: sending?.rung !== undefined,
    repeated: sending?.repeated ?? false,
    signed: signOff && {
      by: org.people.get(signOff.byId)?.name ?? '?',
      at: toMoment(signOff.at, unit.policy.zone),
      looked: theirs.length,
      own: own.length,
      closer: signOff.closer,
      note:
        signOff.noteSealed === null
          ? ''
          : unit.open('audit_sample_sign_off', 'note_sealed', signOff.id, signOff.noteSealed),
    },
    values: typed,
    faults,
  };
}

type Around = { readonly known: PathwayWithTeam | undefined; readonly org: Organisation; readonly locale: Locale };

function actOf(unit: Unit, row: Sample['rows'][number], { known, org, locale }: Around): SampledAct {
  const person = org.people.get(row.actorId ?? '');
  const standings = known && person ? standingsIn(known, person.id, org) : undefined;
  return {
    n: row.n,
    at: toMoment(row.at, unit.policy.zone),
    name: person?.name ?? '',
    title: person?.title ?? '',
    // A row of an earlier version of the house may say what none says now.
    act: isAct(row.act) ? actInWords(row.act, locale) : row.act,
    ref: known?.pathway.ref ?? '',
    outside: standings === undefined || !may('pathway.see', standings),
  };
}
