import { spokenDay, spokenMoment, writtenDay } from '../dates';
import { capitalised } from '../numbers';

const day = (on: string, reference?: string) => spokenDay(on, 'da', reference);
const whose = (alias: string) => (/[sxz]$/i.test(alias) ? `${alias}’` : `${alias}s`);

/** Danish words of what is printed: the record of a meeting, and the letter to the citizen. `at` is a moment, `on` a day. */
export const documents = {
  page: (page: number, of: number) => `Side ${page} af ${of}`,
  /** The year is always said on paper. */
  moment: (at: string) => spokenMoment(at, 'da', ''),
  day: (on: string, at: string) => day(on, at),
  writtenDay: (on: string) => writtenDay(on, 'da'),
  decision: {
    title: 'Beslutning',
    reference: (ref: string, number: number) => `${ref} · forslag ${number}`,
    facts: {
      citizen: 'Borger',
      decided: 'Besluttet',
      by: 'Af',
      responsible: 'Ansvarlig',
      departments: 'Afdelinger',
    },
    by: {
      team: 'teamet',
      professional: 'den fagperson, som modellen peger på',
      leaders: 'lederne sammen',
      leader: 'den nærmeste fælles leder',
      citizen: 'borgeren og den ansvarlige',
      visitation: 'den, der bevilger',
      lead: 'tovholderen',
    },
    says: (alias: string) => `Det siger ${alias}`,
    proposed: 'Forslaget',
    starts: (on: string, at: string) => `Begynder ${day(on, at)}.`,
    outcome: {
      adopted: 'Besluttet som foreslået',
      not: 'Ikke besluttet',
      other: 'En anden beslutning',
      wish: 'Borgerens ønske, som tages op igen på næste møde',
      'not-agreed': 'Tages op igen på næste møde',
      direction: 'En fælles retning',
      granted: 'Bevilget',
      partly: 'Bevilget delvist',
      refused: 'Ikke bevilget',
      withdrawn: 'Trukket tilbage',
    },
    reason: 'Begrundelse',
    meanwhile: 'Indtil da',
  },
  record: {
    subject: (ref: string, number: number, version: number) => `${ref}, møde ${number}, version ${version}`,
    title: (the: string) => `Referat af ${the}`,
    reference: (ref: string, number: number) => `${ref} · møde ${number}`,
    corrects: (version: number, replaces: number) =>
      `Rettet udgave. Version ${version} retter og erstatter version ${replaces}.`,
    facts: {
      citizen: 'Borger',
      time: 'Tid',
      place: 'Sted',
      online: 'Online',
      lead: 'Tovholder',
      model: 'Model',
    },
    timeAndDuration: (at: string, duration: string) => `${capitalised(spokenMoment(at, 'da', ''))}, ${duration}`,
    citizen: {
      there: (alias: string) => `${alias} var med.`,
      askedUs: (alias: string, on: string | null, at: string) =>
        on === null
          ? `${alias} bad os holde mødet uden at være med selv.`
          : `${alias} bad os ${day(on, at)} om at holde mødet uden at være med selv.`,
      without: (alias: string) => `I denne model mødes fagfolkene uden ${alias}.`,
      guests: (alias: string, guests: string) => `${alias} havde selv inviteret: ${guests}`,
      words: (alias: string) => `Med ${whose(alias)} egne ord`,
      view: (alias: string) => `${whose(alias)} syn på det inden mødet`,
    },
    present: 'Til stede',
    represented: (departments: string) => `Repræsenteret med mandat: ${departments}.`,
    agenda: 'Det talte vi om',
    columns: 'Det skrev vi op',
    agreements: 'Det aftalte vi',
    leadOwner: (name: string) => `${name} (tovholder)`,
    due: (on: string, at: string) => `senest ${day(on, at)}`,
    next: 'Næste gang',
    nextMeeting: (kind: string, at: string, from: string) => `${capitalised(kind)} ${spokenMoment(at, 'da', from)}.`,
    noNext: 'Vi har ikke aftalt et nyt møde.',
    closed: (by: string, at: string, version: number) =>
      `Afsluttet af ${by} ${spokenMoment(at, 'da', '')}. Version ${version}.`,
  },
  letter: {
    title: { invited: 'Vi vil gerne mødes med dig', without: 'Vi holder et møde om din vej videre' },
    dear: 'Kære',
    invited: 'Derfor inviterer vi dig til et møde. Det er dit møde, og vi begynder med det, der er vigtigt for dig.',
    without: (first: string) =>
      `Det er et møde for os, der arbejder sammen om at hjælpe dig. Du skal ikke selv være med. ${first} vil gerne høre inden mødet, hvad du ønsker, så det kommer med. Bagefter fortæller ${first} dig, hvad vi talte om, og hvorfor.`,
    when: { invited: 'Hvornår og hvor?', without: 'Hvornår?' },
    time: (at: string, duration: string) => `${capitalised(spokenMoment(at, 'da', ''))}. Mødet varer ${duration}.`,
    place: (place: string) => `Vi mødes her: ${place}`,
    online: (first: string) => `Mødet er online. ${first} fortæller dig, hvordan du kommer på.`,
    home: 'Vi mødes hjemme hos dig.',
    noPlace: (first: string) => `${first} fortæller dig, hvor vi mødes.`,
    otherTime: (first: string) => `Passer det ikke, så sig det til ${first}. Så finder vi en anden tid.`,
    who: { invited: 'Hvem kommer, og hvorfor?', without: 'Hvem er med, og hvorfor?' },
    lead: (first: string) => `er din tovholder. Du kan altid gå til ${first}.`,
    /** Why somebody comes, by the kind of their department. It goes on after the name and the department. */
    why: (departmentKind: string): string => {
      switch (departmentKind) {
        case 'employment':
          return 'kan hjælpe dig på vej til job eller uddannelse.';
        case 'social':
          return 'kan hjælpe med støtte i din hverdag.';
        case 'family':
          return 'kan hjælpe med det, der handler om din familie.';
        case 'school':
          return 'kan hjælpe med det, der handler om skole.';
        case 'health':
          return 'kan hjælpe med det, der handler om dit helbred.';
        case 'leadership':
          return 'kan beslutte noget på tværs af kommunen.';
        default:
          return 'er med i dit team.';
      }
    },
    companion: 'Du må gerne tage nogen med',
    companionText:
      'Du har ret til at have en bisidder med: en fra familien, en ven eller en anden, du er tryg ved. Du bestemmer selv hvem.',
    companionToTalk: (first: string) =>
      `Du har ret til at have en bisidder med, når du taler med ${first}: en fra familien, en ven eller en anden, du er tryg ved.`,
    guests: (guests: string) => `Du har fortalt os, hvem du tager med: ${guests}`,
    voluntary: 'Du kan sige nej',
    voluntaryText: (first: string) =>
      `Det er frivilligt. Du kan sige nej nu eller senere, og du mister ikke den hjælp, du har ret til. Sig det til ${first}.`,
    said: 'Det, du fortæller',
    saidText:
      'Vi skriver ned, hvad vi taler om og aftaler. Det bliver gemt i kommunen og går til dem, der er med i dit team. Du kan få det at læse.',
    saidWithoutText:
      'Vi skriver ned, hvad vi taler om og aftaler, og hvad du har fortalt os. Det bliver gemt i kommunen og går til dem, der er med i dit team. Du kan få det at læse.',
    consent:
      'Har du sagt ja til, at vi må dele oplysninger om dig, kan du altid tage dit ja tilbage. Så holder vi op med at dele dem.',
    questions: 'Har du spørgsmål?',
    ask: (name: string, email: string) => `Skriv til ${name}: ${email}`,
    askElse: (first: string, contact: string) => `Kan du ikke få fat i ${first}? ${contact}`,
    greeting: 'Venlig hilsen',
    signature: (department: string) => (department === '' ? 'Tovholder' : `Tovholder, ${department}`),
    reference: (ref: string) => `Vores reference: ${ref}`,
  },
};
