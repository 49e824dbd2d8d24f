// The simulated cloud as its administrator asks it, without the console: what there is, and what somebody does meanwhile.
import { ACME } from './enterprise.ts';
import type { Simulator } from './simulator.ts';

/** The region's main project. */
export const PROJECT = '7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80';

/** The repository that most flows are about. */
export const SHOP_API = 'acme-web/shop/api';

/** A person on an access list, with their level. */
export interface Grant {
  user_id: string;
  user_name: string;
  auth: number;
}

/** Who has access, as a list tells it: the caller, and others. */
export interface AccessList {
  self_auth?: Grant;
  others_auths: Grant[];
}

/** An account that a repository is shared with. */
export interface SharedAccount {
  access_domain: string;
  deadline: string;
  /** Whether its time is not over. */
  status: boolean;
}

/** What copies images to another region. */
export interface SyncTask {
  remoteRegionId: string;
  remoteNamespace: string;
  /** Whether every push is copied. */
  syncAuto?: boolean;
}

/** A copy that was made, or was to be. */
export interface SyncJob extends SyncTask {
  id: number;
  status: string;
}

/** A synchronization of images by the host security service. */
export interface ImageSyncTask {
  task_id: string;
  task_name: string;
}

/** What a synchronization has read, and how. */
export interface TaskRegistry {
  registry_id: string;
  registry_name: string;
  registry_type: string;
  sync_status: string;
  failed_reason?: string;
}

/** A machine image. */
export interface MachineImage {
  id: string;
  name: string;
  owner: string;
  __imagetype: string;
}

/** Who an image is shared with, as the cloud tells it. */
export interface ImageMember {
  member_id: string;
  member_type: string;
  status: string;
}

/** A target as tables write it, such as `eu-nl/acme-web-nl`. */
export const targetOf = ({ remoteRegionId, remoteNamespace }: SyncTask) => `${remoteRegionId}/${remoteNamespace}`;

/** A repository's name as it stands in addresses: `shop/api` is `shop%24api`. */
export const escaped = (name: string) => encodeURIComponent(name.replaceAll('/', '$'));

/** Where a repository is, by its whole name, such as `acme-web/shop/api`. */
function addressOf(repository: string): string {
  const [organization = '', ...name] = repository.split('/');
  return `/v2/manage/namespaces/${organization}/repos/${escaped(name.join('/'))}`;
}

/** Where the accounts are that a repository is shared with: unlike all else of it, below `repositories`. */
const sharesOf = (repository: string) => `${addressOf(repository).replace('/repos/', '/repositories/')}/access-domains`;

/** Where the access list of an organization or, with a `/` in its name, of a repository is. */
const accessOf = (place: string) => `${place.includes('/') ? addressOf(place) : `/v2/manage/namespaces/${place}`}/access`;

export class Cloud {
  constructor(private readonly simulator: Simulator) {}

  /** How many organizations there are, and how many there may be. */
  async quota(): Promise<{ used: number; limit: number }> {
    const { quotas } = await this.read<{ quotas: { quota_key: string; quota_limit: number; used: number }[] }>(
      `/v2/manage/projects/${PROJECT}/quotas`,
    );
    const quota = quotas.find(({ quota_key }) => quota_key === 'namespace');
    if (quota === undefined) throw new Error('the cloud tells no quota of organizations');
    return { used: quota.used, limit: quota.quota_limit };
  }

  /** How many organizations and repositories the account has. */
  async overview(): Promise<{ organizations: number; repositories: number }> {
    const counts = await this.read<{ namspace_num: number; repo_num: number }>('/v2/manage/overview');
    return { organizations: counts.namspace_num, repositories: counts.repo_num };
  }

  /** The whole names of an organization's repositories, or of all. */
  async repositories(organization?: string): Promise<string[]> {
    const of = organization === undefined ? '' : `namespace=${organization}&`;
    const rows = await this.readAll(1_000, (part) =>
      this.read<{ namespace: string; name: string }[]>(`/v2/manage/repos?${of}${part}`),
    );
    return rows.map(({ namespace, name }) => `${namespace}/${name}`);
  }

  /** Everything that is told of who has access to an organization or a repository. */
  async accessList(place: string): Promise<AccessList> {
    return this.read<AccessList>(accessOf(place));
  }

  /** The repositories of an organization with whether everyone can pull. */
  async visibilities(organization: string): Promise<{ name: string; is_public: boolean }[]> {
    return this.readAll(1_000, (part) => this.read(`/v2/manage/repos?namespace=${organization}&${part}`));
  }

  /** The names of a repository's tags. */
  async tags(repository: string): Promise<string[]> {
    const rows = await this.readAll(1_000, (part) => this.read<{ Tag: string }[]>(`${addressOf(repository)}/tags?${part}`));
    return rows.map(({ Tag }) => Tag);
  }

  /** Who has access to an organization or a repository, the administrator left out. */
  async access(place: string): Promise<Grant[]> {
    return (await this.read<{ others_auths: Grant[] }>(accessOf(place))).others_auths;
  }

  /** The accounts that a repository is shared with, as many as one answer holds. */
  async sharedAccounts(repository: string): Promise<SharedAccount[]> {
    return this.read<SharedAccount[]>(sharesOf(repository));
  }

  /** What copies a repository's images; the status where the cloud refuses to tell. */
  async syncTasks(repository: string): Promise<SyncTask[] | number> {
    const answer = await this.ask('GET', `${addressOf(repository)}/sync_repo`);
    return answer.ok ? ((await answer.json()) as SyncTask[]) : answer.status;
  }

  /** A repository's newest copies, as many as one answer holds. */
  async syncJobs(repository: string): Promise<SyncJob[]> {
    const filter = encodeURIComponent('limit::1000|offset::0|order::desc');
    return this.read<SyncJob[]>(`${addressOf(repository)}/sync_job?filter=${filter}`);
  }

  /** The synchronizations of an enterprise project, of the default one when none is named, the latest first. */
  async imageSyncTasks(enterpriseProject = '0'): Promise<ImageSyncTask[]> {
    const what = `type=image_sync&global_image_type=registry&enterprise_project_id=${enterpriseProject}`;
    return this.readAll(200, async (part) =>
      (await this.read<{ data_list: ImageSyncTask[] }>(`/v5/${PROJECT}/image/tasks?${what}&${part}`)).data_list,
    );
  }

  /** What a synchronization has read. */
  async taskRegistries(task: string, enterpriseProject = '0'): Promise<TaskRegistry[]> {
    const of = `/v5/${PROJECT}/image/image-sync/tasks/${task}/registries?enterprise_project_id=${enterpriseProject}`;
    return this.readAll(100, async (part) => (await this.read<{ data_list: TaskRegistry[] }>(`${of}&${part}`)).data_list);
  }

  /** The machine images that the project can use, the newest first. */
  async machineImages(): Promise<MachineImage[]> {
    const all: MachineImage[] = [];
    for (;;) {
      const last = all.at(-1);
      const marker = last === undefined ? '' : `&marker=${last.id}`;
      const list = `/v2/cloudimages?enterprise_project_id=all_granted_eps${marker}`;
      const { images } = await this.read<{ images: MachineImage[] }>(list);
      if (images.length === 0) return all;
      all.push(...images);
    }
  }

  /** The members of an image; no image of the beginning has more than a page of the cloud holds. */
  async imageMembers(id: string): Promise<ImageMember[]> {
    const { members } = await this.read<{ members: ImageMember[] }>(`/v2/images/${id}/members`);
    return members;
  }

  /** Begins to stop sharing machine images with projects, all with all; gives the job. */
  async stopSharing(images: string[], projects: string[]): Promise<string> {
    const answer = await this.accepted('DELETE', '/v1/cloudimages/members', { images, projects });
    return ((await answer.json()) as { job_id: string }).job_id;
  }

  async createOrganization(namespace: string): Promise<void> {
    await this.write('POST', '/v2/manage/namespaces', { namespace });
  }

  /** Makes a private repository; what is set besides its name is written as the API writes it. */
  async createRepository(repository: string, settings: object = {}): Promise<void> {
    const [organization = '', ...name] = repository.split('/');
    const address = `/v2/manage/namespaces/${organization}/repos`;
    await this.write('POST', address, { repository: name.join('/'), is_public: false, ...settings });
  }

  /** Writes a repository's settings, all of them. */
  async updateRepository(repository: string, settings: { is_public: boolean; category: string; description: string }): Promise<void> {
    await this.write('PATCH', addressOf(repository), settings);
  }

  async deleteTag(repository: string, tag: string): Promise<void> {
    await this.write('DELETE', `${addressOf(repository)}/tags/${tag}`);
  }

  async grantAccess(place: string, ...grants: Grant[]): Promise<void> {
    await this.write('POST', accessOf(place), grants);
  }

  /** Gives somebody who has access another level. */
  async changeAccess(place: string, name: string, auth: number): Promise<void> {
    await this.write('PATCH', accessOf(place), [{ ...(await this.grantOf(place, name)), auth }]);
  }

  async removeAccess(place: string, name: string): Promise<void> {
    await this.write('DELETE', accessOf(place), [(await this.grantOf(place, name)).user_id]);
  }

  async shareWithAccount(repository: string, access_domain: string, deadline = 'forever'): Promise<void> {
    await this.write('POST', sharesOf(repository), { access_domain, permit: 'read', deadline });
  }

  async stopSharingWithAccount(repository: string, account: string): Promise<void> {
    await this.write('DELETE', `${sharesOf(repository)}/${encodeURIComponent(account)}`);
  }

  /** Makes an automatic task that overwrites nothing. */
  async createSyncTask(repository: string, target: string): Promise<void> {
    const [remoteRegionId, remoteNamespace] = target.split('/');
    const body = { remoteRegionId, remoteNamespace, syncAuto: true, override: false };
    await this.write('POST', `${addressOf(repository)}/sync_repo`, body);
  }

  async deleteSyncTask(repository: string, target: string): Promise<void> {
    const [remoteRegionId, remoteNamespace] = target.split('/');
    await this.write('DELETE', `${addressOf(repository)}/sync_repo`, { remoteRegionId, remoteNamespace });
  }

  /** Starts a synchronization; what it is of is written as the API writes it. */
  async startImageSync(what: object): Promise<void> {
    await this.write('POST', `/v5/${PROJECT}/image/image-sync/tasks`, what);
  }

  /** Makes a policy of the instance in use that pushes to a registry when somebody starts it. */
  async createPolicy(name: string, registry: number): Promise<void> {
    const what = { filters: [], repo_scope_mode: 'regular', trigger: { type: 'manual' }, enabled: true };
    await this.write('POST', `/v2/${PROJECT}/instances/${ACME.split('/')[1]}/replication/policies`, { name, dest_registry: { id: registry }, ...what });
  }

  private async grantOf(place: string, name: string): Promise<Grant> {
    const grant = (await this.access(place)).find(({ user_name }) => user_name === name);
    if (grant === undefined) throw new Error(`${name} has no access to ${place}`);
    return grant;
  }

  /** Every row of a list, page by page. */
  private async readAll<Row>(limit: number, page: (part: string) => Promise<Row[]>): Promise<Row[]> {
    const rows: Row[] = [];
    for (;;) {
      const next = await page(`limit=${limit}&offset=${rows.length}`);
      rows.push(...next);
      if (next.length < limit) return rows;
    }
  }

  private async read<Answer>(address: string): Promise<Answer> {
    return (await this.accepted('GET', address)).json() as Promise<Answer>;
  }

  private async write(method: string, address: string, body?: unknown): Promise<void> {
    await this.accepted(method, address, body);
  }

  private async accepted(method: string, address: string, body?: unknown): Promise<Response> {
    const answer = await this.ask(method, address, body);
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  private async ask(method: string, address: string, body?: unknown): Promise<Response> {
    return fetch(new URL(address, this.simulator.url), {
      method,
      headers: { 'content-type': 'application/json', 'x-auth-token': this.simulator.token, region: 'eu-de' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
