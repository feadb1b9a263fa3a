import { useI18n } from '../ui/i18n.ts';

/** The placeholder for an account's first card, as tall as that card. */
export function SkeletonCard({ label }: { label: string }) {
  const i18n = useI18n();
  return (
    <div class="card skeleton">
      <div class="title">
        <p class="ghost coin" />
        <p>
          {label} · {i18n.t('waiting')}
        </p>
      </div>
      <div class="meter">
        <span class="ghost rate" />
        <span class="ghost level" />
      </div>
      <div class="bar" />
      <div class="headline">
        <p class="ghost" />
        <p class="ghost" />
        <p class="ghost" />
        <p class="ghost" />
      </div>
      <div class="all">
        <p class="ghost" />
      </div>
    </div>
  );
}
