import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import type { SectionGroup } from './sections.ts';
import classes from './SettingsScreen.module.css';

/** The pages of the settings: a list at the left, on a narrow screen a row that scrolls. */
export function SectionList({ groups }: { groups: readonly SectionGroup[] }) {
  const { t } = useTranslation();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const slug = pathname.split('/')[2] ?? '';
    nav.current?.querySelector(`[href="/pengaturan/${CSS.escape(slug)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav ref={nav} className={classes.nav} aria-label={t('settings.nav')}>
      {groups.map(({ title, sections }) => (
        <div key={title} className={classes.group}>
          <p className={classes.groupTitle}>{t(title)}</p>
          <ul className={classes.links}>
            {sections.map(({ slug, title: name, Icon }) => (
              <li key={slug}>
                <NavLink to={`/pengaturan/${slug}`} className={classes.link ?? ''}>
                  <Icon size={20} stroke={1.75} aria-hidden />
                  {t(name)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
