import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  readonly title: string;
  readonly isShown: boolean;
  /** Changes each time the user comes to this pane by its address. Null on the way to an item of the pane. */
  readonly arrival: object | null;
  /** The result of the last save. */
  readonly note: ComponentChildren;
  /** The browser found a text in this pane while it was hidden. */
  onReveal(): void;
  readonly children: ComponentChildren;
};

/** A pane of the settings. The browser's search finds the texts of hidden ones too. */
export function Pane({ title, isShown, arrival, note, onReveal, children }: Props) {
  const id = useId();
  const pane = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = pane.current;
    element?.addEventListener('beforematch', onReveal);
    return () => element?.removeEventListener('beforematch', onReveal);
  }, [onReveal]);
  useLayoutEffect(() => {
    if (!isShown || !arrival) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [isShown, arrival]);
  return (
    <section ref={pane} class="pane" aria-labelledby={id} hidden={isShown ? undefined : 'until-found'}>
      <div class="pane-title">
        <h2 ref={heading} id={id} tabIndex={-1}>
          {title}
        </h2>
        {note}
      </div>
      {children}
    </section>
  );
}
