import type { PressOutcome } from '../../stage/connector';
import { inputsOf, newestMeeting, personIds } from './meeting-steps';
import { type Town, textOf } from './town';

type Press = { readonly go?: 'next' | 'back' | 'more' | 'columns' | 'move' } & Readonly<Record<string, string>>;

/**
 * Presses an action of the meeting card that stands in somebody's chat, on the newest card that has it; `go` chooses among
 * the buttons of a form.
 */
export async function works(town: Town, name: string, verb: string, inputs: Press = {}): Promise<PressOutcome> {
  const { go, ...typed } = inputs;
  const { entraId } = town.person(name);
  const message = town.teams
    .chat(entraId)
    .filter((one) => town.teams.actionsOf(one).some((action) => action.verb === verb))
    .at(-1);
  // Parts that follow each other share a button, whose form leads on: here it is opened as from there.
  if (!message && verb.endsWith('-form') && /^meeting\.(?:citizen|here|agreements|next)-/.test(verb)) {
    const { meeting } = await newestMeeting(town);
    const card = town.teams
      .chat(entraId)
      .filter((one) => town.teams.actionsOf(one).some((action) => action.verb === 'meeting.close-ask'))
      .at(-1);
    const place = card ? { messageId: card.id } : {};
    return town.presses(name, verb, typed, { force: true, data: { meeting: meeting.id }, ...place });
  }
  if (!message)
    throw new Error(`${name} has no card with ${verb}; there is:\n${town.reads(name).slice(-3).join('\n')}`);
  return town.presses(name, verb, typed, { messageId: message.id, ...(go ? { data: { go } } : {}) });
}

/** What stands on the newest card of the meeting in somebody's chat. */
export function meetingCardOf(town: Town, name: string): string {
  return textOf(
    town.teams
      .chat(town.person(name).entraId)
      .filter((one) => one.card)
      .at(-1),
  );
}

export type Holding = {
  readonly by?: string;
  /** The newest that was called, without. */
  readonly meetingId?: string;
  readonly there?: 'there' | 'asked-us';
  readonly askedOn?: string;
  readonly how?: string;
  /** `null`: what the citizen said beforehand stands as it is. */
  readonly words?: string | null;
  /** First names of who is there; without, whoever said that they would come. */
  readonly here?: readonly string[];
  readonly notes?: readonly string[];
  readonly columns?: Readonly<Record<string, string>>;
  readonly agreements?: readonly { readonly owner: string; readonly text: string; readonly due: string }[];
  readonly next?: { readonly kind?: string; readonly date: string; readonly time: string };
  readonly noNextBecause?: string;
};

/** Opens the meeting card and fills it in, part by part, as a lead does on a phone; everything but the closing. */
export async function worksMeeting(town: Town, holding: Holding): Promise<void> {
  const by = holding.by ?? 'Carla';
  const id = holding.meetingId ?? (await newestMeeting(town)).meeting.id;
  const meeting = await town.inside(({ tx }) => tx.meeting.findFirstOrThrow({ where: { id } }));
  await town.teams.execute(town.person(by).entraId, { verb: 'meeting.work', data: { meeting: meeting.id } });
  await town.settle();
  if (meeting.status === 'called') await works(town, by, 'meeting.start');
  await works(town, by, 'meeting.citizen-form');
  await works(town, by, 'meeting.citizen', {
    go: 'next',
    ...(holding.there ? { there: holding.there } : {}),
    ...(holding.askedOn ? { askedOn: holding.askedOn } : {}),
    ...(holding.how ? { how: holding.how } : {}),
    ...(holding.words === null ? {} : { words: holding.words ?? 'Jeg vil gerne i lære som tømrer.' }),
  });
  await works(town, by, 'meeting.here', { go: 'next', ...(await marks(town, by, holding.here)) });
  const points = await town.inside(({ tx, tenantId }) =>
    tx.agendaItem.count({ where: { tenantId, meetingId: meeting.id } }),
  );
  for (let n = 1; n <= points; n += 1) {
    const last = n === points;
    await works(town, by, 'meeting.agenda', {
      go: last && holding.columns ? 'columns' : 'next',
      note: holding.notes?.[n - 1] ?? `Vi talte om punkt ${n}.`,
      done: 'true',
    });
  }
  if (holding.columns)
    await works(town, by, 'meeting.columns', {
      go: 'next',
      ...Object.fromEntries(Object.entries(holding.columns).map(([key, text]) => [`column-${key}`, text])),
    });
  const idOf = await personIds(town);
  for (const { owner, text, due } of holding.agreements ?? []) {
    const owned = owner === 'citizen' || owner === 'lead' ? owner : idOf(owner);
    await works(town, by, 'meeting.agreement-add', { go: 'more', owner: owned, text, due });
  }
  await works(town, by, 'meeting.agreement-add', { go: 'next', text: '', owner: '' });
  await works(town, by, 'meeting.next', {
    go: 'next',
    ...(holding.next
      ? {
          date: holding.next.date,
          time: holding.next.time,
          ...(holding.next.kind ? { kind: holding.next.kind } : {}),
        }
      : { none: 'true', because: holding.noNextBecause ?? 'Vi aftaler det på telefon.' }),
  });
}

/** The whole meeting, from opening its card to closing it. */
export async function holdsMeeting(town: Town, holding: Holding): Promise<PressOutcome> {
  await worksMeeting(town, holding);
  return works(town, holding.by ?? 'Carla', 'meeting.close');
}

/** The toggles of the presence form: on for whoever is named, off for everybody else. */
async function marks(town: Town, by: string, here: readonly string[] | undefined): Promise<Record<string, string>> {
  if (!here) return {};
  const idOf = await personIds(town);
  const there = new Set(here.map(idOf));
  const form = town.teams
    .chat(town.person(by).entraId)
    .filter((one) => town.teams.actionsOf(one).some(({ verb }) => verb === 'meeting.here'))
    .at(-1);
  const toggles = Object.keys(inputsOf(form?.card)).filter((id) => id.startsWith('here-'));
  return Object.fromEntries(toggles.map((id) => [id, String(there.has(id.slice('here-'.length)))]));
}
