/**
 * The number that an agreed value says, as trackers read it: `8`, `0.5` for `½`, `1/2` and `0,5`; `undefined` for what
 * says none.
 */
export function pointsOf(value: string): string | undefined {
  const plain = value
    .replace(/(\d)\s*(?=[¼-¾⅐-⅞])/g, '$1 ')
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
  const found = /^(-?)(?:(\d+) )?(\d+)[/\u2044](\d+)$/.exec(plain);
  if (found !== null) {
    const [, sign, whole = '0', over = '', under = ''] = found;
    return decimal(`${sign}1`, Number(whole) + Number(over) / Number(under));
  }
  const [whole] = /^-?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.exec(plain) ?? [];
  return whole === undefined ? undefined : decimal('1', Number(whole.replace(',', '.')));
}

function decimal(sign: string, value: number): string | undefined {
  const number = Number(sign) * value;
  if (!Number.isFinite(number) || Math.abs(number) > 1e6) return undefined;
  return String(Math.round(number * 1000) / 1000);
}
