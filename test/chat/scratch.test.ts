import { callMeeting, endings, expectEveryMessageEnded, heard, personIds } from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const log = (...a: unknown[]) =>
  process.stderr.write(a.map((x) => (typeof x === 'string' ? x : JSON.stringify(x, null, 1))).join(' ') + '\n');
test('answers', async () => {
  const town = await openTown({ at: '2026-03-12T09:00' });
  const id = await personIds(town);
  await callMeeting(town, { date: '2026-03-26' });
  await town.presses('Bo', 'invitation.stand-in', { colleague: id('Henrik') });
  log('BO', town.lastCard('Bo'));
  log('HENRIK', town.lastCard('Henrik'));
  await town.presses('Bo', 'invitation.change');
  log('BO', town.lastCard('Bo'));
  await town.presses('Bo', 'invitation.come');
  log('BO', town.lastCard('Bo'));
  log('HENRIK', town.reads('Henrik'));
  log('CARLA', town.lastCard('Carla'));
  await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
  log('CARLA', town.reads('Carla'));
  await town.presses('Carla', 'hindered.somebody');
  log('THOMAS', town.reads('Thomas'));
  await town.presses('Thomas', 'representation.name', { person: id('Nikolaj') });
  log('THOMAS', town.reads('Thomas'));
  log('METTE', town.reads('Mette'));
  log('NIKOLAJ', town.reads('Nikolaj'));
  await town.presses('Nikolaj', 'stand-in.decline');
  log('THOMAS', town.reads('Thomas'));
  log('METTE', town.reads('Mette'));
  log('NIKOLAJ', town.reads('Nikolaj'));
  await expectEveryMessageEnded(town);
  await town.close();
}, 60000);
test('reaching', async () => {
  const mails: unknown[] = [];
  const town = await openTown({
    at: '2026-03-12T09:00',
    met: ['Carla', 'Bo'],
    mail: {
      send: async (m) => {
        mails.push(m);
        return { kind: 'sent', activityId: '' };
      },
    },
  });
  await callMeeting(town, { date: '2026-03-26' });
  log(mails, await endings(town), town.lastCard('Carla'));
  await town.teams.meet(town.person('Mette').entraId);
  await town.settle();
  log(mails, await endings(town), town.reads('Mette'), town.lastCard('Carla'));
  await town.close();
}, 60000);
