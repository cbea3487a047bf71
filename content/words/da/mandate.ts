/** Danish words of a department's mandate: what a colleague may decide at a meeting, and what must be asked. */
export const mandate = {
  mandate: {
    quiet: (department: string) => `Mandat · ${department}`,
    form: {
      title: 'Hvad kan jeres afdeling beslutte på et møde?',
      text: 'Skriv, hvad dine medarbejdere selv kan sige ja til, og hvad de skal spørge om først.',
      shown: 'Hele teamet ser det på mødekortet, og så kan I beslutte, mens borgeren er til stede.',
      example:
        'Fx: »Du kan aftale praktik, mentor og op til fem timers støtte om ugen. Spørg mig først, hvis det skal visiteres eller koster mere end 10.000 kr. Jeg tager telefonen, mens mødet er i gang.«',
      label: 'Mandat',
      placeholder: 'Du kan … Spørg mig først, hvis …',
      longest: (n: number) => `Højst ${n} tegn. Skriv ikke om en bestemt borger.`,
      tooLong: (n: number, most: number) => `Teksten er på ${n} tegn. Kort den ned til ${most}.`,
      stands: 'Det her står der nu:',
      changed: 'En anden har rettet mandatet imens. Gem igen, hvis din tekst skal stå i stedet.',
      write: 'Gem mandatet',
    },
    reading: {
      title: 'Det kan I beslutte på et møde.',
      ownTitle: 'Det kan dine medarbejdere beslutte på et møde.',
      none: 'Der står ikke et mandat endnu.',
      ask: 'Er du i tvivl om, hvad du kan beslutte, så spørg din leder før mødet.',
      noneOwn: 'Skriv et, så dine medarbejdere ved, hvad de kan sige ja til.',
      by: (name: string, day: string) => `Skrevet af ${name} den ${day}.`,
      change: 'Ret mandatet',
      write: 'Skriv mandatet',
    },
    pick: {
      quiet: 'Mandat',
      title: 'Hvilken afdeling gælder det?',
      label: 'Afdeling',
      missing: 'Vælg en afdeling.',
      writes: 'du skriver mandatet',
      rest: (n: number) => (n === 1 ? 'Én afdeling er ikke på listen.' : `${n} afdelinger er ikke på listen.`),
    },
    summary: (department: string) => `Mandat for ${department}.`,
    summaryPick: 'Mandat.',
  },
};
