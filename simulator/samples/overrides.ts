/** Fields to replace or add. Any value is allowed, as answers are not to be trusted. */
export type Overrides = Readonly<Record<string, unknown>>;
