import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails with what axe holds against the page. Colours and layout need a browser and are looked at there. */
export async function expectAccessible(container: Element) {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}
