import { formatList } from '../../lib/domain/i18n/list.ts';
import { pluralize } from '../../lib/domain/i18n/plural.ts';
import type { Portfolio } from '../../lib/domain/portfolio/card.ts';
import { listRetiredProducts, type RetiredProduct } from '../../lib/domain/portfolio/retired-products.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';

type Props = {
  readonly portfolio: Portfolio;
  onMonitor(retired: RetiredProduct, isMonitored: boolean): void;
  /** Opens the settings at an account, or at the list of accounts. */
  onSettings(account: RetiredProduct['account']['id'] | null): void;
};

/** Product types that Bitget no longer offers, one notice for all accounts with the same ones, until the user decides. */
export function RetiredNotices({ portfolio, onMonitor, onSettings }: Props) {
  const i18n = useI18n();
  const byAccount = Map.groupBy(listRetiredProducts(portfolio.readings, portfolio.accounts), ({ account }) => account);
  const entries = [...byAccount].map(([account, retired]) => ({
    account,
    retired,
    products: formatList(
      retired.map(({ product }) => productLabel(product, i18n)),
      i18n,
    ),
    isAll: retired.length === account.products.length,
  }));
  const notices = Map.groupBy(entries, ({ products, isAll }) => `${products} ${isAll}`);
  return (
    <>
      {[...notices].map(([key, group]) => {
        const [first, ...others] = group;
        if (!first) return null;
        const { account, products, isAll } = first;
        const labels = formatList(
          group.map((each) => each.account.label),
          i18n,
        );
        const isOne = others.length === 0;
        const where = isOne ? labels : pluralize('accounts_count', group.length, i18n);
        const monitorAll = (isMonitored: boolean) => {
          for (const { retired } of group) for (const each of retired) onMonitor(each, isMonitored);
        };
        return (
          <Notice
            key={key}
            tone="calm"
            title={i18n.t('note_title', where, i18n.t('retired_product', products))}
            advice={i18n.t(isAll ? 'retired_last' : 'retired_advice')}
            names={isOne ? '' : labels}
            action={
              isAll
                ? {
                    name: i18n.t('open_settings'),
                    onClick: () => onSettings(isOne ? account.id : null),
                  }
                : { name: i18n.t('stop_monitoring'), onClick: () => monitorAll(false) }
            }
          >
            <button type="button" class="link" onClick={() => monitorAll(true)}>
              {i18n.t('keep_monitoring')}
            </button>
          </Notice>
        );
      })}
    </>
  );
}
