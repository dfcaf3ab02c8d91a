/** What a choice of one needs. */
export interface OptionsProps<T extends string | number> {
  /** What is chosen; also tells this group from others. */
  readonly legend: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onPick: (value: T) => void;
}

/** One of them. */
export interface Option<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** One of a few, all of them to be seen. Those with hints stand below each other. */
export function Options<T extends string | number>(props: OptionsProps<T>) {
  const { legend, options, value, onPick } = props;
  return (
    <fieldset class="options" data-layout={options.some(({ hint }) => hint) ? 'list' : 'row'}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="option">
          <input
            type="radio"
            name={legend}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          <span class="option-label">{option.label}</span>
          {option.hint && <span class="option-hint">{option.hint}</span>}
        </label>
      ))}
    </fieldset>
  );
}
