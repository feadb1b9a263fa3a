/** What only some users see, or only after the first paint: one file, loaded when it is needed. */
import '../../components/account-groups.css';
import '../../components/spark.css';

export { AccountGroups } from '../../components/account-groups.tsx';
export { Alone } from '../../components/alone.tsx';
export { Report } from '../../components/report.tsx';
export { ShowcaseBar } from '../../components/showcase-bar.tsx';
export { SparkLine } from '../../components/spark-line.tsx';
export { TotalIn } from '../../components/total-in.tsx';
