import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../i18n/language';
import { expectAccessible } from '../../testing/accessible';
import { BirthEntry } from './BirthEntry';
import { KanaEntry } from './Entry';
import { Qr } from '../../ui/Qr/Qr';
import { soften } from './syllables';

function Kana() {
  const [value, setValue] = useState('');
  return <KanaEntry label="カナ" value={value} onChange={setValue} />;
}

function Birth() {
  const [value, setValue] = useState<string | null>(null);
  return (
    <>
      <BirthEntry label="生年月日" value={value} onChange={setValue} />
      <output data-testid="birth">{value}</output>
    </>
  );
}

const show = (part: React.ReactNode) => render(<LanguageProvider initial="ja">{part}</LanguageProvider>);

describe('大きなボタンの入力', () => {
  it('濁点と小さい字は、最後の1字を順に変える', () => {
    expect(soften('ハ')).toBe('バ');
    expect(soften('バ')).toBe('パ');
    expect(soften('パ')).toBe('ハ');
    expect(soften('ヤマツ')).toBe('ヤマッ');
    expect(soften('ン')).toBe('ン');
    expect(soften('')).toBe('');
  });

  it('カナは変換なしで入る', async () => {
    const { container } = show(<Kana />);
    await userEvent.click(screen.getByLabelText('カナ'));
    for (const key of ['カ', '゛゜小', 'ト', 'ウ', '1字消す', 'ー']) await userEvent.click(screen.getByText(key));
    expect(screen.getByLabelText<HTMLInputElement>('カナ').value).toBe('ガトー');
    await expectAccessible(container);
    await userEvent.click(screen.getByText('できた'));
    expect(screen.queryByText('カ')).toBeNull();
  });

  it('生年月日は元号と数字で入り、無い日は無いと言う', async () => {
    show(<Birth />);
    await userEvent.type(screen.getByLabelText('年'), '15');
    await userEvent.type(screen.getByLabelText('月'), '4');
    await userEvent.type(screen.getByLabelText('日'), '3');
    expect(screen.getByTestId('birth').textContent).toBe('1940-04-03');
    await userEvent.click(screen.getByLabelText('令和'));
    expect(screen.getByTestId('birth').textContent).toBe('2033-04-03');
    await userEvent.clear(screen.getByLabelText('日'));
    await userEvent.type(screen.getByLabelText('日'), '31');
    expect(screen.getByText('その日はありません。')).toBeTruthy();
    expect(screen.getByTestId('birth').textContent).toBe('');
  });

  it('QRは白地に黒で、まわりに余白がある', () => {
    show(<Qr text="NRS1E:00000000:1/1:AAAA" label="引き継ぎ" />);
    expect(screen.getByRole('img').getAttribute('viewBox')).toMatch(/^-4 -4 /);
  });
});
