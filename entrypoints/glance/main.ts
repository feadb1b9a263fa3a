import { start } from './start.tsx';

/** Apart from the rest, which other pages share a file with: what begins here is not to begin there. */
void start();
