// Two clouds with two regions each behind one proxy: every place has a host and a token of its own.
import type { Certificates } from './certificates.ts';
import { Encrypted } from './encrypted.ts';
import type { Simulator } from './simulator.ts';

const CLOUDS = [
  { id: 'own', name: 'Own cloud' },
  { id: 'other', name: 'Other cloud' },
];
const REGIONS = ['eu-de', 'eu-nl'];

/** A region of a cloud. */
export interface Place {
  /** As it is selected: cloud and region. */
  name: string;
  /** Where the console asks for it, below the mount point. */
  path: string;
  /** The one token that is good there: the simulated administrator's, with another end. */
  token: string;
  host: Encrypted;
}

export interface TwoClouds {
  config: unknown;
  places: Place[];
  stop: () => Promise<void>;
}

/** All of them led to one simulated cloud, until a test gives one a cloud of its own. */
export async function startTwoClouds(certificates: Certificates, simulator: Simulator): Promise<TwoClouds> {
  const places: Place[] = [];
  const clouds = [];
  for (const cloud of CLOUDS) {
    const regions = [];
    for (const id of REGIONS) {
      const token = `${simulator.token.slice(0, -1)}${places.length}`;
      const host = await Encrypted.start(certificates.right, simulator, [[id, 'eu-de'], [token, simulator.token]]);
      places.push({ name: `${cloud.name} · ${id}`, path: `api/${cloud.id}/${id}/`, token, host });
      const service = { host: host.host };
      regions.push({ id, services: { iam: service, swr: service, hss: service, ims: service, enterprise: service } });
    }
    clouds.push({ ...cloud, regions });
  }
  const stop = async () => void (await Promise.all(places.map(({ host }) => host.stop())));
  return { config: { password_sign_in: true, clouds }, places, stop };
}
