import type { StoryName } from './words/tour-da';
import { useSpeech } from './words/words';

type WelcomeProps = { readonly stories: readonly StoryName[]; readonly onStart: (story: StoryName) => void };

/** What stands where the chats will be, as long as none is open. */
export function Welcome({ stories, onStart }: WelcomeProps) {
  const { words } = useSpeech();
  return (
    <div class="welcome">
      <svg class="welcome-thread" viewBox="0 0 640 90" aria-hidden="true" focusable="false">
        <path d="M4 62c60 34 118 26 132-18S112-6 98 18s52 74 140 52 96-62 190-44 108 46 208 6" />
        <circle cx="4" cy="62" r="5" />
        <circle cx="238" cy="70" r="5" />
        <circle cx="428" cy="26" r="5" />
        <circle cx="636" cy="32" r="5" />
      </svg>
      <h2>{words.welcome.title}</h2>
      <p class="lead">{words.welcome.text}</p>
      <h3>{words.welcome.tour}</h3>
      <p>{words.welcome.tourHint}</p>
      <ol class="stories">
        {stories.map((story, at) => (
          <li key={story}>
            <button type="button" class="story" onClick={() => onStart(story)}>
              <span class="story-number" aria-hidden="true">
                {at + 1}
              </span>
              <span class="story-title">{words.tour.stories[story].title}</span>
              <span class="story-teaser">{words.tour.stories[story].teaser}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class="or only-wide">{words.welcome.choose}</p>
      <p class="or only-narrow">{words.welcome.chooseNarrow}</p>
    </div>
  );
}
