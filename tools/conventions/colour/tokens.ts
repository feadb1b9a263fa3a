import { readFileSync } from 'node:fs';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const SOURCE = readFileSync('components/ui/theme.css', 'utf8');

/** The colour that `components/ui/theme.css` gives a name, such as `--ink`, in a theme. */
export function token(name: string, theme: Theme): string {
  const value = new RegExp(`\\s--${name}: ([^;]+);`).exec(SOURCE)?.[1] ?? '';
  const other = /^var\(--(\w+)\)$/.exec(value)?.[1];
  if (other) return token(other, theme);
  const pair = /^light-dark\((#\w+), (#\w+)\)$/.exec(value);
  const colour = pair?.[theme === 'light' ? 1 : 2];
  if (!colour) throw new Error(`--${name} is no pair of colours: ${value}`);
  return colour;
}
