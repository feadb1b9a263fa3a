import { classicRow } from '../samples/index.ts';
import type { IncomingRequest } from '../server/incoming-request.ts';
import { refuse, type SimulatedResponse, succeed } from '../server/response.ts';
import { type LiveAccount, listPermissions } from './account.ts';
import { type ProductType, productTypes } from './product-types.ts';
import { applyPool, filterByCoin } from './rows.ts';

/** `GET /api/v2/mix/account/accounts`: a row for each margin coin; none: `[]`. */
export function readClassicAccounts(account: LiveAccount, request: IncomingRequest): SimulatedResponse {
  const productType = readProductType(request);
  if (productType === null) return refuse('400172', 'productType');
  const rows = (account.accounts[productType] ?? []).map((row) => applyPool(account, row));
  return answerByState(account, productType, rows, [buildZeroRow(productType)]);
}

/** `GET /api/v2/mix/position/all-position`, of one margin coin when `marginCoin` is given. */
export function readAllPosition(account: LiveAccount, request: IncomingRequest): SimulatedResponse {
  const productType = readProductType(request);
  if (productType === null) return refuse('400172', 'productType');
  const rows = filterByCoin(account.positions[productType] ?? [], 'marginCoin', request.params.get('marginCoin'));
  return answerByState(account, productType, rows, []);
}

/** `GET /api/v2/spot/account/assets`, of one coin when `coin` is given. */
export function readSpotAssets(account: LiveAccount, request: IncomingRequest): SimulatedResponse {
  return succeed(filterByCoin(account.spotAssets, 'coin', request.params.get('coin')));
}

/** `GET /api/v2/spot/account/info`: the key's permissions and addresses. */
export function readSpotInfo(account: LiveAccount): SimulatedResponse {
  return succeed({
    userId: account.uid,
    inviterId: '0',
    ips: account.ips.join(','),
    authorities: listPermissions(account),
    parentId: 0,
    traderType: 'not_trader',
    channelCode: '',
    channel: '',
    regisTime: '1655951400000',
  });
}

function answerByState(
  account: LiveAccount,
  productType: ProductType,
  rows: readonly unknown[],
  zeroRows: readonly unknown[],
): SimulatedResponse {
  switch (account.productTypeStates[productType] ?? 'offered') {
    case 'offered':
      return succeed(rows);
    case 'copy trading':
      return refuse('40731');
    case 'retired: refused':
      return refuse('40309');
    case 'retired: empty':
      return succeed([]);
    case 'retired: zeros':
      return succeed(zeroRows);
  }
}

function readProductType(request: IncomingRequest): ProductType | null {
  const requested = request.params.get('productType');
  return productTypes.find((productType) => productType === requested) ?? null;
}

function buildZeroRow(productType: ProductType): unknown {
  const coin = productType.includes('COIN') ? 'BTC' : productType.replace('-FUTURES', '');
  const zeros = Object.entries(classicRow()).map(([field, value]) => [field, isNumber(value) ? '0' : value]);
  return { ...Object.fromEntries(zeros), marginCoin: coin };
}

function isNumber(value: unknown): boolean {
  return typeof value === 'string' && /^[\d.]+$/.test(value);
}
