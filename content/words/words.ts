import { audit as daAudit } from './da/audit';
import { courses as daCourses } from './da/courses';
import { decisions as daDecisions } from './da/decisions';
import { documents as daDocuments } from './da/documents';
import { files as daFiles } from './da/files';
import { followUps as daFollowUps } from './da/follow-ups';
import { grounds as daGrounds } from './da/grounds';
import { handovers as daHandovers } from './da/handovers';
import { home as daHome } from './da/home';
import { intakes as daIntakes } from './da/intakes';
import { mail as daMail } from './da/mail';
import { mandate as daMandate } from './da/mandate';
import { meetings as daMeetings } from './da/meetings';
import { models as daModels } from './da/models';
import { overview as daOverview } from './da/overview';
import { pathways as daPathways } from './da/pathways';
import { programs as daPrograms } from './da/programs';
import { refusals as daRefusals } from './da/refusals';
import { review as daReview } from './da/review';
import { statistics as daStatistics } from './da/statistics';
import { team as daTeam } from './da/team';
import { work as daWork } from './da/work';
import { audit as enAudit } from './en/audit';
import { courses as enCourses } from './en/courses';
import { decisions as enDecisions } from './en/decisions';
import { documents as enDocuments } from './en/documents';
import { files as enFiles } from './en/files';
import { followUps as enFollowUps } from './en/follow-ups';
import { grounds as enGrounds } from './en/grounds';
import { handovers as enHandovers } from './en/handovers';
import { home as enHome } from './en/home';
import { intakes as enIntakes } from './en/intakes';
import { mail as enMail } from './en/mail';
import { mandate as enMandate } from './en/mandate';
import { meetings as enMeetings } from './en/meetings';
import { models as enModels } from './en/models';
import { overview as enOverview } from './en/overview';
import { pathways as enPathways } from './en/pathways';
import { programs as enPrograms } from './en/programs';
import { refusals as enRefusals } from './en/refusals';
import { review as enReview } from './en/review';
import { statistics as enStatistics } from './en/statistics';
import { team as enTeam } from './en/team';
import { work as enWork } from './en/work';
import type { Locale } from './locale';
import type { RefusalCode } from './refusal-code';

export type { Locale } from './locale';
export type { RefusalCode } from './refusal-code';

type ByCode = Readonly<Record<string, string>>;

const danish = {
  ...daHome,
  ...daMail,
  ...daFiles,
  ...daPathways,
  ...daGrounds,
  ...daTeam,
  ...daMeetings,
  ...daModels,
  ...daMandate,
  ...daWork,
  ...daDecisions,
  ...daFollowUps,
  ...daOverview,
  ...daHandovers,
  ...daAudit,
  ...daCourses,
  ...daStatistics,
  ...daIntakes,
  ...daPrograms,
  ...daReview,
  lines: {
    ...daMeetings.lines,
    ...daWork.lines,
    ...daDecisions.lines,
    ...daFollowUps.lines,
    ...daHandovers.lines,
    ...daAudit.lines,
    ...daIntakes.lines,
    ...daPrograms.lines,
    ...daReview.lines,
  },
  owed: {
    ...daPathways.owed,
    ...daMeetings.owed,
    ...daWork.owed,
    ...daDecisions.owed,
    ...daFollowUps.owed,
    ...daHandovers.owed,
    ...daAudit.owed,
    ...daIntakes.owed,
    ...daPrograms.owed,
    ...daReview.owed,
  },
  documents: daDocuments,
  refusals: daRefusals,
};

/** Everything Rød Tråd says in one language. Codes that content or data name (kinds, models) may be looked up freely. */
export type Words = typeof danish & {
  readonly refusals: Readonly<Record<RefusalCode, string>>;
  readonly kindNames: ByCode;
  readonly definiteKindNames: ByCode;
  readonly models: ByCode;
  readonly roleNames: ByCode;
  readonly departmentKindNames: ByCode;
  readonly owed: ByCode;
  readonly status: ByCode;
  readonly commands: Readonly<Record<string, { readonly label: string; readonly line: string }>>;
};

const table: Readonly<Record<Locale, Words>> = {
  da: danish,
  en: {
    ...enHome,
    ...enMail,
    ...enFiles,
    ...enPathways,
    ...enGrounds,
    ...enTeam,
    ...enMeetings,
    ...enModels,
    ...enMandate,
    ...enWork,
    ...enDecisions,
    ...enFollowUps,
    ...enOverview,
    ...enHandovers,
    ...enAudit,
    ...enCourses,
    ...enStatistics,
    ...enIntakes,
    ...enPrograms,
    ...enReview,
    lines: {
      ...enMeetings.lines,
      ...enWork.lines,
      ...enDecisions.lines,
      ...enFollowUps.lines,
      ...enHandovers.lines,
      ...enAudit.lines,
      ...enIntakes.lines,
      ...enPrograms.lines,
      ...enReview.lines,
    },
    owed: {
      ...enPathways.owed,
      ...enMeetings.owed,
      ...enWork.owed,
      ...enDecisions.owed,
      ...enFollowUps.owed,
      ...enHandovers.owed,
      ...enAudit.owed,
      ...enIntakes.owed,
      ...enPrograms.owed,
      ...enReview.owed,
    },
    documents: enDocuments,
    refusals: enRefusals,
  },
};

/** The words of a language. */
export function words(locale: Locale): Words {
  return table[locale];
}
