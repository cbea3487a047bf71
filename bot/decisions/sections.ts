import type { SectionView } from '../../cards/views';
import { words } from '../../content/words/words';
import type { Unit } from '../db/unit';
import { isClosed } from '../meetings/rules';
import type { MeetingSection } from '../meetings/section';
import type { PathwaySection } from '../pathways/section';
import { may } from '../people/rights';
import { aroundOf } from './around';
import { stepProposal } from './proposal-rules';
import { outcomeViewOf, stateNameOf } from './show';
import { loadProposal, loadProposals, lockProposal, type ProposalCase } from './store';
import { takeStep, withoutGone } from './take-step';

const MOST = 5;
const DA = words('da');
const EN = words('en');

/** The decisions of a meeting: on its card, in its record, and what its closing means to them. */
export function decisionsSection(): MeetingSection {
  return {
    name: 'decisions',
    shown: async (unit, { meeting, known }, { standings }) => {
      const found = await proposalsAt(unit, meeting.id, known.pathway.id);
      const mayMake = may('proposal.make', standings) && !isClosed(meeting) && meeting.status !== 'called';
      if (found.length === 0 && !mayMake) return undefined;
      return {
        title: { da: DA.decisions.section.title, en: EN.decisions.section.title },
        lines: found.slice(0, MOST).map((one) => lineOf(unit, one)),
        button: mayMake
          ? {
              title: { da: DA.decisions.section.make, en: EN.decisions.section.make },
              verb: 'proposal.form',
              data: { pathway: known.pathway.id, meeting: meeting.id },
            }
          : {
              title: { da: DA.decisions.section.all(found.length), en: EN.decisions.section.all(found.length) },
              verb: 'decisions.open',
              data: { pathway: known.pathway.id },
            },
      };
    },
    // A proposal that is still open goes on after the meeting, on cards: nothing stands in the way of closing.
    open: async () => [],
    recorded: async (unit, { meeting, known }) => {
      const found = (await proposalsAt(unit, meeting.id, known.pathway.id)).filter(
        (one) => one.row.meetingId === meeting.id,
      );
      if (found.length === 0) return [];
      const around = await aroundOf(unit);
      return [
        {
          title: { da: DA.decisions.section.title, en: EN.decisions.section.title },
          items: found.map((one) => {
            // As it stands once the meeting is closed: what nobody spoke against is decided with it.
            const closed = one.state.inMeeting
              ? stepProposal(one.state, { kind: 'meeting-closed' }, around)
              : undefined;
            const state = closed && 'state' in closed ? closed.state : one.state;
            const said = (w: typeof DA) =>
              state.stage.is === 'closed'
                ? w.decisions.section.outcomes[state.stage.outcome.kind]
                : w.decisions.section.goesOn;
            return { lead: { da: said(DA), en: said(EN) }, text: { da: one.version.text, en: one.version.text } };
          }),
        },
      ];
    },
    follow: async (unit, { meeting }, event) => {
      if (event.is === 'called' || event.is === 'moved' || event.is === 'past') return;
      const open = await unit.tx.proposal.findMany({
        where: { tenantId: unit.tenantId, meetingId: meeting.id, openMeeting: true },
        select: { id: true },
        orderBy: { id: 'asc' },
      });
      for (const { id } of open) {
        await lockProposal(unit, id);
        const found = await loadProposal(unit, id);
        if (found?.state.inMeeting)
          await takeStep(unit, await withoutGone(unit, found), { event: { kind: 'meeting-closed' }, byId: event.byId });
      }
    },
  };
}

/** The decisions of a pathway, on its card. */
export function decisionsOfPathway(): PathwaySection {
  return {
    name: 'decisions',
    shown: async (unit, known, { standings }) => {
      const where = { tenantId: unit.tenantId, pathwayId: known.pathway.id };
      const count = await unit.tx.proposal.count({ where });
      const mayMake = known.pathway.status === 'open' && may('proposal.make', standings);
      if (count === 0 && !mayMake) return undefined;
      const open = await unit.tx.proposal.findMany({
        where: { ...where, status: { not: 'closed' } },
        select: { id: true },
      });
      const found = [
        ...(
          await loadProposals(
            unit,
            open.map((row) => row.id),
          )
        ).values(),
      ].sort((a, b) => b.row.number - a.row.number);
      return {
        title: { da: DA.decisions.section.title, en: EN.decisions.section.title },
        lines: found.slice(0, MOST).map((one) => lineOf(unit, one)),
        button: {
          title: { da: DA.decisions.section.all(count), en: EN.decisions.section.all(count) },
          verb: 'decisions.open',
          data: { pathway: known.pathway.id },
        },
      };
    },
  };
}

/** What was proposed at a meeting, and the citizen's wishes that were not agreed and are taken up again. */
async function proposalsAt(unit: Unit, meetingId: string, pathwayId: string): Promise<ProposalCase[]> {
  const rows = await unit.tx.proposal.findMany({
    where: {
      tenantId: unit.tenantId,
      pathwayId,
      OR: [{ meetingId }, { status: { not: 'closed' } }, { outcomeProposal: { kind: { in: ['wish', 'not-agreed'] } } }],
    },
    select: { id: true },
  });
  const found = [
    ...(
      await loadProposals(
        unit,
        rows.map((row) => row.id),
      )
    ).values(),
  ];
  return found.sort(
    (a, b) =>
      Number(b.row.meetingId === meetingId) - Number(a.row.meetingId === meetingId) || b.row.number - a.row.number,
  );
}

function lineOf(unit: Unit, found: ProposalCase): SectionView['lines'][number] {
  const outcome = outcomeViewOf(unit, found);
  const said = (w: typeof DA) =>
    outcome ? w.decisions.section.outcomes[outcome.kind] : w.decisions.state[stateNameOf(found.state)];
  const agreed = outcome !== null && ['adopted', 'granted', 'other', 'direction'].includes(outcome.kind);
  return {
    mark: outcome === null ? 'Warning' : agreed ? 'Good' : '',
    lead: { da: said(DA), en: said(EN) },
    text: { da: found.version.text, en: found.version.text },
    quiet: { da: '', en: '' },
  };
}

/** A pathway ends: what is still open in it is withdrawn with it. */
export async function withdrawProposalsOf(unit: Unit, pathwayId: string, byId: string): Promise<void> {
  const open = await unit.tx.proposal.findMany({
    where: { tenantId: unit.tenantId, pathwayId, status: { not: 'closed' } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of open) {
    await lockProposal(unit, id);
    const found = await loadProposal(unit, id);
    if (found) await takeStep(unit, found, { event: { kind: 'withdraw', reason: '' }, byId });
  }
}
