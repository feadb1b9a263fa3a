import { useState } from 'preact/hooks';
import type { DisplayAmount } from '../../lib/domain/view/amount-view.ts';

/** One amount; it lights up for a moment when it changes while the user looks at it. */
export function ChangingText({ text, title, tone }: DisplayAmount) {
  const [first] = useState(text);
  const changed = text !== first;
  return (
    <span key={text} class={[tone, changed && 'changed'].filter(Boolean).join(' ') || undefined} title={title}>
      {text}
    </span>
  );
}
