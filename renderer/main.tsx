import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadEnglish, rememberedLanguage } from './i18n/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Whoever chose English sees nothing else first; for others it comes after the first screen, before anybody asks.
if (rememberedLanguage() === 'en') await loadEnglish();
createRoot(root).render(<App />);
void loadEnglish();
