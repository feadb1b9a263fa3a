import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { LIST_ORDERS, type ListOrder } from '../../lib/domain/settings/settings.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

const NAMES: Record<ListOrder, MessageKey> = {
  danger: 'order_danger',
  freeMargin: 'card_free',
  equity: 'figure_accountEquity',
  own: 'order_own',
};

type Props = { readonly order: ListOrder; onOrder(order: ListOrder): void };

/** Chooses the order of the rows. The list of the browser lies invisibly over the icon. */
export function SortButton({ order, onOrder }: Props) {
  const i18n = useI18n();
  const name = i18n.t('order');
  return (
    <label class={order === 'danger' ? 'sort' : 'sort chosen'} title={`${name}: ${i18n.t(NAMES[order])}`}>
      <Icon name="sort" />
      <select
        aria-label={name}
        value={order}
        onChange={({ currentTarget }) => {
          const chosen = LIST_ORDERS[currentTarget.selectedIndex];
          if (chosen) onOrder(chosen);
        }}
      >
        {LIST_ORDERS.map((each) => (
          <option key={each} value={each}>
            {i18n.t(NAMES[each])}
          </option>
        ))}
      </select>
    </label>
  );
}
