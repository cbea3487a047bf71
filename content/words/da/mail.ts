/** Danish words of the e-mails. `the`: a meeting's kind in the definite form; `when` is a spoken moment. */
export const mail = {
  mail: {
    inPlace: (summary: string) => ({
      subject: 'Rød Tråd: Noget venter på dig i Teams',
      text: [
        'Hej',
        `Noget venter på dig:\n${summary}`,
        'Jeg kan ikke nå dig i Teams, og derfor skriver jeg her. Åbn Teams, find Rød Tråd, og skriv »hej«. Så viser jeg dig, hvad det handler om, og du kan svare med det samme.',
        'Venlig hilsen\nRød Tråd',
      ].join('\n\n'),
    }),
    hello: (name: string) => `Hej ${name}`,
    bye: (municipality: string) => `Venlig hilsen\nRød Tråd, ${municipality}`,
    /** To people outside, who are asked for advice. */
    external: {
      subject: {
        invitation: (the: string, reference: string) => `Du er inviteret til ${the}, ${reference}`,
        moved: (the: string, reference: string) => `Ny tid til ${the}, ${reference}`,
        cancelled: (the: string, reference: string) => `Aflyst: ${the}, ${reference}`,
      },
      opening: {
        invitation: (the: string, reference: string) => `Du er inviteret til ${the}, ${reference}.`,
        moved: (the: string, reference: string) =>
          `Vi har flyttet ${the}, ${reference}, som du er inviteret til. Sådan er det nu:`,
        cancelled: (the: string, reference: string, when: string) =>
          `Der bliver ikke noget af ${the}, ${reference}, ${when}. Du behøver ikke gøre noget.`,
      },
      when: (when: string, duration: string) => `Hvornår: ${when} (${duration})`,
      where: (place: string) => `Hvor: ${place}`,
      online: (lead: string) => `Online. Spørg ${lead} om linket, hvis du ikke har det.`,
      home: (lead: string) => `Hjemme hos borgeren. ${lead} fortæller dig hvor.`,
      why: (why: string) => `Derfor er du med: ${why}`,
      advises: 'Du er med for at rådgive. Du har ikke mødepligt, og du skal ikke være med til at beslutte noget.',
      answer: (lead: string, email: string) =>
        `Skriv til ${lead}, ${email}, om du kommer, og hvis du vil spørge om noget. Skriv referencen i mailen, ikke borgerens navn eller CPR-nummer.`,
      questions: (lead: string, email: string) => `Vil du spørge om noget, så skriv til ${lead}, ${email}.`,
      notRead: 'En mail til adressen, som denne kommer fra, bliver ikke læst.',
    },
    /** The entry in a calendar, and the e-mail that brings it to a member of staff. */
    calendar: {
      title: (kind: string, reference: string) =>
        `${kind.charAt(0).toLocaleUpperCase('da')}${kind.slice(1)}, ${reference}`,
      online: 'Online',
      home: 'Hjemme hos borgeren',
      answerInTeams: 'Svar i Teams, i chatten med Rød Tråd. Kalenderens egne knapper når ikke frem til tovholderen.',
      answerLead: (lead: string, email: string) => `Svar til ${lead}, ${email}.`,
      subject: {
        request: (the: string, reference: string) => `Til din kalender: ${the}, ${reference}`,
        cancel: (the: string, reference: string) => `Aflyst: ${the}, ${reference}`,
      },
      opening: {
        request: (the: string, reference: string, when: string) =>
          `Her er ${the}, ${reference}, til din kalender: ${when}.`,
        cancel: (the: string, reference: string, when: string) =>
          `Der bliver ikke noget af ${the}, ${reference}, ${when}. Du kan fjerne mødet fra din kalender.`,
      },
    },
  },
};
