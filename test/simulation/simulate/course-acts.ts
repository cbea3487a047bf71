import { type OfferedAction, offeredActions } from '../../../stage/card-actions';
import { marksOf } from '../chronicle';
import { chance, pick, shuffled } from './make-town';
import type { Button } from './teams';
import type { Town } from './town-life';

/** More presses than any course has pages. */
const MOST_PRESSES = 90;

type Inputs = Readonly<Record<string, string>>;

/** Somebody plays a course in their chat: pages, answers right and wrong, a pause in the middle. */
export function courseActs(town: Town) {
  const { random, teams } = town;

  /** What can be pressed on the newest card of a course. */
  const offered = (personId: string): readonly OfferedAction[] => {
    const message = [...teams.chat(personId)]
      .reverse()
      .find(({ card }) => marksOf(card).some(({ kind }) => kind === 'course'));
    return message?.card ? offeredActions(message.card) : [];
  };
  const valuesOf = (json: Readonly<Record<string, unknown>>): string[] =>
    Array.isArray(json.choices) ? json.choices.map(({ value }: { value: string }) => value) : [];
  /** Anything that the card takes as an answer; places of a list each once. */
  const answerTo =
    (token: string) =>
    ({ action }: Button): Inputs => {
      const places = action.inputs.filter(({ id }) => id.startsWith('place'));
      const order = shuffled(random, valuesOf(places[0]?.json ?? {}));
      return Object.fromEntries(
        action.inputs.map(({ id, json }): [string, string] => {
          const at = places.findIndex((one) => one.id === id);
          if (at >= 0) return [id, order[at] ?? ''];
          const values = valuesOf(json);
          if (id === 'choices') return [id, shuffled(random, values).slice(0, 2).join(',')];
          if (values.length > 0) return [id, pick(random, values)];
          return [id, id === 'number' ? '14' : `${token}: Jeg vil spørge borgeren først.`];
        }),
      );
    };
  const dataOf = ({ data }: OfferedAction): Record<string, string> =>
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));

  /** The card of a course: by the programme's own button, or from the list. */
  const opens = async (personId: string, course: string): Promise<boolean> => {
    if (chance(random, 0.5) && teams.button(personId, 'course.open', { course }))
      return (await town.press(personId, 'course.open', { course })) !== undefined;
    await teams.say(personId, 'kursus');
    return (await town.press(personId, 'course.open', {}, () => ({ course }))) !== undefined;
  };

  return {
    /** Plays on, at most so many pages; true once the course is done. */
    async play(
      personId: string,
      course: string,
      o: { readonly token: string; readonly pages: number },
    ): Promise<boolean> {
      if (!(await opens(personId, course))) return false;
      let turned = 0;
      for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
        const actions = offered(personId);
        const find = (verb: string) => actions.find((one) => one.verb === verb);
        const [answer, next, finish, again] = ['answer', 'next', 'finish', 'again'].map((verb) =>
          find(`course.${verb}`),
        );
        if (answer) await town.press(personId, 'course.answer', dataOf(answer), answerTo(o.token));
        else if (again && chance(random, 0.1)) await town.press(personId, 'course.again', dataOf(again));
        else if (next && turned >= o.pages) {
          await town.press(personId, 'course.pause', { attempt: String(next.data.attempt) });
          return false;
        } else if (next) {
          turned += 1;
          await town.press(personId, 'course.next', dataOf(next));
        } else if (finish) {
          await town.press(personId, 'course.finish', dataOf(finish));
          // What was carried out before the bot died over it is refused the second time, and done.
          return !offered(personId).some((one) => one.verb === 'course.finish');
        } else return false;
      }
      town.counts.refused.push(`${town.clock.local()} ${course}: no end after ${MOST_PRESSES} presses`);
      return false;
    },
  };
}
