import { useLayoutEffect, useState } from 'preact/hooks';

const looks = ['system', 'light', 'dark'] as const;
const languages = ['da', 'en'] as const;
const widths = ['wide', 'phone'] as const;
const sides = ['open', 'folded'] as const;

/** One of `values`, remembered in this browser; the first of them until somebody chooses. */
function useKept<Value extends string>(key: string, values: readonly [Value, ...Value[]]) {
  const [value, set] = useState<Value>(() => values.find((one) => one === localStorage.getItem(key)) ?? values[0]);
  const choose = (chosen: Value) => {
    set(chosen);
    localStorage.setItem(key, chosen);
  };
  return [value, choose] as const;
}

/** How the page is shown, as this browser chose it; the look and the language stand on the document too. */
export function usePreferences() {
  const [look, setLook] = useKept('look', looks);
  const [language, setLanguage] = useKept('language', languages);
  const [width, setWidth] = useKept('width', widths);
  const [side, setSide] = useKept('side', sides);
  useLayoutEffect(() => {
    if (look === 'system') delete document.documentElement.dataset.look;
    else document.documentElement.dataset.look = look;
  }, [look]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return { look, setLook, language, setLanguage, width, setWidth, side, setSide };
}

export type Preferences = ReturnType<typeof usePreferences>;
