import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Asked } from '../parts/Asked.tsx';
import { Panel, Section } from '../parts/Section.tsx';
import { LinkAddress, type MadeLink } from './LinkAddress.tsx';
import { LinkList } from './LinkList.tsx';
import { ListenerForm } from './ListenerForm.tsx';
import { ListenerStatus } from './ListenerStatus.tsx';
import { NewLinkForm } from './NewLinkForm.tsx';

/** Boards and kiosks that are browsers on the LAN: the listener, and the link of each device. */
export function ScreensSection() {
  const { t } = useTranslation();
  const [made, setMade] = useState<MadeLink | null>(null);
  return (
    <Section title={t('settings.screens.title')} lead={t('settings.screens.lead')}>
      <Asked query={useHostQuery('screens.overview', {})}>
        {(overview) => (
          <>
            <ListenerStatus overview={overview} />
            <ListenerForm on={overview.on} port={overview.port} />
            <Panel title={t('settings.screens.links')} lead={t('settings.screens.links.lead')}>
              <LinkList links={overview.links} onRenewed={setMade} onRevoked={(linkId) => made?.linkId === linkId && setMade(null)} />
            </Panel>
            {overview.origins.length > 0 && <NewLinkForm onMade={setMade} />}
          </>
        )}
      </Asked>
      {made !== null && <LinkAddress made={made} onClose={() => setMade(null)} />}
    </Section>
  );
}
