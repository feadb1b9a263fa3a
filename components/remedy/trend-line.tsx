import type { DistanceTrend } from '../../lib/domain/view/distance-trend.ts';

/** The course of the distance to liquidation over a day, and what it was. Keeps its place while it is loaded. */
export function TrendLine({ trend }: { readonly trend: DistanceTrend | null }) {
  return (
    <p class="trend">
      {trend && (
        <>
          <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
            <path d={trend.path} />
          </svg>
          {trend.past.map(({ when, distance }) => (
            <span key={when}>
              {when} <b>{distance}</b>
            </span>
          ))}
        </>
      )}
    </p>
  );
}
