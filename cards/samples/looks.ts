/** What a sample shows: a matter that waits, is answered or closed; or a card that is none of these. */
export type Look = 'pending' | 'answered' | 'closed' | 'form' | 'list' | 'told';

type Matter = { readonly answered: RegExp | null; readonly closed: RegExp };

/** Cards of a matter, and which of their samples show it answered and closed. */
export const matters: Readonly<Record<string, Matter>> = {
  invitation: {
    answered: /^(?:coming|colleague (?:asked|comes|named)|hindered|.*answered)/,
    closed: /^(?:cancelled|past|going on)/,
  },
  'stand-in': { answered: /^(?:accepted|declined)/, closed: /^(?:withdrawn|cancelled|past|going on)/ },
  meeting: { answered: null, closed: /^(?:cancelled|past)/ },
  hindered: {
    answered: /^(?:they manage|somebody needed)/,
    closed: /^(?:a colleague|changed|cancelled|past|going on)/,
  },
  representation: { answered: /^(?:named|accepted)/, closed: /^(?:answered|cancelled|past|going on)/ },
  work: { answered: null, closed: /^(?:held|not held|cancelled|.*, held)/ },
  agreement: { answered: null, closed: /^(?:done|dropped)/ },
  preparation: { answered: /^done/, closed: /^(?:past|cancelled)/ },
  'citizen-talk': { answered: null, closed: /^done/ },
  'next-meeting': { answered: null, closed: /^called/ },
  'absence-word': { answered: /^said/, closed: /^past/ },
  'not-represented': { answered: null, closed: /^corrected/ },
  'link-request': { answered: /^(?:linked|declined)/, closed: /^ended/ },
  pathway: { answered: null, closed: /^(?:ended|.*, ended)/ },
  'decision-vote': {
    answered: /^(?:agreed|in doubt|disagreed|responsible, (?:said yes|cannot$))/,
    closed: /^(?:closed|before the leaders|missed it|.*, closed)/,
  },
  'decision-proposal': { answered: null, closed: /^(?:decided|.*, closed)/ },
  'decision-talk': { answered: /^asked again/, closed: /^(?:put before|closed)/ },
  'decision-voice': { answered: /^(?:yes|named)/, closed: /^closed/ },
  'decision-advice': { answered: /^(?:given|nothing to add)/, closed: /^(?:closed|.*, closed)/ },
  'decision-advice-taken': { answered: /^written/, closed: /^closed/ },
  'decision-citizen-answer': { answered: /^(?:yes|no$)/, closed: /^(?:closed|no, and closed)/ },
  'decision-ruling': { answered: /^answered/, closed: /^(?:passed on|closed|.*, closed)/ },
  'decision-question': { answered: /^answered/, closed: /^(?:unanswered|withdrawn)/ },
  'decision-visitation': { answered: null, closed: /^(?:granted|refused)/ },
  'decision-start': { answered: /^later/, closed: /^(?:yes|no$)/ },
  'decision-tell': { answered: null, closed: /^told/ },
  milestone: { answered: /^planned/, closed: /^(?:held|waived|said|recorded|ended)/ },
  'own-follow-up': { answered: null, closed: /^(?:done|dropped)/ },
  handover: { answered: null, closed: /^(?:settling|accepted|settled|withdrawn|ended)/ },
  'handover-answer': { answered: null, closed: /^(?:accepted|declined|withdrawn|settled|ended)/ },
  'handover-settle': { answered: /^named/, closed: /^(?:settled|ended)/ },
  'lead-told': { answered: null, closed: /^(?:told|past)/ },
  'lead-missing': { answered: /^somebody/, closed: /^closed/ },
  'lead-moved': { answered: /^somebody/, closed: /^(?:kept|closed|ended)/ },
  'audit-sample': { answered: null, closed: /^signed/ },
  orphan: { answered: null, closed: /^(?:given|closed)/ },
  waiting: { answered: null, closed: /^(?:nothing|a morning that is done)/ },
};

/** Cards that no matter closes. */
export const others: Readonly<Record<string, 'form' | 'list' | 'told'>> = {
  greeting: 'told',
  help: 'list',
  nearest: 'list',
  status: 'list',
  closed: 'told',
  'snooze-form': 'form',
  mandate: 'told',
  'mandate-form': 'form',
  'mandate-pick': 'list',
  grounds: 'list',
  'follow-ups': 'list',
  overview: 'list',
  'course-list': 'list',
  course: 'form',
  'course-result': 'told',
  'rhythm-form': 'form',
  'transition-form': 'form',
  'own-form': 'form',
  'ground-form': 'form',
  'ground-withdraw': 'form',
  'ground-shared': 'told',
  'ground-gone': 'told',
  pathways: 'list',
  'begin-form': 'form',
  more: 'list',
  'case-numbers': 'form',
  links: 'form',
  'end-form': 'form',
  'pathway-notice': 'told',
  team: 'form',
  'find-person': 'form',
  'seat-ask': 'form',
  'co-lead': 'form',
  'external-form': 'form',
  outcome: 'told',
  'call-form': 'form',
  'move-form': 'form',
  cancel: 'form',
  meetings: 'list',
  notice: 'told',
  'citizen-form': 'form',
  'here-form': 'form',
  'agenda-form': 'form',
  'columns-form': 'form',
  'agreements-form': 'form',
  'next-form': 'form',
  'close-ask': 'form',
  record: 'told',
  'handover-form': 'form',
  'decision-form': 'form',
  'decision-together': 'form',
  'decision-other': 'form',
  'decision-ask-team': 'form',
  'decision-question-form': 'form',
  'decision-outcome': 'told',
  'decision-list': 'list',
  'decision-mine': 'list',
};

/** @throws where nobody has said what the card is. */
export function lookOf(sample: string): Look {
  const [card = '', state = ''] = sample.split(/: (.*)/);
  const matter = matters[card];
  if (matter) return matter.closed.test(state) ? 'closed' : matter.answered?.test(state) ? 'answered' : 'pending';
  const other = others[card];
  if (!other) throw new Error(`What is the card ${card}: a matter, a form, a list, or something told?`);
  return other;
}
