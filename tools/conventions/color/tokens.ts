import { readFileSync } from 'node:fs';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const SOURCE = readFileSync('components/ui/theme.css', 'utf8');

/** Returns the color that `components/ui/theme.css` gives a name, such as `--ink`, in a theme. */
export function findToken(name: string, theme: Theme): string {
  const value = new RegExp(`\\s--${name}: ([^;]+);`).exec(SOURCE)?.[1] ?? '';
  const other = /^var\(--(\w+)\)$/.exec(value)?.[1];
  if (other) return findToken(other, theme);
  const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(value);
  const color = pair?.[theme === 'light' ? 1 : 2];
  if (!color) throw new Error(`--${name} is not a pair of colors: ${value}`);
  return color;
}
