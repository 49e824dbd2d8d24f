// The headers that the files of the archive have a server send with the console's own files.

/** The headers of a file of that name. */
export type HeadersOf = (name: string) => [string, string][];

/** As a file `_headers` has them: rules, `/*` for every path, others for one. */
export function headersOfHost(file: string): HeadersOf {
  const rules: [string, [string, string][]][] = [];
  for (const line of file.split('\n').filter((line) => line !== '' && !line.startsWith('#'))) {
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
    if (header === null) rules.push([line, []]);
    else rules.at(-1)?.[1].push([header[1] ?? '', header[2] ?? '']);
  }
  return (name) => rules.filter(([rule]) => rule === '/*' || rule === `/${name}`).flatMap(([, headers]) => headers);
}

/** As a configuration of nginx has them for what is no answer of a service. */
export function headersOfNginx(file: string): HeadersOf {
  const maps = [...file.matchAll(/^map \S+ (\$\w+) \{\n {4}default "?([^"\n]*)"?;/gm), ...file.matchAll(/^map "[^"]+" (\$\w+) \{\n {4}default "?([^"\n]*)"?;/gm)];
  const values = new Map(maps.map(([, variable, value]) => [variable, value ?? '']));
  const headers = [...file.matchAll(/^ {4}add_header (\S+) (?:"([^"]*)"|(\$\w+)) always;/gm)].map(
    ([, header, value, variable]): [string, string] => [header ?? '', value ?? values.get(variable) ?? ''],
  );
  return () => headers;
}
