/**
 * Which chunk a module belongs to: that of the pages that need it at first. What a page fetches later never makes its
 * first visit larger, and what two pages need they fetch once.
 */
import { basename } from 'node:path';
import { isOfLanguage } from './languages.ts';
import { PAGES } from './pages.ts';

/** Who imports whom. */
interface Graph {
  getModuleInfo(id: string): Importers | null;
}

interface Importers {
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
}

type PageName = keyof typeof PAGES;

const NAMES = Object.keys(PAGES) as PageName[];
/** The style of the join form: too small for a request of its own. */
const ALSO_SHARED = /\/join\.css$/;

/** The name of the chunk of `id`; `null` where that is to be as the bundler has it. */
export function chunkOf(id: string, graph: Graph): string | null {
  // What is fetched by itself is a chunk, and fits into no other.
  if (isOfLanguage(id) || graph.getModuleInfo(id)?.dynamicImporters.length !== 0) return null;
  if (ALSO_SHARED.test(id)) return 'shared';
  const { first, ever } = pagesOf(id, graph);
  if (first.has('vote')) {
    if (first.size > 1 || ever.has('home')) return 'shared';
    // The page's own script begins to run wherever it is fetched.
    return isScriptOfPage(id, graph) ? null : 'voter';
  }
  if (first.size === 0) return null;
  // What one page needs at first and another later can't be in the page's own script, which begins to run.
  if (ever.size === 1) return null;
  return first.has('home') || !ever.has('vote') ? 'desk' : 'table';
}

/** The pages that fetch `id` at first, and those that ever do. */
function pagesOf(id: string, graph: Graph) {
  return { first: reaching(id, graph, false), ever: reaching(id, graph, true) };
}

function reaching(id: string, graph: Graph, isLate: boolean): Set<PageName> {
  const seen = new Set<string>([id]);
  const pages = new Set<PageName>();
  // Grows as it is walked through.
  for (const one of seen) {
    const page = NAMES.find((name) => PAGES[name] === basename(one));
    if (page !== undefined) pages.add(page);
    const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(one) ?? {};
    for (const other of [...importers, ...(isLate ? dynamicImporters : [])]) seen.add(other);
  }
  return pages;
}

function isScriptOfPage(id: string, graph: Graph): boolean {
  const { importers = [] } = graph.getModuleInfo(id) ?? {};
  return [id, ...importers].some((one) => one.endsWith('.html'));
}
