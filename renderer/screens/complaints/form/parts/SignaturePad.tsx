import { Button } from '@mantine/core';
import { IconCheck, IconEraser, IconFileText } from '@tabler/icons-react';
import { type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../../../shared/domain/complaints/form.ts';
import type { Field } from '../../../settings/form/field.ts';
import classes from './SignaturePad.module.css';
import { closed, mayAdd, pointsOf, type Stroke, withPoint } from './strokes.ts';

interface Props {
  readonly field: Field<Signature | null>;
  readonly name: string;
  readonly label: string;
}

/** A box to sign in with a finger, a pen or a mouse; who uses the keyboard signs the printed receipt. */
export function SignaturePad({ field, name, label }: Props) {
  const { t } = useTranslation();
  const [drawing, setDrawing] = useState<Stroke | null>(null);
  const signed = field.value?.kind === 'pad' ? field.value.strokes : [];
  const onPaper = field.value?.kind === 'paper';

  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (onPaper || event.button !== 0 || !mayAdd(signed)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawing(withPoint([], event.clientX, event.clientY, event.currentTarget.getBoundingClientRect()));
  };
  const draw = ({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    setDrawing((stroke) => stroke && withPoint(stroke, clientX, clientY, box));
  };
  const end = () => {
    if (drawing === null) return;
    const strokes = [...signed, closed(drawing)];
    setDrawing(null);
    field.update(() => ({ kind: 'pad', strokes }));
  };
  return (
    <section className={classes.signature} aria-label={label}>
      <p className={classes.label}>
        {label}
        <output className={classes.state}>{signed.length > 0 ? t('complaintField.signature.signed') : ''}</output>
      </p>
      <div className={classes.pad} data-paper={onPaper}>
        <svg
          viewBox="0 0 1000 1000"
          preserveAspectRatio="none"
          role="img"
          aria-label={t('complaintField.signature.pad')}
          className={classes.lines}
          onPointerDown={begin}
          onPointerMove={draw}
          onPointerUp={end}
          onPointerCancel={end}
        >
          {[...signed, ...(drawing === null ? [] : [drawing])].map((stroke, index) => (
            // Strokes are only added at the end.
            // oxlint-disable-next-line react/no-array-index-key
            <polyline key={index} points={pointsOf(stroke)} />
          ))}
        </svg>
        {onPaper && (
          <p className={classes.over}>
            <IconFileText size={20} aria-hidden /> {t('complaintField.signature.onPaper')}
          </p>
        )}
        <span className={classes.line} aria-hidden />
      </div>
      <div className={classes.buttons}>
        <Button
          h={44}
          variant={onPaper ? 'light' : 'default'}
          aria-pressed={onPaper}
          aria-label={t('complaintField.signature.paper.label', { who: label })}
          data-field={name}
          leftSection={onPaper ? <IconCheck size={18} aria-hidden /> : <IconFileText size={18} aria-hidden />}
          onClick={() => field.update((now) => (now?.kind === 'paper' ? null : { kind: 'paper' }))}
        >
          {t('complaintField.signature.paper')}
        </Button>
        <Button
          h={44}
          variant="subtle"
          disabled={signed.length === 0}
          aria-label={t('complaintField.signature.clear.label', { who: label })}
          leftSection={<IconEraser size={18} aria-hidden />}
          onClick={() => field.update(() => null)}
        >
          {t('complaintField.signature.clear')}
        </Button>
      </div>
    </section>
  );
}
