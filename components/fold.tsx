import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { count } from '../lib/domain/format.ts';
import { useWords } from './words.ts';

/** The margin accounts with nothing in them, in one line until they are asked for. */
export function Fold({ size, children }: { size: number; children: ComponentChildren }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const line = size === 1 ? words.text('fold_one') : words.text('fold_many', count(size, words));
  return (
    <>
      <div class="fold">
        <span id="fold">{line}</span>
        <button type="button" class="link" aria-expanded={open} aria-describedby="fold" onClick={() => setOpen(!open)}>
          {words.text(open ? 'fold_hide' : 'fold_show')}
        </button>
      </div>
      {open && children}
    </>
  );
}
