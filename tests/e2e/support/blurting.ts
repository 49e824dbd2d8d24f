// A host over TLS that says one thing to everybody, whether that is HTTP or not.
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { Identity } from './certificates.ts';

export class Blurting {
  private constructor(
    private readonly server: Server,
    /** What it says; it ends the connection after that. */
    public words: string,
  ) {}

  static async start(identity: Identity, words: string): Promise<Blurting> {
    const server = createServer(identity, (socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(blurting.words));
    });
    const blurting = new Blurting(server, words);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return blurting;
  }

  get host(): string {
    return `localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }
}
