import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { type Matter, matterCard, press, type Row, section, toggles } from '../matter';
import type { Drawn } from '../render';
import { clipped } from '../text';
import { dayLines } from './day-lines';
import type { SeatState, SeatView } from './views';

const COLORS = {
  ask: 'Accent',
  called: 'Warning',
  booked: 'Good',
  waiting: 'Accent',
  offered: 'Warning',
  declined: 'Default',
  cancelled: 'Default',
  lapsed: 'Default',
  dropped: 'Default',
  off: 'Attention',
  held: 'Good',
} as const satisfies Record<SeatState, string>;

/** So many of those whom one meets stand on the card. */
const MOST_OTHERS = 40;

/** To whoever is called to an intake, has a seat in it, waits for one or could ask for one. */
export function seatCard(view: SeatView, locale: Locale): Drawn {
  const w = words(locale);
  const { seat, kinds } = w.intakes;
  const asks = view.state === 'called' || view.state === 'offered';
  return matterCard(
    (most): Matter => ({
      summary: asks ? seat.summary.asks : seat.summary.tells,
      mark: view.mark,
      quiet: kinds[view.kind],
      title: seat.titles[view.state][view.kind],
      state: { text: seat.states[view.state], color: COLORS[view.state] },
      repeated: view.repeated,
      opening: [
        ...(view.reminder && asks ? [sentence(seat.reminder)] : []),
        ...(view.moved === null ? [] : [sentence(seat.moved(view.moved))]),
        sentence('', clipped(view.title, Math.min(most, 80))),
        ...said(view, w).map((text) => sentence(text)),
      ],
      sections: [
        section(w.intakes.days, dayLines(view.days, w, locale, most), { spacing: 'Medium' }),
        others(view, w, most),
      ],
      rows: buttons(view, w),
      ...giveBack(view, w),
      foot: asks && view.answerBy !== null ? [seat.answerBy(view.answerBy, view.today)] : [],
    }),
    locale,
  );
}

function said(view: SeatView, w: Words): string[] {
  const { seat } = w.intakes;
  switch (view.state) {
    case 'ask':
    case 'called':
      return [
        ...(view.state === 'called' ? [seat.why] : []),
        ...(view.days.length > 1 ? [seat.together(view.days.length)] : []),
        ...(view.full ? [seat.full] : []),
      ];
    case 'waiting':
      return view.place === null ? [] : [seat.place(view.place)];
    case 'offered':
      return [seat.kept];
    case 'booked':
      return view.others.length === 0 ? [seat.alone] : [];
    case 'held':
      return view.missed === null ? [] : missed(view.missed, w);
    case 'declined':
    case 'lapsed':
    case 'dropped':
      return [seat.next];
    case 'off':
      return [seat.off];
    case 'cancelled':
      return [];
    default:
      return view.state satisfies never;
  }
}

const missed = (days: readonly number[], w: Words): string[] =>
  days.length === 0 ? [w.intakes.seat.thereAll] : days.map((n) => w.intakes.seat.missed(n));

function others(view: SeatView, w: Words, most: number) {
  if (view.state !== 'booked') return section('', []);
  const kept = view.others.slice(
    0,
    most === Number.POSITIVE_INFINITY ? MOST_OTHERS : Math.max(5, Math.floor(most / 20)),
  );
  const rest = view.others.length - kept.length;
  return section(
    w.intakes.seat.with,
    kept.length === 0 ? [] : [line({ text: kept.map((name) => clipped(name, 60)).join(' · ') })],
    { rest: rest === 0 ? '' : w.andMore(rest), spacing: 'Medium' },
  );
}

function buttons(view: SeatView, w: Words): Row[] {
  const { seat } = w.intakes;
  const data = { seat: view.id, version: view.version };
  const no = (title: string) => ({ title, verb: 'intake.seat-no', data });
  const yes = (title: string) => ({ title, verb: 'intake.seat-yes', data, first: true });
  const wide = { spacing: 'Medium' as const };
  if (view.begun) return [];
  switch (view.state) {
    case 'ask':
      return [
        press(
          [{ title: view.full ? seat.wait : seat.ask, verb: 'intake.ask', data: { intake: view.id }, first: true }],
          wide,
        ),
      ];
    case 'called':
      return [press([yes(view.full ? seat.wait : seat.yes), no(seat.no)], wide)];
    case 'offered':
      return [press([yes(seat.take), no(seat.no)], wide)];
    case 'waiting':
      return [press([no(seat.leaveQueue)], wide)];
    case 'declined':
    case 'cancelled':
    case 'lapsed':
      return [press([yes(view.full ? seat.wait : seat.yesAnyway)], wide)];
    case 'booked':
      return [toggles([{ title: seat.cannot, shows: ['give-back'] }], 'Medium')];
    case 'dropped':
    case 'off':
    case 'held':
      return [];
    default:
      return view.state satisfies never;
  }
}

/** What cannot be undone asks once, in the same card. */
function giveBack(view: SeatView, w: Words): Pick<Matter, 'parts'> {
  if (view.state !== 'booked' || view.begun) return {};
  const { seat } = w.intakes;
  return {
    parts: [
      {
        id: 'give-back',
        shown: false,
        text: seat.cannotText,
        fields: [],
        rows: [
          press([{ title: seat.cannotSend, verb: 'intake.seat-back', data: { seat: view.id, version: view.version } }]),
        ],
      },
    ],
  };
}
