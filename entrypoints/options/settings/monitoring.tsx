import { NumberRow } from '../../../components/form/number-row.tsx';
import { SwitchRow } from '../../../components/form/switch-row.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import * as items from '../../../lib/browser/storage/items.ts';
import { formatCount } from '../../../lib/domain/i18n/format.ts';
import type { MessageKey } from '../../../lib/domain/i18n/i18n.ts';
import {
  MAX_PERIOD,
  MAX_VIEW_PERIOD,
  MIN_PERIOD,
  MIN_VIEW_PERIOD,
  type Settings,
} from '../../../lib/domain/settings/settings.ts';
import { parsePeriod, parseViewPeriod } from '../../../lib/domain/settings/settings-draft.ts';
import type { State } from '../state/state.ts';
import { useDraft } from '../state/use-draft.ts';

type Props = { readonly settings: Settings; readonly state: State };

/** How often Bitget is polled: at rest, while a view is open, and near liquidation. */
export function Monitoring({ settings, state }: Props) {
  const i18n = useI18n();
  const save = state.saver.saveTo(items.settings);
  return (
    <div class="panel">
      {PERIODS.map((period) => (
        <PeriodRow key={period.name} period={period} settings={settings} state={state} />
      ))}
      <SwitchRow
        label={i18n.t('follows_danger')}
        hint={i18n.t('follows_danger_hint')}
        checked={settings.followsDanger}
        onChange={(followsDanger) => void save(() => ({ followsDanger }))}
      />
      <SwitchRow
        label={i18n.t('funding_switch')}
        hint={i18n.t('funding_switch_hint')}
        checked={settings.readsFunding}
        onChange={(readsFunding) => void save(() => ({ readsFunding }))}
      />
    </div>
  );
}

type Period = {
  readonly name: 'period' | 'viewPeriod';
  readonly label: MessageKey;
  readonly hint: MessageKey;
  readonly bounds: readonly [number, number];
  parse(text: string): number | null;
};

const PERIODS: readonly Period[] = [
  { name: 'period', label: 'period', hint: 'period_hint', bounds: [MIN_PERIOD, MAX_PERIOD], parse: parsePeriod },
  {
    name: 'viewPeriod',
    label: 'view_period',
    hint: 'view_period_hint',
    bounds: [MIN_VIEW_PERIOD, MAX_VIEW_PERIOD],
    parse: parseViewPeriod,
  },
];

function PeriodRow({ period: { name, label, hint, bounds, parse }, settings, state }: Props & { period: Period }) {
  const i18n = useI18n();
  const { draft, invalid, edit, commit } = useDraft({
    name,
    stored: settings,
    build: (stored) => ({ [name]: String(stored[name]) }),
    parse: (typed) => {
      const seconds = parse(typed[name] ?? '');
      return seconds === null ? null : { [name]: seconds };
    },
    save: state.saver.saveTo(items.settings),
  });
  const [min, max] = bounds.map((bound) => formatCount(bound, i18n)) as [string, string];
  const stored = `${formatCount(settings[name], i18n)} ${i18n.t('period_unit')}`;
  return (
    <NumberRow
      label={i18n.t(label)}
      hint={i18n.t(hint, min, max)}
      unit={i18n.t('period_unit')}
      value={draft[name] ?? ''}
      error={invalid.length > 0 ? i18n.t('still', i18n.t('period_wrong', min, max), stored) : undefined}
      onInput={(text) => edit({ [name]: text })}
      onCommit={() => void commit()}
    />
  );
}
