import type { files as danish } from '../da/files';

/** English words about files that are offered in the chat. */
export const files: typeof danish = {
  files: {
    letterName: (ref: string, number: number) => `Letter about meeting ${number}, ${ref}.pdf`,
    recordName: (ref: string, number: number) => `Record of meeting ${number}, ${ref}.pdf`,
    letter: 'A letter to the citizen about the meeting, in Danish. Write the name on it before you send it.',
    record: 'The record of the meeting, in Danish.',
    declined: 'That is fine. Ask for the file again if you need it.',
    link: (url) => `Without Teams, the file can be fetched here, once and within the next ten minutes: ${url}`,
  },
};
