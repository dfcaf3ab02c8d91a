import { copyText } from './api/clipboard';
import { browserWorld } from './api/world';
import { OtherDevice } from './components/OtherDevice';
import { Copier } from './state/copier';

let copier: Copier | undefined;

/** The way to another device in a browser, by the link to a seat. */
export function showOtherDevice(link: string) {
  if (copier?.link !== link) copier = new Copier(link, { world: browserWorld(), copyText });
  return <OtherDevice copier={copier} />;
}
