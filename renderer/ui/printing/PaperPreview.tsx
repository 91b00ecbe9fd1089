import { Button, SegmentedControl } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paperWithoutPrinter } from '../../../shared/domain/printing/decide.ts';
import { paperWidths } from '../../../shared/domain/office/types.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { Dialog } from '../Dialog.tsx';
import { styleNonce } from '../nonce.ts';
import { useProblemWords } from '../useProblemWords.ts';
import { withStyleNonce } from './paperDocument.ts';
import classes from './PaperPreview.module.css';
import type { PaperSubject } from './paperSubject.ts';
import { savePaperAsPdf } from './printPaper.ts';

type Width = (typeof paperWidths)[number];
const widthWords: Readonly<Record<Width, string>> = { '58mm': '58 mm', '80mm': '80 mm', a5: 'A5', a4: 'A4' };

interface Props {
  subject: PaperSubject;
  /** Prints before this one; the next is marked SALINAN with this number. */
  copy: number;
  onPrint: () => void;
  onClose: () => void;
}

/** The paper as it will be printed, on the size that is chosen; can be printed or saved as PDF from here. */
export function PaperPreview({ subject, copy, onPrint, onClose }: Props) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const { kind, subjectId, label } = subject;
  const [paper, setPaper] = useState<Width>(paperWithoutPrinter(kind));
  const [pdfFailed, setPdfFailed] = useState(false);
  const [saving, setSaving] = useState(false);
  const { data, refusal, failure } = useHostQuery('printing.paper', { kind, subjectId, paper, copy });

  const savePdf = async () => {
    if (data === undefined || saving) return;
    setSaving(true);
    setPdfFailed(!(await savePaperAsPdf(data, `${label}.pdf`)));
    setSaving(false);
  };

  return (
    <Dialog title={`${t(`paperKind.${kind}`)} ${label}`} onClose={onClose} size="46rem">
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('counter.print.preview')}
          size="md"
          value={paper}
          onChange={(chosen) => setPaper(chosen)}
          data={paperWidths.map((width) => ({ value: width, label: widthWords[width] }))}
        />
        <span>{copy === 0 ? t('counter.print.original') : t('counter.print.copy', { n: copy })}</span>
      </div>
      {data !== undefined && <Sheet paper={data} />}
      {data === undefined && (
        <output className={classes.waiting}>
          {refusal !== undefined
            ? words({ kind: 'refused', refusal })
            : failure === undefined
              ? t('counter.print.loading')
              : words({ kind: 'failed', failure })}
        </output>
      )}
      {pdfFailed && <p role="alert">{t('counter.print.pdf.failed')}</p>}
      <div className={classes.actions}>
        <Button size="md" h={48} variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button
          size="md"
          h={48}
          variant="default"
          leftSection={<IconFileTypePdf size={20} aria-hidden />}
          loading={saving}
          disabled={data === undefined}
          onClick={() => void savePdf()}
        >
          {t('counter.print.pdf')}
        </Button>
        <Button size="md" h={48} leftSection={<IconPrinter size={20} aria-hidden />} disabled={data === undefined} onClick={onPrint}>
          {t('counter.print.again')}
        </Button>
      </div>
    </Dialog>
  );
}

/** The paper in a frame without scripts and without an origin; it can only be looked at. */
function Sheet({ paper }: { paper: Output<'printing.paper'> }) {
  const { t } = useTranslation();
  return (
    <div className={classes.desk}>
      <iframe
        title={t('counter.print.frame')}
        className={classes.sheet}
        style={{ width: `${paper.widthMm}mm` }}
        sandbox=""
        srcDoc={withStyleNonce(paper.html, styleNonce())}
      />
    </div>
  );
}
