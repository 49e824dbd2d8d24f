// A tab as a person uses it: what is there is found by its role and its name, as the browser itself tells them to a screen reader.
import { expect } from '@playwright/test';
import { candidates, isRole, selectorOf, type Role } from './candidates.ts';
import type { Browser } from './commands.ts';

/** How WebDriver writes an element. */
const REFERENCE = 'element-6066-11e4-a52e-4f735466cecf';
export type Found = { [REFERENCE]: string };

export class Tab {
  constructor(readonly browser: Browser) {}

  async open(address: string): Promise<void> {
    await this.browser.send('goTo', { url: address });
  }

  async title(): Promise<string> {
    return (await this.browser.send('title')) as string;
  }

  /** Opens another tab and works in it from here on; gives the way back. */
  async openAnother(): Promise<() => Promise<unknown>> {
    const before = await this.browser.send('tab');
    const { handle } = (await this.browser.send('openTab', { type: 'tab' })) as { handle: string };
    await this.browser.send('switchTo', { handle });
    return () => this.browser.send('switchTo', { handle: before });
  }

  /** What a function gives that runs in the page; it can name nothing from here. */
  async run<T>(inPage: (...given: never[]) => T, ...args: unknown[]): Promise<T> {
    return (await this.browser.send('run', { script: `return (${inPage})(...arguments);`, args })) as T;
  }

  /** The first that has this role and this name now. */
  async look(role: Role, name: string | RegExp, within?: Found): Promise<Found | undefined> {
    // Which of them a pattern means, only their names tell.
    const text = typeof name === 'string' ? name : '';
    const found = (await this.run(candidates, selectorOf(role), text, within ?? null)) as unknown as Found[];
    for (const element of found) {
      const id = element[REFERENCE];
      if (!isRole(await this.browser.send('role', {}, id), role)) continue;
      // WebKit names no cell: it stands for itself.
      const label = plain(((await this.browser.send('label', {}, id)) as string) || (await this.textOf(element)));
      if (typeof name === 'string' ? label === name : name.test(label)) return element;
    }
    return undefined;
  }

  /** The first that has this role and this name, as soon as it is there. */
  find(role: Role, name: string | RegExp, within?: Found): Promise<Found> {
    return eventually(() => this.seen(role, name, within));
  }

  async press(role: Role, name: string | RegExp, within?: Found): Promise<void> {
    await eventually(async () => this.browser.send('click', {}, (await this.seen(role, name, within))[REFERENCE]));
  }

  async type(text: string, role: Role, name: string | RegExp): Promise<void> {
    await eventually(async () => this.browser.send('type', { text }, (await this.seen(role, name))[REFERENCE]));
  }

  /** Chooses one of a list. */
  async choose(option: string, name: string): Promise<void> {
    const list = await this.find('combobox', name);
    const found = await this.run(optionOf, list, option);
    await this.browser.send('click', {}, (found as unknown as Found)[REFERENCE]);
  }

  /** What stands in an element, or in all of the page. */
  textOf(element?: Found): Promise<string> {
    return this.run((given: HTMLElement | null) => (given ?? document.body).innerText, element ?? null);
  }

  /** Waits until this is told, anywhere on the page or in an element of it. */
  async reads(text: string | RegExp, element?: Found): Promise<void> {
    await eventually(async () => expect(await this.textOf(element)).toMatch(text));
  }

  /** Waits until the row whose header says this name tells this. */
  async rowReads(name: string, text: string): Promise<void> {
    await eventually(async () => {
      const header = await this.seen('rowheader', name);
      expect(await this.run((cell: Element) => cell.closest('tr, [role=row]')?.textContent, header)).toContain(text);
    });
  }

  /** Waits until nothing with this role and this name is there. */
  async lacks(role: Role, name: string | RegExp): Promise<void> {
    await eventually(async () => expect(await this.look(role, name), `${role} ${name}`).toBeUndefined());
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from((await this.browser.send('screenshot')) as string, 'base64');
  }

  private async seen(role: Role, name: string | RegExp, within?: Found): Promise<Found> {
    const found = await this.look(role, name, within);
    expect(found, `${role} ${name}`).toBeDefined();
    return found as Found;
  }
}

const optionOf = (list: HTMLSelectElement, text: string) => [...list.options].find((option) => option.text === text);

/** What is looked at until it is so. What is drawn anew meanwhile is looked for again. */
async function eventually<T>(look: () => Promise<T>): Promise<T> {
  let seen: { as: T } | undefined;
  await expect(async () => {
    seen = { as: await look() };
  }).toPass({ timeout: 20_000, intervals: [50, 100] });
  return (seen as unknown as { as: T }).as;
}

const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
