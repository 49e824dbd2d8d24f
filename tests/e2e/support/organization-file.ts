// Who can get which images of an organization, joined from what the cloud tells, list by list.
import type { AccessList, Cloud } from './cloud.ts';

/** Lists that are read at once. */
const AT_ONCE = 8;

const LEVELS: Record<number, string> = { 1: 'read', 3: 'edit', 7: 'manage' };

/** How many repositories there are, and the rows of the file but for the time, in the order of their texts. */
export async function whoCanGet(cloud: Cloud, organization: string): Promise<{ repositories: number; rows: string[] }> {
  const repositories = await cloud.visibilities(organization);
  const above = await cloud.accessList(organization);
  const rows: string[] = [];
  for (let place = 0; place < repositories.length; place += AT_ONCE) {
    const some = repositories.slice(place, place + AT_ONCE);
    const lists = await Promise.all(some.map(({ name }) => cloud.accessList(`${organization}/${name}`)));
    some.forEach(({ name, is_public }, number) => {
      const begin = [organization, name, is_public ? 'public' : 'private'];
      const found = people(lists[number]!, above).map((person) => ['person', ...begin, ...person, 'true']);
      if (is_public) found.push(['everyone', ...begin, '', '', 'read', '', '', 'true']);
      if (found.length === 0) found.push(['nobody', ...begin, '', '', '', '', '', 'true']);
      rows.push(...found.map((row) => row.join('|')));
    });
  }
  return { repositories: repositories.length, rows: rows.sort() };
}

/** Name, ID, effective level, direct level and the organization's level of each person. */
function people(direct: AccessList, above: AccessList): string[][] {
  const own = direct.self_auth;
  const grants = [...direct.others_auths, ...above.others_auths, ...(own === undefined ? [] : [own])];
  const level = (auth?: number) => (auth === undefined ? '' : (LEVELS[auth] ?? String(auth)));
  return [...new Set(grants.map(({ user_id }) => user_id))].map((id) => {
    const of = (list: AccessList) => list.others_auths.find(({ user_id }) => user_id === id)?.auth;
    const levels = [of(direct), of(above)].filter((auth) => auth !== undefined);
    const effective = own?.user_id === id ? own.auth : Math.max(...levels);
    const name = grants.find(({ user_id, user_name }) => user_id === id && user_name !== '')?.user_name ?? '';
    return [name, id, level(effective), level(of(direct)), level(of(above))];
  });
}
