// A region of the simulated cloud as clouds are reached: over TLS.
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { Identity } from './certificates.ts';
import type { Simulator } from './simulator.ts';

/** What a region is called outside, and how the simulated cloud writes the same: as long, so that no length changes. */
export type Names = readonly (readonly [outside: string, inside: string])[];

function renamed(text: string, names: Names): string {
  const pattern = names.flatMap(([one, other]) => (one === other ? [] : [one, other])).join('|');
  const other = new Map(names.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));
  return pattern === '' ? text : text.replaceAll(new RegExp(pattern, 'g'), (name) => other.get(name) ?? name);
}

export class Encrypted {
  /** The tokens with which somebody asked here. */
  readonly tokens = new Set<string>();

  private constructor(
    private readonly server: Server,
    private readonly open: Set<Socket>,
    private simulator: Simulator,
  ) {}

  /** Hands on every byte as it comes, but that names which stand for each other are exchanged, on both ways. */
  static async start(identity: Identity, simulator: Simulator, names: Names = []): Promise<Encrypted> {
    const open = new Set<Socket>();
    const server = createServer(identity, (outside) => {
      const inside = connect(Number(new URL(encrypted.simulator.url).port), '127.0.0.1');
      for (const [one, other] of [[outside, inside], [inside, outside]] as const) {
        open.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          open.delete(one);
          other.destroy();
        });
        one.on('data', (bytes: Buffer) => {
          const text = bytes.toString('latin1');
          if (one === outside) for (const [, token] of text.matchAll(/^x-auth-token: (\S+)/gim)) encrypted.tokens.add(token ?? '');
          other.write(renamed(text, names), 'latin1');
        });
        one.on('end', () => other.end());
      }
    });
    const encrypted = new Encrypted(server, open, simulator);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return encrypted;
  }

  /** Has another cloud answer from now on. */
  lead(simulator: Simulator): void {
    this.simulator = simulator;
  }

  get host(): string {
    return `localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }
}
