import type { ComponentChildren } from 'preact';

type Props = {
  readonly tone: 'caution' | 'danger' | 'calm';
  readonly title: string;
  readonly advice: string;
  /** The names of the things concerned, in a line. */
  readonly names?: string;
  readonly action?: { readonly name: string; onClick(): void } | undefined;
  /** Content beside the action. */
  readonly children?: ComponentChildren;
};

/** A message to the user, with at most one action. */
export function Notice({ tone, title, advice, names = '', action, children }: Props) {
  return (
    <div class={`notice ${tone}`}>
      <p>
        <strong>{title}</strong> {advice}
      </p>
      {names && (
        <p class="names" title={names}>
          {names}
        </p>
      )}
      {(action || children) && (
        <div class="foot">
          {children}
          {action && (
            <button type="button" class="link" onClick={action.onClick}>
              {action.name}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
