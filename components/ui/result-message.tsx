import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** How something ended, in two live regions that are always there: good news is a status, bad news an alert. */
export function ResultMessage({ good, bad }: { good?: ComponentChildren; bad?: ComponentChildren }) {
  return (
    <div class="verdict">
      <div role="status" class="good" aria-atomic="false">
        {good && (
          <>
            <Icon name="tick" />
            <p>{good}</p>
          </>
        )}
      </div>
      <div role="alert" class="bad">
        {bad && (
          <>
            <Icon name="alert" />
            <p>{bad}</p>
          </>
        )}
      </div>
    </div>
  );
}
