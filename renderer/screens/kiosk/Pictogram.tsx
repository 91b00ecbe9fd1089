import type { ReactNode } from 'react';
import type { PriorityGround } from '../../../shared/domain/queue/types.ts';

/**
 * Pictures of the priority question, drawn for this program: plain figures in one colour on a 64 × 64 field. The words
 * beside them say the same, so they are hidden from screen readers.
 */
export function Pictogram({ of }: { of: PriorityGround | 'none' }) {
  return (
    <svg
      viewBox="0 0 64 64"
      fill="none"
      stroke="currentColor"
      strokeWidth="5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[of]}
    </svg>
  );
}

const Head = ({ x, y, r = 6 }: { x: number; y: number; r?: number }) => <circle cx={x} cy={y} r={r} fill="currentColor" stroke="none" />;

const drawings: Readonly<Record<PriorityGround | 'none', ReactNode>> = {
  // A bent figure with a stick.
  lansia: (
    <>
      <Head x={37} y={10} />
      <path d="M32 20c-7 4-9 12-8 20" strokeWidth="8" />
      <path d="M25 40l-5 20M26 40l8 9 1 11" />
      <path d="M33 23l6 9 8 1" />
      <path d="M47 31v29" strokeWidth="4" />
    </>
  ),
  // The wheelchair that everybody knows, moving forward.
  disabilitas: (
    <>
      <Head x={26} y={8} />
      <path d="M26 18v18h16l7 18h6" strokeWidth="6" />
      <path d="M27 26h13" />
      <path d="M20 30a15 15 0 1 0 21 19" />
    </>
  ),
  // A woman seen from the side, her hand on the belly.
  ibuHamil: (
    <>
      <Head x={29} y={9} />
      <path d="M25 19h6c4 0 6 4 7 9 6 2 9 6 9 11s-4 9-9 10v11H24V43c-3-8-3-17 1-24z" fill="currentColor" strokeWidth="3" />
      <path d="M30 27v10l9 3" stroke="var(--pictogram-ground)" strokeWidth="4" />
    </>
  ),
  // A mother who holds a baby to her breast.
  ibuMenyusui: (
    <>
      <Head x={32} y={9} />
      <path d="M18 60c-2-16-1-28 7-36h14c8 8 9 20 7 36z" fill="currentColor" strokeWidth="4" />
      <circle cx="26" cy="35" r="5.5" fill="var(--pictogram-ground)" stroke="none" />
      <path d="M28 45c5 4 11 3 15-2" stroke="var(--pictogram-ground)" strokeWidth="8" />
    </>
  ),
  // An adult with a small child by the hand.
  membawaBalita: (
    <>
      <Head x={23} y={9} />
      <path d="M23 20v20" strokeWidth="10" />
      <path d="M20 40l-2 20M26 40l2 20" />
      <path d="M19 21l-7 16M27 21l10 15" />
      <Head x={47} y={33} r={5} />
      <path d="M47 42v8" strokeWidth="8" />
      <path d="M37 36l7 5M50 42l5 7M45 51l-1 9M49 51l1 9" strokeWidth="4" />
    </>
  ),
  // A house that breaks, above water.
  korbanBencana: (
    <>
      <path d="M8 30L32 9l24 21" />
      <path d="M14 27v18M50 27v18" />
      <path d="M33 12l-5 11 8 6-6 13" strokeWidth="4" />
      <path d="M6 53c5-5 9-5 13 0s8 5 13 0 8-5 13 0 8 5 13 0" />
    </>
  ),
  // One person, standing.
  none: (
    <>
      <Head x={32} y={10} />
      <path d="M32 23v17" strokeWidth="12" />
      <path d="M29 40l-2 20M35 40l2 20" strokeWidth="6" />
      <path d="M27 22l-9 16M37 22l9 16" />
    </>
  ),
};
