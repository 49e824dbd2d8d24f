// A screen that nobody looks at.
import { once } from 'node:events';
import { Program } from './program.ts';

export class Display {
  private constructor(
    private readonly program: Program,
    /** What a program takes as `DISPLAY`. */
    readonly name: string,
  ) {}

  static async start(): Promise<Display> {
    // It takes a free number by itself and tells it.
    const program = Program.start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {}, 'pipe');
    const told = program.process.stdio[3];
    if (told == null) throw new Error('Xvfb cannot tell its number');
    const [number] = await program.unlessEnded(once(told, 'data'));
    return new Display(program, `:${String(number).trim()}`);
  }

  stop(): Promise<void> {
    return this.program.stop();
  }
}
