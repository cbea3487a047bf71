import type { Tx } from '../../db/unit';
import type { Day } from '../../time/day';

/** Where in the database a sealed value stands. */
export type Place = { readonly table: string; readonly column: string; readonly rowId: string };

/** One import under way: one transaction in one municipality. */
export type Run = {
  readonly tx: Tx;
  readonly tenantId: string;
  readonly seal: (place: Place, text: string) => Uint8Array;
  /** Opens what `seal` sealed; without it sealed values are not compared with the file's. */
  readonly open?: (place: Place, sealed: Uint8Array) => string;
  readonly newId: () => string;
  readonly now: Date;
  readonly today: Day;
};

/** What an import did. References and codes of departments only; names nobody. */
export type ImportReport = {
  /** How many the file has. */
  readonly departments: number;
  /** Codes of departments that are no longer in the file: they stay for what belongs to them, without a manager. */
  readonly departmentsGone: readonly string[];
  readonly people: {
    readonly created: number;
    readonly updated: number;
    readonly left: number;
    readonly returned: number;
  };
  readonly pathways: { readonly created: number; readonly filled: number; readonly unchanged: number };
  /** How many the file has; null when there was no file. */
  readonly absences: number | null;
  readonly closures: number | null;
  /** Open obligations that lost their owner in this run. */
  readonly orphans: number;
  /** References of open pathways without a case lead who is still here. */
  readonly withoutLead: readonly string[];
  /** Where a pathway and the file disagree; the pathway was left as it was. The field is the file's column. */
  readonly differences: readonly { readonly ref: string; readonly field: string }[];
};
