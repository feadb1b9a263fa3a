import { Component } from 'preact';
import type { Shown } from '../lib/domain/shown.ts';

/** One amount; it lights up for a moment when it changes while it is looked at. A class: see `Disclosure`. */
export class Figure extends Component<Shown> {
  private readonly first = this.props.text;

  override render({ text, title, tone }: Shown) {
    const changed = text !== this.first;
    return (
      <span key={text} class={[tone, changed && 'changed'].filter(Boolean).join(' ') || undefined} title={title}>
        {text}
      </span>
    );
  }
}
