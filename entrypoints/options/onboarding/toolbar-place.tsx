import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { PinHint } from '../../../components/onboarding/pin-hint.tsx';
import { IS_FIREFOX } from '../../../lib/browser/api/platform.ts';
import { onToolbarPlaceChange, readIsOnToolbar } from '../../../lib/browser/api/toolbar-place.ts';

/** Shows how to pin the toolbar button until it is pinned; nothing where the browser does not report its place. */
export function ToolbarPlace() {
  const isOnToolbar = useSignal<boolean | null>(null);
  useEffect(() => {
    const look = () =>
      void readIsOnToolbar().then((is) => {
        isOnToolbar.value = is;
      });
    look();
    return onToolbarPlaceChange(look);
  }, []);
  return isOnToolbar.value === false ? <PinHint text={IS_FIREFOX ? 'first_pin_firefox' : 'first_pin'} /> : null;
}
