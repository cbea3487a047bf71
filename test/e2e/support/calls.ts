import { words } from '../../../content/words/words';
import type { Person } from './person';

const da = words('da');
export const REF = 'BF-2026-0142';

/** Everybody who can be invited to a meeting about A.K., as the form names them. */
const TEAM = {
  bo: 'Bo Lindgren, Jobcenter Tråby',
  erik: 'Erik Sandvad, Sundhed',
  jonas: 'Jonas Fjordside, Skole og Ungdom',
  mette: 'Mette Rosendal, Familie',
  nanna: 'Nanna Vesterlund, Social',
} as const;

/** The lead opens the pathway and its form for a meeting. */
export async function opensForm(lead: Person): Promise<void> {
  await lead.writes(`forløb ${REF}`);
  await lead.presses(da.pathway.call);
  await lead.sees(da.callForm.title);
}

/** The lead calls a meeting with these, at the time that the form proposes; resolves with its day as the form shows it. */
export async function calls(lead: Person, invited: readonly (keyof typeof TEAM)[]): Promise<string> {
  await opensForm(lead);
  await lead.fills(da.callForm.place, 'Rådhuset, lokale 4');
  await lead.ticks(da.callForm.agreed);
  for (const [name, shown] of Object.entries(TEAM)) {
    if (!invited.some((one) => one === name)) await lead.unticks(shown);
  }
  const day = await lead.reads(da.callForm.date);
  await lead.presses(da.callForm.call);
  await lead.sees(da.meeting.noneAnswered(invited.length));
  return day;
}

/** Text of a proposal about A.K., as the stories below make it. */
export const PROPOSED = 'A.K. begynder i praktik hos tømreren';
export const WISH = 'Jeg vil i lære, og det kan ikke vente';

/** Somebody of the pathway makes a proposal from its card, with Bo as the responsible. */
export async function proposes(person: Person, startsOn: string): Promise<void> {
  await person.writes(`forløb ${REF}`);
  await person.presses(da.decisions.section.all(0));
  await person.presses(da.decisions.list.make);
  await person.sees(da.decisions.form.title);
  await person.fills(da.decisions.form.text, PROPOSED);
  await person.fills(da.decisions.form.says('A.K.'), WISH);
  await person.fills(da.decisions.form.meanwhile('A.K.'), 'Mentoren fortsætter hver uge');
  await person.chooses(da.decisions.form.responsible, 'Bo Lindgren');
  await person.sets(da.decisions.form.starts, startsOn);
  await person.presses(da.decisions.form.make);
}
