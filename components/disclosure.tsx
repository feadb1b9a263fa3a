import { Component, type ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

type Sheets = typeof import('./sheets.ts');
type Props = { readonly title: string; readonly count?: string; children(sheets: Sheets): ComponentChildren };
type State = { readonly open: boolean; readonly sheets: Sheets | null };

/**
 * A part that is unfolded on demand, and loaded and drawn only then: a popup must open at once. What the popup paints
 * first has classes for its few states, for hooks would be a twentieth of what it loads.
 */
export class Disclosure extends Component<Props, State> {
  override readonly state: State = { open: false, sheets: null };

  override render({ title, count, children }: Props, { open, sheets }: State) {
    return (
      <details class="all" open={open} onToggle={(event) => void this.unfold(event.currentTarget.open)}>
        <summary data-count={count}>
          <Icon name="chevron" />
          {title}
        </summary>
        {open && sheets && children(sheets)}
      </details>
    );
  }

  private async unfold(open: boolean): Promise<void> {
    this.setState({ open });
    if (open) this.setState({ sheets: await import('./sheets.ts') });
  }
}
