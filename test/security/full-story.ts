import { drawSample } from '../../bot/audit/draw-sample';
import { openCourse } from '../../bot/learning/enrol';
import type { PressOptions } from '../../stage/connector';
import { callMeeting, changedMunicipality, personIds, REF } from '../support/meeting-steps';
import { COURSES } from '../support/sample-courses';
import { openTown, TENANT, type Town, type TownOptions } from '../support/town';
import { decideInSecret } from './decision-story';
import { passOnInSecret } from './handover-story';
import { POSTPONABLE } from './one-meeting';
import { turnOf } from './turn-of';

/** What is sealed, each in words that stand nowhere else. */
export const SECRETS = {
  alias: 'Zirkonia',
  born: '2009-11-07',
  caseNumber: 'QX-774411',
  place: 'Biblioteket, grå sal',
  whyBo: 'du kender vejen ind på trælasten',
  whyMette: 'du har fulgt "lillebror" siden foråret',
  reason: 'Jeg venter på ergoterapeutens vurdering',
  mandate: 'I kan aftale nyt værksted med det samme',
  externalName: 'Xenia Quistorp',
  externalRole: 'overlæge i neurofysiologi',
  externalMail: 'xq@fjernklinik.example',
  whyExternal: 'Du har målt nerverne i armen',
  law: 'Serviceloven § 49 b, stk. 3',
  guests: 'Fasteren Ottilia',
  how: 'Ringede fra færgen til Endelave',
  words: 'Jeg drømmer om at bygge havkajakker',
  note: 'Lægen anbefaler varme omslag',
  agreed: 'Bestille tid på kajakskolen',
  because: 'Færgeplanen kommer først til maj',
  outcome: 'Kajakskolen har venteliste',
  said: 'Det er godt, I husker kajakken',
  ended: 'Flyttet til tanten på Orø',
  proposed: 'Lån af bådeskuret i Marstal',
  citizenSays: 'Skuret er lige det rigtige for mig',
  meanwhile: 'Onsdagsholdet i svømmehallen fortsætter',
  doubt: 'Skuret har ingen varme om vinteren',
  clarified: 'Havnefogeden sætter en brændeovn op',
  narrowed: 'Kun havnen kan sige noget om skuret',
  asked: 'Hvem betaler for brændet?',
  answered: 'Bådelauget giver to rummeter',
  ruled: 'Lån af værkstedet ved siden af',
  ruledBecause: 'Værkstedet er allerede opvarmet',
  told: 'Så kan jeg begynde før påske',
  notStarted: 'Nøglen er blevet væk på færgen',
  sentTo: 'Udvalget for Småøerne',
  advice: 'Spørg altid bådelauget først',
  taken: 'Vi spørger bådelauget på mandag',
  citizenYes: 'Ja tak til brændeovnen',
  thought: 'Jeg vil spørge til kajakken først',
  rhythm: 'Ishuset åbner kun om sommeren',
  changed: 'Mesterlæren på Fejø sluttede brat',
  waived: 'Blev klaret på færgen i stedet',
  ownFollowUp: 'Opfølgning på havneplanen',
  goodRelation: 'Hende med hunden forstår mig',
  needs: 'Ring altid efter aftensmaden',
  cannot: 'Jeg rejser til Anholt i juni',
  notAsked: 'Telefonen ligger på havbunden',
  newLead: 'Så er det dig med kasketten',
  kept: 'Vi sejler turen færdig sammen',
  sampled: 'Havnefogeden spørges om opslaget',
} as const;

/** The secrets, and the ways in which a birth date can be written. */
export const SECRET_TEXTS: readonly string[] = [
  ...Object.values(SECRETS),
  '07-11-2009',
  '07.11.2009',
  '07112009',
  '071109',
  '20091107',
];

/** The test's municipality with the secrets in its file. */
export function secretMunicipality(): { folder: string; remove(): void } {
  return changedMunicipality({
    'pathways.csv': (line) =>
      line.startsWith(REF)
        ? line.replace('A.K.', SECRETS.alias).replace('2008-08-31', SECRETS.born).replace('25-1', SECRETS.caseNumber)
        : line,
  });
}

export async function openSecretTown(options: Partial<TownOptions> = {}): Promise<Town> {
  const { folder, remove } = secretMunicipality();
  try {
    const auditSample = { every: '1w', rows: 20, responsible: 'helle@by.example' };
    const town = await openTown({
      at: '2026-03-12T09:00',
      folder,
      ladders: POSTPONABLE,
      auditSample,
      courses: COURSES,
      ...options,
    });
    // Months in a few seconds: Teams, which counts seconds, would take no more answers.
    town.teams.faults.windows(false);
    return town;
  } finally {
    remove();
  }
}

type Step = { readonly what: string; readonly run: (town: Town) => Promise<unknown> };
type Found = { readonly meeting: string; readonly pathway: string; readonly version: number };

const says = (name: string, text: string): Step => ({
  what: `${name} writes ${text}`,
  run: (town) => town.says(name, text),
});
const presses = (
  name: string,
  verb: string,
  inputs: Readonly<Record<string, string>> = {},
  more: Omit<PressOptions, 'inputs'> = {},
): Step => ({ what: `${name} presses ${verb}`, run: (town) => town.presses(name, verb, { ...inputs }, more) });
const picks = (name: string, verb: string, input: string, whom: string): Step => ({
  what: `${name} presses ${verb}`,
  run: async (town) => town.presses(name, verb, { [input]: (await personIds(town))(whom) }),
});

/** A press as the edge hands it on; what follows from it is not sent before the clock moves. */
const does = (
  name: string,
  verb: string,
  dataOf: (found: Found, town: Town) => object | Promise<object> = ({ meeting }) => ({ meeting }),
): Step => ({
  what: `${name} presses ${verb}`,
  run: async (town) => {
    const found = await town.inside(async ({ tx, tenantId }) => {
      const pathway = await tx.pathway.findFirstOrThrow({ where: { tenantId, ref: REF } });
      const meeting = await tx.meeting.findFirst({
        where: { tenantId, pathwayId: pathway.id, status: { not: 'cancelled' } },
        orderBy: { number: 'desc' },
      });
      return { pathway: pathway.id, version: pathway.version, meeting: meeting?.id ?? '' };
    });
    const data = { ...(await dataOf(found, town)) };
    const answer = await town.app.handler.handle(turnOf(town, name, { kind: 'press', verb, data }));
    if (!answer.replace && !answer.post) throw new Error(`${name} ${verb}: ${answer.say}`);
  },
});
const departmentId = (town: Town, code: string) =>
  town.inside(async ({ tx, tenantId }) => (await tx.department.findFirstOrThrow({ where: { tenantId, code } })).id);
const externalId = (town: Town) =>
  town.inside(async ({ tx, tenantId }) => (await tx.external.findFirstOrThrow({ where: { tenantId } })).id);
const agreementOf = (town: Town) =>
  town.inside(async ({ tx, tenantId }) => tx.agreement.findFirstOrThrow({ where: { tenantId } }));

const byHandOf = (town: Town) =>
  town.inside(
    async ({ tx, tenantId }) => (await tx.milestone.findFirstOrThrow({ where: { tenantId, key: 'by-hand' } })).id,
  );

/**
 * A meeting's whole life, with every kind of answer: called, answered, stood in for, hindered, replied to, named for,
 * postponed, moved, answered again, looked at, past; and a second one, cancelled.
 */
export const STORY: readonly Step[] = [
  says('Carla', 'forløb'),
  {
    what: 'Carla calls the meeting from the card of the pathway',
    run: async (town) => {
      const idOf = await personIds(town);
      const whys = { [`why-${idOf('Bo')}`]: SECRETS.whyBo, [`why-${idOf('Mette')}`]: SECRETS.whyMette };
      return callMeeting(town, { date: '2026-03-26', inputs: { place: SECRETS.place, ...whys } });
    },
  },
  picks('Bo', 'invitation.stand-in', 'colleague', 'Henrik'),
  presses('Henrik', 'stand-in.accept'),
  presses('Mette', 'invitation.hindered', { code: 'absent' }),
  presses('Carla', 'hindered.somebody'),
  picks('Thomas', 'representation.name', 'person', 'Nikolaj'),
  presses('Nikolaj', 'stand-in.decline'),
  says('Jonas', 'venter'),
  presses('Jonas', 'waiting.snooze-form'),
  {
    what: 'Jonas presses waiting.snooze',
    run: async (town) => {
      const { id } = await town.inside(async ({ tx, tenantId }) =>
        tx.obligation.findFirstOrThrow({
          where: {
            tenantId,
            kind: 'invitation-answer',
            closedAt: null,
            ownerId: (await personIds(town))('Jonas'),
          },
        }),
      );
      return town.presses('Jonas', 'waiting.snooze', {
        obligation: id,
        until: '2026-03-17',
        reason: SECRETS.reason,
      });
    },
  },
  { what: 'three days go by', run: (town) => town.until('2026-03-17T12:00') },
  presses('Carla', 'meeting.move-form'),
  presses('Carla', 'meeting.move', { date: '2026-04-08', time: '10:00', agreed: 'true' }),
  presses('Mette', 'invitation.hindered', { code: 'other-meeting' }),
  { what: 'two days go by', run: (town) => town.until('2026-03-19T12:00') },
  presses('Carla', 'hindered.manage'),
  presses('Bo', 'invitation.come'),
  says('Carla', 'møde'),
  { what: 'the day of the meeting comes', run: (town) => town.until('2026-04-08T09:30') },
  says('Dorthe', `forløb ${REF}`),
  presses('Dorthe', 'meeting.open'),
  { what: 'the meeting is over', run: (town) => town.until('2026-04-09T09:00') },
  does('Birgitte', 'mandate.write', async (_found, town) => ({
    department: await departmentId(town, 'SKO'),
    over: '',
    text: SECRETS.mandate,
  })),
  does('Carla', 'external.add', ({ pathway, version }) => ({
    ...{ pathway, version, name: SECRETS.externalName, role: SECRETS.externalRole, email: SECRETS.externalMail },
  })),
  does('Carla', 'ground.register', async ({ pathway }, town) => ({
    ...{ pathway, form: town.house.newId(), kind: 'law', law: SECRETS.law },
    externals: await externalId(town),
  })),
  {
    what: 'Nanna calls another',
    run: async (town) => {
      const id = await externalId(town);
      const inputs = { guests: SECRETS.guests, [`ext-${id}`]: 'true', [`extwhy-${id}`]: SECRETS.whyExternal };
      return callMeeting(town, { date: '2026-04-22', by: 'Nanna', inputs });
    },
  },
  presses('Mette', 'invitation.hindered', { code: 'citizen-matter' }),
  presses('Nanna', 'meeting.cancel-ask'),
  presses('Nanna', 'meeting.cancel'),
  does('Carla', 'meeting.work'),
  does('Carla', 'meeting.citizen', ({ meeting }) => ({
    ...{ meeting, go: 'back', wordsVersion: 0, howVersion: 0, there: 'asked-us', askedOn: '2026-04-07' },
    ...{ how: SECRETS.how, words: SECRETS.words },
  })),
  does('Carla', 'meeting.here', async ({ meeting }, town) => ({
    ...{ meeting, go: 'back', shown: '', version: 1 },
    [`here-${(await personIds(town))('Bo')}`]: 'true',
  })),
  does('Carla', 'meeting.agenda', ({ meeting }) => ({ meeting, go: 'back', n: 1, noteVersion: 0, note: SECRETS.note })),
  does('Carla', 'meeting.agreement-add', async ({ meeting }, town) => ({
    ...{ meeting, form: town.house.newId(), go: 'more', text: SECRETS.agreed, due: '2026-05-06' },
    owner: (await personIds(town))('Bo'),
  })),
  does('Carla', 'meeting.next', ({ meeting }) => ({
    ...{ meeting, go: 'back', was: '', none: 'true', because: SECRETS.because },
  })),
  does('Carla', 'meeting.close', ({ meeting }) => ({ meeting, version: 1 })),
  does('Bo', 'agreement.later', async (_found, town) => {
    const { id, version } = await agreementOf(town);
    return { agreement: id, version, due: '2026-05-13', because: SECRETS.outcome };
  }),
  { what: 'proposals are decided', run: decideInSecret },
  does('Carla', 'followup.rhythm', ({ pathway }) => ({ pathway, n: 0, every: '2m', reason: SECRETS.rhythm })),
  does('Carla', 'followup.transition', ({ pathway }, town) => ({
    ...{ pathway, form: town.house.newId(), what: 'education', note: SECRETS.changed },
  })),
  does('Carla', 'milestone.waive', async (_found, town) => ({
    ...{ milestone: await byHandOf(town), version: 1, why: 'other-way', reason: SECRETS.waived },
  })),
  does('Bo', 'followup.own', ({ pathway }, town) => ({
    ...{ pathway, form: town.house.newId(), text: SECRETS.ownFollowUp, due: '2026-06-01' },
  })),
  {
    what: 'Bo thinks about a question of a course',
    run: async (town) => {
      const bo = (await personIds(town))('Bo');
      const attempt = await town.inside(async (unit) => {
        await openCourse(unit, COURSES, bo, 'leaders');
        return unit.tx.attempt.findFirstOrThrow({ where: { tenantId: TENANT, enrolment: { personId: bo } } });
      });
      const data = { attempt: attempt.id, question: 'reflection', n: 1, text: SECRETS.thought };
      const answer = await town.app.handler.handle(turnOf(town, 'Bo', { kind: 'press', verb: 'course.answer', data }));
      if (!answer.replace) throw new Error(`The thought was not kept: ${answer.say}`);
    },
  },
  { what: 'the baton goes to and fro', run: passOnInSecret },
  does('Carla', 'citizen-talk.note', ({ meeting }) => ({ meeting, on: '2026-04-09', said: SECRETS.said })),
  {
    what: 'the log is looked through',
    run: async (town) => {
      const sample = await drawSample(town.house, TENANT);
      const input = {
        kind: 'press' as const,
        verb: 'audit.sample-sign',
        data: { sample, closer: '1', note: SECRETS.sampled },
      };
      const answer = await town.app.handler.handle(turnOf(town, 'Helle', input));
      if (!answer.replace) throw new Error(`The sample was not signed: ${answer.say}`);
    },
  },
];

/** And its end. */
const ENDING: readonly Step[] = [
  does('Carla', 'pathway.end', ({ pathway, version }) => ({
    ...{ pathway, version, reason: 'goal-reached', date: '2026-04-09', note: SECRETS.ended },
  })),
];

/** Plays the story; told after each step, and before the first. */
export async function playStory(
  town: Town,
  after: (what: string) => Promise<void> = async () => undefined,
  steps: readonly Step[] = [...STORY, ...ENDING],
): Promise<void> {
  await after('');
  for (const { what, run } of steps) {
    await run(town);
    await after(what);
  }
}
