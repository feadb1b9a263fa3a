import { createServer } from 'node:https';
import { type Certificate, makeCertificate } from './certificate.ts';
import { createExchange, type Exchange, type ExchangeOptions } from './exchange.ts';
import { handleRequest } from './handle-request.ts';
import { listen } from './listener.ts';

export type SimulatorOptions = ExchangeOptions & {
  /** 0: any free port. */
  readonly port?: number;
};

/** A simulated Bitget on loopback, over HTTPS. */
export type Simulator = Exchange & {
  readonly port: number;
  /** `https://127.0.0.1:PORT` */
  readonly origin: string;
  readonly certificate: Certificate;
  /** Destroys every open connection and stops. */
  close(): Promise<void>;
};

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { handler, exchange } = createExchange(options);
  const { key, pem, spki } = await makeCertificate();
  const server = createServer({ key, cert: pem }, (request, response) => handleRequest(handler, request, response));
  const { port, close } = await listen(server, options.port ?? 0);
  return { ...exchange, port, origin: `https://127.0.0.1:${port}`, certificate: { pem, spki }, close };
}
