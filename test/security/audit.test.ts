import { personIds } from '../support/meeting-steps';
import type { Town } from '../support/town';
import { openSecretTown, playStory, SECRET_TEXTS, STORY } from './full-story';
import { type OneMeeting, openOneMeeting, PRESSES } from './one-meeting';
import { connected } from './tables';
import { turnOf } from './turn-of';
import { FILES } from './work-presses';

/**
 * What the log holds when somebody who may has pressed: reads and changes of pathways and meetings, each with who and
 * what. "Nothing" is for what shows nothing of a pathway.
 */
const LOGGED: Readonly<Record<string, readonly string[]>> = {
  'home.help': [],
  'home.status': [],
  'home.waiting': ['waiting.list'],
  'home.pathways': ['pathway.list'],
  'home.meetings': ['meeting.list'],
  'waiting.pick': ['invitation.see'],
  'waiting.snooze-form': ['waiting.list'],
  'waiting.snooze': ['waiting.list', 'waiting.snooze'],
  'home.mandate': [],
  'mandate.open': [],
  'mandate.form': [],
  'mandate.write': ['mandate.write'],
  'pathway.open': ['pathway.see'],
  'ground.list': ['ground.see'],
  'ground.back': ['ground.see'],
  'ground.form': ['ground.see'],
  // The young person's own yes, which was owed.
  'ground.register': ['ground.register', 'ground.see', 'milestone.met'],
  'ground.withdraw-ask': ['ground.see'],
  'ground.withdraw': ['ground.see', 'ground.withdraw'],
  'ground.shared': ['ground.see'],
  'pathway.new': [],
  'pathway.list': ['pathway.list'],
  'pathway.begin': ['pathway.begin', 'pathway.see'],
  'pathway.back': ['pathway.see'],
  'pathway.team': ['pathway.see'],
  'pathway.more': ['pathway.see'],
  'pathway.end-form': ['pathway.see'],
  // Refused, since a meeting has begun: seen, not changed.
  'pathway.end': ['pathway.see'],
  'team.find': ['pathway.see'],
  'team.add': ['pathway.see', 'team.add'],
  'team.rest': ['pathway.see', 'team.rest'],
  // Refused, since nobody rests: seen, not changed.
  'team.return': ['pathway.see'],
  'team.out-ask': ['pathway.see'],
  'team.out': ['pathway.see', 'team.out'],
  'seat.rest': ['pathway.see', 'team.rest'],
  'seat.return': ['pathway.see'],
  'seat.leave-ask': ['pathway.see'],
  'seat.leave': ['seat.leave'],
  'co-lead.form': ['pathway.see'],
  'co-lead.find': ['pathway.see'],
  'co-lead.set': ['co-lead.set', 'pathway.see'],
  'co-lead.remove': ['co-lead.remove', 'pathway.see'],
  'external.form': ['pathway.see'],
  'external.add': ['external.add', 'pathway.see'],
  'link.form': ['pathway.see'],
  'link.ask': ['link.ask', 'pathway.see'],
  'link.open': ['link.see'],
  'link.connect': ['link.connect', 'link.see'],
  'link.decline': ['link.decline', 'link.see'],
  // Refused, since the two are not linked.
  'link.end': ['pathway.see'],
  'case-number.form': ['pathway.see'],
  'case-number.save': ['case-number.save', 'pathway.see'],
  'case-number.remove': ['case-number.remove', 'pathway.see'],
  'meeting.form': ['pathway.see'],
  'meeting.call': ['meeting.call', 'meeting.see'],
  'meeting.open': ['meeting.see'],
  'meeting.back': ['meeting.see'],
  'meeting.move-form': ['meeting.see'],
  'meeting.move': ['meeting.ask-again', 'meeting.move', 'meeting.see'],
  'meeting.cancel-ask': ['meeting.see'],
  'meeting.cancel': ['meeting.cancel', 'meeting.see'],
  'invitation.open': ['invitation.see'],
  'invitation.come': ['invitation.answer', 'invitation.see'],
  'invitation.hindered': ['invitation.answer', 'invitation.see'],
  'invitation.stand-in': ['invitation.answer', 'invitation.see'],
  'invitation.change': ['invitation.see'],
  'stand-in.open': ['stand-in.see'],
  'stand-in.accept': ['invitation.answer', 'stand-in.see'],
  'stand-in.decline': ['invitation.answer', 'stand-in.see'],
  // Refused, since nothing was accepted: seen, not changed.
  'stand-in.withdraw': ['stand-in.see'],
  'hindered.open': ['meeting.see'],
  'hindered.manage': ['hindered.reply', 'meeting.see'],
  'hindered.somebody': ['hindered.reply', 'meeting.see'],
  'representation.open': ['representation.see'],
  'representation.name': ['invitation.answer', 'representation.see'],
  'meeting.work': ['meeting.see'],
  'meeting.work-back': ['meeting.see'],
  'meeting.start': ['meeting.open', 'meeting.see'],
  'meeting.citizen-form': ['meeting.see'],
  'meeting.here-form': ['meeting.see'],
  'meeting.agenda-form': ['meeting.see'],
  'meeting.columns-form': ['meeting.see'],
  'meeting.agreements-form': ['meeting.see'],
  'meeting.next-form': ['meeting.see'],
  'meeting.close-ask': ['meeting.see'],
  'meeting.citizen': ['meeting.citizen', 'meeting.see'],
  'meeting.here': ['meeting.here', 'meeting.see'],
  'meeting.agenda': ['meeting.agenda', 'meeting.see'],
  'meeting.columns': ['meeting.columns', 'meeting.see'],
  'meeting.agreement-add': ['agreement.add', 'meeting.see'],
  'meeting.agreement-remove': ['agreement.remove', 'meeting.see'],
  'meeting.next': ['meeting.next', 'meeting.see'],
  // With what the team plays there.
  'meeting.close': ['dilemma.end', 'journal.queue', 'meeting.close', 'meeting.see'],
  'meeting.not-held': ['dilemma.end', 'meeting.not-held', 'meeting.see'],
  'letter.offer': ['letter.make'],
  'record.offer': ['record.take'],
  'preparation.open': ['preparation.see'],
  'preparation.done': ['preparation.done', 'preparation.see'],
  'citizen-talk.open': ['meeting.see'],
  'citizen-talk.note': ['citizen-talk.note', 'meeting.see'],
  // Of the meeting, and what was put right of the department: never that somebody was missed.
  'absence-word.open': ['meeting.see'],
  'absence-word.say': ['meeting.see', 'representation.correct'],
  'agreement.open': ['agreement.see'],
  'agreement.done': ['agreement.done', 'agreement.see'],
  'agreement.later': ['agreement.later', 'agreement.see'],
  'agreement.drop': ['agreement.drop', 'agreement.see'],
  'intake.list': [],
  'intake.pick': [],
  'intake.new-form': [],
  'intake.new': ['intake.open'],
  'intake.open': [],
  'intake.back': [],
  'intake.call-form': [],
  // Refused, since nobody is ticked.
  'intake.call': [],
  'intake.call-one': ['intake.call'],
  'intake.move-form': [],
  'intake.move': ['intake.move'],
  'intake.cancel': ['intake.cancel'],
  'intake.day-open': [],
  'intake.day-pick': [],
  'intake.day': ['intake.attendance', 'intake.held'],
  // Refused, since nobody is picked; and nothing is proposed that could be let fall.
  'intake.made-up': [],
  'intake.skip': [],
  'intake.after-form': [],
  'intake.seat-open': [],
  'intake.seat-yes': ['intake.answer'],
  'intake.seat-no': ['intake.answer'],
  // Refused, since the seat is not theirs yet.
  'intake.seat-back': [],
  'intake.ask': ['intake.answer'],
  'audit.sample-open': ['audit.sample-see'],
  'audit.sample-sign': ['audit.sample-see', 'audit.sample-sign'],
  // Figures of groups: of nobody, and of no pathway.
  'course.statistics': [],
  'home.overview': ['overview.see'],
  // Only the learner is shown it: looking at one's own course is no act.
  'course.list': [],
  'course.open': ['course.begin'],
  'course.answer': ['course.answer'],
  'course.next': ['course.move'],
  'course.back': ['course.move'],
  'course.again': [],
  'course.read': [],
  'course.pause': [],
  'course.resume': [],
  'course.finish': ['course.finish'],
  'course.begin': ['course.begin'],
  'program.open': ['program.see'],
  'program.partners': ['program.see'],
  'program.pick': ['program.see'],
  'program.met': ['program.see', 'program.step-done'],
  'program.done': ['program.see', 'program.step-done'],
  'program.waive': ['program.see', 'program.step-waived'],
  'mentor.form': ['program.see'],
  'mentor.ask': ['mentor.ask', 'program.see'],
  'mentor.open': ['program.see'],
  'mentor.accept': ['mentor.answer', 'program.see'],
  'mentor.decline': ['mentor.answer', 'program.see'],
  // Of what comes back only what somebody did is written down.
  'review.open': [],
  'review.next': [],
  'reviews.open': [],
  'review.back': [],
  'review.off': ['review.choose'],
  // It is on already.
  'review.on': [],
  'review.answer': ['review.answer'],
  'review.talk': [],
  'review.strike': ['review.strike'],
  'reflection.share-ask': [],
  'reflection.share': ['reflection.share'],
  'dilemma.pick': ['meeting.list'],
  'dilemma.start': ['dilemma.start'],
  'dilemma.open': [],
  'dilemma.answer': ['dilemma.answer'],
  // Refused: nobody has answered.
  'dilemma.show': [],
  'followup.open': ['pathway.see'],
  'followup.back': ['pathway.see'],
  'followup.pick': ['milestone.see'],
  'followup.rhythm-form': ['pathway.see'],
  'followup.rhythm': ['followup.rhythm', 'pathway.see'],
  'followup.transition-form': ['pathway.see'],
  'followup.transition': ['milestone.open', 'pathway.see'],
  'followup.own-form': ['pathway.see'],
  'followup.own': ['own-follow-up.add', 'pathway.see'],
  'milestone.open': ['milestone.see'],
  'milestone.waive': ['milestone.see', 'milestone.waived'],
  'milestone.said-no': ['milestone.met', 'milestone.see'],
  'milestone.lead-stays': ['milestone.met', 'milestone.see'],
  'milestone.record': ['milestone.met', 'milestone.see'],
  'own.open': ['own-follow-up.see'],
  'own.done': ['own-follow-up.change', 'own-follow-up.see'],
  'own.drop': ['own-follow-up.change', 'own-follow-up.see'],
  'own.later': ['own-follow-up.change', 'own-follow-up.see'],
  'handover.form': ['handover.see'],
  // Refused, since somebody is asked already: seen, not changed.
  'handover.ask': ['handover.see'],
  'handover.withdraw': ['handover.see', 'handover.withdraw'],
  'handover.answer-open': ['handover.see'],
  // A new lead is what the handover to the adult side waited for.
  'handover.accept': ['handover.accepted', 'handover.see', 'milestone.met'],
  'handover.decline': ['handover.decline', 'handover.see'],
  'handover.settle-open': ['handover.see'],
  'handover.name': ['handover.name', 'handover.see', 'handover.settled'],
  'handover.confirm': ['handover.name', 'handover.see', 'handover.settled'],
  'lead.told-open': ['handover.see'],
  'lead.told': ['handover.see', 'lead.told'],
  'lead.missing-open': ['handover.see'],
  'lead.moved-open': ['handover.see'],
  'lead.keep': ['handover.see', 'lead.keep'],
  'orphan.open': ['orphan.see'],
  'orphan.give': ['orphan.give', 'orphan.see'],
  'orphan.drop': ['agreement.drop', 'orphan.drop', 'orphan.see'],
  'decisions.mine': ['proposal.list'],
  'decisions.open': ['proposal.list'],
  'decisions.of-pathway': ['proposal.list'],
  'proposal.open': ['proposal.see'],
  'proposal.back': ['proposal.see'],
  'proposal.form': ['pathway.see'],
  'proposal.make': ['proposal.make', 'proposal.see'],
  'proposal.amend-form': ['proposal.see'],
  'proposal.amend': ['proposal.amend', 'proposal.see'],
  'proposal.we-agree': ['proposal.see'],
  'proposal.withdraw': ['proposal.see', 'proposal.withdraw'],
  'vote.open': ['proposal.see'],
  'proposal.agree': ['proposal.see', 'proposal.vote'],
  'proposal.doubt': ['proposal.see', 'proposal.vote'],
  'proposal.disagree': ['proposal.see', 'proposal.vote'],
  'talk.open': ['proposal.see'],
  'talk.clarify': ['proposal.clarify', 'proposal.see'],
  'talk.leaders': ['proposal.see'],
  'voice.open': ['proposal.see'],
  'voice.yes': ['journal.queue', 'proposal.see', 'proposal.voice-yes'],
  'voice.name': ['proposal.see', 'proposal.voice-named'],
  'ruling.open': ['proposal.see'],
  'ruling.back': ['proposal.see'],
  'ruling.change': ['proposal.see'],
  'ruling.as-proposed': ['proposal.ruling', 'proposal.see'],
  'ruling.other-form': ['proposal.see'],
  'ruling.not': ['proposal.ruling', 'proposal.see'],
  'ruling.other': ['proposal.ruling', 'proposal.see'],
  'ruling.join': ['proposal.see'],
  'ruling.confirm': ['proposal.see'],
  'ruling.together-form': ['proposal.see'],
  'ruling.together': ['proposal.see'],
  'ruling.ask-form': ['proposal.see'],
  'ruling.ask': ['proposal.see', 'question.team'],
  'professional.open': ['proposal.see'],
  'professional.back': ['proposal.see'],
  'professional.as-proposed': ['journal.queue', 'proposal.professional-decides', 'proposal.see'],
  'professional.other-form': ['proposal.see'],
  'professional.not': ['journal.queue', 'proposal.professional-decides', 'proposal.see'],
  'professional.other': ['journal.queue', 'proposal.professional-decides', 'proposal.see'],
  'advice.open': ['proposal.see'],
  'advice.give': ['proposal.advised', 'proposal.see'],
  'advice.none': ['proposal.advised', 'proposal.see'],
  'advice.taken-open': ['proposal.see'],
  'advice.take': ['proposal.advice-taken', 'proposal.see'],
  'citizen.open': ['proposal.see'],
  'citizen.yes': ['proposal.citizen-answers', 'proposal.see'],
  'citizen.no': ['journal.queue', 'proposal.citizen-answers', 'proposal.see'],
  'visitation.open': ['proposal.see'],
  'visitation.sent': ['proposal.see', 'proposal.sent'],
  'visitation.answered': ['proposal.see'],
  'start.open': ['proposal.see'],
  'start.yes': ['proposal.see', 'start.yes'],
  'start.later': ['proposal.see', 'start.later'],
  'start.no': ['proposal.see', 'start.no'],
  'tell.open': ['proposal.see'],
  'tell.done': ['citizen.told', 'proposal.see'],
  'owed.open': ['proposal.see'],
  'question.form': ['pathway.see'],
  'question.ask': ['proposal.see', 'question.leaders'],
  'question.open': ['question.see'],
  'question.answer': ['question.answer', 'question.see'],
  'letter.take': ['letter.make'],
  'record.take': ['record.take'],
};
/** Done by the house; and who puts right how a department stood would say for good who had been missed. */
const BY_NOBODY = new Set(['journal.queue', 'representation.correct']);
/** Of what is no pathway's: the own lists, and a department's mandate. */
const OF_NO_PATHWAY = new Set([
  'course.begin',
  'course.answer',
  'course.move',
  'course.finish',
  'program.see',
  'program.step-done',
  'program.step-waived',
  'mentor.ask',
  'mentor.answer',
  'review.choose',
  'review.answer',
  'review.strike',
  'reflection.share',
  'dilemma.start',
  'dilemma.answer',
  'dilemma.end',
  'audit.sample-see',
  'audit.sample-sign',
  'intake.open',
  'intake.call',
  'intake.answer',
  'intake.move',
  'intake.cancel',
  'intake.attendance',
  'intake.held',
  'overview.see',
  'waiting.list',
  'waiting.snooze',
  'pathway.list',
  'meeting.list',
  'proposal.list',
  'mandate.write',
]);

const ALL = { ...PRESSES, ...FILES };
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^[a-z][a-z-]*(?:\.[a-z-]+)*$|^\d{1,6}$|^\d{4}-\d\d-\d\d$|^v\d+$/;

describe('every read and change of a pathway or a meeting stands in the log', () => {
  let world: OneMeeting;
  beforeAll(async () => {
    world = await openOneMeeting();
  }, 120_000);
  afterAll(() => world.town.close());
  const presser = (verb: string) => {
    const may = ALL[verb]?.may ?? [];
    return verb.startsWith('waiting.') || verb === 'home.waiting' ? 'Jonas' : (may[0] ?? '');
  };
  const pressed = async (verb: string) => {
    const data = ALL[verb]?.input(world.ids) ?? {};
    return (await (verb in FILES ? world.take : world.press)(presser(verb), verb, data)).audited;
  };

  test('for every verb and file that has a row in the table of who may press it', () => {
    expect(Object.keys(LOGGED).sort()).toEqual(Object.keys(ALL).sort());
  });

  test.each(Object.entries(LOGGED).map(([verb, acts]) => ({ verb, acts, said: acts.join(' and ') || 'nothing' })))(
    '$verb: $said',
    async ({ verb, acts }) => {
      const rows = await pressed(verb);
      const actor = (await personIds(world.town))(presser(verb));
      expect([...new Set(rows.map(({ act }) => act))].sort()).toEqual(acts);
      expect(rows.filter(({ act, actorId }) => actorId !== (BY_NOBODY.has(act) ? null : actor))).toEqual([]);
      expect(rows.filter(({ act, pathwayId }) => pathwayId === null && !OF_NO_PATHWAY.has(act))).toEqual([]);
      expect(rows.flatMap(({ codes }) => codes).filter((code) => !UUID.test(code) && !CODE.test(code))).toEqual([]);
    },
  );

  test('a pathway that ends writes down its end, and the meetings, proposals and milestones that end with it', async () => {
    const { town, ids } = world;
    const data = { meeting: ids.running, version: 9 };
    await town.app.handler.handle(turnOf(town, 'Carla', { kind: 'press', verb: 'meeting.not-held', data }));
    await town.app.handler.handle(
      turnOf(town, 'Carla', { kind: 'press', verb: 'meeting.not-held', data: { ...data, meeting: ids.today } }),
    );
    expect([...new Set((await pressed('pathway.end')).map(({ act }) => act))].sort()).toEqual([
      // What was decided and waited to be granted: that it is withdrawn.
      'journal.queue',
      'meeting.cancel',
      'milestone.cancelled',
      'pathway.end',
      'pathway.see',
      'proposal.withdraw',
    ]);
  });

  test('and nothing is written of a matter that somebody was not shown', async () => {
    for (const [verb, { may, input }] of Object.entries(ALL)) {
      if (may.includes('Daniel')) continue;
      const works = verb in FILES ? world.take : world.press;
      expect([verb, (await works('Daniel', verb, input(world.ids))).audited]).toEqual([verb, []]);
    }
  });

  test('an invitation is logged as answered, in the same words whatever the answer', async () => {
    const answers = await Promise.all(
      [
        ['invitation.come', {}],
        ['invitation.hindered', { code: 'absent' }],
        ['invitation.hindered', { code: 'citizen-matter' }],
        ['invitation.stand-in', { colleague: world.ids.kasper }],
      ].map(async ([verb, more]) => {
        const data = { invitation: world.ids.invitation, version: 1, ...(more as Record<string, string>) };
        return (await world.press('Jonas', String(verb), data)).audited.map((row) => ({ ...row, id: undefined }));
      }),
    );
    expect(new Set(answers.map((rows) => JSON.stringify(rows))).size).toBe(1);
    expect(answers[0]?.map(({ act, codes }) => [act, codes])).toEqual([
      ['invitation.answer', []],
      ['invitation.see', []],
    ]);
  });
});

describe("the log of a meeting's whole life", () => {
  let town: Town;
  const steps = new Map<string, string[]>();
  type Row = {
    id: string;
    act: string;
    actor_id: string | null;
    matter_kind: string;
    matter_id: string | null;
    codes: string[];
  };
  const rowsOf = async (): Promise<Row[]> =>
    connected(
      town.database.adminUrl,
      async (client) => (await client.query<Row>('select * from audit_row order by id')).rows,
    );

  beforeAll(async () => {
    town = await openSecretTown();
    let known = 0;
    await playStory(town, async (what) => {
      const rows = await rowsOf();
      steps.set(
        what,
        rows.slice(known).map(({ act }) => act),
      );
      known = rows.length;
    });
  }, 120_000);
  afterAll(() => town.close());

  test('has rows for every step that somebody took', () => {
    expect(STORY.filter(({ what }) => steps.get(what)?.length === 0).map(({ what }) => what)).toEqual([]);
    expect(steps.get('Thomas presses representation.name')).toEqual(['invitation.answer', 'representation.see']);
    expect(steps.get('Carla presses hindered.somebody')).toEqual(['hindered.reply', 'meeting.see']);
    expect(steps.get('the meeting is over')).toContain('meeting.past');
  });

  test('is made of codes and ids only', async () => {
    const strange = (await rowsOf()).flatMap((row) =>
      [row.act, row.matter_kind, ...row.codes].filter((text) => !UUID.test(text) && !CODE.test(text)),
    );
    // An import counts what it did.
    expect(strange.filter((text) => !/^[a-z]+[:=]\d+$/.test(text))).toEqual([]);
  });

  test('holds no name, no e-mail, no alias and no text', async () => {
    const whole = JSON.stringify(await rowsOf()).toLocaleLowerCase('da');
    const people = town.teams.people.flatMap(({ name, email }) => [...name.split(' '), email]);
    expect([...people, ...SECRET_TEXTS].filter((text) => whole.includes(text.toLocaleLowerCase('da')))).toEqual([]);
  });

  test('tells nobody who was hindered, neither by a word nor by who looked at whose invitation', async () => {
    const rows = await rowsOf();
    expect(
      rows.filter(({ codes }) =>
        codes.some((one) => ['absent', 'citizen-matter', 'other-meeting', 'hindered', 'hindered-reply'].includes(one)),
      ),
    ).toEqual([]);
    const invitations = await town.inside(({ tx, tenantId }) =>
      tx.invitation.findMany({ where: { tenantId }, include: { meeting: { include: { pathway: true } } } }),
    );
    const byLeads = rows.filter((row) => {
      const found = invitations.find(({ id }) => id === row.matter_id);
      const { leadId, coLeadId } = found?.meeting.pathway ?? {};
      return (
        found !== undefined && (row.actor_id === leadId || row.actor_id === coLeadId) && row.act !== 'meeting.ask-again'
      );
    });
    expect(byLeads).toEqual([]);
    const reminders = rows.filter(({ act }) => act === 'remind');
    expect(reminders.length).toBeGreaterThan(3);
    expect(new Set(reminders.map(({ matter_kind }) => matter_kind))).toEqual(new Set(['pathway']));
  });
});
