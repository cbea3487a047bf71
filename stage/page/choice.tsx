import { useId } from 'preact/hooks';

type ChoiceProps<Value extends string> = {
  readonly legend: string;
  /** Whether the legend is only read out. */
  readonly quiet?: boolean;
  readonly options: readonly (readonly [value: Value, word: string, lang?: string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** One of a few, side by side. */
export function Choice<Value extends string>({ legend, quiet, options, value, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class={quiet ? 'unseen' : ''}>{legend}</legend>
      <div class="choices">
        {options.map(([one, word, lang]) => (
          <label key={one} lang={lang}>
            <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
            <span>{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
