/**
 * What is seen when everybody agrees: the buddy jumps, the cards hop one after the other, and ink is tossed into the
 * air. Nothing of it is part of the page, nothing moves what is, and it is over in two seconds.
 */
const BLOTS = 36;
const COLOURS = ['var(--ink)', 'var(--accent)', 'var(--chosen)'];
/** The cards have turned by then. */
const BEGINS_MS = 700;

const HOP: Keyframe[] = [
  { transform: 'none' },
  { transform: 'translateY(-14%) rotate(-3deg)' },
  { transform: 'none' },
];

/** Cheers, unless the reader asks for less motion. */
export function cheer(): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const [index, card] of document.querySelectorAll('[data-shows=shown]').entries()) {
    card.animate(HOP, { duration: 320, delay: BEGINS_MS + index * 40, easing: 'ease-out' });
  }
  document
    .querySelector('.header .buddy')
    ?.animate(
      [
        { transform: 'none' },
        { transform: 'translateY(-9px) rotate(-10deg)', offset: 0.3 },
        { transform: 'none', offset: 0.6 },
        { transform: 'translateY(-4px) rotate(8deg)', offset: 0.8 },
        { transform: 'none' },
      ],
      { duration: 800, delay: BEGINS_MS, easing: 'ease-in-out' },
    );
  toss();
}

/** Blots of ink fly up from the headline, turn, and fall. */
function toss(): void {
  const from = document.querySelector('.said')?.getBoundingClientRect();
  if (from === undefined) return;
  const sky = document.createElement('div');
  sky.className = 'confetti';
  sky.ariaHidden = 'true';
  const flights = Array.from({ length: BLOTS }, (_, index) => fly(sky, from, index));
  document.body.append(sky);
  void Promise.allSettled(flights.map((start) => start().finished)).then(() => sky.remove());
}

function fly(sky: Element, from: DOMRect, index: number): () => Animation {
  const blot = document.createElement('i');
  const size = 5 + Math.random() * 8;
  const isStroke = index % 3 === 0;
  Object.assign(blot.style, {
    left: `${from.left + from.width * Math.random()}px`,
    top: `${from.top + from.height / 2}px`,
    width: `${size}px`,
    height: `${isStroke ? size / 3 : size}px`,
    background: COLOURS[index % COLOURS.length],
  });
  sky.append(blot);
  const across = (Math.random() - 0.5) * 320;
  const up = 60 + Math.random() * 130;
  const turn = (Math.random() - 0.5) * 900;
  return () =>
    blot.animate(
      [
        { transform: 'scale(0)', opacity: 1, easing: 'cubic-bezier(0.1, 0.7, 0.4, 1)' },
        {
          transform: `translate(${across * 0.7}px, ${-up}px) rotate(${turn * 0.6}deg)`,
          opacity: 1,
          offset: 0.4,
          easing: 'cubic-bezier(0.5, 0, 0.9, 0.6)',
        },
        { transform: `translate(${across}px, ${up * 1.6}px) rotate(${turn}deg)`, opacity: 0 },
      ],
      { duration: 1000 + Math.random() * 300, delay: BEGINS_MS, fill: 'both' },
    );
}
