import { vi } from 'vitest';

/** What was asked of the hub. */
export interface Asked {
  method: string;
  path: string;
  token: string | null;
  body: unknown;
}

/** Stands in for the network: answers every request with this and keeps what was asked. */
export function answer(status: number, content: unknown): Asked[] {
  const asked: Asked[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    const text = await request.text();
    asked.push({
      method: request.method,
      path: new URL(request.url).pathname,
      token: request.headers.get('X-CSRF-Token'),
      body: text ? JSON.parse(text) : undefined,
    });
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(JSON.stringify(content), { status, headers: { 'Content-Type': type } });
  });
  return asked;
}
