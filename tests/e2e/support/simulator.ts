// The simulated cloud as a test sees it: a process of its own, driven through /_simulator/.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { program, SITE } from './built.ts';

/** What goes wrong with the requests that match. */
export interface Fault {
  method?: string;
  path_contains?: string;
  fate: 'drop-before' | 'drop-after' | 'truncate' | 'status';
  /** With the fate `status`. */
  status?: number;
  /** Seconds that the refusal asks to wait, with the fate `status`. */
  retry_after?: number;
  delay_ms?: number;
  /** How many matching requests are hit. */
  times?: number;
  /** How many matching requests pass before that. */
  skip?: number;
}

/** A request that reached the simulated cloud. */
export interface RecordedRequest {
  method: string;
  path: string;
  query?: string;
  body?: unknown;
  [detail: string]: unknown;
}

export class Simulator {
  private constructor(
    private readonly server: ChildProcess,
    /** Where the console is served, with a `/` at the end. */
    readonly url: string,
    private readonly printed: () => string,
  ) {}

  /** Starts one; `repositories` is how many the largest organization has, where it is not the usual number. */
  static async start(repositories?: number): Promise<Simulator> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const options = ['--control', '--print-credentials', '--listen', `127.0.0.1:${port}`, '--site', SITE, '--seed', '1'];
    if (repositories !== undefined) options.push('--repositories', `${repositories}`);
    const server = spawn(process.env.SIMULATOR ?? program('release/simulator'), options, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    server.stdout.on('data', (text: Buffer) => (output += text.toString()));
    server.stderr.on('data', (text: Buffer) => (output += text.toString()));
    const exited = new Promise<never>((_, reject) => {
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`the simulator ended with ${code}:\n${output}`)));
    });
    // An exit after the start shows itself in the tests; here it must not be an unhandled rejection.
    exited.catch(() => {});
    await Promise.race([answers(url), exited]);
    return new Simulator(server, url, () => output);
  }

  /** A valid token, as the simulator prints it at its start ("token: …"). */
  get token(): string {
    const token = /\btoken\b[^\n:=]*[:=]?\s+(\S{16,})/i.exec(this.printed())?.[1];
    if (token === undefined) throw new Error(`the simulator printed no token:\n${this.printed()}`);
    return token;
  }

  async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const exited = new Promise((done) => this.server.once('exit', done));
    this.server.kill();
    await exited;
  }

  /** Everything as at the start: data, clock, faults, recorded requests. */
  async reset(): Promise<void> {
    await this.control('POST', 'reset');
  }

  async advanceClock(seconds: number): Promise<void> {
    await this.control('POST', 'clock', { advance_seconds: seconds });
  }

  /** Pushes a new image under a tag. */
  async push(organization: string, repository: string, tag: string): Promise<void> {
    await this.control('POST', 'push', { organization, repository, tag });
  }

  /** Leaves services out of the region: `iam`, `swr`, `hss`, `ims`. */
  async leaveOut(...services: string[]): Promise<void> {
    await this.control('POST', 'services', { without: services });
  }

  /** Gives a machine image (by ID or name) a member in a status, or takes it away where none is given. */
  async member(image: string, member: string, status?: string, kind = 'project'): Promise<void> {
    await this.control('POST', 'member', { image, member, kind, ...(status === undefined ? {} : { status }) });
  }

  /** Lets IAM stand so to a person whose password is right: `locked`, `second-factor` and others. */
  async passwordStanding(user: string, standing: string): Promise<void> {
    await this.control('POST', 'sign-in', { user, standing });
  }

  /** Shares machine images as another kind of cloud does. */
  async shareImagesLike(cloud: 'huawei' | 'otc' | 'openstack'): Promise<void> {
    await this.control('POST', 'image-sharing', { cloud });
  }

  /** Deletes target registries that policies refer to, or refuses to. */
  async orphanPolicies(orphan: boolean): Promise<void> {
    await this.control('POST', 'referring-policies', { orphan });
  }

  async fault(...faults: Fault[]): Promise<void> {
    await this.control('POST', 'fault', faults);
  }

  async requests(): Promise<RecordedRequest[]> {
    return (await this.control('GET', 'requests')).json() as Promise<RecordedRequest[]>;
  }

  /** The requests that were to change something, of one method or of all. */
  async writes(method?: string): Promise<RecordedRequest[]> {
    const requests = await this.requests();
    return requests.filter((request) => (method === undefined ? request.method !== 'GET' : request.method === method));
  }

  async forgetRequests(): Promise<void> {
    await this.control('DELETE', 'requests');
  }

  private async control(method: string, what: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.url}_simulator/${what}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${method} /_simulator/${what}: ${response.status} ${await response.text()}`);
    return response;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Resolves with the first answer; gives up after ten seconds. */
export async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(1_000) });
      return;
    } catch (refusal) {
      if (Date.now() > deadline) throw refusal;
      // A closed port answers at once: a breath between two knocks, not a wait for something to have happened.
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}
