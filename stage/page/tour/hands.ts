import { pressedData } from '../../card-actions';
import { ask } from '../stage-client';
import type { Hands, Scene } from './story';

const lookEveryMs = 100;
const givenUpAfterMs = 20_000;

/** Presses and writes as the person at the page could, by the stage's own requests. */
export function handsFor(latest: () => Scene | undefined): Hands {
  const scene = (): Scene => {
    const seen = latest();
    if (!seen) throw new Error('The tour was left');
    return seen;
  };
  return {
    scene,
    async say(entraId, text) {
      await ask('say', { entraId, text });
    },
    async press(entraId, { message, action }, inputs = {}) {
      const { verb, title, id } = action;
      await ask('press', {
        entraId,
        messageId: message.id,
        type: 'Action.Execute',
        ...(verb === undefined ? {} : { verb }),
        title,
        ...(id === undefined ? {} : { id }),
        data: pressedData(action, inputs, true),
      });
    },
    async nextWorkingDay() {
      await ask('clock', { to: 'working-day' });
    },
    async until(look) {
      const end = Date.now() + givenUpAfterMs;
      for (;;) {
        const found = look(scene());
        if (found !== undefined) return found;
        if (Date.now() > end) throw new Error('What the tour waited for has not come');
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    },
  };
}
