type Props<T extends string> = {
  readonly id: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  /** The ids of the elements that describe the list. */
  readonly describedBy?: string | undefined;
  onChange(value: T): void;
};

/** A list of options. */
export function SelectInput<T extends string>({ id, value, options, describedBy, onChange }: Props<T>) {
  return (
    <select
      id={id}
      value={value}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => {
        const chosen = options[currentTarget.selectedIndex];
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
