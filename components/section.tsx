import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A part of the settings under its heading. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      {/* Focusable for when what had the focus in it is gone. */}
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
