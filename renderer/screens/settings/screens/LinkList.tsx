import { Button } from '@mantine/core';
import { IconDeviceTv, IconRefresh, IconTicket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Empty } from '../parts/Section.tsx';
import list from '../parts/parts.module.css';
import type { MadeLink } from './LinkAddress.tsx';
import classes from './screens.module.css';

type Link = Output<'screens.overview'>['links'][number];

interface LinkListProps {
  readonly links: readonly Link[];
  onRenewed(made: MadeLink): void;
  onRevoked(linkId: string): void;
}

/** Each device's link: what it shows, whether it is here, and the way to cut it off. */
export function LinkList({ links, onRenewed, onRevoked }: LinkListProps) {
  const { t } = useTranslation();
  if (links.length === 0) return <Empty title={t('settings.screens.none')} text={t('settings.screens.none.text')} />;
  return (
    <ul className={list.list} aria-label={t('settings.screens.links')}>
      {links.map((link) => (
        <li key={link.linkId} className={classes.link}>
          <div className={list.row}>
            <span className={list.tile} data-quiet={link.connected === 0 || undefined} aria-hidden>
              {link.surface === 'board' ? <IconDeviceTv size={24} /> : <IconTicket size={24} />}
            </span>
            <LinkFacts link={link} />
          </div>
          <LinkActions link={link} onRenewed={onRenewed} onRevoked={onRevoked} />
        </li>
      ))}
    </ul>
  );
}

function LinkFacts({ link }: { link: Link }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const { lastSeenAt, lastAddress } = link;
  const seen =
    link.connected > 0
      ? t('settings.screens.connected', { count: link.connected, address: lastAddress ?? '' })
      : lastSeenAt === null
        ? t('settings.screens.never')
        : t('settings.screens.seen', { time: momentWords(lastSeenAt, language, zone), address: lastAddress ?? '' });
  return (
    <span className={list.rowText}>
      <span className={list.rowTitle}>{link.name}</span>
      <span className={list.rowHint}>
        {t(`settings.screens.${link.surface}`)} · {seen}
      </span>
      {link.ticketsPerDay !== null && (
        <span className={list.rowHint}>{t('settings.screens.tickets', { count: link.tickets, most: link.ticketsPerDay })}</span>
      )}
    </span>
  );
}

function LinkActions({ link: { linkId, name, surface }, onRenewed, onRevoked }: Omit<LinkListProps, 'links'> & { link: Link }) {
  const { t } = useTranslation();
  const renewing = useCommand('screens.renewLink');
  const revoking = useCommand('screens.revokeLink');
  const renew = async () => {
    const reply = await renewing.send({ linkId });
    if (reply.kind === 'done') onRenewed({ linkId, name, surface, addresses: reply.output.addresses });
  };
  const revoke = async () => {
    const reply = await revoking.send({ linkId });
    if (reply.kind === 'done') onRevoked(linkId);
  };
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        size="md"
        leftSection={<IconRefresh size={18} aria-hidden />}
        loading={renewing.pending}
        aria-label={t('settings.screens.renewOf', { name })}
        onClick={() => void renew()}
      >
        {t('settings.screens.renew')}
      </Button>
      <ConfirmButton
        title={t('settings.screens.revokeAsk', { name })}
        text={t('settings.screens.revokeText')}
        confirmLabel={t('settings.screens.revoke')}
        loading={revoking.pending}
        aria-label={t('settings.screens.revokeOf', { name })}
        onConfirm={revoke}
      >
        {t('settings.screens.revoke')}
      </ConfirmButton>
    </div>
  );
}
