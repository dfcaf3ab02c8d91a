import { deviceWords } from '../i18n/words';
import type { Copier } from '../state/copier';
import '../styles/copy.css';
import '../styles/device.css';
import { CopyLink } from './CopyLink';
import { QrCode } from './QrCode';

/** What the way to another device needs. */
export interface OtherDeviceProps {
  readonly copier: Copier;
}

/** A code to take a picture of, and the same link to copy: whoever has it has the seat. */
export function OtherDevice({ copier }: OtherDeviceProps) {
  const { link } = copier;
  return (
    <div class="device">
      <p>{deviceWords.text}</p>
      <div class="device-code">
        <QrCode link={link} label={deviceWords.code} />
      </div>
      <CopyLink action={deviceWords.copy} label={deviceWords.link} copier={copier} />
    </div>
  );
}
