import { describe, expect, it } from 'vitest';
import { type Language, languages } from './language';

/** Every text with its path; texts that take values stand for themselves as functions. */
function listTexts(texts: object, path = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(texts)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'object' && value !== null)
      for (const [inner, text] of listTexts(value, here)) found.set(inner, text);
    else found.set(here, value);
  }
  return found;
}

describe('the texts of the console', () => {
  const japanese = listTexts(languages.ja);
  const others = (Object.keys(languages) as Language[]).filter((language) => language !== 'ja');

  it.each(others)('exist in %s, every one', (language) => {
    const theirs = listTexts(languages[language]);
    expect([...japanese.keys()].filter((key) => !theirs.has(key))).toEqual([]);
    expect([...theirs.keys()].filter((key) => !japanese.has(key))).toEqual([]);
  });

  it.each(Object.keys(languages) as Language[])('are nowhere empty in %s', (language) => {
    const empty = [...listTexts(languages[language])].filter(
      ([, text]) => typeof text === 'string' && text.trim() === '',
    );
    expect(empty).toEqual([]);
  });

  it.each(others)('take as many values in %s as in Japanese', (language) => {
    const theirs = listTexts(languages[language]);
    const different = [...japanese].filter(
      ([key, text]) => typeof text === 'function' && (theirs.get(key) as () => string).length > text.length,
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('name no inner working of the hub', () => {
    const said = [...japanese.values()].filter((text) => typeof text === 'string').join('\n');
    expect(said).not.toMatch(/UUID|outbox|batch|バッチ|アウトボックス|API|SSE|JSON-?[^ で]/i);
  });
});
