import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import { useI18n } from './i18n.ts';

type Props = {
  readonly title: string;
  /** The number of this step of the onboarding. */
  readonly step?: number | undefined;
  readonly children: ComponentChildren;
};

/** A section of the settings with its heading. */
export function Section({ title, step, children }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div class="heading">
        {step !== undefined && <span class="step">{formatCount(step, i18n)}</span>}
        {/* Focusable, so that it can take the focus from a removed element. */}
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
      </div>
      {children}
    </section>
  );
}
