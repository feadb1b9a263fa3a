import type { IncomingRequest } from '../server/incoming-request.ts';
import { refuse, type SimulatedResponse, succeed } from '../server/response.ts';
import { type LiveAccount, listPermissions } from './account.ts';
import { type ProductType, productTypes } from './product-types.ts';

/** `GET /api/v2/mix/account/accounts`: a row for each margin coin; none: `[]`. */
export function readClassicAccounts(account: LiveAccount, call: IncomingRequest): SimulatedResponse {
  const productType = readProductType(call);
  if (productType === null) return refuse('400172', 'productType');
  return succeed(account.accounts[productType] ?? []);
}

/** `GET /api/v2/mix/position/all-position`, of one margin coin when `marginCoin` is given. */
export function readAllPosition(account: LiveAccount, call: IncomingRequest): SimulatedResponse {
  const productType = readProductType(call);
  if (productType === null) return refuse('400172', 'productType');
  const rows = account.positions[productType] ?? [];
  const coin = call.params.get('marginCoin');
  return succeed(coin === null ? rows : rows.filter((row) => isHeldIn(row, coin)));
}

/** `GET /api/v2/spot/account/info`: what the key may do, and from where. */
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

function readProductType(call: IncomingRequest): ProductType | null {
  const asked = call.params.get('productType');
  return productTypes.find((productType) => productType === asked) ?? null;
}

function isHeldIn(row: unknown, coin: string): boolean {
  if (typeof row !== 'object' || row === null || !('marginCoin' in row)) return false;
  return String(row.marginCoin).toUpperCase() === coin.toUpperCase();
}
