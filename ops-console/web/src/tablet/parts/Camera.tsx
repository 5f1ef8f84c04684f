import jsQR from 'jsqr';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/language';
import styles from './parts.module.css';

const lookEveryMs = 200;
/** Wide enough for the codes of a hand-over, small enough to be read five times a second. */
const widest = 800;

/** What the picture of a video shows as a QR code. */
function readPicture(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  if (video.videoWidth === 0) return null;
  const scale = Math.min(1, widest / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing) return null;
  drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}

/** The camera, reading every QR code that it sees; no picture leaves this device or is kept. */
export function Camera({ onCode }: { onCode: (text: string) => void }) {
  const texts = useTexts().tablet.camera;
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onCode);
  const [blind, setBlind] = useState(false);
  useEffect(() => {
    tell.current = onCode;
  });
  useEffect(() => {
    const canvas = document.createElement('canvas');
    let stream: MediaStream | null = null;
    let over = false;
    const timer = setInterval(() => {
      const text = video.current && readPicture(video.current, canvas);
      if (text) tell.current(text);
    }, lookEveryMs);
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      if (over) for (const track of stream.getTracks()) track.stop();
      else if (video.current) video.current.srcObject = stream;
    };
    begin().catch(() => setBlind(true));
    return () => {
      over = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  if (blind) return <p role="status">{texts.blind}</p>;
  return <video ref={video} className={styles.camera} autoPlay playsInline muted aria-label={texts.label} />;
}
