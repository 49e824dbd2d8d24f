// WebKitGTK's own small browser, told through its driver: W3C WebDriver over HTTP.
import { answers, freePort } from '../simulator.ts';
import { CAPABILITIES, COMMANDS, versionOf, type Browser, type Command, type Session } from './commands.ts';
import { Program } from './program.ts';

async function ask(address: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, { method, ...(method === 'POST' ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebKit: ${JSON.stringify(value)}`);
  return value;
}

export class WebKit implements Browser {
  private constructor(
    private readonly driver: Program,
    private readonly session: string,
    readonly version: string,
  ) {}

  static async start(display: string): Promise<WebKit> {
    const port = await freePort();
    const driver = Program.start(process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver', [`--port=${port}`], { DISPLAY: display, GDK_BACKEND: 'x11' });
    const url = `http://127.0.0.1:${port}`;
    try {
      await driver.unlessEnded(answers(url));
      const session = (await ask(`${url}/session`, 'POST', { capabilities: CAPABILITIES })) as Session;
      return new WebKit(driver, `${url}/session/${session.sessionId}`, versionOf(session));
    } catch (failure) {
      await driver.stop();
      throw failure;
    }
  }

  send(command: Command, parameters: Record<string, unknown> = {}, id = ''): Promise<unknown> {
    const { method, path } = COMMANDS[command];
    return ask(`${this.session}/${path.replace('{id}', id)}`, method, parameters);
  }

  async stop(): Promise<void> {
    try {
      await this.driver.unlessEnded(ask(this.session, 'DELETE'));
    } finally {
      await this.driver.stop();
    }
  }
}
