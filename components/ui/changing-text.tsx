import { useState } from 'preact/hooks';
import type { DisplayAmount } from '../../lib/domain/view/amount-view.ts';

/** An amount that is highlighted briefly when it changes on screen. */
export function ChangingText({ text, title, tone }: DisplayAmount) {
  const [first] = useState(text);
  const changed = text !== first;
  return (
    <span key={text} class={[tone, changed && 'changed'].filter(Boolean).join(' ') || undefined} title={title}>
      {text}
    </span>
  );
}
