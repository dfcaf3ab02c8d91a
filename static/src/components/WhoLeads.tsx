import { voteWords } from '../i18n/words';
import type { Control } from '../model/control';
import { clockText } from '../model/timer';

/** What is to be said of control. */
export interface WhoLeadsProps {
  readonly control: Control;
  /** Until it passes. */
  readonly secondsLeft: number | undefined;
  /** The reader's own name; `undefined` for a watcher, who has no say. */
  readonly name: string | undefined;
  /** Whether control has come to this page, and where that is. */
  readonly isMine: boolean;
  readonly controlPage: string;
  readonly onAsk: () => void;
  readonly onObject: () => void;
}

const words = voteWords.control;

/** One line where nobody leads: ask, object, or go and lead. */
export function WhoLeads(props: WhoLeadsProps) {
  const { control, secondsLeft = 0, name, isMine, controlPage, onAsk, onObject } = props;
  if (isMine) {
    return (
      <p class="leads" role="status">
        {words.mine} <a href={controlPage}>{words.open}</a>
      </p>
    );
  }
  if (control.state === 'led') return null;
  if (control.state === 'unled') {
    return (
      <p class="leads">
        {words.unled} {name !== undefined && <Act label={words.ask} onTap={onAsk} />}
      </p>
    );
  }
  const by = <bdi>{control.by}</bdi>;
  if (control.state === 'passed') {
    return (
      <p class="leads" role="status">
        {words.passed(by)}
      </p>
    );
  }
  const label = control.by === name ? words.withdraw : words.object;
  return (
    <p class="leads" role="status">
      <span>{words.asked(by)}</span>{' '}
      <span class="leads-time" aria-hidden="true">
        {clockText(secondsLeft)}
      </span>{' '}
      {name !== undefined && <Act label={label} onTap={onObject} />}
    </p>
  );
}

function Act({ label, onTap }: { readonly label: string; readonly onTap: () => void }) {
  return (
    <button type="button" class="quiet" onClick={onTap}>
      {label}
    </button>
  );
}
