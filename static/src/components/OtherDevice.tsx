import { correction, generate } from 'lean-qr';
import { deviceWords } from '../i18n/en/device';
import type { Copier } from '../state/copier';
import '../styles/copy.css';
import '../styles/device.css';
import { CopyLink } from './CopyLink';

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
      <canvas
        key={link}
        class="device-code"
        role="img"
        aria-label={deviceWords.code}
        data-link={link}
        ref={draw}
      />
      <CopyLink action={deviceWords.copy} label={deviceWords.link} copier={copier} />
    </div>
  );
}

/**
 * Dark on light, whatever the page is: many cameras read nothing else. Stays the same function, so that it is called
 * once: when the canvas for another link appears.
 */
function draw(canvas: HTMLCanvasElement | null): void {
  if (canvas === null) return;
  generate(canvas.dataset['link'] ?? '', { minCorrectionLevel: correction.M }).toCanvas(canvas, {
    on: [22, 24, 29],
    off: [255, 255, 255],
  });
}
