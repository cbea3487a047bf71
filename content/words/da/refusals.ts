import type { RefusalCode } from '../refusal-code';
import { home } from './home';

/** Danish words for what is refused: what is wrong, and what to do instead. */
export const refusals = {
  closed: 'Det er afsluttet i mellemtiden. Her ser du, hvordan det endte.',
  'changed-meanwhile': 'Noget har ændret sig, siden du fik kortet. Her er det, som det er nu.',
  'not-yours': 'Det kort er til en anden, så jeg har ikke ændret noget.',
  'past-time': 'Det tidspunkt er gået. Vælg et senere.',
  'not-working-time': 'Det ligger uden for arbejdstiden. Vælg en tid på en arbejdsdag.',
  cpr: home.turn.cpr,
  'no-ground': 'Der er ikke grundlag for at dele med afdelingen, så du kan ikke invitere nogen derfra endnu.',
  'no-one-invited': 'Vælg mindst én, der skal med.',
  'citizen-not-asked': 'Aftal tiden med borgeren, og sæt så hak her.',
  'why-missing': 'Skriv kort hvorfor, så din kollega kender sin rolle på forhånd.',
  'place-missing': 'Skriv, hvor I mødes.',
  'bad-date': 'Vælg en dag, der ligger forude.',
  'bad-time': 'Vælg et klokkeslæt.',
  'bad-duration': 'Vælg, hvor længe mødet varer.',
  'not-a-colleague': 'Vælg en fra samme afdeling.',
  'pick-somebody': 'Vælg en kollega.',
  'pick-a-reason': 'Vælg det, der passer bedst.',
  'same-time': 'Det er den tid, mødet har nu. Vælg en anden.',
  'already-asked': 'Den kollega har allerede fået spørgsmålet. Vælg en anden.',
  'snooze-too-long': 'Jeg kan højst vente 14 dage. Vælg en tidligere dag.',
  'snooze-never': 'Den påmindelse kan du ikke udskyde, for andre venter på dit svar.',
  'reason-missing': 'Skriv kort hvorfor, så tovholderen kan følge med.',
  left: 'Den kollega arbejder her ikke længere. Vælg en anden.',
} satisfies Record<RefusalCode, string>;
