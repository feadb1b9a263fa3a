import type { Product } from '../account/product-type.ts';
import type { Position } from '../margin/position.ts';
import type { Decimal } from '../money/amount.ts';
import { findRiskDriver } from '../portfolio/risk-driver.ts';
import { contractUrl } from '../view/bitget-links.ts';
import { type AlertRemedy, findAlertRemedy } from './alert-remedy.ts';
import type { AlertLevel } from './alert-state.ts';
import type { Condition } from './condition.ts';
import type { AlertSubject } from './subjects.ts';

/** The position that causes a risk, with the fields that a sentence about it needs. */
export type DrivingPosition = Pick<Position, 'symbol' | 'side' | 'mode' | 'leverage' | 'mark' | 'liquidation'>;

/** The content of an alert. `label` is the account's, or null for all accounts. */
export type AlertDetails =
  | {
      readonly rule: 'risk';
      readonly label: string;
      readonly product: Product;
      readonly coin: string;
      readonly rate: Decimal | null;
      readonly complete: boolean;
      readonly driver: DrivingPosition | null;
      /** The distance of `driver` to liquidation if it makes the level. Entries of earlier versions lack both fields. */
      readonly distance?: Decimal | null | undefined;
      readonly remedy?: AlertRemedy | null | undefined;
      readonly url?: string | null | undefined;
    }
  | {
      readonly rule: 'unknown';
      readonly label: string;
      readonly product: Product;
      readonly coin: string;
      /** The level when the risk was last known. */
      readonly lastLevel: AlertLevel;
      readonly why: 'positions_unread' | 'alert_no_figure';
    }
  | { readonly rule: 'lost'; readonly label: string }
  | { readonly rule: 'liquidating'; readonly label: string }
  | { readonly rule: 'locked' }
  | {
      readonly rule: 'condition';
      readonly label: string | null;
      readonly kind: Condition['kind'];
      readonly limit: Decimal;
      readonly hours: number;
      readonly value: Decimal | null;
    };

/** Returns what an alert about a subject says. `lastLevel` is the last known level of a risk that is unknown now. */
export function describeSubject(subject: AlertSubject, lastLevel: AlertLevel): AlertDetails {
  switch (subject.rule) {
    case 'risk': {
      const { margin, risk, account } = subject.card;
      const found = findRiskDriver(subject.card);
      const { position: driver, distance } = found;
      return {
        rule: 'risk',
        label: account.label,
        product: margin.product,
        coin: margin.coin,
        ...risk,
        driver: driver && pickFields(driver),
        distance,
        url: driver && contractUrl(margin.product, driver, account.demo),
        remedy: driver && findAlertRemedy(subject.card, subject.settings, found),
      };
    }
    case 'unknown': {
      const { account, margin, nearest, risk } = subject.card;
      const why = nearest === 'unknown' && risk.rate !== null ? 'positions_unread' : 'alert_no_figure';
      return { rule: 'unknown', label: account.label, product: margin.product, coin: margin.coin, lastLevel, why };
    }
    case 'lost':
    case 'liquidating':
      return { rule: subject.rule, label: subject.account?.label ?? '' };
    case 'locked':
      return { rule: 'locked' };
    case 'condition': {
      const { kind, limit, hours } = subject.condition;
      const label = subject.account?.label ?? null;
      return { rule: 'condition', label, kind, limit, hours, value: subject.measure?.value ?? null };
    }
  }
}

function pickFields({ symbol, side, mode, leverage, mark, liquidation }: Position): DrivingPosition {
  return { symbol, side, mode, leverage, mark, liquidation };
}
