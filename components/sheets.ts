/** What unfolds from a card, with its styles, in one file that the popup loads when it is first asked for. */
import './sheets.css';

export { FigureSheet } from './figure-sheet.tsx';
export { PositionSheet } from './position-sheet.tsx';
