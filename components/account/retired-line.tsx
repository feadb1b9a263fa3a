import type { ProductType } from '../../lib/domain/account/product-type.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly product: ProductType;
  /** Null where the account monitors nothing else. */
  readonly onStop: (() => void) | null;
};

/** A product type of an account that Bitget no longer offers, with a button to stop monitoring it. */
export function RetiredLine({ product, onStop }: Props) {
  const i18n = useI18n();
  return (
    <p class="quiet">
      {i18n.t('retired_product', productLabel(product, i18n))}{' '}
      {onStop && (
        <button type="button" class="link" onClick={onStop}>
          {i18n.t('stop_monitoring')}
        </button>
      )}
    </p>
  );
}
