import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** The result of an action. Both live regions are always in the page: a success is a status, a failure an alert. */
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
