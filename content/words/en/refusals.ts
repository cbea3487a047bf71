import type { RefusalCode } from '../refusal-code';
import { home } from './home';

/** English words for what is refused. */
export const refusals: Readonly<Record<RefusalCode, string>> = {
  closed: 'That has been closed in the meantime. Here is how it ended.',
  'changed-meanwhile': 'Something has changed since you got the card. Here it is as it stands now.',
  'not-yours': "That card is somebody else's, so I have changed nothing.",
  'past-time': 'That time has passed. Choose a later one.',
  'not-working-time': 'That is outside working hours. Choose a time on a working day.',
  cpr: home.turn.cpr,
  'no-ground': "There is no ground for sharing with that department, so you can't invite anybody from it yet.",
  'no-one-invited': 'Choose at least one person to come.',
  'citizen-not-asked': 'Agree the time with the citizen, then tick here.',
  'why-missing': 'Say briefly why, so that your colleague knows their role beforehand.',
  'place-missing': 'Say where you will meet.',
  'bad-date': 'Choose a day that is still ahead.',
  'bad-time': 'Choose a time.',
  'bad-duration': 'Choose how long the meeting lasts.',
  'not-a-colleague': 'Choose somebody from the same department.',
  'pick-somebody': 'Choose a colleague.',
  'pick-a-reason': 'Choose what fits best.',
  'same-time': 'That is when the meeting is now. Choose another time.',
  'already-asked': 'That colleague has been asked already. Choose somebody else.',
  'snooze-too-long': 'I can wait for 14 days at most. Choose an earlier day.',
  'snooze-never': "You can't postpone that reminder, because others are waiting for your answer.",
  'reason-missing': 'Say briefly why, so that the case lead can follow.',
  left: 'That colleague no longer works here. Choose somebody else.',
};
