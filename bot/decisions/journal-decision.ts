import type { Unit } from '../db/unit';
import { decisionDocument } from '../documents/decision-document';
import { queueJournal } from '../journal/queue-journal';
import { aliasOf } from '../pathways/standing';
import { organisation } from '../people/organisation';
import type { ProposalCase } from './store';

/** Sends a decision on to the specialist system: what was proposed and decided, by whom and why; never who disagreed. */
export async function journalDecision(unit: Unit, found: ProposalCase): Promise<void> {
  const { row, known, version, state } = found;
  if (state.stage.is !== 'closed') return;
  const org = await organisation(unit);
  const { outcome } = state.stage;
  const content = {
    municipality: unit.policy.municipality,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    number: row.number,
    version: version.n,
    text: version.text,
    citizenSays: version.citizenSays,
    meanwhile: version.meanwhile,
    responsible: org.people.get(version.responsibleId)?.name ?? '',
    startsOn: version.startsOn,
    departments: state.touched.flatMap((id) => org.departments.get(id)?.name ?? []),
    outcome,
    at: unit.moment,
  };
  await queueJournal(unit, {
    pathwayId: row.pathwayId,
    subjectKind: 'decision',
    subjectId: row.id,
    version: 1,
    pdf: await decisionDocument(content, 'da'),
    body: content,
  });
}
