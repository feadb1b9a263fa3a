import type { ComponentChildren } from 'preact';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly title: string;
  /** The button that sorts the rows. */
  readonly sort?: ComponentChildren;
  readonly hasEquity?: boolean;
  readonly children: ComponentChildren;
};

/** Rows with aligned columns. Screen readers get the names of the columns from the meters. */
export function RowSection({ title, sort, hasEquity = false, children }: Props) {
  const i18n = useI18n();
  return (
    <section class={hasEquity ? 'rows lines' : 'rows'} aria-label={title}>
      <div class="heads">
        <div class="lead">
          <h2 title={title}>{title}</h2>
          {sort}
        </div>
        {hasEquity && (
          <span class="equity" aria-hidden="true">
            {i18n.t('list_equity')}
          </span>
        )}
        <span aria-hidden="true">{i18n.t('list_liquidation')}</span>
        <span aria-hidden="true">{i18n.t('list_ratio')}</span>
      </div>
      {children}
    </section>
  );
}
