import type { KeyInfo } from '../../lib/domain/account/key-info.ts';
import { formatList } from '../../lib/domain/i18n/list.ts';
import { Chip } from '../ui/chip.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

/** A short form of what Bitget reports about a key: whether it only reads, and whether an IP address is bound to it. */
export function KeyChips({ facts: { powers, addresses } }: { facts: KeyInfo }) {
  return (
    <>
      {powers?.length === 0 && <Chip name="reads" />}
      {powers === null && <Chip name="unchecked" tone="caution" />}
      {addresses?.length === 0 && <Chip name="unbound" tone="caution" />}
      {addresses === null && <Chip name="unread" />}
    </>
  );
}

/** Warns of a key that can do more than read. */
export function KeyPowers({ facts: { powers } }: { facts: KeyInfo }) {
  const i18n = useI18n();
  if (!powers?.length) return null;
  const names = powers.map((power) => i18n.t(`power_${power}`));
  return (
    <div class="standing danger">
      <Icon name="alert" />
      <p>
        <strong>{i18n.t('key_can', formatList(names, i18n))}</strong> {i18n.t('key_can_advice')}
      </p>
    </div>
  );
}
