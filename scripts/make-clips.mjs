// Makes the voice and the chime of the board: node scripts/make-clips.mjs [--out DIR]
// Needs espeak-ng, sox and opusenc (Debian: apt-get install espeak-ng sox opus-tools). The results are committed; the
// program itself never needs these tools. Each clip: spoken by espeak-ng's Indonesian voice, silence trimmed, brought
// to one loudness (RMS), limited, encoded as Ogg Opus.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clipNames } from '../shared/domain/queue/announcement.ts';

const out = process.argv[2] === '--out' ? process.argv[3] : join(import.meta.dirname, '../resources/sounds');
const work = mkdtempSync(join(tmpdir(), 'loket-clips-'));
const loudness = -19; // dBFS RMS of the trimmed speech

// Words in [[ ]] are espeak phonemes where its Indonesian rules put the wrong vowel (enam is ənam, sebelas səbəlas).
const digits = ['nol', 'satu', 'dua', 'tiga', "[[@mp'at]]", 'lima', "[[@n'am]]", 'tujuh', 'delapan', 'sembilan'];
const letterNames = 'a be ce de e ef ge ha i je ka el em en o pe ki er es te u fe we eks ye zet'.split(' ');
const going = ','; // a list that goes on
const ending = '.';

const phrases = {
  'nomor-antrean': `nomor antrean${going}`,
  'silakan-menuju-loket': `silakan menuju loket${going}`,
  'end-sepuluh': `sepuluh${ending}`,
  'end-sebelas': `[[s@b@l'as]]${ending}`,
  'end-belas': `[[b@l'as]]${ending}`,
  'end-puluh': `puluh${ending}`,
  puluh: `puluh${going}`,
  ...Object.fromEntries(letterNames.map((name, at) => [`letter-${String.fromCharCode(97 + at)}`, `${name}${going}`])),
  ...Object.fromEntries(digits.map((word, digit) => [`digit-${digit}`, `${word}${going}`])),
  ...Object.fromEntries(digits.map((word, digit) => [`end-${digit}`, `${word}${ending}`])),
};

mkdirSync(out, { recursive: true });
let bytes = 0;
for (const name of clipNames) {
  const wav = name === 'chime' ? makeChime() : speak(name, phrases[name]);
  const file = join(out, `${name}.ogg`);
  const bitrate = name === 'chime' ? '40' : '20';
  run('opusenc', [
    '--quiet',
    '--bitrate',
    bitrate,
    '--framesize',
    '60',
    '--padding',
    '0',
    '--discard-comments',
    '--serial',
    '1',
    wav,
    file,
  ]);
  bytes += statSync(file).size;
}
rmSync(work, { recursive: true });
console.log(`${clipNames.length} clips, ${bytes} bytes`);

function speak(name, text) {
  if (text === undefined) throw new Error(`No text for clip ${name}`);
  const raw = join(work, `${name}.raw.wav`);
  const trimmed = join(work, `${name}.trimmed.wav`);
  const wav = join(work, `${name}.wav`);
  // Letters are short and easily mistaken for each other: spoken slower than words.
  const speed = name.startsWith('letter-') ? '110' : '135';
  run('espeak-ng', ['-v', 'id', '-s', speed, '-p', '45', '-w', raw, text]);
  const trim = ['silence', '1', '0.005', '0.6%', 'reverse'];
  run('sox', [raw, trimmed, 'rate', '-v', '24k', ...trim, ...trim, 'highpass', '90']);
  const gain = (loudness - rmsOf(trimmed)).toFixed(2);
  run('sox', [trimmed, '-b', '16', wav, 'gain', '-l', gain, 'fade', 't', '0.004', '0', '0.02', 'pad', '0', '0.03']);
  return wav;
}

/** Two soft bell tones, a falling major third (G5, E♭5), each with a quiet octave and twelfth that die away faster. */
function makeChime() {
  const bell = (file, hertz) => {
    const partials = [
      [1, 0.6, 3.2],
      [2, 0.16, 6],
      [3, 0.06, 9],
    ];
    const parts = partials.map(([multiple, volume, decay], at) => {
      const part = join(work, `${file}-${at}.wav`);
      const length = '1.5';
      run('sox', [
        '-n',
        '-r',
        '24000',
        '-b',
        '16',
        part,
        'synth',
        length,
        'sine',
        String(hertz * multiple),
        'fade',
        'l',
        '0.006',
        length,
        String(length - decay / 100),
        'vol',
        String(volume),
      ]);
      return part;
    });
    const mixed = join(work, `${file}.wav`);
    run('sox', ['-m', ...parts.flatMap((part) => ['-v', '1', part]), mixed]);
    return mixed;
  };
  const high = bell('high', 783.99);
  const low = bell('low', 622.25);
  const delayed = join(work, 'low-delayed.wav');
  const wav = join(work, 'chime.wav');
  run('sox', [low, delayed, 'pad', '0.42']);
  run('sox', ['-m', '-v', '0.9', high, '-v', '0.9', delayed, wav, 'gain', '-n', '-6', 'fade', 'l', '0', '1.75', '0.6']);
  return wav;
}

function rmsOf(file) {
  const { stderr } = spawnSync('sox', [file, '-n', 'stats'], { encoding: 'utf8' });
  const found = /RMS lev dB\s+(-?[\d.]+)/u.exec(stderr);
  if (found === null) throw new Error(`sox measured nothing in ${file}: ${stderr}`);
  return Number(found[1]);
}

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
