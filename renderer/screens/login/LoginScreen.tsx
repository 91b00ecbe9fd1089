import { Button } from '@mantine/core';
import { IconArrowLeft, IconShield } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { guardPostPath } from '../../alarm/useAlarmWho.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { useSession } from '../../api/useSession.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { SchemeSwitch } from '../../ui/SchemeSwitch.tsx';
import { DoorClock } from './DoorClock.tsx';
import classes from './LoginScreen.module.css';
import { NameTiles } from './NameTiles.tsx';
import { SecretForm } from './SecretForm.tsx';

/** Two calm steps: who is on duty, then the PIN. */
export default function LoginScreen() {
  const { t } = useTranslation();
  const { logIn } = useSession();
  const { data: office } = useHostQuery('office.profile', {});
  const { data: names } = useHostQuery('access.staffNames', {});
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = names?.find(({ id }) => id === chosenId);

  return (
    <main className={classes.page}>
      <header className={classes.top}>
        <div>
          <p className={classes.brand}>{t('common.appName')}</p>
          <p className={classes.office}>{office?.profile?.name}</p>
        </div>
        <DoorClock zone={office?.profile?.zone} />
        <div className={classes.switches}>
          <Link to={guardPostPath} className={classes.post ?? ''}>
            <IconShield size={20} aria-hidden /> {t('alarm.place.guardPost')}
          </Link>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      {chosen === undefined ? (
        <section className={classes.card}>
          <h1 className={classes.title}>{t('staff.login.title')}</h1>
          <p className={classes.intro}>{t('staff.login.intro')}</p>
          <NameTiles names={names} onChoose={setChosenId} />
        </section>
      ) : (
        <section className={`${classes.card} ${classes.narrow}`}>
          <h1 className={classes.title}>{t('staff.login.hello', { name: chosen.name })}</h1>
          <SecretForm key={chosen.id} submitLabel={t('staff.login.submit')} attempt={(secret) => logIn(chosen.id, secret)} />
          <Button variant="subtle" size="md" leftSection={<IconArrowLeft size={20} aria-hidden />} onClick={() => setChosenId(null)}>
            {t('staff.login.notYou')}
          </Button>
        </section>
      )}
    </main>
  );
}
