/** What an external is told of a meeting, and whom they answer. `the`: its kind in the definite form; `when` and `duration` are spoken. */
type Told = {
  readonly name: string;
  readonly the: string;
  readonly reference: string;
  readonly when: string;
  readonly duration: string;
  readonly where: string;
  readonly why: string;
  readonly lead: { readonly name: string; readonly email: string };
  readonly municipality: string;
};
type Called = Pick<Told, 'the' | 'reference' | 'when' | 'duration'>;

const paragraphs = (...all: readonly string[]): string => all.join('\n\n');
const bye = (municipality: string): string => `Venlig hilsen\nRød Tråd, ${municipality}`;
const facts = ({ when, duration, where, why }: Told): string =>
  `Hvornår: ${when} (${duration})\nHvor: ${where}\nDerfor er du med: ${why}`;
const advises =
  'Du er med for at rådgive. Der er ikke mødepligt for dig, og du skal ikke være med til at beslutte noget.';
const answerTo = ({ lead }: Told): string =>
  `Skriv til ${lead.name}, ${lead.email}, om du kommer, og hvis du vil spørge om noget. En mail til adressen, som denne kommer fra, bliver ikke læst. Skriv referencen i mailen, ikke borgerens navn eller CPR-nummer.`;

/** Danish words of the e-mails. */
export const mail = {
  mail: {
    inPlace: (summary: string) => ({
      subject: 'Rød Tråd: Noget venter på dig i Teams',
      text: paragraphs(
        'Hej',
        `Noget venter på dig:\n${summary}`,
        'Jeg kan ikke nå dig i Teams, og derfor skriver jeg her. Åbn Teams, find Rød Tråd, og skriv »hej«. Så viser jeg dig, hvad det handler om, og du kan svare med det samme.',
        'Venlig hilsen\nRød Tråd',
      ),
    }),
    where: {
      online: (lead: string) => `Online. Spørg ${lead} om linket, hvis du ikke har det.`,
      home: (lead: string) => `Hjemme hos borgeren. ${lead} fortæller dig hvor.`,
    },
    external: {
      invitation: (told: Told) => ({
        subject: `Du er inviteret til ${told.the}, ${told.reference}`,
        text: paragraphs(
          `Hej ${told.name}`,
          `Du er inviteret til ${told.the}, ${told.reference}.`,
          facts(told),
          advises,
          answerTo(told),
          bye(told.municipality),
        ),
      }),
      moved: (told: Told) => ({
        subject: `Ny tid til ${told.the}, ${told.reference}`,
        text: paragraphs(
          `Hej ${told.name}`,
          `Vi har flyttet ${told.the}, ${told.reference}, som du er inviteret til. Sådan er det nu:`,
          facts(told),
          advises,
          answerTo(told),
          bye(told.municipality),
        ),
      }),
      cancelled: (told: Told) => ({
        subject: `Aflyst: ${told.the}, ${told.reference}`,
        text: paragraphs(
          `Hej ${told.name}`,
          `Der bliver ikke noget af ${told.the}, ${told.reference}, ${told.when}. Du behøver ikke gøre noget.`,
          `Vil du spørge om noget, så skriv til ${told.lead.name}, ${told.lead.email}. En mail til adressen, som denne kommer fra, bliver ikke læst.`,
          bye(told.municipality),
        ),
      }),
    },
    calendar: {
      title: (kind: string, reference: string) =>
        `${kind.charAt(0).toLocaleUpperCase('da')}${kind.slice(1)}, ${reference}`,
      online: 'Online',
      home: 'Hjemme hos borgeren',
      /** In the calendar entry of a member of staff. */
      answerInTeams: 'Svar i Teams, i chatten med Rød Tråd. Kalenderens egne knapper når ikke frem til tovholderen.',
      /** In the calendar entry of an external. */
      answerLead: (name: string, email: string) => `Svar til ${name}, ${email}.`,
      request: ({ the, reference, when, duration }: Called) => ({
        subject: `Til din kalender: ${the}, ${reference}`,
        text: paragraphs(
          'Hej',
          `Her er ${the}, ${reference}, til din kalender: ${when} (${duration}).`,
          'Svar i Teams, i chatten med Rød Tråd. Kalenderens egne knapper når ikke frem til tovholderen.',
          'Venlig hilsen\nRød Tråd',
        ),
      }),
      cancel: ({ the, reference, when }: Called) => ({
        subject: `Aflyst: ${the}, ${reference}`,
        text: paragraphs(
          'Hej',
          `Der bliver ikke noget af ${the}, ${reference}, ${when}. Du kan fjerne mødet fra din kalender.`,
          'Venlig hilsen\nRød Tråd',
        ),
      }),
    },
  },
};
