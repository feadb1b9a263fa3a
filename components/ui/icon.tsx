import type { ComponentChildren } from 'preact';

/** An icon beside or instead of a text. It is hidden from screen readers, which read the button's name. */
export function Icon({ name, isRefreshing = false }: { name: IconName; isRefreshing?: boolean }) {
  return (
    <svg class={isRefreshing ? 'icon turning' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}

export type IconName =
  | 'refresh'
  | 'shown'
  | 'hidden'
  | 'bell'
  | 'muted'
  | 'settings'
  | 'panel'
  | 'window'
  | 'chevron'
  | 'tick'
  | 'alert'
  | 'copy'
  | 'sort';

const EYE_OUTLINE = <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />;
const BELL = <path d="M4 7a4 4 0 0 1 8 0c0 3.5 1.5 4.5 1.5 4.5h-11S4 10.5 4 7ZM6.8 13.8a1.3 1.3 0 0 0 2.4 0" />;

const DRAWINGS: Record<IconName, ComponentChildren> = {
  refresh: <path d="M13.5 8a5.5 5.5 0 1 1-1.7-4M12 1.5V4.3H9.2" />,
  shown: [EYE_OUTLINE, <circle key="pupil" cx="8" cy="8" r="2" />],
  hidden: [EYE_OUTLINE, <path key="stroke" d="M2.5 14 13.5 2" />],
  bell: BELL,
  muted: [BELL, <path key="stroke" d="M2.5 14 13.5 2" />],
  settings: [
    <path key="rails" d="M2 4.5h6.5M13 4.5h1M2 11.5h1M7.5 11.5H14" />,
    <circle key="upper" cx="10.7" cy="4.5" r="1.9" />,
    <circle key="lower" cx="5.2" cy="11.5" r="1.9" />,
  ],
  panel: <path d="M2 3h12v10H2ZM10 3v10" />,
  window: <path d="M7 3.5H2.5v9.5H12V8.5M9.5 2.5h4v4M13.2 2.8 7.5 8.5" />,
  copy: [
    <rect key="sheet" x="5.5" y="5.5" width="8" height="8" rx="1.5" />,
    <path key="back" d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />,
  ],
  chevron: <path d="m6 4 4 4-4 4" />,
  sort: <path d="M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5" />,
  tick: <path d="m3 8.5 3.5 3.5L13 4.5" />,
  alert: <path d="M8 2 15 14H1ZM8 6.5v3.5M8 12v.1" />,
};
