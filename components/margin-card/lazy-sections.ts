/** What unfolds from a card, with its styles, in one file that the popup loads when it is first asked for. */
import './lazy-sections.css';

export { FigureSheet } from './all-figures.tsx';
export { PositionSheet } from './position-list.tsx';
