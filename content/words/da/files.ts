/** Danish words about files that are offered in the chat. */
export const files = {
  files: {
    letterName: (ref: string, number: number) => `Brev om møde ${number}, ${ref}.pdf`,
    recordName: (ref: string, number: number) => `Referat af møde ${number}, ${ref}.pdf`,
    letter: 'Brev til borgeren om mødet. Skriv selv navnet på, før du sender det.',
    record: 'Referatet af mødet.',
    declined: 'Helt i orden. Bed om filen igen, hvis du får brug for den.',
    /** Development mode only. */
    link: (url: string) => `Uden Teams kan filen hentes her, én gang og i de næste ti minutter: ${url}`,
  },
};
