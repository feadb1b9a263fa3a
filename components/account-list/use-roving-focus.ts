import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** The parts of a list that the arrow keys reach: the buttons that open a card, a row or an account. */
const STOP = '[data-stop]';
/** The element that contains a stop and its further controls. */
const ITEM = 'article, .line';

/**
 * Makes the list around an element one stop of the Tab key. The arrow keys, Home and End move between its rows; Tab
 * continues with the further controls of the current row.
 */
export function useRovingFocus(inside: RefObject<HTMLElement | null>): void {
  const current = useRef<string | undefined>(undefined);
  const getList = () => inside.current?.parentElement ?? null;

  const update = () => {
    const list = getList();
    if (!list) return;
    const stops = [...list.querySelectorAll<HTMLElement>(STOP)];
    const chosen = stops.find((stop) => stop.dataset.stop === current.current) ?? stops[0];
    for (const stop of stops) {
      const tabIndex = stop === chosen ? 0 : -1;
      for (const control of stop.closest(ITEM)?.querySelectorAll<HTMLElement>('a, button') ?? []) {
        control.tabIndex = tabIndex;
      }
    }
  };
  useLayoutEffect(update);

  useEffect(() => {
    const list = getList();
    const onFocus = ({ target }: FocusEvent) => {
      const stop = target instanceof Element && target.closest(ITEM)?.querySelector<HTMLElement>(STOP);
      if (!stop || stop.dataset.stop === current.current) return;
      current.current = stop.dataset.stop;
      update();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const stops = [...(list?.querySelectorAll<HTMLElement>(STOP) ?? [])];
      const next = findNext(stops, event);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    list?.addEventListener('focusin', onFocus);
    list?.addEventListener('keydown', onKey);
    return () => {
      list?.removeEventListener('focusin', onFocus);
      list?.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Returns the stop that a key leads to. From the search field the arrow down leads to the first one. */
function findNext(stops: readonly HTMLElement[], { key, target }: KeyboardEvent): HTMLElement | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  if (target instanceof HTMLInputElement) return key === 'ArrowDown' ? stops[0] : undefined;
  const item = target.closest(ITEM);
  if (!item) return undefined;
  const index = stops.findIndex((stop) => item.contains(stop));
  switch (key) {
    case 'ArrowDown':
      return stops[Math.min(index + 1, stops.length - 1)];
    case 'ArrowUp':
      return stops[Math.max(index - 1, 0)];
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    default:
      return undefined;
  }
}
