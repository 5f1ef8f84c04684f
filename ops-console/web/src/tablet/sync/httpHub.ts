import type { CrowdingWord, OpeningWord, Schemas, Shelter } from '../../api/types';
import type { CheckinEvent } from '../log/event';
import type { KnownShelter } from '../storage/safe';
import { known } from './enrolment';
import {
  type Brief,
  Declined,
  type Hub,
  LockedOut,
  type Page,
  type Preregistration,
  type Taken,
  type ToldShelter,
  Unreachable,
} from './hub';
import { readStream } from './stream';

/** No answer within this is none: the radio of a shelter may swallow a request without a word. */
const patienceMs = 30_000;

interface Problem {
  type?: string;
  title?: string;
  detail?: string;
}

/** The hub over HTTP, with the token that the tablet was given when it was enrolled. */
export class HttpHub implements Hub {
  private readonly device: string;
  private readonly shelter: string;
  private readonly token: string;
  private ahead = 0;

  constructor({ device, shelter, token }: { device: string; shelter: string; token: string }) {
    this.device = device;
    this.shelter = shelter;
    this.token = token;
  }

  get aheadMs() {
    return this.ahead;
  }

  async send(events: readonly CheckinEvent[], unsent: number): Promise<Taken> {
    const handedIn = asJson({ device: this.device, unsent, events });
    return (await this.ask('/checkin/events', handedIn)).json() as Promise<Taken>;
  }

  async fetch(after: number, most: number): Promise<Page> {
    const query = new URLSearchParams({ shelter: this.shelter, after: String(after), limit: String(most) });
    return (await this.ask(`/checkin/events?${query}`)).json() as Promise<Page>;
  }

  async follow(onNews: () => void, signal: AbortSignal): Promise<void> {
    const query = new URLSearchParams({ shelter: this.shelter });
    const { body } = await this.ask(`/checkin/live?${query}`, { signal });
    if (body) await readStream(body, (event) => event === 'events' && onNews());
  }

  /** How the shelters stand, those that are still in use. */
  async shelters(): Promise<KnownShelter[]> {
    const answer = await this.ask('/shelters');
    const { shelters } = (await answer.json()) as { shelters: (ToldShelter & { retired: boolean })[] };
    return known(shelters.filter(({ retired }) => !retired));
  }

  /** How the tablet's own shelter stands, in full. */
  async ownShelter(): Promise<Shelter> {
    return ((await (await this.ask(`/shelters/${this.shelter}`)).json()) as Schemas['ShelterPage']).shelter;
  }

  /** Says a step of the shelter's opening, how crowded it is, or that all still holds; returns how it stands then. */
  async sayOfShelter(
    what: 'opening' | 'crowding' | 'still-correct',
    word?: OpeningWord | CrowdingWord,
  ): Promise<Shelter> {
    const request = word ? asJson(word) : { method: 'POST' };
    return (await (await this.ask(`/shelters/${this.shelter}/${what}`, request)).json()) as Shelter;
  }

  /** Finds what residents wrote beforehand, by the beginning of a name in kana or by its number. */
  async findPreregistrations(words: string): Promise<readonly Preregistration[]> {
    const query = new URLSearchParams({ q: words });
    const answer = await this.ask(`/checkin/preregistrations?${query}`);
    return ((await answer.json()) as { preregistrations: Preregistration[] }).preregistrations;
  }

  /** What lies behind the code that a resident shows; null when there is nothing. */
  async preregistration(code: string): Promise<Preregistration | null> {
    const answer = await this.ask(`/checkin/preregistrations/${encodeURIComponent(code)}`, {}, [404]);
    return answer.ok ? ((await answer.json()) as Preregistration) : null;
  }

  /** Whether whoever gives this name and birth date has an individual evacuation plan. */
  async isPlanned(kana: string, birth: string): Promise<boolean> {
    const answer = await this.ask('/checkin/recognition', asJson({ kana, birth }));
    return ((await answer.json()) as Schemas['RecognisedEvacuee']).planned;
  }

  /** What the reception may know of them. */
  async brief(kana: string, birth: string): Promise<Brief> {
    return (await (await this.ask('/checkin/brief', asJson({ kana, birth }))).json()) as Brief;
  }

  private async ask(path: string, request: RequestInit = {}, expected: readonly number[] = []): Promise<Response> {
    const signal = request.signal ?? AbortSignal.timeout(patienceMs);
    const headers = {
      ...request.headers,
      Authorization: `Bearer ${this.token}`,
      'Accept-Language': document.documentElement.lang || 'ja',
    };
    const answer = await fetch(`/api${path}`, {
      ...request,
      signal,
      headers,
      credentials: 'omit',
      cache: 'no-store',
    }).catch(() => {
      throw new Unreachable();
    });
    const said = Date.parse(answer.headers.get('Date') ?? '');
    if (!Number.isNaN(said)) this.ahead = said - Date.now();
    if (answer.ok || expected.includes(answer.status)) return answer;
    const problem = (await answer.json().catch(() => ({}))) as Problem;
    if (answer.status === 401) throw new LockedOut(problem.detail ?? problem.title ?? '');
    if (answer.status < 500) throw new Declined(answer.status, problem.detail ?? problem.title ?? '');
    throw new Unreachable(`${answer.status} ${problem.title ?? ''}`);
  }
}

function asJson(content: object): RequestInit {
  return { method: 'POST', body: JSON.stringify(content), headers: { 'Content-Type': 'application/json' } };
}
