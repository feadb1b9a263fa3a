/** Components that only some users see, or that are not in the first frame. One chunk, loaded on demand. */
import '../../components/dashboard/empty-state.css';
import '../../components/dashboard/sample-data-bar.css';
import '../../components/margin-card/skeleton-card.css';
import '../../components/ui/logo.css';

export { ConvertedTotal } from '../../components/dashboard/converted-total.tsx';
export { DayChange } from '../../components/dashboard/day-change.tsx';
export { EmptyState } from '../../components/dashboard/empty-state.tsx';
export { EquityLine } from '../../components/dashboard/equity-line.tsx';
export { IssueList } from '../../components/dashboard/issue-list.tsx';
export { RetiredNotices } from '../../components/dashboard/retired-notices.tsx';
export { SampleDataBar } from '../../components/dashboard/sample-data-bar.tsx';
export { SkeletonCard } from '../../components/margin-card/skeleton-card.tsx';
