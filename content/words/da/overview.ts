import { startingNumber } from '../numbers';

/** Danish words of the overview. */
export const overview = {
  overview: {
    quiet: 'Overblik',
    title: 'Sådan står det til',
    titleLate: (n: number) =>
      n === 1 ? 'Ét forløb har noget, der haster.' : `${startingNumber(n, 'da')} forløb har noget, der haster.`,
    summary: 'Dit overblik.',
    none: 'Du er ikke tovholder for noget forløb lige nu.',
    mine: 'Mine forløb',
    moods: { overdue: 'Over fristen', waiting: 'Venter på dig', planned: 'Planlagt', calm: 'Intet venter' },
    by: (day: string) => `senest ${day}`,
    meeting: (moment: string) => `næste møde ${moment}`,
    department: 'Over fristen i min afdeling',
    nothingLate: 'Intet er over fristen.',
    help: 'Spørg, om du kan hjælpe. Du ser kun, hvad der mangler, og hvem der har det.',
    since: (day: string) => `skulle være klaret ${day}`,
    pick: 'Hvilket forløb vil du åbne?',
    open: 'Åbn forløbet',
    /** In a manager's morning message. */
    inDigest: (n: number) =>
      n === 1
        ? 'Én ting er over fristen i din afdeling. Skriv »overblik« for at se den.'
        : `${startingNumber(n, 'da')} ting er over fristen i din afdeling. Skriv »overblik« for at se dem.`,
  },
};
