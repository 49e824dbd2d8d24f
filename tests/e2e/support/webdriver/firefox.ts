// Firefox, told by its own protocol, Marionette: JSON with its length before it. It needs no driver.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openFolder } from '../proxy.ts';
import { CAPABILITIES, COMMANDS, versionOf, type Browser, type Command, type Session } from './commands.ts';
import { Program } from './program.ts';

/** A message to it, or its answer to the one with the same number. */
type Message = [kind: 0, number: number, name: string, parameters: unknown] | [kind: 1, number: number, error: unknown, value: unknown];

/** The next whole message and what comes after it, or nothing while it is not whole. */
function firstOf(received: Buffer): { message: unknown; rest: Buffer } | undefined {
  const colon = received.indexOf(':');
  const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)));
  if (colon < 0 || received.length < end) return undefined;
  return { message: JSON.parse(received.subarray(colon + 1, end).toString()), rest: received.subarray(end) };
}

/** The connection to it, once it listens. */
async function connected(program: Program, profile: string): Promise<Socket> {
  const file = join(profile, 'MarionetteActivePort');
  const portOf = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
  await program.unlessEnded(expect.poll(portOf, { message: 'Firefox listens', timeout: 60_000, intervals: [50] }).toBeGreaterThan(0));
  const socket = connect(portOf(), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** Nothing of it is wanted any more, so it need not put anything in order. */
async function end(program: Program, profile: string): Promise<void> {
  await program.stop('SIGKILL');
  rmSync(profile, { recursive: true, maxRetries: 5 });
}

export class Firefox implements Browser {
  version = '';
  private received: Buffer = Buffer.alloc(0);
  private number = 0;
  private readonly waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();

  private constructor(
    private readonly program: Program,
    private readonly socket: Socket,
    private readonly profile: string,
  ) {
    socket.on('data', (bytes: Buffer) => {
      this.received = Buffer.concat([this.received, bytes]);
      for (let next = firstOf(this.received); next !== undefined; next = firstOf(this.received)) {
        this.received = next.rest;
        // The first says only which protocol this is.
        if (Array.isArray(next.message)) this.hear(next.message as Message);
      }
    });
    socket.on('close', () => {
      for (const { failed } of this.waiting.values()) failed(new Error('Firefox has hung up'));
    });
  }

  static async start(display: string): Promise<Firefox> {
    const profile = openFolder('firefox');
    // It takes a free port by itself, and writes into a file which one.
    writeFileSync(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n');
    const command = process.env.FIREFOX ?? 'firefox-esr';
    const args = ['--marionette', '--no-remote', '--profile', profile, '--width', '1280', '--height', '800'];
    const program = Program.start(command, args, { DISPLAY: display, HOME: profile });
    try {
      const firefox = new Firefox(program, await connected(program, profile), profile);
      firefox.version = versionOf((await firefox.ask('WebDriver:NewSession', { capabilities: CAPABILITIES })) as Session);
      return firefox;
    } catch (failure) {
      await end(program, profile);
      throw failure;
    }
  }

  async send(command: Command, parameters: Record<string, unknown> = {}, id?: string): Promise<unknown> {
    const answer = await this.ask(COMMANDS[command].name, id === undefined ? parameters : { ...parameters, id });
    // Whatever is no record by itself stands in one.
    return answer !== null && typeof answer === 'object' && 'value' in answer ? answer.value : answer;
  }

  async stop(): Promise<void> {
    await end(this.program, this.profile);
  }

  private ask(name: string, parameters: unknown): Promise<unknown> {
    const number = ++this.number;
    const text = JSON.stringify([0, number, name, parameters] satisfies Message);
    return new Promise((done, failed) => {
      this.waiting.set(number, { done, failed });
      this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  private hear([kind, number, error, value]: Message): void {
    if (kind !== 1) return;
    const asked = this.waiting.get(number);
    this.waiting.delete(number);
    if (error === null) asked?.done(value);
    else asked?.failed(new Error(`Firefox: ${JSON.stringify(error)}`));
  }
}
