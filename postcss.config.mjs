/**
 * Every sheet that puts rules into the program's layer says first that Mantine's layer lies below it: layers are ordered by whoever
 * names them first, and which chunk's sheet that is depends on how the bundle was cut.
 */
const layerOrder = {
  postcssPlugin: 'loket-layer-order',
  OnceExit(root, { AtRule }) {
    const usesLayer = root.nodes.some((node) => node.type === 'atrule' && node.name === 'layer' && node.params === 'app');
    if (usesLayer) root.prepend(new AtRule({ name: 'layer', params: 'mantine, app' }));
  },
};

export default { plugins: [(await import('postcss-preset-mantine')).default(), layerOrder] };
