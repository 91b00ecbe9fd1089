import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Asked } from '../parts/Asked.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { Empty, Panel, Section } from '../parts/Section.tsx';
import { useConfiguration } from '../parts/useConfiguration.ts';
import { freePrefix } from './prefixes.ts';
import { ServiceForm } from './ServiceForm.tsx';
import { TemplatePicker } from './TemplatePicker.tsx';
import { emptyService } from './templates.ts';

const list = '/pengaturan/layanan';

/** One service of the catalogue, or a new one at `/baru`. */
export function ServicePage() {
  const { serviceId } = useParams();
  return (
    <Asked query={useConfiguration()}>
      {({ services }) => {
        if (serviceId === 'baru') return <NewService services={services} />;
        const service = services.find(({ id }) => id === serviceId);
        return service === undefined ? <UnknownService /> : <OneService key={service.id} service={service} services={services} />;
      }}
    </Asked>
  );
}

const useBack = () => ({ to: list, label: useTranslation().t('settings.services.title') });

function OneService({ service, services }: { service: Service; services: readonly Service[] }) {
  const language = useLanguage();
  const back = useBack();
  return (
    <Section title={service.title[language]} back={back}>
      <ServiceForm service={service} services={services} />
      <Retire service={service} />
    </Section>
  );
}

function NewService({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [service, setService] = useState(() => emptyService(freePrefix(services)));
  const [chosen, setChosen] = useState(0);
  const back = useBack();
  return (
    <Section title={t('settings.services.new')} lead={t('settings.services.newLead')} back={back}>
      <TemplatePicker
        services={services}
        onChoose={(template) => {
          setService(template);
          setChosen((n) => n + 1);
        }}
      />
      <ServiceForm key={chosen} service={service} services={services} isNew onSaved={() => void navigate(list)} />
    </Section>
  );
}

function Retire({ service }: { service: Service }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const { send, pending } = useCommand('office.retireService');
  const retire = async () => {
    const reply = await send({ serviceId: service.id });
    if (reply.kind === 'done') await navigate(list);
  };
  return (
    <Panel title={t('settings.services.retireTitle')} lead={t('settings.services.retireLead')}>
      <div>
        <ConfirmButton
          loading={pending}
          title={t('settings.services.retireAsk', { title: service.title[language] })}
          text={t('settings.services.retireText')}
          confirmLabel={t('settings.services.retire')}
          onConfirm={retire}
        >
          {t('settings.services.retire')}
        </ConfirmButton>
      </div>
    </Panel>
  );
}

function UnknownService() {
  const { t } = useTranslation();
  const back = useBack();
  return (
    <Section title={t('settings.services.gone')} back={back}>
      <Empty title={t('settings.services.gone')} text={t('settings.services.goneText')}>
        <Button component={Link} to={list} size="md">
          {t('settings.services.toList')}
        </Button>
      </Empty>
    </Section>
  );
}
