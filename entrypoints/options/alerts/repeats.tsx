import { NumberRow } from '../../../components/form/number-row.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { readTypedTexts } from '../../../lib/browser/page/session-drafts.ts';
import * as stored from '../../../lib/browser/storage/alert-items.ts';
import { type AlertSettings, BOUNDS, type BoundName } from '../../../lib/domain/alert/alert-settings.ts';
import { BOUND_NAMES, parseBound } from '../../../lib/domain/alert/alert-settings-draft.ts';
import { formatCount } from '../../../lib/domain/i18n/format.ts';
import type { I18n } from '../../../lib/domain/i18n/i18n.ts';
import type { State } from '../state/state.ts';
import { useDraft } from '../state/use-draft.ts';

type Props = { readonly alertSettings: AlertSettings; readonly state: State };

/** When an alert is repeated, and when it is over. Folded unless something invalid is typed in it. */
export function Repeats({ alertSettings, state }: Props) {
  const i18n = useI18n();
  const hasTyped = BOUND_NAMES.some((name) => Object.keys(readTypedTexts(name)).length > 0);
  return (
    <details class="alerts-advanced" open={hasTyped || undefined}>
      <summary>{i18n.t('alerts_advanced')}</summary>
      <p class="hint">{i18n.t('alerts_advanced_hint')}</p>
      {BOUND_NAMES.map((name) => (
        <BoundRow key={name} name={name} alertSettings={alertSettings} state={state} />
      ))}
    </details>
  );
}

function BoundRow({ name, alertSettings, state }: Props & { name: BoundName }) {
  const i18n = useI18n();
  const { draft, invalid, edit, commit } = useDraft({
    name,
    stored: alertSettings,
    build: (known) => ({ [name]: String(known[name]) }),
    parse: (typed) => {
      const number = parseBound(name, typed[name] ?? '');
      return number === null ? null : { [name]: number };
    },
    save: state.saver.saveTo(stored.alertSettings),
  });
  const unit = getUnit(name, i18n);
  const [min, max] = BOUNDS[name];
  const range = `${i18n.t('range', formatCount(min, i18n), formatCount(max, i18n))} ${unit}`;
  const inForce = `${formatCount(alertSettings[name], i18n)} ${unit}`;
  return (
    <NumberRow
      label={i18n.t(`alerts_${name}`)}
      unit={unit}
      value={draft[name] ?? ''}
      error={invalid.length > 0 ? i18n.t('still', i18n.t('alerts_wrong', range), inForce) : undefined}
      onInput={(text) => edit({ [name]: text })}
      onCommit={() => void commit()}
    />
  );
}

function getUnit(name: BoundName, i18n: I18n): string {
  return i18n.t(name === 'hysteresis' ? 'percent_unit' : 'alerts_minutes');
}
