import { correction, generate } from 'lean-qr';
import '../styles/copy.css';

/** What a code needs. */
export interface QrCodeProps {
  readonly link: string;
  /** What it is, for whoever doesn't see it. */
  readonly label: string;
}

/** What cameras need around it, in its own squares. */
const QUIET = 4;

/** Dark on light, whatever the page is: many cameras read nothing else. Drawn as lines, so that it is sharp at any size. */
export function QrCode({ link, label }: QrCodeProps) {
  const { size, path } = drawn(link);
  const whole = size + 2 * QUIET;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M${-QUIET} ${-QUIET}h${whole}v${whole}h-${whole}z`} />
      <path class="qr-dark" fill="#16181d" d={path} />
    </svg>
  );
}

interface Drawing {
  readonly link: string;
  readonly size: number;
  readonly path: string;
}

let last: Drawing | undefined;

/** Of the same link once, however often the page is drawn. */
function drawn(link: string): Drawing {
  if (last?.link === link) return last;
  const code = generate(link, { minCorrectionLevel: correction.M });
  const at = [...Array(code.size).keys()];
  const path = at
    .flatMap((y) => at.filter((x) => code.get(x, y)).map((x) => `M${x} ${y}h1v1h-1z`))
    .join('');
  last = { link, size: code.size, path };
  return last;
}
