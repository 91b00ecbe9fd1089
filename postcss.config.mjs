import mantine from 'postcss-preset-mantine';

/**
 * Every stylesheet names the order of the layers first. Whichever chunk the page happens to load before all others, the
 * program's own rules then win over Mantine's; a chunk that began with `@layer app` alone would turn the order around.
 */
const layersFirst = {
  postcssPlugin: 'loket-layers-first',
  OnceExit(root) {
    root.prepend('@layer mantine, app;');
  },
};

export default { plugins: [mantine(), layersFirst] };
