import { Alert, type AlertProps } from '@mantine/core';
import classes from './sync.module.css';

/** Something that a person should see to; its colours are ours, for Mantine's orange is too faint on itself (axe). */
export const Warning = (props: AlertProps) => (
  <Alert
    color="orange"
    {...props}
    classNames={{ root: classes.warning ?? '', title: classes.warningWords ?? '', icon: classes.warningWords ?? '' }}
  />
);
