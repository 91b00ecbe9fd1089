import { Notifications } from '@mantine/notifications';

/** The messages that stand now; a module of its own, so that whoever only writes one does not load how it is shown. */
export const MessageList = () => <Notifications position="top-center" />;
