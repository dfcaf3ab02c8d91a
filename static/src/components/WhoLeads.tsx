import { rich } from '../i18n/message';
import { leadsWords as words } from '../i18n/words';
import { clockText } from '../model/timer';
import type { ControlRequest } from '../state/control_request';

/** What is to be said of control. */
export interface WhoLeadsProps {
  readonly request: ControlRequest;
  /** The reader's own name; `undefined` for a watcher, who has no say. */
  readonly name: string | undefined;
  /** The address of the control page. */
  readonly controlPage: string;
}

/** One line where nobody leads: ask, object, or go and lead. */
export function WhoLeads({ request, name, controlPage }: WhoLeadsProps) {
  const control = request.control.value;
  if (request.isMine.value) {
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
        {words.unled} {name !== undefined && <Act label={words.ask} onTap={() => request.ask()} />}
      </p>
    );
  }
  const by = <bdi>{control.by}</bdi>;
  if (control.state === 'passed') {
    return (
      <p class="leads" role="status">
        {rich(words.passed, { name: by })}
      </p>
    );
  }
  const time = (
    <span class="leads-time" aria-hidden="true">
      {clockText(request.left.value.value ?? 0)}
    </span>
  );
  const label = control.by === name ? words.withdraw : words.object;
  return (
    <p class="leads" role="status">
      <span>{rich(words.asked, { name: by, time })}</span>{' '}
      {name !== undefined && <Act label={label} onTap={() => request.object()} />}
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
