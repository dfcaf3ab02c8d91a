import { ownSeatWords as words } from '../i18n/host_words';
import '../styles/device.css';
import { QrCode } from './QrCode';

/** What the way to a phone needs. */
export interface SeatCodeProps {
  /** The link that hands the seat over. */
  readonly link: string;
}

/** The own seat as a code for a camera: on a phone nobody else sees which card is tapped. */
export function SeatCode({ link }: SeatCodeProps) {
  return (
    <div class="device">
      <p>{words.phoneText}</p>
      <div class="device-code">
        <QrCode link={link} label={words.phone} />
      </div>
    </div>
  );
}
