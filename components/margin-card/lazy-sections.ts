/** What unfolds from a card, with its styles, in one file that the popup loads when it is first asked for. */
import './lazy-sections.css';

export { AllFigures } from './all-figures.tsx';
export { PositionList } from './position-list.tsx';
