import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Calm teal of the accent tokens in ten shades; shade 8 carries white text at more than 4.5:1. */
const teal: MantineColorsTuple = [
  '#e6f6f4',
  '#d3ebe8',
  '#a6d6d1',
  '#76c0b9',
  '#50aea6',
  '#38a39a',
  '#299e94',
  '#178078',
  '#0b6b66',
  '#054f4c',
];

export const theme = createTheme({
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif", fontWeight: '700' },
  colors: { teal },
  primaryColor: 'teal',
  // White on dark teal by day, black on light teal by night; both more than 4.5:1.
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  defaultRadius: 'md',
  respectReducedMotion: true,
  // No text below 14 px anywhere (DESIGN section 4).
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
});
