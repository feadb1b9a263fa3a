/** Requests the account list once. */
export type Client = () => Promise<unknown>;

export const CREDENTIALS = {
  apiKey: 'bg_bench_0123456789abcdef',
  secret: 'bench-secret-0123456789abcdef',
  passphrase: 'benchpassphrase',
};
