import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** `spki` is the base64 SHA-256 of the public key, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
export type Certificate = { readonly pem: string; readonly spki: string };

/** Makes a certificate at each start, so no private key is stored. It names Bitget's host too, which browsers resolve to this server. */
export async function makeCertificate(): Promise<Certificate & { readonly key: string }> {
  const made = await generate([{ name: 'commonName', value: 'Margin Glance simulator' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 30 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts },
    ],
  });
  return { pem: made.cert, key: made.private, spki: spkiHash(made.cert) };
}

const DAY = 24 * 60 * 60 * 1000;

const hosts: { type: 2 | 7; value?: string; ip?: string }[] = [
  { type: 2, value: 'localhost' },
  { type: 2, value: 'api.bitget.com' },
  { type: 7, ip: '127.0.0.1' },
];

function spkiHash(pem: string): string {
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
