import { ABSENCE_WORDS } from '../../bot/meetings/owed/absence-word';
import { HINDERED_CODES } from '../../bot/meetings/rules';
import { personIds } from '../support/meeting-steps';
import type { Town } from '../support/town';
import { connected, tableNames } from './tables';

/**
 * Staff are people too: until the policy holds the dates on which the works council discussed Rød Tråd and staff were
 * informed, no row that joins a named person with an absence outlives the closing of the meeting.
 *
 * Looked for in every table: all rows that hold the person's id, and all rows that hold the id of such a row, and so on.
 * That says nothing of whoever leads the pathway, since all of it holds their id.
 * `absence` is left out: it is the municipality's own file, replaced with every import, and no meeting's doing.
 */
export async function absencesOf(town: Town, name: string): Promise<string[]> {
  const person = (await personIds(town))(name);
  return connected(town.database.adminUrl, async (client) => {
    const rows: { table: string; id: string; text: string }[] = [];
    for (const table of (await tableNames(client)).filter((one) => one !== 'absence')) {
      const found = await client.query<{ id: string | null; text: string }>(
        `select to_jsonb(one) ->> 'id' as id, one::text as text from "${table}" one`,
      );
      rows.push(...found.rows.map(({ id, text }) => ({ table, id: id ?? '', text })));
    }
    const theirs = new Set<string>([person]);
    for (let before = 0; before < theirs.size; ) {
      before = theirs.size;
      for (const { id, text } of rows) if (idsIn(text).some((one) => theirs.has(one))) theirs.add(id);
    }
    return rows
      .filter(({ text }) => idsIn(text).some((one) => theirs.has(one)) && ABSENCE.test(text))
      .map(({ table }) => table)
      .sort();
  });
}

const idsIn = (text: string): string[] => text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
/** What the house writes when somebody is hindered or missed, and what is replied to that. */
const ABSENCE = new RegExp(
  `hindered|${HINDERED_CODES.join('|')}|lead-manages|lead-needs|\\b(?:manage|somebody|attendance)\\b|absence-word|not-represented|${ABSENCE_WORDS.join('|')}`,
);
