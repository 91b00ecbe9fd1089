import { useTranslation } from 'react-i18next';

const kilobyte = 1024;

/** A file's size for people: `340 KB`, `2,4 MB`. */
export function useSizeWords(): (bytes: number) => string {
  const { t, i18n } = useTranslation();
  return (bytes) => {
    if (bytes < kilobyte * kilobyte) return t('complaintField.attachments.kb', { n: Math.max(1, Math.round(bytes / kilobyte)) });
    const mb = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(bytes / kilobyte / kilobyte);
    return t('complaintField.attachments.mb', { n: mb });
  };
}
