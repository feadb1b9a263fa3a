import { useI18n } from './i18n.ts';

type Props = {
  readonly name:
    | 'demo'
    | 'only_demo'
    | 'sample'
    | 'partial'
    | 'partial_assets'
    | 'mixed'
    | 'multi'
    | 'powers'
    | 'reads'
    | 'unchecked'
    | 'unbound'
    | 'unread';
  readonly tone?: 'caution' | 'danger';
};

/** A short label that qualifies the text beside it, with an explanation as its tooltip. */
export function Chip({ name, tone }: Props) {
  const i18n = useI18n();
  return (
    <span class={`chip ${tone ?? name}`} title={i18n.t(`chip_title_${name}`)}>
      {i18n.t(`chip_${name}`)}
    </span>
  );
}
