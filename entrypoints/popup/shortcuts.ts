import { requestRefresh } from './actions.ts';
import { toggleAmounts } from './toggle-amounts.ts';

/** Runs the keys of the view: `R` refreshes, `H` hides or shows amounts, `/` finds. Not while the user types. */
export function startShortcuts(state: Parameters<typeof requestRefresh>[0]): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
    if (isEditable(event.target)) return;
    switch (readLetter(event)) {
      case 'r':
        return requestRefresh(state);
      case 'h':
        return void toggleAmounts();
      case '/':
        if (focusSearch()) event.preventDefault();
    }
  });
}

/** A keyboard for another alphabet has the letters in the same places. */
function readLetter({ key, code }: KeyboardEvent): string {
  const isOtherAlphabet = key.length === 1 && key > '\u007f' && code.startsWith('Key');
  return (isOtherAlphabet ? code.slice(-1) : key).toLowerCase();
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLElement>('.find');
  field?.focus();
  return document.activeElement === field;
}
