import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTexts } from '../../i18n/language';
import { Button } from '../Button/Button';

interface Props {
  pages: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  /** Says what comes, where that is not simply more. */
  children?: string;
}

/** The button for the next page of a list that comes in pages; nothing once all of it is there. */
export function More({ pages, children }: Props) {
  const texts = useTexts().common;
  if (!pages.hasNextPage) return null;
  return (
    <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {children ?? texts.more}
    </Button>
  );
}
