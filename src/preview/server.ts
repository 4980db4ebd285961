// Serves an output folder to this machine alone, and tells the pages that are open when a build has ended.
// Owner of node:http, and of send, which knows ranges, content types and paths that must not leave a folder.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import send from 'send';
import type { Host } from '../host.ts';
import { liveFolder, livePage, type LiveWords } from './live-page.ts';

/** What the pages are told. `heading` and `problems` are empty when nothing is wrong. */
export type LiveState = {
  /** Counts the builds that changed something; a page of another revision comes again. */
  readonly revision: number;
  readonly busy: boolean;
  readonly heading: string;
  /** As the terminal shows them. */
  readonly problems: string;
};

export type PreviewServer = {
  /** `http://127.0.0.1:4173/`. */
  readonly address: string;
  readonly tell: (state: LiveState) => void;
  /** Ends the open pages' connections and the server. */
  readonly close: () => Promise<void>;
};

export type PreviewOptions = {
  /** Output folder, absolute. */
  readonly out: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** The page that the folder has. */
  readonly pageFile: string;
  readonly words: LiveWords;
};

const loopback = '127.0.0.1';

/**
 * Whether a request was meant for this machine by name. A page from elsewhere can make a browser send requests here
 * under its own host name (DNS rebinding); its name then stands in `Host`.
 */
export const isLocal = (host: string | undefined): boolean =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');

const refuse = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
};

const headers: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-cache',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const sendFile = (request: IncomingMessage, response: ServerResponse, file: string, root: string): void => {
  send(request, file, { root, dotfiles: 'ignore', index: false, cacheControl: false })
    .on('error', (error: { readonly status?: number }) => refuse(response, error.status ?? 500, 'not here'))
    .on('directory', () => refuse(response, 404, 'not here'))
    .pipe(response);
};

/** Starts the server. Rejects with the system's error when the port cannot be had. */
export const openServer = async (options: PreviewOptions, host: Host): Promise<PreviewServer> => {
  const { out, pageFile } = options;
  const listeners = new Set<ServerResponse>();
  let state: LiveState = { revision: 0, busy: true, heading: '', problems: '' };

  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(`data: ${JSON.stringify(state)}\n\n`);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  };

  const sendPage = async (response: ServerResponse): Promise<void> => {
    const bytes = await host.read(path.join(out, pageFile)).catch(() => undefined);
    const { html, policy } = livePage(bytes && new TextDecoder().decode(bytes), state.revision, options.words);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
    response.end(html);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isLocal(request.headers.host)) return refuse(response, 403, 'for this machine only');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'GET or HEAD');
    const [file = '/'] = (request.url ?? '/').split(/[?#]/);
    if (file === '/' || file === `/${pageFile}`) return sendPage(response);
    if (file === `${liveFolder}events`) return listen(response);
    if (file.startsWith(liveFolder)) {
      return sendFile(request, response, file.slice(liveFolder.length), path.join(import.meta.dirname, 'page'));
    }
    return sendFile(request, response, file, out);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuse(response, 500, String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, loopback, resolve);
  });
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://${loopback}:${port}/`,
    tell: (now) => {
      state = now;
      for (const response of listeners) response.write(`data: ${JSON.stringify(now)}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        for (const response of listeners) response.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
