import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Account } from '../../lib/domain/account/account.ts';
import { canStopMonitoring } from '../../lib/domain/account/monitored-products.ts';
import type { ProductType } from '../../lib/domain/account/product-type.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import { formatList } from '../../lib/domain/i18n/list.ts';
import type { AccountStatus } from '../../lib/domain/portfolio/account-status.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { Chip } from '../ui/chip.tsx';
import { useI18n } from '../ui/i18n.ts';
import { AccountActions, type AccountActionsProps } from './account-actions.tsx';
import { AccountStatusLine } from './account-status.tsx';
import { KeyChips, KeyPowers } from './key-info.tsx';
import { RetiredLine } from './retired-line.tsx';

type Props = Omit<AccountActionsProps, 'label'> & {
  readonly account: Account;
  readonly status: AccountStatus;
  readonly now: number;
  readonly editing: boolean;
  onStopMonitoring(product: ProductType): void;
  /** Changes each time the user comes to this account by its address; null if not. */
  readonly arrival: object | null;
  /** The result of a check, or the form that edits the account. */
  readonly children?: ComponentChildren;
};

/** One saved account with its key, its status and its buttons. */
export function AccountItem(props: Props) {
  const { account, status, now, editing, arrival, onStopMonitoring, children, ...actions } = props;
  const i18n = useI18n();
  const item = useRef<HTMLLIElement>(null);
  const edited = useRef(false);
  // Opening the form removes the focused button, and closing it removes the focused field.
  useLayoutEffect(() => {
    if (editing) item.current?.querySelector('input')?.focus();
    else if (edited.current) item.current?.focus();
    edited.current = editing;
  }, [editing]);
  useLayoutEffect(() => {
    if (arrival) item.current?.focus();
  }, [arrival]);
  const products = status.products.map((product) => productLabel(product, i18n));
  return (
    <li ref={item} class="account" tabIndex={-1} aria-label={account.label}>
      <div class="who">
        <h3>
          {account.label}
          {account.demo && <Chip name="demo" />}
          {account.hint !== '' && <KeyChips facts={account.key} />}
        </h3>
        <p class="quiet">{[formatList(products, i18n), ...listKeyMarks(account, i18n)].join(' · ')}</p>
        {account.hint !== '' && <KeyPowers facts={account.key} />}
        <AccountStatusLine status={status} now={now} />
        {status.retired.map((product) => (
          <RetiredLine
            key={product}
            product={product}
            onStop={canStopMonitoring(account, product) ? () => onStopMonitoring(product) : null}
          />
        ))}
      </div>
      {!editing && <AccountActions label={account.label} {...actions} />}
      {children}
    </li>
  );
}

/** The identity of the key, and what Bitget reports about it. */
function listKeyMarks({ hint, key }: Account, i18n: I18n): readonly string[] {
  if (hint === '') return [i18n.t('account_keyless')];
  const uid = key.uid === null ? [] : [i18n.t('account_uid', key.uid)];
  const bound = key.addresses?.length ? [i18n.t('key_bound', formatList(key.addresses, i18n))] : [];
  return [i18n.t('account_key', hint), ...uid, ...bound];
}
