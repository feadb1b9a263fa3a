import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import { useI18n } from './i18n.ts';

type Props = {
  readonly title: string;
  /** Its place among the steps of the first day. */
  readonly step?: number | undefined;
  readonly children: ComponentChildren;
};

/** A part of the settings under its heading. */
export function Section({ title, step, children }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      {/* Focusable for when what had the focus in it is gone. */}
      <h2 id={id} tabIndex={-1}>
        {step !== undefined && (
          <>
            <span class="step">{formatCount(step, i18n)}</span>{' '}
          </>
        )}
        {title}
      </h2>
      {children}
    </section>
  );
}
