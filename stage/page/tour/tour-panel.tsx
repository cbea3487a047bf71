import { PersonAvatar } from '../avatar';
import { ThreadOfSteps } from '../mark';
import { Menu } from '../menu';
import type { Cast } from '../words/tour-da';
import { useSpeech } from '../words/words';
import { useHighlight } from './highlight';
import { offerOf, openerOf } from './reading';
import { storyNames } from './stories';
import type { Scene, Step } from './story';
import type { Tour } from './use-tour';

/** Names and buttons for the story's words, read from what stands on the stage. */
function castOf(scene: Scene, step: Step | undefined, quoted: (title: string) => string, otherwise: string): Cast {
  const { world, players } = scene;
  const person = (id: string | undefined) => world.people.find((one) => one.entraId === id);
  const first = (id: string | undefined) => person(id)?.name.split(' ')[0] ?? '';
  const chat = world.chats[step?.who(players) ?? ''];
  return {
    ref: players.ref,
    citizen: players.citizen,
    lead: first(players.lead),
    guest: first(players.guest),
    department: person(players.guest)?.department ?? '',
    manager: first(players.manager),
    standIn: first(players.standIn),
    button(verb) {
      const title = offerOf(chat, verb)?.action.title;
      return title === undefined ? otherwise : quoted(title);
    },
    opener(verb) {
      const title = openerOf(offerOf(chat, verb)?.message.card ?? {}, verb);
      return title === undefined ? otherwise : quoted(title);
    },
  };
}

/** The calm panel above the chats: who one is now, what to do, and what came of it. */
export function TourPanel({ tour }: { readonly tour: Tour }) {
  const { words, language } = useSpeech();
  const { now } = tour;
  const who = now?.step?.who(now.scene.players);
  useHighlight(now?.target, who);
  if (!now) return null;

  const { story, step, steps, at, done, scene, showing, trouble } = now;
  const told = words.tour.stories[story];
  const quoted = (title: string) => (language === 'da' ? `»${title}«` : `“${title}”`);
  const cast = castOf(scene, step, quoted, words.tour.thatButton);
  const person = scene.world.people.find((one) => one.entraId === who);
  const needed = steps.filter((one, index) => index === at || index < at || !one.skip?.(scene));
  const place = Math.min(needed.indexOf(step ?? needed.at(-1) ?? steps[0] ?? (needed[0] as Step)), needed.length - 1);
  const storyAt = storyNames.indexOf(story);
  const following = storyNames[storyAt + 1];
  const said = step && words.tour.steps[step.name === 'reply' && scene.players.managed ? 'manage' : step.name];

  return (
    <section class="tour" aria-label={words.tour.label}>
      <div class="tour-head">
        <p class="tour-story">
          {words.tour.story(storyAt + 1, storyNames.length)}
          <span class="unseen">. </span>
        </p>
        <h2>{told.title}</h2>
        <ThreadOfSteps count={needed.length} at={step ? place : needed.length - 1} done={done || !step} />
        {step && <span class="unseen">{words.tour.step(place + 1, needed.length)}</span>}
        <Menu name={words.chat.more} label={`${words.chat.more}: ${words.tour.label}`}>
          <button type="button" onClick={() => tour.start(story)}>
            {words.tour.again}
          </button>
          {storyNames
            .filter((one) => one !== story)
            .map((one) => (
              <button key={one} type="button" onClick={() => tour.start(one)}>
                {words.tour.start(words.tour.stories[one].title)}
              </button>
            ))}
          <button type="button" onClick={tour.leave}>
            {words.tour.leave}
          </button>
          <p class="hint">{words.tour.fresh}</p>
        </Menu>
        <button type="button" class="plain only-wide" onClick={tour.leave}>
          {words.tour.leave}
        </button>
      </div>
      <div class="tour-step" role="status" key={`${story}-${at}`}>
        {step && person && !done && (
          <p class="tour-who">
            <PersonAvatar name={person.name} />
            <span>
              <strong>{words.tour.youAre(person.name)}</strong>
              <span class="tour-title">{words.tour.at(person.title, person.department)}</span>
            </span>
          </p>
        )}
        {(done || !step) && (
          <svg class="tour-tick" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <circle cx="16" cy="16" r="14" />
            <path d="m9.5 16.5 4.5 4.5 8.5-9.5" />
          </svg>
        )}
        <div class="tour-text">
          {step ? (
            <p class={done ? 'happened' : 'task'}>
              {done && <span class="unseen">{words.tour.what}: </span>}
              {done ? said?.done(cast) : said?.task(cast)}
            </p>
          ) : (
            <>
              <h3>{told.endTitle}</h3>
              <p>{told.end(cast)}</p>
            </>
          )}
          {trouble && <p class="trouble">{words.tour[trouble]}</p>}
        </div>
      </div>
      <div class="tour-actions">
        {step && !done && (
          <button type="button" class="plain" aria-disabled={showing} onClick={() => !showing && tour.showMe()}>
            {showing ? words.tour.showing : words.tour.showMe}
          </button>
        )}
        {step && done && (
          <button type="button" class="primary" onClick={tour.next}>
            {words.tour.next}
          </button>
        )}
        {!step && following && (
          <button type="button" class="primary" onClick={() => tour.start(following)}>
            {words.tour.toStory(words.tour.stories[following].title)}
          </button>
        )}
        {!step && !following && (
          <button type="button" class="primary" onClick={tour.leave}>
            {words.tour.finish}
          </button>
        )}
      </div>
    </section>
  );
}
