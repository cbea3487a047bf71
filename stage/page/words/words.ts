import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '../../../content/words/locale';
import { type Times, timesIn } from '../times';
import { da, type Words } from './da';
import { en } from './en';

export type { Locale as Language };

export type Speech = { readonly language: Locale; readonly words: Words; readonly times: Times };

const speeches: Readonly<Record<Locale, Speech>> = {
  da: { language: 'da', words: da, times: timesIn('da') },
  en: { language: 'en', words: en, times: timesIn('en') },
};

export const speechIn = (language: Locale): Speech => speeches[language];

const Spoken = createContext<Speech>(speeches.da);
export const SpeechProvider = Spoken.Provider;

/** The page's language, with its words and its way of saying times. */
export const useSpeech = (): Speech => useContext(Spoken);
