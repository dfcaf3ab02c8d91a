import { correction, generate } from 'lean-qr';
import { deviceWords } from '../i18n/en/device';
import '../styles/device.css';

/** What the way to another device needs. */
export interface OtherDeviceProps {
  readonly link: string;
}

/** A code to take a picture of, and the same link to copy: whoever has it has the seat. */
export function OtherDevice({ link }: OtherDeviceProps) {
  return (
    <div class="device">
      <p>{deviceWords.text}</p>
      <canvas
        key={link}
        class="device-code"
        role="img"
        aria-label={deviceWords.code}
        ref={(canvas) => {
          if (canvas !== null) draw(canvas, link);
        }}
      />
      <label class="field">
        <span>{deviceWords.link}</span>
        <input value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      </label>
    </div>
  );
}

/** Dark on light, whatever the page is: many cameras read nothing else. */
function draw(canvas: HTMLCanvasElement, link: string): void {
  generate(link, { minCorrectionLevel: correction.M }).toCanvas(canvas, {
    on: [22, 24, 29],
    off: [255, 255, 255],
  });
}
