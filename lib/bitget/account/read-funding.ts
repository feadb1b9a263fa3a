import type { Account, Credentials } from '../../domain/account/account.ts';
import type { Result } from '../../domain/core/result.ts';
import type { FundingAsset } from '../../domain/polling/funding.ts';
import type { Throttles } from '../../domain/polling/reading.ts';
import { fundingAssetsRequest } from '../http/endpoints.ts';
import { parseFundingAssets } from '../parse/funding-assets.ts';
import { type AccountContext, createAccountSender } from './account-sender.ts';

export type FundingResponse = { readonly result: Result<readonly FundingAsset[]>; readonly throttles: Throttles };

/** Reads the wallet from which margin is added to an account of the known family. */
export async function readFundingAssets(
  account: Account,
  credentials: Credentials,
  context: AccountContext,
): Promise<FundingResponse> {
  const { send, throttles } = createAccountSender(account, credentials, context);
  const response = await send(fundingAssetsRequest(context.family));
  const result = response.ok ? parseFundingAssets(response.value) : response;
  return { result, throttles: Object.fromEntries(throttles) };
}
