import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

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

/** Mantine's dark greys in the blue of the dark tokens: 0 text … 4 lines, 6 inputs, 7 the page. */
const dark: MantineColorsTuple = [
  '#eef2f5',
  '#d3dae0',
  '#b3bec9',
  '#8a97a5',
  '#46515d',
  '#39424d',
  '#222932',
  '#1a1f26',
  '#14181e',
  '#11151a',
];

/** Filled buttons take the tokens: autoContrast judges by the light scheme's shade only, and white on light teal is unreadable. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const color = input.color ?? input.theme.primaryColor;
  if (input.variant !== 'filled' || (color !== 'teal' && color !== 'red')) return colors;
  const background = color === 'teal' ? 'var(--accent)' : 'var(--danger)';
  return {
    ...colors,
    background,
    hover: `color-mix(in srgb, ${background} 85%, var(--text))`,
    color: color === 'teal' ? 'var(--accent-contrast)' : 'var(--surface)',
  };
};

export const theme = createTheme({
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif", fontWeight: '700' },
  colors: { teal, dark },
  variantColorResolver,
  // Said, not left to the default, for which Mantine does not ask the resolver.
  components: {
    Button: { defaultProps: { variant: 'filled' } },
    // The button that empties a choice is as large as a finger, so it stands in the place of the arrow, not beside it.
    Select: { defaultProps: { clearSectionMode: 'clear', rightSectionWidth: 44 } },
  },
  primaryColor: 'teal',
  // White on dark teal by day, black on light teal by night; both more than 4.5:1.
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  defaultRadius: 'md',
  respectReducedMotion: true,
  // No text below 14 px anywhere (DESIGN section 4).
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
});
