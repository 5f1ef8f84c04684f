import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '../../../testing/render';
import { boardRowOf } from '../../../testing/samples';
import { MediumRow } from './MediumRow';

describe('a medium on the board', () => {
  it('is complete when everything was accepted', () => {
    show(<MediumRow row={boardRowOf()} />);
    expect(screen.getByText('完了')).toBeDefined();
    expect(screen.getByText('100 / 100')).toBeDefined();
  });

  it('is never called complete while something is unknown', () => {
    show(<MediumRow row={boardRowOf({ medium: 'RADIO', recipients: 1, accepted: 0, unknown: 1 })} />);
    expect(screen.queryByText('完了')).toBeNull();
    expect(screen.getByText('不明あり')).toBeDefined();
  });

  it('says when it is past its deadline', () => {
    show(<MediumRow row={boardRowOf({ accepted: 60, handedOver: 60, waiting: 40, late: true })} />);
    expect(screen.getByText('期限超過')).toBeDefined();
    expect(screen.getByText('期限を過ぎて残っています')).toBeDefined();
  });

  it('gives the reasons with their numbers', () => {
    const reasons = [{ kind: 'RECIPIENT_GONE' as const, reason: 'UNREGISTERED', text: 'アプリを消した人', count: 7 }];
    show(<MediumRow row={boardRowOf({ accepted: 93, refused: 7, reasons })} />);
    expect(screen.getByText('アプリを消した人').parentElement?.textContent).toContain('7');
  });
});
