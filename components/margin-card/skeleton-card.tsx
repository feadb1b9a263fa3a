import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly label: string;
  /** The account is one of many, which have no cards. */
  readonly isLine: boolean;
};

/** The placeholder for an account's first card, as tall as that card, or for its line. */
export function SkeletonCard({ label, isLine }: Props) {
  const i18n = useI18n();
  const owner = (
    <p class="owner" title={`${label} · ${i18n.t('waiting')}`}>
      <bdi>{label}</bdi> · {i18n.t('waiting')}
    </p>
  );
  if (isLine) return owner;
  return (
    <div class="card skeleton">
      <div class="title">
        <p class="ghost coin" />
        {owner}
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
