import { ChoiceRow } from '../../../components/form/choice-row.tsx';
import { LevelsTable } from '../../../components/settings/levels-table.tsx';
import { Group } from '../../../components/ui/group.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import * as items from '../../../lib/browser/storage/items.ts';
import { formatList } from '../../../lib/domain/i18n/list.ts';
import { formatThreshold } from '../../../lib/domain/i18n/threshold.ts';
import {
  DISTANCE_PRESETS,
  type DistancePreset,
  type DistanceThresholds,
  matchDistancePreset,
} from '../../../lib/domain/margin/distance-thresholds.ts';
import type { Settings } from '../../../lib/domain/settings/settings.ts';
import {
  buildLevelDraft,
  type LevelDraft,
  parseDistanceDraft,
  parseRatioDraft,
} from '../../../lib/domain/settings/settings-draft.ts';
import type { State } from '../state/state.ts';
import { type Draft, useDraft } from '../state/use-draft.ts';

const PRESETS = Object.keys(DISTANCE_PRESETS) as readonly DistancePreset[];

/** Where each level begins. A margin account has the worse level of both measures. */
export function Levels({ settings, state }: { settings: Settings; state: State }) {
  const i18n = useI18n();
  const save = state.saver.saveTo(items.settings);
  const distance = useDraft({
    name: 'near',
    stored: settings,
    build: ({ near }) => buildLevelDraft(near),
    parse: (typed) => {
      const near = parseDistanceDraft(typed);
      return near && { near };
    },
    save,
  });
  const ratio = useDraft({
    name: 'thresholds',
    stored: settings,
    build: ({ thresholds }) => buildLevelDraft(thresholds),
    parse: (typed) => {
      const thresholds = parseRatioDraft(typed);
      return thresholds && { thresholds };
    },
    save,
  });
  const buildRow = (
    { draft, invalid, edit, commit }: Draft<LevelDraft>,
    stored: DistanceThresholds,
    problem: string,
  ) => {
    const inForce = invalid.map((level) => formatThreshold(stored[level], i18n));
    const error = invalid.length > 0 ? i18n.t('still', problem, formatList(inForce, i18n)) : undefined;
    return { draft, invalid, error, onInput: edit, onCommit: () => void commit() };
  };
  return (
    <Group title={i18n.t('levels')}>
      <div class="panel">
        <LevelsTable
          distance={buildRow(distance, settings.near, i18n.t('near_wrong'))}
          ratio={buildRow(ratio, settings.thresholds, i18n.t('thresholds_wrong'))}
        />
        <ChoiceRow
          label={i18n.t('preset')}
          hint={i18n.t('preset_hint')}
          options={PRESETS.map((value) => ({ value, name: i18n.t(`preset_${value}`) }))}
          chosen={matchDistancePreset(settings.near)}
          onChoose={(preset) => {
            distance.reset();
            void save(() => ({ near: DISTANCE_PRESETS[preset] }));
          }}
        />
      </div>
    </Group>
  );
}
