import { mentorChanged } from '../../bot/learning/sharing/store';
import { words } from '../../content/words/words';
import { newestCard, playOn } from '../support/course-steps';
import { personIds } from '../support/meeting-steps';
import { COURSES } from '../support/sample-courses';
import { openTown, type Town, textOf } from '../support/town';

const w = words('da');
const THOUGHT = 'Jeg vil lytte, før jeg svarer.';

// Every page is a press of its own.
jest.setTimeout(120_000);

describe('a thought from a course', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown({ at: '2026-03-12T09:00', courses: COURSES });
  });
  afterEach(() => town.close());
  const card = (name: string) => textOf(newestCard(town, name));
  const has = (name: string) => town.reads(name).some((text) => text.includes(THOUGHT));
  const mentor = async (name: string, status: string) => {
    const ids = await personIds(town);
    await town.inside(async (unit) => {
      const { tx, tenantId, house, now } = unit;
      await tx.mentorship.updateMany({ where: { tenantId, personId: ids('Bo') }, data: { status: 'ended' } });
      const n = (await tx.mentorship.count({ where: { tenantId, personId: ids('Bo') } })) + 1;
      await tx.mentorship.create({
        data: {
          ...{ tenantId, id: house.newId(), personId: ids('Bo'), n, mentorId: ids(name), askedById: ids('Carla') },
          ...{ status, askedAt: now },
        },
      });
      await mentorChanged(unit, ids('Bo'));
    });
    await town.settle();
  };
  const write = async () => {
    await town.says('Bo', 'kursus');
    await town.presses('Bo', 'course.open', { course: 'intro' });
    await playOn(town, 'Bo', { until: 'reflection' });
    await town.presses('Bo', 'course.answer', { text: THOUGHT });
  };
  const again = async () => {
    await town.presses('Bo', 'course.pause');
    await town.presses('Bo', 'course.resume');
  };
  const audited = () =>
    town.inside(({ tx, tenantId }) => tx.auditRow.count({ where: { tenantId, act: 'reflection.share' } }));

  test('cannot be shared where no mentor has said yes', async () => {
    await write();
    expect(card('Bo')).not.toContain('Del med min mentor');
    await mentor('Carla', 'asked');
    await again();
    expect(card('Bo')).not.toContain('Del med min mentor');
  });

  test('is shared when it has been asked once more: the mentor reads it, once, and nobody else', async () => {
    await mentor('Carla', 'accepted');
    await write();
    await town.presses('Bo', 'reflection.share-ask');
    expect(card('Bo')).toContain(w.review.sharing.ask.title(town.person('Carla').name));
    expect(has('Carla')).toBe(false);
    await town.presses('Bo', 'reflection.share', {}, { copies: 3 });
    expect(card('Bo')).toContain(w.review.sharing.done(town.person('Carla').name));
    expect(card('Carla')).toContain(THOUGHT);
    expect(town.reads('Carla').filter((text) => text.includes(THOUGHT))).toHaveLength(1);
    expect(await audited()).toBe(1);
    await town.settle();
    const rest = ['Sørine', 'Jonas'].filter((name) => has(name));
    expect(rest).toEqual([]);
  });

  test('is kept when one says no', async () => {
    await mentor('Carla', 'accepted');
    await write();
    await town.presses('Bo', 'reflection.share-ask');
    await town.presses('Bo', 'course.resume');
    expect(card('Bo')).toContain('Del med min mentor');
    expect(await audited()).toBe(0);
    expect(has('Carla')).toBe(false);
  });

  test('is closed in the chat of a mentor who is replaced, and the new one sees nothing of it', async () => {
    await mentor('Carla', 'accepted');
    await write();
    await town.presses('Bo', 'reflection.share-ask');
    await town.presses('Bo', 'reflection.share');
    expect(has('Carla')).toBe(true);
    await mentor('Jonas', 'accepted');
    expect(has('Carla')).toBe(false);
    expect(has('Jonas')).toBe(false);
    // The new one can be given it, by a press of its own.
    await again();
    expect(card('Bo')).toContain(w.review.sharing.actions.ask(town.person('Jonas').name));
  });

  test('goes to nobody when the mentor is another since the card', async () => {
    await mentor('Carla', 'accepted');
    await write();
    await town.presses('Bo', 'reflection.share-ask');
    await mentor('Jonas', 'accepted');
    await town.presses('Bo', 'reflection.share');
    expect(card('Bo')).toContain(w.refusals['share-another-mentor']);
    expect(await audited()).toBe(0);
    expect(has('Carla') || has('Jonas')).toBe(false);
  });

  test('is nobody else’s to share', async () => {
    await mentor('Carla', 'accepted');
    await write();
    await town.presses('Bo', 'reflection.share-ask');
    const { text } = await town.presses('Bo', 'reflection.share', {}, { as: town.person('Jonas').entraId });
    expect(text).toBe(w.turn.notFound);
    expect(await audited()).toBe(0);
  });
});
