import { useId, useState } from 'preact/hooks';
import { PRODUCT_TYPES, type ProductType, USUAL_PRODUCT_TYPES } from '../../lib/domain/account/product-type.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { CheckField } from '../form/check-field.tsx';
import { FieldErrorText } from '../form/text-field.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly chosen: readonly ProductType[];
  readonly error?: string | undefined;
  onChange(chosen: readonly ProductType[]): void;
};

const DISCONTINUED = PRODUCT_TYPES.filter((type) => !USUAL_PRODUCT_TYPES.includes(type));

/** The product types to monitor. Types that Bitget no longer offers are behind a disclosure. */
export function ProductTypeField({ chosen, error, onChange }: Props) {
  const i18n = useI18n();
  const id = useId();
  const [open] = useState(DISCONTINUED.some((type) => chosen.includes(type)));
  const renderCheckbox = (type: ProductType) => (
    <CheckField
      key={type}
      name="products"
      label={productLabel(type, i18n)}
      checked={chosen.includes(type)}
      onChange={(on) => onChange(PRODUCT_TYPES.filter((each) => (each === type ? on : chosen.includes(each))))}
    />
  );
  return (
    <fieldset class="products" aria-describedby={[error && `${id}-error`, `${id}-hint`].filter(Boolean).join(' ')}>
      <legend>{i18n.t('products')}</legend>
      <div class="row">{USUAL_PRODUCT_TYPES.map(renderCheckbox)}</div>
      <FieldErrorText id={id} error={error} />
      <p class="hint" id={`${id}-hint`}>
        {i18n.t('products_hint')}
      </p>
      <details open={open}>
        <summary>{i18n.t('products_older')}</summary>
        <div class="row">{DISCONTINUED.map(renderCheckbox)}</div>
      </details>
    </fieldset>
  );
}
