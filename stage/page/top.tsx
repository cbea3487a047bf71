import { Choice } from './choice';
import { Menu } from './menu';
import type { Preferences } from './preferences';
import { useSpeech } from './words/words';

type TopProps = {
  readonly preferences: Preferences;
  readonly touring: boolean;
  readonly onTour: () => void;
};

/** The page's head: its name, the tour, and how the page is shown. */
export function Top({ preferences: p, touring, onTour }: TopProps) {
  const { words } = useSpeech();
  const { looks, widths } = words.settings;
  return (
    <header class="top">
      <h1>
        <svg class="mark" viewBox="0 0 44 20" aria-hidden="true" focusable="false">
          <path d="M3 14c6 5 12 4 13-3S12 2 11 5s6 11 14 8 6-11 16-9" />
          <circle cx="3" cy="14" r="2.4" />
          <circle cx="41" cy="4" r="2.4" />
        </svg>
        {words.name} <span class="where">{words.place}</span>
      </h1>
      <p class="about">{words.about}</p>
      {!touring && (
        <button type="button" class="plain tour-button" onClick={onTour}>
          {words.tour.open}
        </button>
      )}
      <Choice
        legend={words.settings.language}
        quiet
        options={[
          ['da', 'Dansk', 'da'],
          ['en', 'English', 'en'],
        ]}
        value={p.language}
        onChange={p.setLanguage}
      />
      <Menu name={words.settings.open}>
        <Choice
          legend={words.settings.look}
          options={[
            ['system', looks.system],
            ['light', looks.light],
            ['dark', looks.dark],
          ]}
          value={p.look}
          onChange={p.setLook}
        />
        <Choice
          legend={words.settings.width}
          options={[
            ['wide', widths.wide],
            ['phone', widths.phone],
          ]}
          value={p.width}
          onChange={p.setWidth}
        />
        <p class="hint">{words.settings.hint}</p>
      </Menu>
    </header>
  );
}
