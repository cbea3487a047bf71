import { standingsAt } from '../../bot/meetings/standing';
import { loadMeetings } from '../../bot/meetings/store';
import { organisation } from '../../bot/people/organisation';
import { may, RIGHTS, type Right, STANDINGS, type Standing } from '../../bot/people/rights';
import type { Answer } from '../../bot/turn';
import { words } from '../../content/words/words';
import { personIds, REF } from '../support/meeting-steps';
import { type Town, textOf } from '../support/town';
import { CAST, type Ids, IN_ANOTHER, STAFF } from './cast';
import { inGroups, notFound, type OneMeeting, openOneMeeting, overTheWire, PRESSES } from './one-meeting';
import { registered } from './registered';
import { dump } from './tables';
import { turnOf } from './turn-of';
import { FILES } from './work-presses';

jest.mock('../../bot/conversation/turn-handler', () =>
  jest.requireActual<typeof import('./registered')>('./registered').remembering(),
);

/**
 * Who may do what, as it was agreed. Not worked out from the program: a change of the program that changes a word here is a
 * change of the rules, and needs somebody who may change them.
 *
 * The columns: the case lead and the co-lead of the pathway; a member of its team whose department has ground for sharing;
 * the case administrator of the department that the pathway is anchored in; whoever is invited to the one meeting; the
 * colleague who is asked to come instead, until the meeting is closed; whoever leads the one meeting, facilitates it or
 * takes its notes; whoever owns the one agreement, carries out the one decision, or looks through the one sample of the log, or takes the one course; whoever has a voice in the one proposal,
 * had one and has left the team since, is asked for advice on it, or has it before them as a leader; whoever the one question was put to, or a hindrance while the
 * lead is away; the leaders above the one invited, and of the one department; the municipality's system administrator; the new colleague whose onboarding it is, their mentor, and the onboarding lead; anybody employed, for what is their own.
 */
const AGREED = `
what                 | lead | co-lead | team | case-administrator | invited | stand-in | role | owner | voter | once-voter | adviser | ruler | asked | manager | administrator | learner | mentor | onboarding-lead | staff
pathway.see          | yes  | yes     | yes  | yes                | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
pathway.begin        | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | yes
pathway.change       | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
seat.own             | no   | no      | yes  | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
ground.register      | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
ground.withdraw      | yes  | yes     | yes  | yes                | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
mandate.write        | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | no              | no
meeting.see          | yes  | yes     | yes  | yes                | yes     | yes      | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
meeting.call         | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
meeting.move         | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
meeting.cancel       | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
meeting.work         | yes  | yes     | no   | no                 | no      | no       | yes  | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
letter.make          | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
citizen-talk.note    | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
agreement.settle     | yes  | yes     | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
invitation.answer    | no   | no      | no   | no                 | yes     | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
stand-in.answer      | no   | no      | no   | no                 | no      | yes      | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
hindered.reply       | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | yes   | no      | no            | no      | no     | no              | no
representation.name  | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | no              | no
proposal.see         | yes  | yes     | yes  | yes                | no      | no       | no   | no    | yes   | no         | yes     | yes   | no    | no      | no            | no      | no     | no              | no
outcome.see          | yes  | yes     | yes  | yes                | no      | no       | no   | no    | yes   | yes        | yes     | yes   | no    | no      | no            | no      | no     | no              | no
proposal.make        | yes  | yes     | no   | no                 | no      | no       | yes  | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
proposal.agree-all   | yes  | yes     | no   | no                 | no      | no       | yes  | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
proposal.lead        | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
proposal.answer      | no   | no      | no   | no                 | no      | no       | no   | no    | yes   | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
advice.give          | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | yes     | no    | no    | no      | no            | no      | no     | no              | no
department.speak     | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | no              | no
ruling.give          | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | yes   | no    | no      | no            | no      | no     | no              | no
decision.carry-out   | yes  | yes     | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
question.ask         | yes  | yes     | no   | no                 | no      | no       | yes  | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
question.answer      | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | yes   | no      | no            | no      | no     | no              | no
follow-up.lead       | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
own-follow-up.add    | yes  | yes     | yes  | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
own-follow-up.settle | no   | no      | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
handover.ask         | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | no              | no
handover.answer      | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | yes   | no      | no            | no      | no     | no              | no
handover.settle      | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | no              | no
lead.tell            | yes  | yes     | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
lead.keep            | yes  | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
lead.find            | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | no              | no
orphan.settle        | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | no              | no
program.see          | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | yes     | yes    | yes             | no
program.settle-step  | no   | no      | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
program.waive        | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | yes             | no
program.cohorts      | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | yes             | no
mentor.ask           | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | yes     | no            | no      | no     | no              | no
mentor.answer        | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | yes   | no      | no            | no      | no     | no              | no
waiting.see          | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | yes
waiting.snooze       | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | yes
audit.sign-sample    | no   | no      | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
course.take          | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | yes
course.play          | no   | no      | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
course.statistics    | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | yes             | no
intake.lead          | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | yes             | no
intake.answer        | no   | no      | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
intake.ask           | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | yes
review.own           | no   | no      | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
reflection.share     | no   | no      | no   | no                 | no      | no       | no   | yes   | no    | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
reflection.read      | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | no            | no      | yes    | no              | no
dilemma.play         | yes  | yes     | no   | no                 | yes     | yes      | yes  | no    | yes   | no         | no      | no    | no    | no      | no            | no      | no     | no              | no
status.see           | no   | no      | no   | no                 | no      | no       | no   | no    | no    | no         | no      | no    | no    | no      | yes           | no      | no     | no              | no
`;

type Cell = { readonly what: string; readonly who: string; readonly word: string };

function cellsOf(table: string): Cell[] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap(([what = '', ...answers]) =>
    answers.map((word, at) => ({ what, who: head[at + 1] ?? '', word })),
  );
}

describe('the table of rights', () => {
  test('speaks of every right and every standing that the house knows, once each', () => {
    const cells = cellsOf(AGREED);
    expect(cells.map(({ what, who }) => `${what} ${who}`).sort()).toEqual(
      Object.keys(RIGHTS)
        .flatMap((right) => STANDINGS.map((standing) => `${right} ${standing}`))
        .sort(),
    );
    expect(cells.filter(({ word }) => word !== 'yes' && word !== 'no')).toEqual([]);
  });

  test.each(cellsOf(AGREED))('$what by $who: $word', ({ what, who, word }) => {
    expect(may(what as Right, new Set([who as Standing]))).toBe(word === 'yes');
  });

  test('gives nothing to somebody who is nothing to the matter', () => {
    expect(Object.keys(RIGHTS).filter((right) => may(right as Right, new Set()))).toEqual([]);
  });
});

/** What can be written, and by whom. */
const COMMANDS: Readonly<Record<string, string>> = {
  help: 'anybody employed',
  status: 'the system administrator; for everybody else it is the same as help',
  waiting: 'anybody employed: what is one’s own',
  pathways: 'anybody employed: the pathways one may see; with a reference lead, co-lead, team, case administrator',
  overview: 'anybody employed: what one leads, and notices of what is late among those whom one leads',
  'new-pathway': 'anybody employed: begins a pathway, and leads it',
  meetings: 'anybody employed: the meetings one has a part in',
  decisions:
    'anybody employed: what waits for oneself in decisions, and the open proposals of the pathways one may see',
  intakes: 'anybody employed: one’s own seats and the classes that are open; the onboarding lead: all of them',
  mandate: 'anybody employed: the own department’s; the department’s manager writes it',
  courses: 'anybody employed: the courses, and where one stands oneself',
  'course-statistics': 'the onboarding lead; for everybody else there are none',
  onboarding:
    'anybody employed: one’s own programme, and those of the new colleagues one manages, is mentor of, or leads the onboarding of',
  time: 'anybody, in development mode only',
};

/** Of the team; the case administrator; somebody's colleague; a manager; once of the team; of another pathway. */
const NEAREST = ['Bo', 'Dorthe', 'Henrik', 'Sørine', 'Kasper', 'Gitte'];

/** The texts in the `data` of every action of a card, also what chooses among them. */
function carriedBy(value: unknown, within = false): string[] {
  if (typeof value === 'string') return within ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => carriedBy(one, within));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => carriedBy(inner, within || key === 'data'));
}

const without = (names: Iterable<string>, rows: object): string[] => [...names].filter((name) => !(name in rows));

describe('who may press what', () => {
  let world: OneMeeting;
  let town: Town;
  let ids: Ids;
  beforeAll(async () => {
    world = await openOneMeeting();
    ({ town, ids } = world);
  }, 120_000);
  afterAll(() => town.close());
  const press = async (name: string, verb: string, data: Record<string, unknown>): Promise<Answer> =>
    (await world.press(name, verb, data)).answer;

  type Asked = { readonly name: string; readonly verb: string; readonly data: Record<string, unknown> };
  /** Which of these get another answer than what does not exist, or leave a trace of having been looked at. */
  const answered = async (asked: readonly Asked[]): Promise<string[]> => {
    const trials = await Promise.all(
      asked.map(({ name, verb, data }) =>
        verb in FILES ? world.take(name, verb, data) : world.press(name, verb, data),
      ),
    );
    const unlike = asked.filter((_, at) => {
      const { answer, audited } = trials[at] ?? {};
      return JSON.stringify([answer, audited]) !== JSON.stringify([{ say: notFound }, []]);
    });
    return unlike.map(({ name, verb }) => `${name} ${verb}`);
  };
  const all = Object.entries({ ...PRESSES, ...FILES }).map(([verb, row]) => ({ verb, ...row }));
  const ofMatters = all.filter((row) => row.may !== STAFF);

  test('every verb that the house registers has a row here, and every command', () => {
    const { verbs, files, commands } = registered();
    expect(without(verbs.keys(), PRESSES)).toEqual([]);
    expect(without(Object.keys(PRESSES), Object.fromEntries(verbs))).toEqual([]);
    expect(without(files.keys(), FILES)).toEqual([]);
    expect(without(Object.keys(FILES), Object.fromEntries(files))).toEqual([]);
    expect(
      without(
        commands.map(({ key }) => key),
        COMMANDS,
      ),
    ).toEqual([]);
    expect(commands.filter(({ developmentOnly }) => developmentOnly).map(({ key }) => key)).toEqual(['time']);
  });

  test('a verb that came without a row would be found', () => {
    expect(without([...registered().verbs.keys(), 'plan.open'], PRESSES)).toEqual(['plan.open']);
  });

  test('everybody is to the meeting what the story says', async () => {
    const idOf = await personIds(town);
    const found = await town.inside(async (unit) => {
      const org = await organisation(unit);
      const meeting = (await loadMeetings(unit, [ids.meeting])).get(ids.meeting);
      if (!meeting) throw new Error('The meeting is not there');
      return CAST.map(({ name }) => ({ name, standings: [...standingsAt(meeting, idOf(name), org)].sort() }));
    });
    expect(found).toEqual(CAST.map(({ name, standings }) => ({ name, standings: [...standings].sort() })));
  });

  // The table is made before the story is told: what a row carries is asked for inside the test.
  test.each(all)('$verb: $who', async ({ verb, may: allowed, input }) => {
    // Whoever may, and those who come nearest to it without; everybody else in visibility.long.ts.
    const asked = allowed === STAFF ? ['Carla', 'Daniel'] : [...new Set([...allowed, ...NEAREST])];
    expect(await answered(asked.map((name) => ({ name, verb, data: input(ids) })))).toEqual(
      asked.filter((name) => allowed.includes(name)).map((name) => `${name} ${verb}`),
    );
  });

  test.each(ofMatters)(
    '$verb of something that does not exist, or is of another pathway, has one answer for everybody',
    async ({ verb, may: allowed, input }) => {
      const [first = ''] = allowed;
      const [stranger = ''] = allowed.filter((name) => !IN_ANOTHER.includes(name));
      expect(
        await answered([
          { name: first, verb, data: input(world.unknownIds()) },
          { name: stranger, verb, data: input(world.foreign) },
        ]),
      ).toEqual([]);
    },
  );

  test.each(['team.rest', 'team.return', 'team.out', 'case-number.remove', 'link.end', 'meeting.agreement-remove'])(
    '%s in the own pathway reaches nothing of another',
    async (verb) => {
      const { seat, caseNumber, link, draft } = world.foreign;
      const data = PRESSES[verb]?.input({ ...ids, seat, caseNumber, link, draft }) ?? {};
      const { audited } = await world.press('Carla', verb, data);
      expect(new Set(audited.map(({ act }) => act.split('.')[1]))).toEqual(new Set(['see']));
    },
  );

  test('whoever sees a meeting but may not work its card gets no form, whatever they press', async () => {
    const forms = Object.keys(PRESSES).filter((verb) => /^meeting\.(?:[a-z]+-form|close-ask)$/.test(verb));
    const working = forms.filter((verb) => !['meeting.move-form', 'meeting.cancel-ask'].includes(verb));
    expect(working.length).toBeGreaterThan(6);
    for (const name of ['Bo', 'Dorthe', 'Nikolaj', 'Henrik']) {
      const card = JSON.stringify(await press(name, 'meeting.work-back', { meeting: ids.running }));
      expect(card).not.toMatch(/"meeting\.(?!work|open|back)[a-z-]+"/);
      for (const verb of working)
        expect([verb, JSON.stringify(await press(name, verb, PRESSES[verb]?.input(ids) ?? {}))]).toEqual([verb, card]);
    }
  });

  test('whoever may not gets, over the wire, byte for byte the answer of what does not exist, and changes nothing', async () => {
    const unmoved = ['inbound', 'conversation', 'audit_row'];
    const before = await dump(town.database.adminUrl, unmoved);
    const told = new Map<string, Set<string>>();
    const presses = Object.entries(PRESSES).flatMap(([verb, { may: allowed, input }]) =>
      allowed === STAFF
        ? []
        : [
            ...['Daniel', 'Kasper', 'Gustav']
              .filter((name) => !allowed.includes(name))
              .map((name) => ({ name, verb, data: input(ids) })),
            // What does not exist, by somebody who may.
            { name: allowed[0] ?? '', verb, data: input(world.unknownIds()) },
          ],
    );
    for (const some of inGroups(presses, 8)) {
      const answers = await Promise.all(some.map((one) => overTheWire(town, one.name, one.verb, one.data)));
      some.forEach((one, at) => {
        const answer = answers[at] ?? '';
        const kind = one.name === 'Daniel' || one.name === 'Gustav' ? one.name : 'the Danish staff';
        told.set(answer, (told.get(answer) ?? new Set()).add(kind));
      });
    }
    // One answer for all employed of one language, whoever they are and whatever they pressed; one for who is not employed.
    expect([...told.values()].map((kinds) => [...kinds])).toEqual(
      expect.arrayContaining([['Daniel'], ['Gustav'], ['the Danish staff']]),
    );
    expect(told.size).toBe(3);
    expect([...told.keys()].filter((answer) => answer.includes(notFound))).toHaveLength(1);
    expect(presses.length).toBeGreaterThan(150);
    expect(await dump(town.database.adminUrl, unmoved)).toEqual(before);
  }, 120_000);

  test('the dump that shows that nothing changed would show a change', async () => {
    const before = await dump(town.database.adminUrl);
    await town.inside(({ tx, tenantId }) =>
      tx.person.updateMany({ where: { tenantId, name: 'Daniel Reed' }, data: { title: 'Chief' } }),
    );
    expect(await dump(town.database.adminUrl)).not.toEqual(before);
    await town.inside(({ tx, tenantId }) =>
      tx.person.updateMany({ where: { tenantId, name: 'Daniel Reed' }, data: { title: 'Consultant' } }),
    );
  });

  test('a reference one may not see answers as one that does not exist', async () => {
    for (const name of ['Kasper', 'Sørine', 'Helle', 'Gustav']) {
      const [real, unknown] = [await town.says(name, `forløb ${REF}`), await town.says(name, 'forløb BF-2020-0001')];
      expect(real.map(textOf)).toEqual(unknown.map(textOf));
      expect(real.map(textOf)).toHaveLength(1);
    }
  });

  test('status is help for everybody but the administrator', async () => {
    const help = JSON.stringify(await press('Carla', 'home.help', {}));
    expect(JSON.stringify(await press('Carla', 'home.status', {}))).toBe(help);
    expect(JSON.stringify(await press('Helle', 'home.status', {}))).not.toBe(help);
  });

  test('what changes something cannot be pressed through the choice of a line', async () => {
    const answer = await press('Jonas', 'waiting.pick', {
      pick: `invitation.come|invitation=${ids.invitation}&version=1`,
    });
    expect(answer).toEqual({ say: words('da').turn.tampered });
  });

  test('when the ground is withdrawn, everybody from those departments is out at once', async () => {
    const { meeting, pathway, standIn, invitation } = ids;
    const seen = () =>
      answered([
        ...['Carla', 'Dorthe', 'Bo', 'Henrik'].map((name) => ({ name, verb: 'meeting.open', data: { meeting } })),
        ...['Carla', 'Dorthe', 'Bo'].map((name) => ({ name, verb: 'pathway.open', data: { pathway } })),
        { name: 'Henrik', verb: 'stand-in.open', data: { standIn } },
        { name: 'Jonas', verb: 'invitation.open', data: { invitation } },
      ]);
    const withdrawn = (at: Date | null) =>
      town.inside(({ tx, tenantId }) =>
        tx.ground.updateMany({ where: { tenantId, pathwayId: ids.pathway }, data: { withdrawnAt: at } }),
      );
    expect(await seen()).toHaveLength(9);
    await withdrawn(new Date('2026-03-12T08:00:00Z'));
    // The pathway's own department needs no ground.
    expect(await seen()).toEqual([
      'Carla meeting.open',
      'Dorthe meeting.open',
      'Carla pathway.open',
      'Dorthe pathway.open',
    ]);
    await withdrawn(null);
  });

  test('in a pathway that has ended no meeting can be called, by anybody', async () => {
    const status = (to: string) =>
      town.inside(({ tx, tenantId }) =>
        tx.pathway.updateMany({ where: { tenantId, id: ids.pathway }, data: { status: to } }),
      );
    await status('ended');
    expect(await press('Carla', 'meeting.form', { pathway: ids.pathway })).toEqual({ say: notFound });
    expect(await press('Carla', 'meeting.call', PRESSES['meeting.call']?.input(ids) ?? {})).toEqual({ say: notFound });
    await status('open');
  });

  test('a lead who gave the pathway on keeps nothing of it on an old card', async () => {
    const idOf = await personIds(town);
    const drawnFor = (name: string) =>
      town.inside(async (unit) => {
        const out = await town.app.registry.renderers.get('hindered')?.(unit, {
          personId: idOf(name),
          locale: 'da',
          matterId: ids.hindered,
        });
        return JSON.stringify(out);
      });
    const leadIs = (name: string) =>
      town.inside(({ tx, tenantId }) =>
        tx.pathway.updateMany({ where: { tenantId, id: ids.pathway }, data: { leadId: idOf(name) } }),
      );
    expect(await drawnFor('Carla')).toContain('A.K.');
    await leadIs('Gitte');
    expect(await drawnFor('Carla')).not.toContain('A.K.');
    expect(await drawnFor('Gitte')).toContain('A.K.');
    await leadIs('Carla');
  });

  test('what the cards carry in their actions are ids, codes, numbers and dates, and nothing that says something', async () => {
    const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
    const plain = new RegExp(`^(?:(?:${id}|\\d+|[a-z][a-z.-]*|\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d)?)[|&=,:/ ]*)*$`);
    const strange: string[] = [];
    let carried = 0;
    for (const { verb, may: allowed, input } of all.filter((row) => !(row.verb in FILES))) {
      const answer = await press(allowed[0] ?? '', verb, input(ids));
      for (const text of carriedBy([answer.replace?.card, answer.post?.map(({ card }) => card), answer.offer?.data])) {
        carried += 1;
        // What was looked for stands in the next press, so that the list stays.
        if (!plain.test(text) && text !== 'kasper') strange.push(`${verb}: ${text}`);
      }
    }
    expect(strange).toEqual([]);
    expect(carried).toBeGreaterThan(200);
    expect(carriedBy({ data: { name: 'Bo Lindgren' } }).filter((text) => !plain.test(text))).toHaveLength(1);
  }, 120_000);

  describe('a colleague who comes in another’s place', () => {
    const ofMeeting = (name: string, meeting: string): Asked[] =>
      [
        ['meeting.open', { meeting }],
        ['meeting.back', { meeting }],
        ['meeting.work', { meeting }],
        ['meeting.work-back', { meeting }],
        ['meeting.agenda-form', { meeting, n: 1 }],
        ['record.offer', { meeting }],
        ['record.take', { meeting }],
      ].map(([verb, data]) => ({ name, verb: String(verb), data: data as Record<string, unknown> }));

    test('sees that one meeting and its card from the asking on, and nothing of the pathway', async () => {
      const { meeting, running, today, pathway, ground } = ids;
      const seen = ['meeting.open', 'meeting.back', 'meeting.work', 'meeting.work-back', 'meeting.agenda-form'];
      expect(await answered([...ofMeeting('Henrik', meeting), ...ofMeeting('Henrik', running)])).toEqual(
        // There is no record yet.
        [meeting, running].flatMap(() => seen.map((verb) => `Henrik ${verb}`)),
      );
      expect(
        await answered([
          ...ofMeeting('Henrik', today),
          ...ofMeeting('Henrik', ids.held),
          { name: 'Henrik', verb: 'pathway.open', data: { pathway } },
          { name: 'Henrik', verb: 'ground.list', data: { pathway } },
          { name: 'Henrik', verb: 'ground.withdraw-ask', data: { ground } },
          { name: 'Henrik', verb: 'agreement.open', data: { agreement: ids.agreement } },
        ]),
      ).toEqual([]);
    });

    test('once it is closed sees what they agreed to do there, and neither the meeting nor its record', async () => {
      expect(await answered(ofMeeting('Daniel', ids.held))).toEqual([]);
      const { agreement } = world.daniels;
      const own = { agreement, version: 2, due: '2026-04-15', because: 'Ferie' };
      expect(
        await answered([
          { name: 'Daniel', verb: 'agreement.open', data: { agreement } },
          { name: 'Daniel', verb: 'agreement.done', data: own },
          { name: 'Daniel', verb: 'agreement.later', data: own },
          { name: 'Daniel', verb: 'agreement.drop', data: own },
          { name: 'Bo', verb: 'agreement.open', data: { agreement } },
          { name: 'Jonas', verb: 'agreement.open', data: { agreement } },
        ]),
      ).toEqual(['Daniel agreement.open', 'Daniel agreement.done', 'Daniel agreement.later']);
      const card = JSON.stringify(await press('Daniel', 'stand-in.open', { standIn: world.daniels.standIn }));
      expect(card).toContain('er forbi');
      for (const text of ['A.K.', 'lokale 4', 'lære']) expect(card).not.toContain(text);
    });

    test('who says no has left it at once', async () => {
      const { meeting, standIn } = ids;
      await town.presses('Henrik', 'stand-in.decline');
      expect(await answered(ofMeeting('Henrik', meeting))).toEqual([]);
      const card = JSON.stringify(await press('Henrik', 'stand-in.open', { standIn }));
      for (const text of ['A.K.', 'lokale 4']) expect(card).not.toContain(text);
    });
  });

  test('a meeting whose time has passed stays with its stand-in until it is closed, and not longer', async () => {
    const seen = () => answered([{ name: 'Henrik', verb: 'meeting.open', data: { meeting: ids.running } }]);
    await town.until('2026-03-13T09:00');
    expect(await seen()).toEqual(['Henrik meeting.open']);
    await town.app.handler.handle(
      turnOf(town, 'Carla', { kind: 'press', verb: 'meeting.not-held', data: { meeting: ids.running, version: 9 } }),
    );
    expect(await seen()).toEqual([]);
    expect(await press('Bo', 'meeting.open', { meeting: ids.running })).toHaveProperty('post');
  });
});
