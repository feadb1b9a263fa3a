/** Any field may be replaced by anything, and new ones added: answers are not to be trusted. */
export type Overrides = Readonly<Record<string, unknown>>;
