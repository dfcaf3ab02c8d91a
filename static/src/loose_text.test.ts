/** Nothing is said that no dictionary has: what stands in the code is said in English to everybody. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Attributes and properties that are read, or read out. */
const READ =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|heading|legend|aside|action|hint|summary|otherwise)$/;

/** A sentence: a capital, and words behind it. */
const SENTENCE = /^\p{Lu}[\p{L}’]* \p{L}+/u;

const here = new URL('.', import.meta.url);

/** The places of texts in a file of code. */
function looseTexts(name: string, code: string): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = new Set<ts.Node>();
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) keep(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) keepSaid(node.expression);
    if (ts.isJsxAttribute(node) && READ.test(node.name.getText())) keepSaid(node.initializer);
    if (
      ts.isBinaryExpression(node) &&
      /\.(title|textContent|innerText)$/.test(node.left.getText())
    ) {
      keepSaid(node.right);
    }
    if (ts.isStringLiteralLike(node) && SENTENCE.test(node.text)) found.add(node);
    ts.forEachChild(node, look);
  };
  const keep = (node: ts.Node, text: string) => {
    if (/\p{L}/u.test(text)) found.add(node);
  };
  /** Whatever `node` may come to, as far as it can be seen. */
  const keepSaid = (node: ts.Node | undefined): void => {
    if (node === undefined) return;
    if (ts.isStringLiteralLike(node)) keep(node, node.text);
    if (ts.isTemplateExpression(node)) {
      keep(node, node.head.text);
      for (const { literal } of node.templateSpans) keep(node, literal.text);
    }
    if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) keepSaid(node.expression);
    if (ts.isConditionalExpression(node)) {
      keepSaid(node.whenTrue);
      keepSaid(node.whenFalse);
    }
    if (ts.isBinaryExpression(node) && JOINS.has(node.operatorToken.kind)) {
      keepSaid(node.left);
      keepSaid(node.right);
    }
  };
  look(file);
  return [...found].map((node) => `${name}: ${node.getText().trim()}`);
}

/** What may come to either side, or to both. */
const JOINS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);

test.each(['components', 'pages', 'state', '.'])('nothing is said in %s', (folder) => {
  const names = readdirSync(new URL(`${folder}/`, here)).filter(
    (name) => /\.tsx?$/.test(name) && !/\.(test|fake)\./.test(name),
  );
  expect(names).not.toEqual([]);
  const texts = names.flatMap((name) =>
    looseTexts(name, readFileSync(new URL(`${folder}/${name}`, here), 'utf8')),
  );
  expect(texts).toEqual([]);
});

test.each([
  '<p>Hello</p>',
  '<p>{count} votes</p>',
  "<p>{isOpen ? 'Open' : words.closed}</p>",
  "<p>{isOpen && 'open'}</p>",
  "<p>{words.round + ' of ' + count}</p>",
  `<p>{\`\${count} votes\`}</p>`,
  '<button aria-label="Close" />',
  `<input placeholder={\`Your \${what}\`} />`,
  "<Fold heading={isOpen ? 'Door' : ''} />",
  "document.title = name ?? 'Vote';",
  "const said = 'Nothing is planned';",
])('%s is found', (code) => {
  expect(looseTexts('it', code)).toHaveLength(1);
});

test.each([
  '<p>+ × · 5</p>',
  '<p class="said">{\' · \'}{words.open}</p>',
  "<p>{kind === 'open' && <b>{count}</b>}</p>",
  '<input type="text" name="name" aria-describedby="join-note" />',
  `<p>{\`+\${count}\`}</p>`,
  "import { text } from './Text Of';",
  "throw new Error('the html entry has no #app');",
])('%s says nothing', (code) => {
  expect(looseTexts('it', code)).toEqual([]);
});
