import type { mail as danish } from '../da/mail';

const paragraphs = (...all: readonly string[]): string => all.join('\n\n');

type Told = Parameters<(typeof danish)['mail']['external']['invitation']>[0];

const bye = (municipality: string): string => `Kind regards\nRød Tråd, ${municipality}`;
const facts = ({ when, duration, where, why }: Told): string =>
  `When: ${when} (${duration})\nWhere: ${where}\nWhy you: ${why}`;
const advises =
  'You are asked for your advice. You have no duty to attend, and you need not take part in any decision.';
const answerTo = ({ lead }: Told): string =>
  `Please write to ${lead.name}, ${lead.email}, whether you can come, and with any question you have. Mail to the address this comes from is not read. Use the reference in your mail, not the citizen's name or CPR number.`;

/** English words of the e-mails. */
export const mail: typeof danish = {
  mail: {
    inPlace: (summary) => ({
      subject: 'Rød Tråd: something is waiting for you in Teams',
      text: paragraphs(
        'Hi',
        `Something is waiting for you:\n${summary}`,
        'I cannot reach you in Teams, so I write to you here. Open Teams, find Rød Tråd, and write “hi”. I will show you what it is about, and you can answer at once.',
        'Kind regards\nRød Tråd',
      ),
    }),
    where: {
      online: (lead) => `Online. Ask ${lead} for the link if you do not have it.`,
      home: (lead) => `At the citizen's home. ${lead} will tell you where.`,
    },
    external: {
      invitation: (told) => ({
        subject: `You are invited to ${told.the}, ${told.reference}`,
        text: paragraphs(
          `Hi ${told.name}`,
          `You are invited to ${told.the}, ${told.reference}.`,
          facts(told),
          advises,
          answerTo(told),
          bye(told.municipality),
        ),
      }),
      moved: (told) => ({
        subject: `New time for ${told.the}, ${told.reference}`,
        text: paragraphs(
          `Hi ${told.name}`,
          `We have moved ${told.the}, ${told.reference}, to which you are invited. This is how it stands:`,
          facts(told),
          advises,
          answerTo(told),
          bye(told.municipality),
        ),
      }),
      cancelled: (told) => ({
        subject: `Cancelled: ${told.the}, ${told.reference}`,
        text: paragraphs(
          `Hi ${told.name}`,
          `We have called off ${told.the}, ${told.reference}, on ${told.when}. There is nothing you need to do.`,
          `If you have a question, write to ${told.lead.name}, ${told.lead.email}. Mail to the address this comes from is not read.`,
          bye(told.municipality),
        ),
      }),
    },
    calendar: {
      title: (kind, reference) => `${kind.charAt(0).toLocaleUpperCase('en')}${kind.slice(1)}, ${reference}`,
      online: 'Online',
      home: "At the citizen's home",
      answerInTeams:
        "Answer in Teams, in the chat with Rød Tråd. The calendar's own buttons do not reach the case lead.",
      answerLead: (name, email) => `Answer to ${name}, ${email}.`,
      request: ({ the, reference, when, duration }) => ({
        subject: `For your calendar: ${the}, ${reference}`,
        text: paragraphs(
          'Hi',
          `Here is ${the}, ${reference}, for your calendar: ${when} (${duration}).`,
          "Answer in Teams, in the chat with Rød Tråd. The calendar's own buttons do not reach the case lead.",
          'Kind regards\nRød Tråd',
        ),
      }),
      cancel: ({ the, reference, when }) => ({
        subject: `Cancelled: ${the}, ${reference}`,
        text: paragraphs(
          'Hi',
          `${the.charAt(0).toLocaleUpperCase('en')}${the.slice(1)}, ${reference}, on ${when}, is called off. You can take it out of your calendar.`,
          'Kind regards\nRød Tråd',
        ),
      }),
    },
  },
};
