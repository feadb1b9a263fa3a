import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Props = { readonly title: string; readonly children: ComponentChildren };

/** A part of a pane with its heading. */
export function Group({ title, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
