import { mentorAnswerCard, mentorFindCard, mentorToldCard } from '../../cards/programs/mentor';
import { partnersCard } from '../../cards/programs/partners';
import { programCard } from '../../cards/programs/program';
import type { Unit } from '../db/unit';
import type { Renderer } from '../obligations/kind';
import type { Locale, OutCard } from '../turn';
import { runOf } from './mentors';
import { partnersView } from './partners';
import { type Again, mentorAnswerView, mentorFindView, mentorToldView, programView, type Sending } from './show';
import { onboardingOf } from './store';

export type Viewer = { readonly unit: Unit; readonly personId: string; readonly locale: Locale };
type More = { readonly sending?: Sending; readonly again?: Again };
type Draw = (viewer: Viewer, id: string, more?: More) => Promise<OutCard | 'gone' | undefined>;

/** The programme; `gone` for whoever may not see it. */
export const drawProgram: Draw = async ({ unit, personId, locale }, runId, more = {}) => {
  const found = await onboardingOf(unit, runId);
  const view = found && (await programView(unit, found, personId, more));
  if (!view) return 'gone';
  if (more.sending && view.state !== 'open') return undefined;
  return { ...programCard(view, locale), keep: { kind: 'program', matterKind: 'program-run', matterId: runId } };
};

/** Who could be the mentor: to the manager. */
export const drawMentorFind: Draw = async ({ unit, personId, locale }, runId, more = {}) => {
  const found = await onboardingOf(unit, runId);
  const view = found && (await mentorFindView(unit, found, personId, more));
  if (!view) return 'gone';
  if (more.sending && view.state !== 'open') return undefined;
  return { ...mentorFindCard(view, locale), keep: { kind: 'mentor-find', matterKind: 'program-run', matterId: runId } };
};

/** Will you be the mentor: to whoever is asked, and afterwards how it ended. */
export const drawMentorAnswer: Draw = async ({ unit, personId, locale }, id, more = {}) => {
  const known = await mentorshipWith(unit, id);
  if (!known || known.row.mentorId !== personId) return 'gone';
  const view = await mentorAnswerView(unit, known.found, known.row, more);
  if (more.sending?.obligation && view.state !== 'asked') return undefined;
  return {
    ...mentorAnswerCard(view, locale),
    keep: { kind: 'mentor-answer', matterKind: 'mentorship', matterId: id },
  };
};

/** Three units to meet: to whoever is to meet them. */
export const drawPartners: Draw = async ({ unit, personId, locale }, runId) => {
  const found = await onboardingOf(unit, runId);
  const view = found && (await partnersView(unit, found, personId));
  return view ? partnersCard(view, locale) : 'gone';
};

const drawMentorTold: Draw = async ({ unit, personId, locale }, id) => {
  const known = await mentorshipWith(unit, id);
  if (!known || known.row.personId !== personId) return 'gone';
  const view = await mentorToldView(unit, known.found, known.row, personId);
  return view && mentorToldCard(view, locale);
};

async function mentorshipWith(unit: Unit, id: string) {
  const row = await unit.tx.mentorship.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id } } });
  const run = row && (await runOf(unit, row));
  const found = run ? await onboardingOf(unit, run.id) : undefined;
  return row && found ? { row, found } : undefined;
}

export function programRenderers(): Record<string, Renderer> {
  const sent =
    (draw: Draw): Renderer =>
    (unit, { matterId, personId, locale, sending }) =>
      draw({ unit, personId, locale }, matterId, sending ? { sending } : {});
  return {
    program: sent(drawProgram),
    'mentor-find': sent(drawMentorFind),
    'mentor-answer': sent(drawMentorAnswer),
    'mentor-told': sent(drawMentorTold),
  };
}
