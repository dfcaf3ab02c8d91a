import type { ProblemKind } from '../api/request';
import type { SocketStatus } from '../api/socket';
import { commonWords } from '../i18n/words';
import { Trouble } from './Trouble';

/** What the wait needs. */
export interface LoadingProps {
  readonly status: SocketStatus | undefined;
  readonly trouble: ProblemKind | undefined;
}

/** The moment before the session was seen: empty if it is short, and a word if it is not. */
export function Loading({ status, trouble }: LoadingProps) {
  return (
    <main class="notice">
      {status === 'reconnecting' && <p>{commonWords.unreachable}</p>}
      <Trouble kind={trouble} />
    </main>
  );
}
