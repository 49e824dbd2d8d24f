// Machine images of the simulated cloud, by their names, and the calls that share them or stop it.
import type { Cloud } from './cloud.ts';
import type { RecordedRequest, Simulator } from './simulator.ts';

export interface Named {
  id: string;
  name: string;
}

/** Images by their names. */
export async function named(cloud: Cloud, ...names: string[]): Promise<Named[]> {
  const images = await cloud.machineImages();
  return names.map((name) => {
    const image = images.find((one) => one.name === name);
    if (image === undefined) throw new Error(`there is no ${name}`);
    return image;
  });
}

/** The IDs of those who have an image, in order. */
export async function recipientsOf(cloud: Cloud, image: Named | undefined): Promise<string[]> {
  const members = await cloud.imageMembers(image?.id ?? '');
  return members.map(({ member_id }) => member_id).sort();
}

/** What the calls carry that share or, with `DELETE`, stop sharing, each list in order. */
export async function sharesSent(simulator: Simulator, method: 'POST' | 'DELETE' = 'POST'): Promise<unknown[]> {
  const calls = (await simulator.writes(method)).filter(({ path }) => path.endsWith('/cloudimages/members'));
  return calls.map(({ body }: RecordedRequest) => {
    const lists = Object.entries(body as Record<string, string[]>);
    return Object.fromEntries(lists.map(([name, list]) => [name, list.toSorted()]));
  });
}
