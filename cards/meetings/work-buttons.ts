import type { z } from 'zod/v4';
import type { Words } from '../../content/words/words';
import type { Button, rows } from '../anatomy';
import type { WorkView } from './work-views';

type Part = keyof Words['work']['parts'];
const PARTS: readonly Part[] = ['citizen', 'here', 'agenda', 'agreements', 'next', 'close'];

/** The buttons of the meeting card, six at most. They keep their places; the next thing to do stands out. */
export function workRows(view: WorkView, w: Words): z.input<typeof rows> {
  const card = w.work;
  const data = { meeting: view.id };
  const button = (title: string, verb: string, style: Button['style'] = ''): Button => ({ title, verb, data, style });
  const refresh = [{ buttons: [button(w.actions.refresh, 'meeting.work-back')] }];
  switch (view.status) {
    case 'ready':
      if (!view.mayWork) return refresh;
      return [
        ...(view.mayOpen
          ? [
              {
                buttons: [
                  { ...button(card.open, 'meeting.start', 'positive'), data: { ...data, version: view.version } },
                ],
              },
            ]
          : []),
        ...(view.mayChange
          ? [
              { buttons: [button(card.letter, 'letter.offer')] },
              { buttons: [button(card.move, 'meeting.move-form'), button(card.cancel, 'meeting.cancel-ask')] },
            ]
          : []),
        ...refresh,
      ];
    case 'running':
    case 'past':
      return view.mayWork ? parts(view, w) : refresh;
    case 'held':
      return [{ buttons: [button(card.record, 'record.offer')] }];
    case 'not-held':
    case 'cancelled':
      return [];
    default:
      return view.status satisfies never;
  }
}

function parts(view: WorkView, w: Words): z.input<typeof rows> {
  const wanted = nextPart(view);
  const buttons = PARTS.map((part): Button => {
    const style = part === wanted ? 'positive' : '';
    const title = w.work.parts[part];
    if (part === 'close') return { title, verb: 'meeting.close-ask', data: { meeting: view.id }, style };
    const data = part === 'agenda' ? { meeting: view.id, n: nextPoint(view) } : { meeting: view.id };
    return { title, verb: `meeting.${part}-form`, data, style };
  });
  return [0, 2, 4].map((from) => ({ buttons: buttons.slice(from, from + 2) }));
}

/** Where the meeting has come to. */
function nextPart(view: WorkView): Part {
  const lacks = (...codes: readonly string[]) => view.lacking.some((lacking) => codes.includes(lacking));
  if (lacks('citizen-missing', 'how-missing', 'words-missing')) return 'citizen';
  if (lacks('nobody-here')) return 'here';
  if (view.agenda.some((point) => !point.done) && view.status === 'running') return 'agenda';
  return lacks('next-missing') ? 'next' : 'close';
}

const nextPoint = (view: WorkView): number => view.agenda.find((point) => !point.done)?.n ?? 1;
