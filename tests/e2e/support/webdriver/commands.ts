// What a browser is told in the words of W3C WebDriver, which two protocols carry.

/** By its name in Firefox's own protocol, and as a request to a driver. */
export const COMMANDS = {
  goTo: { name: 'WebDriver:Navigate', method: 'POST', path: 'url' },
  title: { name: 'WebDriver:GetTitle', method: 'GET', path: 'title' },
  openTab: { name: 'WebDriver:NewWindow', method: 'POST', path: 'window/new' },
  tab: { name: 'WebDriver:GetWindowHandle', method: 'GET', path: 'window' },
  switchTo: { name: 'WebDriver:SwitchToWindow', method: 'POST', path: 'window' },
  run: { name: 'WebDriver:ExecuteScript', method: 'POST', path: 'execute/sync' },
  click: { name: 'WebDriver:ElementClick', method: 'POST', path: 'element/{id}/click' },
  type: { name: 'WebDriver:ElementSendKeys', method: 'POST', path: 'element/{id}/value' },
  role: { name: 'WebDriver:GetComputedRole', method: 'GET', path: 'element/{id}/computedrole' },
  label: { name: 'WebDriver:GetComputedLabel', method: 'GET', path: 'element/{id}/computedlabel' },
  screenshot: { name: 'WebDriver:TakeScreenshot', method: 'GET', path: 'screenshot' },
} as const;

export type Command = keyof typeof COMMANDS;

/** A browser that was started for one test, with nothing kept from before. */
export interface Browser {
  /** Its name and version, as it tells them. */
  readonly version: string;
  /** Sends a command; `id` names the element that it is about. */
  send(command: Command, parameters?: Record<string, unknown>, id?: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** What a new session is asked for: a page does not wait for questions of its own to be answered. */
export const CAPABILITIES = { alwaysMatch: { unhandledPromptBehavior: 'dismiss and notify' } };

/** What a browser answers for a new session. */
export interface Session {
  sessionId: string;
  capabilities: { browserName: string; browserVersion: string };
}

export const versionOf = ({ capabilities }: Session) => `${capabilities.browserName} ${capabilities.browserVersion}`;
