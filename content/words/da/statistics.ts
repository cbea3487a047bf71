/** Danish words of the figures of courses, and of what other systems are told about courses. */
export const statistics = {
  statistics: {
    quiet: 'Kursustal',
    summary: 'Tal for et kursus.',
    which: 'Hvilket kursus vil du se tal for?',
    without: 'Du ser, hvilke spørgsmål der er svære. Du ser aldrig, hvad den enkelte har svaret.',
    none: 'Der er ingen kurser endnu.',
    pick: 'Vælg et kursus',
    show: 'Vis tallene',
    others: 'Andre kurser',
    more: 'Flere spørgsmål',
    again: 'De første spørgsmål',
    fewBegun: 'Færre end fem har begyndt kurset, så der er ingen tal at vise endnu.',
    begun: (n: number) => `${n} har begyndt kurset.`,
    done: {
      share: (percent: number) => `${percent} % af dem er færdige.`,
      few: 'Højst fire af dem er færdige.',
      'nearly-all': 'Alle på nær højst fire er færdige.',
      hidden: 'Hvor mange der er færdige, kan du se, når ti er begyndt.',
    },
    noQuestions: 'Kurset har ingen spørgsmål.',
    question: (n: number, of: number) => `Spørgsmål ${n} af ${of}`,
    fewAnswered: 'Færre end fem har svaret.',
    answered: (n: number) => `${n} har svaret.`,
    right: {
      share: (percent: number) => `Rigtigt første gang: ${percent} %.`,
      few: 'Rigtigt første gang: højst fire.',
      'nearly-all': 'Rigtigt første gang: alle på nær højst fire.',
      hidden: 'Hvor mange der svarede rigtigt, kan du se, når ti har svaret.',
    },
    sureAndWrong: {
      share: (percent: number) => `Helt sikre, men svarede forkert: ${percent} %.`,
      few: 'Helt sikre, men svarede forkert: højst fire.',
      'nearly-all': 'Næsten alle, der svarede forkert, var helt sikre.',
      hidden: 'Hvor mange der var helt sikre og svarede forkert, vises ikke: de er for få.',
    },
    mostWrong: (option: string) => `Det forkerte svar, som flest valgte: »${option}«`,
    rule: 'Tallene vokser med fem personer ad gangen, og grupper på under fem får aldrig et tal. Så kan ingen regne ud, hvad en enkelt har svaret.',
  },
  recordStatus: {
    none: (n: number) =>
      n === 0
        ? 'ikke sat op'
        : `${n} venter, men politikken (learningRecords i house.yaml) siger ikke længere, hvor de skal hen`,
    waiting: (n: number) =>
      n === 0
        ? 'alt er modtaget eller på vej'
        : `${n} venter, fordi de ikke blev modtaget. Se i loggen; jeg prøver selv igen.`,
  },
};
