import { signal } from '@preact/signals-core';
import type { FunctionComponent } from 'preact';

/**
 * A component that most readers never need: the first who does fetches it, and nothing is shown until it is here. What
 * could not be fetched is asked for again when the page is drawn next.
 */
export function lately<P extends object>(
  fetch: () => Promise<FunctionComponent<P>>,
): FunctionComponent<P> {
  const fetched = signal<FunctionComponent<P> | undefined>();
  return (props) => {
    const Fetched = fetched.value;
    if (Fetched !== undefined) return <Fetched {...props} />;
    fetch().then(
      (component) => {
        fetched.value = component;
      },
      () => {},
    );
    return null;
  };
}
