import { signal } from '@preact/signals-core';
import type { FunctionComponent } from 'preact';
import { fetchWords } from '../i18n/books';

/** A component that is fetched. */
export type Lately<P> = FunctionComponent<P> & {
  /** Fetches it before it is needed; does nothing where that has been done. */
  readonly fetch: () => void;
};

/**
 * A component that is not needed at first: whoever does fetches it, and nothing is shown until it is here, and all that
 * the page has to say. What could not be fetched is asked for again when the page is drawn next.
 */
export function lately<P extends object>(load: () => Promise<FunctionComponent<P>>): Lately<P> {
  const fetched = signal<FunctionComponent<P> | undefined>();
  let isFetching = false;
  const fetch = () => {
    if (isFetching) return;
    isFetching = true;
    Promise.all([load(), fetchWords()]).then(
      ([component]) => {
        fetched.value = component;
      },
      () => {
        isFetching = false;
      },
    );
  };
  const shown = (props: P) => {
    const Fetched = fetched.value;
    if (Fetched !== undefined) return <Fetched {...props} />;
    fetch();
    return null;
  };
  return Object.assign(shown, { fetch });
}
