/** What spreadsheets take for the beginning of a formula, at the beginning of a cell, or of what could become one. */
const FORMULA = /(^|[;,])("*)(?=[=+\-@＝＋－＠])/g;

/** A number that any spreadsheet shows as it is written. */
const PLAIN_NUMBER = /^(?=.{1,9}$)(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** Whether `text` stays as it is where a spreadsheet takes it for a number. */
export function isPlainNumber(text: string): boolean {
  return PLAIN_NUMBER.test(text);
}

/** `text` in which nothing begins a formula: an apostrophe stands before it, as in the server's CSV. */
export function withoutFormulas(text: string): string {
  return isPlainNumber(text) ? text : text.replace(FORMULA, "$1$2'");
}

/** `cells` as a line of a CSV file, quoted where that is needed. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}

/** One of them. */
function csvCell(cell: string): string {
  return /[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
