import type { mandate as danish } from '../da/mandate';

/** English words of a department's mandate. */
export const mandate: typeof danish = {
  mandate: {
    quiet: (department) => `Mandate · ${department}`,
    form: {
      title: 'What can your department decide at a meeting?',
      text: 'Say what your staff can agree to on their own, and what they should ask you about first.',
      shown: 'The whole team sees it on the meeting card, and you can decide while the citizen is there.',
      example:
        'E.g. “You can agree on work placement, a mentor and up to five hours of support a week. Ask me first if it has to be granted elsewhere or costs more than 10,000 kroner. I pick up the phone while the meeting is on.”',
      label: 'Mandate',
      placeholder: 'You can … Ask me first if …',
      longest: (n) => `${n} characters at most. Leave out anything about one particular citizen.`,
      tooLong: (n, most) => `That is ${n} characters. Bring it down to ${most}.`,
      stands: 'This is what it says now:',
      changed: 'Somebody else has changed the mandate in the meantime. Save again if your text should stand instead.',
      write: 'Save the mandate',
    },
    reading: {
      title: 'This is what you can decide at a meeting.',
      ownTitle: 'This is what your staff can decide at a meeting.',
      none: 'There is no mandate yet.',
      ask: 'If you are unsure what you can decide, ask your manager before the meeting.',
      noneOwn: 'Write one, so that your staff know what they can agree to.',
      by: (name, day) => `Written by ${name} on ${day}.`,
      change: 'Change the mandate',
      write: 'Write the mandate',
    },
    pick: {
      quiet: 'Mandate',
      title: 'Which department is it about?',
      label: 'Department',
      missing: 'Choose a department.',
      writes: 'you write its mandate',
      rest: (n) => (n === 1 ? 'One department is not on the list.' : `${n} departments are not on the list.`),
    },
    summary: (department) => `Mandate of ${department}.`,
    summaryPick: 'Mandate.',
  },
};
