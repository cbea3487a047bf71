import type { z } from 'zod/v4';
import type { Locale, Words } from '../../content/words/words';
import type { Button, rows } from '../anatomy';
import { sectionButtons } from '../section';
import type { WorkView } from './work-views';

type Part = keyof Words['work']['parts'];

/** The parts in their order; where room is wanted for what further capabilities add, two neighbours share a button. */
const PAIRS = [
  ['citizen', 'here'],
  ['agenda'],
  ['agreements', 'next'],
  ['close'],
] as const satisfies readonly (readonly Part[])[];
const MOST_BUTTONS = 6;

/**
 * The buttons of the meeting card, six at most. They keep their places; the next thing to do stands out. The sections of
 * further capabilities bring `MOST_SECTIONS` at most, for which parts that follow each other share one: it opens the
 * one that is next, and from there the form leads on to the other.
 */
export function workRows(view: WorkView, w: Words, locale: Locale): z.input<typeof rows> {
  const card = w.work;
  const data = { meeting: view.id };
  const button = (title: string, verb: string, style: Button['style'] = ''): Button => ({ title, verb, data, style });
  const refresh = [{ buttons: [button(w.actions.refresh, 'meeting.work-back')] }];
  const sections = sectionButtons(view.sections, locale);
  const more = inPairs(sections);
  switch (view.status) {
    case 'ready': {
      if (!view.mayWork) return [...more, ...refresh];
      const own = [
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
      ];
      const taken = own.flatMap((row) => row.buttons).length + sections.length;
      return [...own, ...more, ...(taken < MOST_BUTTONS ? refresh : [])];
    }
    case 'running':
    case 'past':
      return view.mayWork ? parts(view, sections, w) : [...more, ...refresh];
    case 'held':
      return [...more, { buttons: [button(card.record, 'record.offer')] }];
    case 'not-held':
    case 'cancelled':
      return [];
    default:
      return view.status satisfies never;
  }
}

function parts(view: WorkView, sections: readonly Button[], w: Words): z.input<typeof rows> {
  const wanted = nextPart(view);
  // Only a close that is missing nothing stands out: else what a section has open is the next thing.
  const openFirst = wanted === 'close' && view.open.length > 0;
  const button = (shared: readonly Part[]): Button => {
    const part = shared.find((one) => one === wanted) ?? shared[0] ?? 'close';
    const style = part === wanted && !openFirst ? 'positive' : '';
    const title = shared.length === 1 ? w.work.parts[part] : w.work.pairs[shared[0] as 'citizen' | 'agreements'];
    if (part === 'close') return { title, verb: 'meeting.close-ask', data: { meeting: view.id }, style };
    const data = part === 'agenda' ? { meeting: view.id, n: nextPoint(view) } : { meeting: view.id };
    return { title, verb: `meeting.${part}-form`, data, style };
  };
  let room = sections.length;
  const shares = PAIRS.flatMap((pair): (readonly Part[])[] => {
    if (pair.length === 1 || room <= 0) return pair.map((part) => [part]);
    room -= 1;
    return [pair];
  });
  const own = shares.map(button);
  return inPairs([...own.slice(0, -1), ...sections, ...own.slice(-1)]);
}

const inPairs = (buttons: readonly Button[]): { buttons: Button[] }[] =>
  buttons.flatMap((_, n) => (n % 2 === 0 ? [{ buttons: buttons.slice(n, n + 2) }] : []));

/** Where the meeting has come to. */
function nextPart(view: WorkView): Part {
  const lacks = (...codes: readonly string[]) => view.lacking.some((lacking) => codes.includes(lacking));
  if (lacks('citizen-missing', 'how-missing', 'words-missing')) return 'citizen';
  if (lacks('nobody-here')) return 'here';
  if (view.agenda.some((point) => !point.done) && view.status === 'running') return 'agenda';
  return lacks('next-missing') ? 'next' : 'close';
}

const nextPoint = (view: WorkView): number => view.agenda.find((point) => !point.done)?.n ?? 1;
