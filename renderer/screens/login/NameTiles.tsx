import { Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import classes from './NameTiles.module.css';

interface Props {
  names: readonly { readonly id: string; readonly name: string }[] | undefined;
  onChoose: (staffId: string) => void;
}

/** From this many names on, a search field helps. */
const searchFrom = 13;

/** Everybody who may log in, as tiles; arrow keys move between them. */
export function NameTiles({ names, onChoose }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const shown = (names ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()));
  const roving = useRovingFocus(shown.length);

  if (names === undefined) return <Skeleton height={180} radius="md" />;
  if (names.length === 0) return <p className={classes.empty}>{t('staff.login.nobody')}</p>;
  return (
    <>
      {names.length >= searchFrom && (
        <TextInput
          size="lg"
          mb="md"
          label={t('staff.login.search')}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 && <p className={classes.empty}>{t('staff.login.noMatch')}</p>}
      <ul className={classes.tiles} {...roving.list}>
        {shown.map(({ id, name }, index) => (
          <li key={id}>
            <button type="button" className={classes.tile} {...roving.item(index)} onClick={() => onChoose(id)}>
              <span className={classes.initials} aria-hidden>
                {initialsOf(name)}
              </span>
              <span className={classes.name}>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toLocaleUpperCase() ?? '').join('');
}
