import { Button } from '@mantine/core';
import { IconCamera, IconCameraOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/Dialog.tsx';
import classes from './attachments.module.css';

interface Props {
  /** Name of the photo's file. */
  readonly name: string;
  readonly onTake: (photo: File) => void;
  readonly onClose: () => void;
}

type Camera = { readonly kind: 'starting' } | { readonly kind: 'none' | 'denied' } | { readonly kind: 'on'; readonly stream: MediaStream };

/** Good enough to read a letter, small enough for the limit. */
const quality = 0.85;
const wanted: MediaStreamConstraints = { video: { width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false };

/** Takes one photo with the computer's camera; says so where there is none. */
export function CameraDialog({ name, onTake, onClose }: Props) {
  const { t } = useTranslation();
  const camera = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const [photo, setPhoto] = useState<{ readonly file: File; readonly url: string } | null>(null);
  const stream = camera.kind === 'on' ? camera.stream : null;
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  useEffect(() => () => void (photo !== null && URL.revokeObjectURL(photo.url)), [photo]);

  const take = async () => {
    const file = video.current === null ? null : await frameOf(video.current, name);
    if (file !== null) setPhoto({ file, url: URL.createObjectURL(file) });
  };
  return (
    <Dialog title={t('complaintField.camera.title')} onClose={onClose} size="46rem">
      {camera.kind === 'starting' && <p role="status">{t('complaintField.camera.starting')}</p>}
      {(camera.kind === 'none' || camera.kind === 'denied') && (
        <p role="alert" className={classes.noCamera}>
          <IconCameraOff size={28} aria-hidden /> {t(`complaintField.camera.${camera.kind}`)}
        </p>
      )}
      {camera.kind === 'on' && <video ref={video} hidden={photo !== null} autoPlay muted playsInline className={classes.video} />}
      {photo !== null && <img src={photo.url} alt={t('complaintField.camera.photo')} className={classes.video} />}
      <div className={classes.dialogButtons}>
        <Button size="md" h={48} variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        {photo === null ? (
          <Button
            size="md"
            h={48}
            disabled={camera.kind !== 'on'}
            data-autofocus
            leftSection={<IconCamera size={20} aria-hidden />}
            onClick={() => void take()}
          >
            {t('complaintField.camera.take')}
          </Button>
        ) : (
          <>
            <Button size="md" h={48} variant="default" onClick={() => setPhoto(null)}>
              {t('complaintField.camera.again')}
            </Button>
            <Button size="md" h={48} data-autofocus onClick={() => onTake(photo.file)}>
              {t('complaintField.camera.use')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** The camera as long as the dialog is open; it is switched off with it. */
function useCamera(): Camera {
  const [camera, setCamera] = useState<Camera>({ kind: 'starting' });
  useEffect(() => {
    let closed = false;
    let opened: MediaStream | null = null;
    const stop = (stream: MediaStream) => stream.getTracks().forEach((track) => track.stop());
    // Missing where the page may not use one at all.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    const open = devices?.getUserMedia(wanted) ?? Promise.reject(new Error('no camera'));
    const start = async () => {
      try {
        opened = await open;
        if (closed) stop(opened);
        else setCamera({ kind: 'on', stream: opened });
      } catch (error) {
        setCamera({ kind: error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'none' });
      }
    };
    void start();
    return () => {
      closed = true;
      if (opened !== null) stop(opened);
    };
  }, []);
  return camera;
}

/** The picture that the camera shows now, as a JPEG; `null` before the first one. */
function frameOf(video: HTMLVideoElement, name: string): Promise<File | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob === null ? null : new File([blob], name, { type: 'image/jpeg' })), 'image/jpeg', quality);
  });
}
