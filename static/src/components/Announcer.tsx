import { announcement } from '../state/announcer';

/** Speaks to screen readers; nothing to see. */
export function Announcer() {
  return (
    <p class="unseen" role="status">
      {announcement.value}
    </p>
  );
}
