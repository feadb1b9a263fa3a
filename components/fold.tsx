import { Component, type ComponentChildren } from 'preact';
import { counted } from '../lib/domain/plural.ts';
import { useWords } from './words.ts';

type Props = { readonly size: number; readonly children: ComponentChildren };

/** The margin accounts with nothing in them, in one line until they are asked for. A class: see `Disclosure`. */
export class Fold extends Component<Props, { readonly open: boolean }> {
  override readonly state = { open: false };

  override render({ size, children }: Props, { open }: { readonly open: boolean }) {
    const words = useWords();
    const line = counted('fold', size, words);
    const turn = () => this.setState({ open: !open });
    return (
      <>
        <div class="fold">
          <span id="fold">{line}</span>
          <button type="button" class="link" aria-expanded={open} aria-describedby="fold" onClick={turn}>
            {words.text(open ? 'fold_hide' : 'fold_show')}
          </button>
        </div>
        {open && children}
      </>
    );
  }
}
