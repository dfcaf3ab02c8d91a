// What stays of rounds: what was agreed, who voted what, as a list and as files; and who is away since when.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

async function download(person, name) {
  const [file] = await Promise.all([
    person.page.waitForEvent('download'),
    person.page.getByRole('link', { name }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

function takeAlong(person, form) {
  return person.page.getByLabel('Take along').selectOption({ label: form });
}

/** Runs in the page: all kinds of what is on the clipboard, as they were put there. */
async function copiedKinds() {
  const html = 'text/html';
  const [item] = await navigator.clipboard.read({ unsanitized: [html] });
  return Promise.all(
    item.types.map(async (type) => [type, await (await item.getType(type)).text()]),
  );
}

/** Runs in the page: how it would say any time of the last two minutes. */
function timesOfLastMinutes() {
  return [0, 1, 2].map((minutes) =>
    new Date(Date.now() - minutes * 60_000).toLocaleTimeString([], {
      hour: '2-digit',
      minute: '2-digit',
    }),
  );
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`what was agreed and voted can be seen and taken along, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { title: 'Sprint 12', settings });
    const ana = await arrive(link);
    const bela = await arrive(link);
    await ana.join('Ana');
    await bela.join('Béla');
    await host.page.getByLabel('Topic, if you like').fill('=SUM(A1)');
    await host.press('Begin voting');
    await ana.vote('3');
    await bela.vote('8');
    await host.press('Vote again');
    await ana.vote('8');
    await bela.vote('8');

    // Preset to the most chosen card; any other text may be recorded.
    await host.sees('everybody agrees on 8');
    await host.press('other…');
    const agreed = host.page.getByLabel('Something else');
    assert.equal(await agreed.inputValue(), '8');
    await agreed.fill('8, if split');
    await agreed.press('Enter');
    await ana.sees('8, if split');
    await host.reload();
    await host.page.locator('summary', { hasText: 'History' }).click();
    await host.sees('agreed: 8, if split');
    assert.equal(await host.page.locator('.past > li').count(), 2);

    const csv = await download(host, 'Download CSV');
    assert.match(csv.name, /^pajthy-\w+\.csv$/);
    assert.match(csv.text, /"1","'=SUM\(A1\)","1",.*"3","8"\r\n/);
    assert.match(csv.text, /"2","'=SUM\(A1\)","2",.*"=""8, if split""",.*"8","8"\r\n/);
    await takeAlong(host, 'Markdown');
    const markdown = await download(host, 'Download Markdown');
    assert.ok(markdown.text.startsWith('# Sprint 12\n'));

    await host.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await host.press('Copy Markdown');
    await host.sees('Markdown copied');
    const copied = await host.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, markdown.text);

    await takeAlong(host, 'JSON');
    const json = JSON.parse((await download(host, 'Download JSON')).text);
    assert.deepEqual(json.Rounds[1].Votes, { Ana: '8', Béla: '8' });
    await host.isCalm();
    await ana.isCalm();
  });
}

test('a table is copied for sheets, and agreed values go back to the tracker', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await arrive(link);
  const bela = await arrive(link);
  await ana.join('Ana');
  await bela.join('1/2');
  await host.page.getByLabel('Topic, if you like').fill('PAJ-1 Say "<b>"');
  await host.press('Begin voting');
  await ana.vote('8');
  await bela.vote('8');
  await host.press('other…');
  const agreed = host.page.getByLabel('Something else');
  await agreed.fill('½');
  await agreed.press('Enter');
  await ana.sees('½');
  await host.page.locator('summary', { hasText: 'History' }).click();
  await host.sees('agreed: ½');

  await host.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await host.press('Copy table');
  await host.sees('Table copied');
  const kinds = new Map(await host.page.evaluate(copiedKinds));
  const asText = `style="mso-number-format:'\\@'"`;
  assert.ok(kinds.get('text/html').includes(`<td ${asText}>PAJ-1 Say &quot;&lt;b&gt;&quot;</td>`));
  assert.ok(kinds.get('text/html').includes(`<th ${asText}>1/2</th>`));
  const [head, row] = kinds.get('text/plain').split('\n');
  assert.ok(head.startsWith('Round\tTopic\t') && head.endsWith('\tAna\t1/2'));
  assert.ok(row.startsWith('1\tPAJ-1 Say "<b>"\t1\t') && row.endsWith('\t8\t8'));

  await takeAlong(host, 'Jira');
  await host.sees('Map “Issue key” and “Story Points”');
  const jira = await download(host, 'Download Jira CSV');
  const text = 'Issue key,Story Points,Summary\r\nPAJ-1,0.5,"Say ""<b>"""\r\n';
  assert.deepEqual(jira, { name: 'jira.csv', text });
  await host.press('Copy Jira CSV');
  await host.sees('Jira CSV copied');
  const copied = await host.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.replace(/\r\n|\n/g, '\r\n'), text);
  await host.isCalm();
});

test('who is away is away since a time by the clock of whoever looks, which may be wrong', async () => {
  const server = await serve({ options: ['--away-after', '1s'] });
  const hour = 3_600_000;
  // At both sizes at once.
  const play = async (settings) => {
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link, settings);
    await ana.join('Ana');
    await host.seesParticipant('Ana', 'here');
    await ana.leave();
    const said = host.page.getByText(/(away|gone) since \d/);
    await said.waitFor();
    const possible = await host.page.evaluate(timesOfLastMinutes);
    assert.ok(possible.map((time) => `away since ${time}`).includes(await said.textContent()));
    await host.isCalm();
  };
  const { 'on a desk': desk, 'on a phone': phone } = SIZES;
  await Promise.all([play({ ...desk, clockOffMs: hour }), play({ ...phone, clockOffMs: -hour })]);
});

for (const [where, settings] of Object.entries(SIZES)) {
  test(`a controller votes, too, face down until the close, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link);
    await ana.join('Ana');
    await host.page.locator('summary', { hasText: 'Vote too' }).click();
    await host.page.getByLabel('Your own name').fill('Hedda');
    await host.press('Take a seat');
    await host.seesParticipant('Hedda', 'here');
    await host.press('Begin voting');
    await host.page
      .getByRole('group', { name: 'Your own card' })
      .getByRole('button', { name: '8', exact: true })
      .click();
    await host.sees('Your card lies face down');
    await host.seesParticipant('Hedda', 'voted');
    const shown = await host.page.evaluate(() => document.body.innerHTML);
    assert.ok(!/voted.{0,20}8|>8</.test(shown), 'the card is not to be found on the page');
    await host.press('Change it');
    await host.page
      .getByRole('group', { name: 'Your own card' })
      .getByRole('button', { name: '5', exact: true })
      .click();
    await host.sees('Your card lies face down');
    await ana.vote('5');
    await host.seesParticipant('Hedda', 'voted 5');
    await host.sees('You voted 5');
    await host.isCalm();
    await ana.isCalm();
  });
}
