/** Components that only some users see, or that are not in the first frame. One chunk, loaded on demand. */
import '../../components/margin-card/account-groups.css';
import '../../components/margin-card/sparkline.css';

export { ConvertedTotal } from '../../components/dashboard/converted-total.tsx';
export { EmptyState } from '../../components/dashboard/empty-state.tsx';
export { IssueList } from '../../components/dashboard/issue-list.tsx';
export { SampleDataBar } from '../../components/dashboard/sample-data-bar.tsx';
export { AccountGroups } from '../../components/margin-card/account-groups.tsx';
export { SparklineChart } from '../../components/margin-card/sparkline.tsx';
