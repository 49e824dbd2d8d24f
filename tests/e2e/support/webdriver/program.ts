// A program that a test starts beside itself, and all that it starts in its turn.
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';

export class Program {
  private output = '';

  private constructor(
    private readonly command: string,
    readonly process: ChildProcess,
  ) {}

  static start(command: string, args: string[], env: Record<string, string> = {}, ...more: 'pipe'[]): Program {
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...more];
    // The first of a group of its own: browsers are many processes, which end together.
    const program = new Program(command, spawn(command, args, { stdio, env: { ...process.env, ...env }, detached: true }));
    for (const stream of [program.process.stdout, program.process.stderr]) {
      stream?.on('data', (text: Buffer) => (program.output += text.toString()));
    }
    return program;
  }

  /** What `event` gives, unless the program ends before. */
  async unlessEnded<T>(event: Promise<T>): Promise<T> {
    const told = new AbortController();
    const ended = Promise.race([
      once(this.process, 'exit', { signal: told.signal }),
      once(this.process, 'error', { signal: told.signal }).then(([error]: Error[]) => [error?.message]),
    ]).then(([end]) => {
      throw new Error(`${this.command} ended with ${end}:\n${this.output}`);
    });
    try {
      return await Promise.race([event, ended]);
    } finally {
      ended.catch(() => {});
      told.abort();
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { pid, exitCode, signalCode } = this.process;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    const exited = once(this.process, 'exit');
    process.kill(-pid, signal);
    await exited;
  }
}
