/** What unfolds from a card, in one file that the popup loads when it is first asked for. */
export { FigureSheet } from './figure-sheet.tsx';
export { PositionSheet } from './position-sheet.tsx';
