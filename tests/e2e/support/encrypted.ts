// The simulated cloud as clouds are reached: over TLS.
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { Identity } from './certificates.ts';
import type { Simulator } from './simulator.ts';

export class Encrypted {
  private constructor(
    private readonly server: Server,
    private readonly open: Set<Socket>,
  ) {}

  /** Hands on every byte as it comes. */
  static async start(identity: Identity, simulator: Simulator): Promise<Encrypted> {
    const open = new Set<Socket>();
    const server = createServer(identity, (outside) => {
      const inside = connect(Number(new URL(simulator.url).port), '127.0.0.1');
      for (const [one, other] of [[outside, inside], [inside, outside]] as const) {
        open.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          open.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new Encrypted(server, open);
  }

  get host(): string {
    return `localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }
}
