import type { ComponentChildren } from 'preact';
import type { Level } from '../../lib/domain/margin/risk.ts';

/** The shape of a risk level, so that the level does not depend on color alone. */
export function LevelIcon({ level }: { level: Level }) {
  return (
    <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[level]}
    </svg>
  );
}

const SHAPES: Record<Level, ComponentChildren> = {
  safe: <circle cx="6" cy="6" r="4.5" />,
  caution: <path d="M6 .6 11.4 6 6 11.4 .6 6Z" />,
  warning: <path d="M6 .8 11.6 11H.4Z" />,
  danger: (
    <path
      d="M3.6 .4h4.8l3.2 3.2v4.8l-3.2 3.2H3.6L.4 8.4V3.6ZM5.1 2.6v4.2h1.8V2.6ZM5.1 7.9v1.7h1.8V7.9Z"
      fill-rule="evenodd"
    />
  ),
  unknown: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.8" />,
};
