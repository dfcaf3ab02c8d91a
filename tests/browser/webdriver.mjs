// Somebody at a window of a browser that takes WebDriver's commands (w3.org/TR/webdriver2), over whatever line it takes them.

/** How long anything may take before a test gives up. */
export const PATIENCE_MS = 15_000;

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const ENTER = '\uE007';

/** All windows are one browser's: each has a seat of its own. */
export class Reader {
  #ask;
  #handle;

  /** `ask` sends a command with its parameters and gives what the browser answers; `handle` is the window's. */
  constructor(ask, handle) {
    this.#ask = ask;
    this.#handle = handle;
  }

  /** Opens `url` in a window of its own, which the reader has in view. */
  static async arrive(ask, url) {
    const { handle } = await ask('NewWindow', { type: 'window' });
    const reader = new this(ask, handle);
    await reader.go(url);
    return reader;
  }

  async #do(command, parameters) {
    await this.#ask('SwitchToWindow', { handle: this.#handle });
    return this.#ask(command, parameters);
  }

  go(url) {
    return this.#do('Navigate', { url });
  }

  reload() {
    return this.#do('Refresh', {});
  }

  back() {
    return this.#do('Back', {});
  }

  /** What `script`, a function's body, gives in the page. */
  run(script) {
    return this.#do('ExecuteScript', { script, args: [] });
  }

  /** Waits for the first element at `xpath`. */
  async #find(xpath) {
    const element = await this.#do('FindElement', { using: 'xpath', value: xpath });
    return element[ELEMENT];
  }

  /** Waits until an element has this text and no other. */
  sees(text) {
    return this.#find(`//*[normalize-space()="${text}"]`);
  }

  /** Waits until the result shows this number under this label. */
  seesNumber(label, value) {
    return this.#find(
      `//dl/div[normalize-space(dt)="${label}" and normalize-space(dd)="${value}"]`,
    );
  }

  /** Taps the button that is called so, once it takes taps. */
  async press(name) {
    const called = `(@aria-label="${name}" or normalize-space()="${name}" or *[normalize-space()="${name}"])`;
    const id = await this.#find(`//button[${called} and not(@aria-disabled="true")]`);
    await this.#do('ElementClick', { id });
  }

  async join(name) {
    const id = await this.#find('//form//input[@name="name"]');
    await this.#do('ElementClear', { id });
    await this.#do('ElementSendKeys', { id, text: name + ENTER });
    await this.#find('//*[@role="group" and @aria-label="Your vote"]');
  }

  async valueOf(label) {
    const id = await this.#find(`//input[@aria-label="${label}"]`);
    return this.#do('GetElementProperty', { id, name: 'value' });
  }
}
