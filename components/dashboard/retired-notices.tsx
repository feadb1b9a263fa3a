import { formatList } from '../../lib/domain/i18n/list.ts';
import type { Portfolio } from '../../lib/domain/portfolio/card.ts';
import { listRetiredProducts, type RetiredProduct } from '../../lib/domain/portfolio/retired-products.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';

type Props = {
  readonly portfolio: Portfolio;
  onWatch(retired: RetiredProduct, isWatched: boolean): void;
  onSettings(account: RetiredProduct['account']['id']): void;
};

/** Product types that Bitget no longer offers, one notice per account, until the user decides. */
export function RetiredNotices({ portfolio, onWatch, onSettings }: Props) {
  const i18n = useI18n();
  const byAccount = Map.groupBy(listRetiredProducts(portfolio.readings, portfolio.accounts), ({ account }) => account);
  return (
    <>
      {[...byAccount].map(([account, retired]) => {
        const names = retired.map(({ product }) => productLabel(product, i18n));
        const watchAll = (isWatched: boolean) => {
          for (const each of retired) onWatch(each, isWatched);
        };
        const isAll = retired.length === account.products.length;
        return (
          <Notice
            key={account.id}
            tone="calm"
            title={i18n.t('note_title', account.label, i18n.t('retired_product', formatList(names, i18n)))}
            advice={i18n.t(isAll ? 'retired_last' : 'retired_advice')}
            action={
              isAll
                ? { name: i18n.t('open_settings'), onClick: () => onSettings(account.id) }
                : { name: i18n.t('stop_watching'), onClick: () => watchAll(false) }
            }
          >
            <button type="button" class="link" onClick={() => watchAll(true)}>
              {i18n.t('keep_watching')}
            </button>
          </Notice>
        );
      })}
    </>
  );
}
