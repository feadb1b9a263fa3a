/** The content of a card's disclosures with its styles. One chunk, loaded when the first one opens. */
import './lazy-sections.css';

export { AllFigures } from './all-figures.tsx';
export { PositionList } from './position-list.tsx';
