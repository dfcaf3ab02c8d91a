import type { ComponentChildren } from 'preact';
import type { SocketStatus } from '../api/socket';
import { commonWords } from '../i18n/words';
import { Buddy } from './Buddy';

/** What the header needs. */
export interface HeaderProps {
  /** The session's title; empty where there is none. */
  readonly title?: string;
  /** `undefined` where there is nothing to be connected to. */
  readonly status?: SocketStatus | undefined;
  readonly nods?: boolean;
  /** What can be done from here, at any time. */
  readonly children?: ComponentChildren;
}

/** The line at the top: the buddy, the name, the session's title, and how the connection stands. */
export function Header({ title = '', status, nods = false, children }: HeaderProps) {
  const said = status && commonWords.connection[status];
  return (
    <header class="header">
      <Buddy nods={nods} />
      <span class="header-name" title={commonWords.app}>
        {commonWords.app}
      </span>
      {title !== '' && (
        <bdi class="header-title" title={title}>
          {title}
        </bdi>
      )}
      {children}
      <span class="header-status" role="status" data-status={status} title={said}>
        {said && <span>{said}</span>}
      </span>
    </header>
  );
}
