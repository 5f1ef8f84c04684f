import type { ProblemDocument } from './types';

/** What the hub answers when it did not do something (RFC 9457), or that it did not answer at all. */
export class Problem extends Error {
  /** Null when there was no answer: what became of the request is not known. */
  readonly document: ProblemDocument | null;

  constructor(document: ProblemDocument | null) {
    super(document?.title ?? 'no answer');
    this.document = document;
  }

  get status(): number {
    return this.document?.status ?? 0;
  }

  /** What is said against one field of the request, by its JSON pointer. */
  findField(pointer: string): string | undefined {
    return this.document?.fields?.find((field) => field.field === pointer)?.message;
  }

  static of(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(null);
  }
}
