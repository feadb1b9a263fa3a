/** One answer, before it is put into Bitget's envelope. */
export type SimulatedResponse = {
  readonly status: number;
  readonly code: string;
  readonly msg: string;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export function succeed(data: unknown, headers: Readonly<Record<string, string>> = {}): SimulatedResponse {
  return { status: 200, code: '00000', msg: 'success', data, headers };
}

/** A refusal in Bitget's words, HTTP 400 unless the code has its own status. Without `detail`, `{0}` stays in the text. */
export function refuse(code: RefusalCode, detail?: string): SimulatedResponse {
  const msg = detail === undefined ? refusals[code] : refusals[code].replace('{0}', detail);
  return { status: statuses[code] ?? 400, code, msg, data: null };
}

/** The body of an answer; `requestTime` is the server's clock in ms. */
export function envelope(answer: SimulatedResponse, requestTime: number): string {
  const { code, msg, data } = answer;
  return JSON.stringify({ code, msg, requestTime, data });
}

export type RefusalCode = keyof typeof refusals;

const refusals = {
  '25245': 'The account is not the unified account mode',
  '405': 'Request method not supported',
  '429': 'Too Many Requests',
  '40001': 'ACCESS_KEY cannot be empty',
  '40002': 'ACCESS_SIGN cannot be empty',
  '40003': 'ACCESS_TIMESTAMP cannot be empty',
  '40005': 'Invalid ACCESS_TIMESTAMP',
  '40008': 'Request timestamp expired',
  '40009': 'sign signature error',
  '40011': 'ACCESS_PASSPHRASE cannot be empty',
  '40012': 'apikey/password is incorrect',
  '40014': 'Incorrect permissions, need {0} permissions',
  '40018': 'Invalid IP,Current request IP {0}',
  '40037': 'Apikey does not exist',
  '40309': 'The contract has been removed',
  '40731': 'This product type does not support copy trading',
  '40084': 'You are in Classic Account mode, and the Unified Account API is not supported at this time',
  '40085': 'You are in Unified Account mode, and the Classic Account API is not supported at this time',
  '40099': 'exchange environment is incorrect',
  '40404': 'Request URL NOT FOUND',
  '400172': 'Parameter verification failed: {0}',
} as const;

const statuses: Partial<Record<RefusalCode, number>> = { '405': 405, '429': 429, '40404': 404 };
