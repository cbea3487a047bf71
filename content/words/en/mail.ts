import type { mail as danish } from '../da/mail';

/** English words of the e-mails. `the`: a meeting's kind in the definite form; `when` is a spoken moment. */
export const mail: typeof danish = {
  mail: {
    inPlace: (summary) => ({
      subject: 'Rød Tråd: something is waiting for you in Teams',
      text: [
        'Hello',
        `Something is waiting for you:\n${summary}`,
        'I cannot reach you in Teams, so I write to you here. Open Teams, find Rød Tråd and say “hello”. I will show you what it is about, and you can answer on the spot.',
        'Kind regards\nRød Tråd',
      ].join('\n\n'),
    }),
    hello: (name) => `Hello ${name}`,
    bye: (municipality) => `Kind regards\nRød Tråd, ${municipality}`,
    external: {
      subject: {
        invitation: (the, reference) => `You are invited to ${the}, ${reference}`,
        moved: (the, reference) => `New time for ${the}, ${reference}`,
        cancelled: (the, reference) => `Called off: ${the}, ${reference}`,
      },
      opening: {
        invitation: (the, reference) => `You are invited to ${the}, ${reference}.`,
        moved: (the, reference) =>
          `We have moved ${the}, ${reference}, to which you are invited. This is how it stands:`,
        cancelled: (the, reference, when) =>
          `We have called off ${the}, ${reference}, on ${when}. There is nothing you need to do.`,
      },
      when: (when, duration) => `When: ${when} (${duration})`,
      where: (place) => `Where: ${place}`,
      online: (lead) => `Online. Ask ${lead} for the link if you do not have it.`,
      home: (lead) => `At the citizen's home. ${lead} will tell you where.`,
      why: (why) => `Why you are invited: ${why}`,
      advises: 'You are asked for your advice. You have no duty to attend, and no part in any decision.',
      answer: (lead, email) =>
        `Please write to ${lead}, ${email}, whether you can come, and with any question you have. Use the reference in your mail, not the citizen's name or CPR number.`,
      questions: (lead, email) => `If you have a question, write to ${lead}, ${email}.`,
      notRead: 'Mail to the address this comes from is not read.',
    },
    calendar: {
      title: (kind, reference) => `${kind.charAt(0).toLocaleUpperCase('en')}${kind.slice(1)}, ${reference}`,
      online: 'Online',
      home: "At the citizen's home",
      answerInTeams:
        "Answer in Teams, in the chat with Rød Tråd. The calendar's own buttons do not reach the case lead.",
      answerLead: (lead, email) => `Answer to ${lead}, ${email}.`,
      subject: {
        request: (the, reference) => `For your calendar: ${the}, ${reference}`,
        cancel: (the, reference) => `Called off: ${the}, ${reference}`,
      },
      opening: {
        request: (the, reference, when) => `Here is ${the}, ${reference}, for your calendar: ${when}.`,
        cancel: (the, reference, when) =>
          `We have called off ${the}, ${reference}, on ${when}. You can take it out of your calendar.`,
      },
    },
  },
};
