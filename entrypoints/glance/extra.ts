/** What the popup seldom shows, in one file that is loaded when it is needed; before the first paint if it is then. */
import '../../components/account-groups.css';

export { AccountGroups } from '../../components/account-groups.tsx';
export { Alone } from '../../components/alone.tsx';
export { Report } from '../../components/report.tsx';
export { ShowcaseBar } from '../../components/showcase-bar.tsx';
export { TotalIn } from '../../components/total-in.tsx';
