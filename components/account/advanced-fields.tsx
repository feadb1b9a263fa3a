import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountDraft } from '../../lib/domain/account/account-draft.ts';
import { USUAL_PRODUCT_TYPES } from '../../lib/domain/account/product-type.ts';
import type { FormField } from '../../lib/domain/troubleshooting/check-failure-text.ts';
import { CheckField } from '../form/check-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { ToggleDemoButton } from './account-actions.tsx';
import { ProductTypeField } from './product-type-field.tsx';

type Props = {
  readonly draft: AccountDraft;
  readonly checking: boolean;
  readonly wrong: { readonly field: FormField; readonly text: string } | null;
  onEdit(draft: AccountDraft): void;
  onToggleDemo(): void;
};

/** The choices that hardly anybody needs: the check finds demo trading, and only classic accounts have product types. */
export function AdvancedFields({ draft, checking, wrong, onEdit, onToggleDemo }: Props) {
  const i18n = useI18n();
  const disclosure = useRef<HTMLDetailsElement>(null);
  const getError = (field: string) => (wrong?.field === field ? wrong.text : undefined);
  const isWrong = wrong?.field === 'demo' || wrong?.field === 'products';
  // Opened before the form moves the focus to the wrong field, and closed by the user alone.
  useLayoutEffect(() => {
    if (disclosure.current && (isWrong || hasOwnChoice(draft))) disclosure.current.open = true;
  }, [isWrong]);
  return (
    <details ref={disclosure} class="advanced">
      <summary>{i18n.t('advanced')}</summary>
      <div class="advanced-fields">
        <CheckField
          name="demo"
          label={i18n.t('demo_key')}
          hint={i18n.t('demo_key_hint')}
          checked={draft.demo}
          error={getError('demo')}
          onChange={(demo) => onEdit({ ...draft, demo })}
        >
          {wrong?.field === 'demo' && (
            <ToggleDemoButton demo={draft.demo} busy={checking} onToggleDemo={onToggleDemo} />
          )}
        </CheckField>
        <ProductTypeField
          chosen={draft.products}
          error={getError('products')}
          onChange={(products) => onEdit({ ...draft, products })}
        />
      </div>
    </details>
  );
}

/** Product types that the user chose must not be out of sight. */
function hasOwnChoice({ products }: AccountDraft): boolean {
  return products.join() !== USUAL_PRODUCT_TYPES.join();
}
