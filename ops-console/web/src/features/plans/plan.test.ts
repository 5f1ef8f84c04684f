import { describe, expect, it } from 'vitest';
import { accept, differences, emptyContent, lacks, merged, type PlanProposal, tidied } from './plan';
import { planOf } from './testing';

const { content, person } = planOf();
const line = [
  { latitude: 35.035, longitude: 138.9475 },
  { latitude: 35.03, longitude: 138.93 },
];
const proposal: PlanProposal = {
  person,
  hazard: 'FLOOD',
  exposures: [],
  zones: [],
  destinations: ['a', 'b', 'c'].map((letter) => ({
    site: `00000000-0000-4000-8000-00000000000${letter}`,
    name: `避難場所 ${letter}`,
    point: { latitude: 35, longitude: 138.95 },
    kinds: [],
    metres: 400,
    byRoute: true,
    rank: 0,
  })),
  routes: [{ line, metres: 420, minutes: 9, warnings: [], avoid: [] }],
  supporters: [],
  nextReview: '2027-11-20',
};

describe('計画の中身', () => {
  it('答えのない同意は、同意ではない', () => {
    expect(lacks(content, 'UNANSWERED')).toContain('PLAN_MAKING');
    expect(lacks(content, 'WITHDRAWN')).toContain('PLAN_MAKING');
    expect(lacks(content, 'GIVEN')).not.toContain('PLAN_MAKING');
  });

  it('合意の前に足りないものを、全部言う', () => {
    const empty = emptyContent('FLOOD', '2027-11-20', 'WALKS');
    expect(lacks(empty, 'UNANSWERED')).toEqual(['DESTINATION', 'ROUTE', 'SUPPORTERS', 'PLAN_MAKING']);
  });

  it('提案を入れると、近い2か所と経路が書かれ、ほかは変わらない', () => {
    const accepted = accept(content, proposal);
    expect(accepted.destinations.map(({ name }) => name)).toEqual(['避難場所 a', '避難場所 b']);
    expect(accepted.routes).toEqual(proposal.routes);
    expect(accepted.items).toEqual(content.items);
  });

  it('提案に避難場所がなければ、書いてある避難先を残す', () => {
    expect(accept(content, { ...proposal, destinations: [] }).destinations).toEqual(content.destinations);
  });

  it('空の言葉と名前のない避難先は送らない', () => {
    const tidy = tidied({ ...content, pets: '  ', destinations: [...content.destinations, {}], items: ['薬', ' '] });
    expect(tidy).not.toHaveProperty('pets');
    expect(tidy.destinations).toHaveLength(1);
    expect(tidy.items).toEqual(['薬']);
  });
});

describe('二つの書きかた', () => {
  const mine = { ...content, pets: '猫 1匹', helpersNeeded: 3 };
  const theirs = { ...content, meetingPlace: '公民館の前', helpersNeeded: 1, remarks: '酸素' };

  it('違うところだけを並べる', () => {
    expect(differences(mine, theirs)).toEqual(['ways', 'helpers', 'pets', 'remarks']);
    expect(differences(mine, mine)).toEqual([]);
  });

  it('選んだところだけ自分のものを残す', () => {
    const result = merged(mine, theirs, new Set(['pets', 'remarks'] as const));
    expect(result.pets).toBe('猫 1匹');
    expect(result).not.toHaveProperty('remarks');
    expect(result.meetingPlace).toBe('公民館の前');
    expect(result.helpersNeeded).toBe(1);
  });
});
