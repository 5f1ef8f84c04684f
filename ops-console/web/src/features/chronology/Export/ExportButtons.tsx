import { useMutation } from '@tanstack/react-query';
import type { ChronologyKind } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { dayOf } from '../../../time/clock';
import { Button } from '../../../ui/Button/Button';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { collectAll, saveFile, toCsv } from './export';
import styles from './ExportButtons.module.css';

/** Saves the lines of the chosen kinds as a file. */
export function ExportButtons({ kinds }: { kinds: readonly ChronologyKind[] }) {
  const texts = useTexts();
  const saving = useMutation({
    mutationFn: async (format: 'json' | 'csv') => {
      const lines = await collectAll(kinds);
      const name = `chronology-${dayOf(new Date())}.${format}`;
      if (format === 'csv') saveFile(name, 'text/csv;charset=utf-8', toCsv(lines));
      else saveFile(name, 'application/json', JSON.stringify(lines, null, 2));
    },
  });
  return (
    <div className={styles.export}>
      <div className={styles.buttons}>
        <Button icon="download" busy={saving.isPending} onClick={() => saving.mutate('csv')}>
          {texts.chronology.exportCsv}
        </Button>
        <Button icon="download" busy={saving.isPending} onClick={() => saving.mutate('json')}>
          {texts.chronology.exportJson}
        </Button>
      </div>
      <p className="soft small" role="status">
        {saving.isPending ? texts.chronology.exporting : texts.chronology.exportWhat}
      </p>
      <ProblemNotice error={saving.error} />
    </div>
  );
}
