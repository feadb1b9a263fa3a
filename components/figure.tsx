import { useRef } from 'preact/hooks';
import type { Shown } from '../lib/domain/shown.ts';

/** One amount; it lights up for a moment when it changes while it is looked at. */
export function Figure({ text, title, tone }: Shown) {
  const first = useRef(text);
  const changed = text !== first.current;
  return (
    <span key={text} class={[tone, changed && 'changed'].filter(Boolean).join(' ') || undefined} title={title}>
      {text}
    </span>
  );
}
