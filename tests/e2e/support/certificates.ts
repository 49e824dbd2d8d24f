// Certificates of an authority of the tests' own, made anew in a folder that is given.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate, and its key, as PEM. */
export interface Identity {
  cert: string;
  key: string;
}

/** What the hosts of a cloud prove their name with. */
export interface Certificates {
  /** The file of the authority that is trusted. */
  authority: string;
  /** The right certificate. */
  right: Identity;
  /** Of the authority, for another name. */
  otherName: Identity;
  /** For the right name, of an authority that nobody trusts. */
  untrusted: Identity;
}

function openssl(folder: string, ...options: string[]): void {
  execFileSync('openssl', options, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function authority(folder: string, name: string): void {
  openssl(folder, 'req', '-x509', ...KEY, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-days', '2', '-subj', `/CN=${name}`);
}

function identity(folder: string, by: string, name: string, host: string): Identity {
  openssl(folder, 'req', ...KEY, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${host}`);
  writeFileSync(join(folder, `${name}.ext`), `subjectAltName=DNS:${host}\n`);
  const signing = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-days', '2'];
  openssl(folder, 'x509', '-req', '-in', `${name}.csr`, ...signing, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
  const read = (ending: string) => readFileSync(join(folder, `${name}.${ending}`), 'utf8');
  return { cert: read('pem'), key: read('key') };
}

export function makeCertificates(folder: string): Certificates {
  authority(folder, 'authority');
  authority(folder, 'stranger');
  return {
    authority: join(folder, 'authority.pem'),
    right: identity(folder, 'authority', 'right', 'localhost'),
    otherName: identity(folder, 'authority', 'other', 'evil.test'),
    untrusted: identity(folder, 'stranger', 'untrusted', 'localhost'),
  };
}
