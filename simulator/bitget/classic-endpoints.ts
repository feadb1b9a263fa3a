import type { Call } from '../server/incoming-request.ts';
import { type Answer, refuse, succeed } from '../server/response.ts';
import { type LiveAccount, permissionsOf } from './account.ts';
import { type ProductType, productTypes } from './product-types.ts';

/** `GET /api/v2/mix/account/accounts`: a row for each margin coin; none: `[]`. */
export function readClassicAccounts(account: LiveAccount, call: Call): Answer {
  const productType = productTypeOf(call);
  if (productType === null) return refuse('400172', 'productType');
  return succeed(account.accounts[productType] ?? []);
}

/** `GET /api/v2/mix/position/all-position`, of one margin coin when `marginCoin` is given. */
export function readAllPosition(account: LiveAccount, call: Call): Answer {
  const productType = productTypeOf(call);
  if (productType === null) return refuse('400172', 'productType');
  const rows = account.positions[productType] ?? [];
  const coin = call.params.get('marginCoin');
  return succeed(coin === null ? rows : rows.filter((row) => isHeldIn(row, coin)));
}

/** `GET /api/v2/spot/account/info`: what the key may do, and from where. */
export function readSpotInfo(account: LiveAccount): Answer {
  return succeed({
    userId: account.uid,
    inviterId: '0',
    ips: account.ips.join(','),
    authorities: permissionsOf(account),
    parentId: 0,
    traderType: 'not_trader',
    channelCode: '',
    channel: '',
    regisTime: '1655951400000',
  });
}

function productTypeOf(call: Call): ProductType | null {
  const asked = call.params.get('productType');
  return productTypes.find((productType) => productType === asked) ?? null;
}

function isHeldIn(row: unknown, coin: string): boolean {
  if (typeof row !== 'object' || row === null || !('marginCoin' in row)) return false;
  return String(row.marginCoin).toUpperCase() === coin.toUpperCase();
}
