import createClient, { type Middleware } from 'openapi-fetch';
import { heard } from './connection';
import { Problem } from './problem';
import type { paths } from './schema';
import type { ProblemDocument } from './types';

let csrfToken = '';
let onSignedOut = () => {};

/** The token that the hub gave with the session; unsafe requests carry it from now on. */
export function carryToken(token: string) {
  csrfToken = token;
}

/** Called when the hub no longer knows the session. */
export function whenSignedOut(listener: () => void) {
  onSignedOut = listener;
}

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang || 'ja');
    if (!['GET', 'HEAD'].includes(request.method)) request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  onResponse({ request, response }) {
    heard();
    if (response.status === 401 && !new URL(request.url).pathname.endsWith('/session')) onSignedOut();
    return response;
  },
};

/** The hub, typed by its contract. */
export const hub = createClient<paths>({
  baseUrl: `${globalThis.location?.origin ?? ''}/api`,
  // Looked up at each call, so that a test may stand in for the network.
  fetch: (request) => globalThis.fetch(request),
});
hub.use(manners);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The content of an answer. Throws a {@link Problem} for everything that is none. */
export async function contentOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  let settled: Answer<T>;
  try {
    settled = await answer;
  } catch {
    throw new Problem(null);
  }
  if (!settled.response.ok) throw new Problem(toDocument(settled.error, settled.response));
  return settled.data as T;
}

function toDocument(error: unknown, response: Response): ProblemDocument {
  if (typeof error === 'object' && error !== null && 'title' in error) return error as ProblemDocument;
  return { type: 'about:blank', title: `${response.status}`, status: response.status, detail: response.statusText };
}
