import { useI18n } from '../ui/i18n.ts';

/** The placeholder for an account's first card, as tall as that card. */
export function SkeletonCard({ label }: { label: string }) {
  const i18n = useI18n();
  return (
    <div class="card skeleton">
      <div class="title">
        <p class="ghost coin" />
        <p class="owner" title={label}>
          <bdi>{label}</bdi> · {i18n.t('waiting')}
        </p>
      </div>
      <div class="gauges">
        <div class="ghost" />
        <div class="ghost" />
      </div>
      <div class="headline">
        <div class="ghost" />
        <div class="ghost" />
        <div class="ghost" />
      </div>
    </div>
  );
}
