/** The languages Rød Tråd speaks. */
export type Locale = 'da' | 'en';
