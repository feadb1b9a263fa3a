import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../../simulator/server/certificate.ts';
import { buildRows } from '../popup/figures.ts';

const ROWS = 3;

/** Returns the account list to every request. It runs in a separate process, so its work does not count. */
const { key, pem } = await makeCertificate();
const body = JSON.stringify({ code: '00000', msg: 'success', requestTime: Date.now(), data: buildRows(ROWS) });
const server = createServer({ key, cert: pem }, (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port, pem }));
process.on('disconnect', () => process.exit());
