// The real nginx or Caddy, with the configuration that the project writes for it.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program, SITE } from './built.ts';
import type { Identity } from './certificates.ts';
import { freePort } from './simulator.ts';

/** The servers that the project writes a configuration for. */
export const KINDS = ['nginx', 'caddy'] as const;
export type Kind = (typeof KINDS)[number];

/** Where the console is mounted. */
export const MOUNTS = ['/', '/tools/console/'] as const;
export type Mount = (typeof MOUNTS)[number];

const COMMANDS = {
  nginx: (file: string) => ['nginx', '-e', 'stderr', '-c', file],
  caddy: (file: string) => ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
};

/** A folder that the server's own user can read; who calls this takes it away. */
export function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `image-console-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** Resolves once somebody takes connections; gives up after ten seconds. */
async function listens(port: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const refusal = await new Promise<Error | undefined>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(undefined));
      socket.on('connect', () => socket.destroy()).on('error', done);
    });
    if (refusal === undefined) return;
    if (Date.now() > deadline) throw refusal;
    // A breath between two knocks, not a wait for something to have happened.
    await new Promise((done) => setTimeout(done, 20));
  }
}

export class Proxy {
  private output = '';
  private written: string | undefined;

  private constructor(
    private readonly server: ChildProcess,
    readonly port: number,
    readonly mount: Mount,
    private readonly folder: string,
    private readonly scheme: 'http' | 'https',
  ) {
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text: Buffer) => (this.output += text.toString()));
  }

  /** With an identity it encrypts, and browsers speak HTTP/2 with it. */
  static async start(kind: Kind, mount: Mount, config: unknown, authority: string, identity?: Identity): Promise<Proxy> {
    const folder = openFolder(kind);
    const site = join(folder, 'site');
    cpSync(SITE, site, { recursive: true });
    const page = readFileSync(join(site, 'index.html'), 'utf8');
    writeFileSync(join(site, 'index.html'), page.replace('<base href="/">', `<base href="${mount}">`));
    writeFileSync(join(site, 'config.json'), JSON.stringify(config));
    const own = join(folder, 'own');
    mkdirSync(own);
    chmodSync(own, 0o755);
    const port = await freePort();
    const file = join(folder, 'configuration');
    const options = ['--config', join(site, 'config.json'), '--site', site, '--mount', mount, '--alone', own];
    for (const [option, content] of [['certificate', identity?.cert], ['key', identity?.key]] as const) {
      if (content === undefined) continue;
      writeFileSync(join(folder, option), content);
      options.push(`--${option}`, join(folder, option));
    }
    writeFileSync(file, execFileSync(process.env.PROXIES ?? program('debug/proxies'), [kind, ...options, '--trusted', authority, '--listen', `127.0.0.1:${port}`]));
    const [command = '', ...rest] = COMMANDS[kind](file);
    const server = spawn(command, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Debian keeps nginx where not everybody looks.
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, HOME: own, XDG_CONFIG_HOME: own, XDG_DATA_HOME: own },
    });
    const proxy = new Proxy(server, port, mount, folder, identity === undefined ? 'http' : 'https');
    const ended = new Promise<never>((_, reject) => {
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`${kind} ended with ${code}:\n${proxy.output}`)));
    });
    // An end after the start shows itself in the tests; here it must not be an unhandled rejection.
    ended.catch(() => {});
    await Promise.race([listens(port), ended]);
    return proxy;
  }

  /** Where the console is, with a `/` at the end. */
  get url(): string {
    return `${this.scheme}://localhost:${this.port}${this.mount}`;
  }

  /** Where the console's files lie. */
  get site(): string {
    return join(this.folder, 'site');
  }

  /** From here on it can write nothing but its logs: what it would put aside for a while fails. */
  forbidWriting(): void {
    const own = join(this.folder, 'own');
    const folders = readdirSync(own, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const folder of folders) chmodSync(join(own, folder.name), 0o555);
  }

  /** Ends it, and gives everything that it has printed and written: logs, and what it kept for a while. */
  async stop(): Promise<string> {
    this.written ??= await this.ended();
    return this.written;
  }

  private async ended(): Promise<string> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const exited = new Promise((done) => this.server.once('exit', done));
      this.server.kill();
      await exited;
    }
    const own = join(this.folder, 'own');
    const entries = readdirSync(own, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map((entry) => join(entry.parentPath, entry.name));
    const written = files.map((file) => `${file.slice(own.length)}\n${readFileSync(file, 'latin1')}`);
    rmSync(this.folder, { recursive: true });
    return [this.output, ...written].join('\n');
  }
}
