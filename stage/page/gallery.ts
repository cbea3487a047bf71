import { AdaptiveCard, GlobalSettings } from 'adaptivecards';
import { teamsHostConfig } from './chat/host-config';
import { enableMarkdownInCards } from './chat/markdown';
import './styles/colours.css';
import './styles/ground.css';
import './styles/card.css';
import './gallery.css';

/** A card in one of its states, as `scripts/cards-preview.ts` writes it down. */
type Shown = {
  readonly card: string;
  readonly state: string;
  readonly look: string;
  readonly language: string;
  readonly summary: string;
  readonly content: Readonly<Record<string, unknown>>;
};
type Filter = Readonly<Record<'card' | 'language' | 'look' | 'width' | 'theme' | 'search', string>>;

enableMarkdownInCards();
GlobalSettings.setTabIndexAtCardRoot = false;
const hostConfig = teamsHostConfig();
const samples = JSON.parse(document.getElementById('samples')?.textContent ?? '[]') as readonly Shown[];
const place = document.createElement('div');
place.className = 'gallery-cards';
const count = document.createElement('output');
/** What one look at the page draws at most: more is slow, and nobody reads it. */
const MOST = 400;

function figureOf(shown: Shown, width: string): HTMLElement {
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = hostConfig;
  adaptive.parse(shown.content);
  // A form of its own: choices of one name in two cards would else be one group.
  const form = document.createElement('form');
  form.className = 'card';
  form.lang = shown.language;
  const drawn = adaptive.render();
  if (drawn) form.append(drawn);
  form.addEventListener('submit', (event) => event.preventDefault());
  const caption = document.createElement('figcaption');
  caption.textContent = `${shown.card}: ${shown.state} | ${shown.summary}`;
  const figure = document.createElement('figure');
  figure.style.width = `${width}px`;
  figure.append(caption, form);
  return figure;
}

function fits(shown: Shown, filter: Filter): boolean {
  const text = `${shown.card} ${shown.state} ${shown.summary} ${JSON.stringify(shown.content)}`.toLocaleLowerCase('da');
  return (
    (filter.card === '' || shown.card === filter.card) &&
    (filter.language === '' || shown.language === filter.language) &&
    (filter.look === '' || shown.look === filter.look) &&
    filter.search
      .toLocaleLowerCase('da')
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

function show(filter: Filter): void {
  const widths = filter.width === '' ? ['640', '320'] : [filter.width];
  const found = samples.filter((shown) => fits(shown, filter));
  document.documentElement.style.colorScheme = filter.theme;
  document.documentElement.dataset.theme = filter.theme;
  count.textContent = found.length > MOST ? `${MOST} of ${found.length}` : String(found.length);
  place.replaceChildren(...found.slice(0, MOST).flatMap((shown) => widths.map((width) => figureOf(shown, width))));
}

/** One small picture of everything: each card in its first state. */
function showContacts(language: string): void {
  const first = samples.filter(
    (shown, at) =>
      shown.language === language &&
      samples.findIndex((one) => one.card === shown.card && one.language === language) === at,
  );
  document.documentElement.style.colorScheme = 'light';
  place.replaceChildren(...first.map((shown) => figureOf(shown, '320')));
}

const choices: readonly { readonly name: keyof Filter; readonly label: string; readonly values: readonly string[] }[] =
  [
    { name: 'card', label: 'Card', values: ['', ...new Set(samples.map((one) => one.card))] },
    { name: 'look', label: 'State', values: ['', ...new Set(samples.map((one) => one.look))] },
    { name: 'language', label: 'Language', values: ['da', 'en', ''] },
    { name: 'width', label: 'Width', values: ['320', '640', ''] },
    { name: 'theme', label: 'Theme', values: ['light', 'dark'] },
  ];

function bar(): HTMLElement {
  const form = document.createElement('form');
  form.className = 'gallery-bar';
  const search = document.createElement('input');
  search.type = 'search';
  search.name = 'search';
  form.append(labelled('Search', search));
  for (const { name, label, values } of choices) {
    const select = document.createElement('select');
    select.name = name;
    select.append(...values.map((value) => new Option(value === '' ? 'all' : value, value)));
    form.append(labelled(label, select));
  }
  form.append(count);
  const draw = () => {
    const typed = new FormData(form);
    const at = (name: keyof Filter) => String(typed.get(name) ?? '');
    show({
      card: at('card'),
      look: at('look'),
      language: at('language'),
      width: at('width'),
      theme: at('theme'),
      search: at('search').trim(),
    });
  };
  form.addEventListener('input', draw);
  form.addEventListener('submit', (event) => event.preventDefault());
  // All cards at once are many: the page opens with the first.
  const card = form.elements.namedItem('card');
  if (card instanceof HTMLSelectElement) card.selectedIndex = 1;
  queueMicrotask(draw);
  return form;
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  const label = document.createElement('label');
  label.append(`${text} `, field);
  return label;
}

/** For pictures: nothing but the cards. */
Object.assign(globalThis, {
  gallery: {
    draw(filter: Filter): void {
      document.querySelector('.gallery-bar')?.remove();
      show(filter);
    },
    contacts(language: string): void {
      document.querySelector('.gallery-bar')?.remove();
      showContacts(language);
    },
  },
});
document.body.append(bar(), place);
