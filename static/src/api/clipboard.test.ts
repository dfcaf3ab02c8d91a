// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { copyText } from './clipboard';

class Item {
  constructor(readonly data: Record<string, Promise<Blob>>) {}
}

const clipboard = { writeText: vi.fn(), write: vi.fn<(items: Item[]) => Promise<void>>() };
const command = vi.fn<() => boolean>();

beforeEach(() => {
  clipboard.writeText.mockReset().mockResolvedValue(undefined);
  clipboard.write.mockReset().mockImplementation(async ([item]) => {
    await item?.data['text/plain'];
  });
  command.mockReset().mockReturnValue(true);
  vi.stubGlobal('ClipboardItem', Item);
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  document.execCommand = command;
});

test('a text that is here is copied', async () => {
  expect(await copyText('link')).toBe(true);
  expect(clipboard.writeText).toHaveBeenCalledWith('link');
});

test('for a text that is on its way the clipboard is asked at once, as Safari wants it', async () => {
  let arrive: (text: string) => void = () => {};
  const copying = copyText(new Promise((resolve) => (arrive = resolve)));
  expect(clipboard.write).toHaveBeenCalledOnce();
  arrive('history');
  expect(await copying).toBe(true);
  const blob = await clipboard.write.mock.calls[0]?.[0][0]?.data['text/plain'];
  expect(await blob?.text()).toBe('history');
});

test('a text that never came is not copied', async () => {
  expect(await copyText(Promise.resolve(undefined))).toBe(false);
  expect(command).not.toHaveBeenCalled();
});

test('a browser without items gets the text once it is there', async () => {
  vi.stubGlobal('ClipboardItem', undefined);
  expect(await copyText(Promise.resolve('history'))).toBe(true);
  expect(clipboard.writeText).toHaveBeenCalledWith('history');
});

test('a page without a clipboard takes the old command', async () => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  expect(await copyText(Promise.resolve('history'))).toBe(true);
  expect(command).toHaveBeenCalledWith('copy');
});

/** What the page puts on the clipboard when the command makes it. */
function copiedByCommand(): Map<string, string> {
  const data = new Map<string, string>();
  command.mockImplementation(() => {
    const event = new Event('copy', { bubbles: true, cancelable: true });
    Object.assign(event, {
      clipboardData: { setData: (type: string, text: string) => data.set(type, text) },
    });
    document.querySelector('textarea')?.dispatchEvent(event);
    return event.defaultPrevented;
  });
  return data;
}

test('a table is copied as HTML and as text, as it is', async () => {
  const data = copiedByCommand();
  expect(await copyText('a\tb', '<table>')).toBe(true);
  expect(Object.fromEntries(data)).toEqual({ 'text/html': '<table>', 'text/plain': 'a\tb' });
  expect(clipboard.write).not.toHaveBeenCalled();
  expect(document.querySelector('textarea')).toBeNull();
});

test('where the command does not do it, the clipboard takes both', async () => {
  command.mockReturnValue(false);
  const copying = copyText('a\tb', '<table>');
  expect(clipboard.write).toHaveBeenCalledOnce();
  expect(await copying).toBe(true);
  const data = clipboard.write.mock.calls[0]?.[0][0]?.data ?? {};
  expect(Object.keys(data)).toEqual(['text/html', 'text/plain']);
  expect(await (await data['text/html'])?.text()).toBe('<table>');
  expect(await (await data['text/plain'])?.text()).toBe('a\tb');
});

test('a table that nothing takes is not copied', async () => {
  command.mockReturnValue(false);
  clipboard.write.mockRejectedValue(new Error('refused'));
  expect(await copyText('a\tb', '<table>')).toBe(false);
});
