import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient, defineInterface } from 'dbus-native';
import { makeFolder, removeFolder } from './temp-folder.ts';

/** One notification as the browser handed it to the desktop. `replaces`: the id of the one that it replaces, or 0. */
export type DesktopNotification = {
  readonly id: number;
  readonly replaces: number;
  readonly title: string;
  readonly body: string;
  /** The labels of the buttons. */
  readonly buttons: readonly string[];
};

/** A session bus with a notification server on it, as a Linux desktop has. */
export type Desktop = {
  /** Environment variables with which the browser finds the bus. */
  readonly env: Readonly<Record<string, string>>;
  readonly notifications: readonly DesktopNotification[];
  /** The ids that the browser closed. */
  readonly closed: readonly number[];
  close(): Promise<void>;
};

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

/** Starts a bus and the server; null where this machine has no `dbus-daemon`. */
export async function startDesktop(): Promise<Desktop | null> {
  const daemon = await startBus();
  if (daemon === null) return null;
  const bus = createClient({ busAddress: daemon.address });
  const notifications: DesktopNotification[] = [];
  const closed: number[] = [];
  await bus.export(
    PATH,
    defineInterface({
      name: NAME,
      methods: {
        GetCapabilities: { out: { capabilities: 'as' }, handler: () => ['actions', 'body', 'persistence'] },
        GetServerInformation: {
          out: { name: 's', vendor: 's', version: 's', specification: 's' },
          handler: () => ({ name: 'test', vendor: 'test', version: '1', specification: '1.2' }),
        },
        Notify: {
          in: {
            app: 's',
            replaces: 'u',
            icon: 's',
            title: 's',
            body: 's',
            actions: 'as',
            hints: 'a{sv}',
            timeout: 'i',
          },
          out: { id: 'u' },
          handler: ({ replaces, title, body, actions }: NotifyArguments) => {
            const id = replaces || notifications.length + 1;
            // Pairs of a key and a label; `default` stands for a click on the notification itself.
            const buttons = actions.filter(
              (_, at) => at % 2 === 1 && !['default', 'settings'].includes(actions[at - 1] ?? ''),
            );
            notifications.push({ id, replaces, title, body, buttons });
            return id;
          },
        },
        CloseNotification: { in: { id: 'u' }, handler: ({ id }: { readonly id: number }) => void closed.push(id) },
      },
      signals: {
        NotificationClosed: { args: { id: 'u', reason: 'u' } },
        ActionInvoked: { args: { id: 'u', action: 's' } },
      },
    }),
  );
  await bus.requestName(NAME, 0);
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: daemon.address },
    notifications,
    closed,
    close: async () => {
      await bus.close();
      await daemon.stop();
    },
  };
}

type NotifyArguments = Pick<DesktopNotification, 'replaces' | 'title' | 'body'> & {
  readonly actions: readonly string[];
};

/** A bus that starts no services, because the browser would wait for each of them. */
const CONFIG = `<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=${tmpdir()}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

async function startBus(): Promise<{ readonly address: string; stop(): Promise<void> } | null> {
  const folder = await makeFolder('desktop');
  const config = join(folder, 'session.conf');
  await writeFile(config, CONFIG);
  const daemon = spawn('dbus-daemon', ['--nofork', '--print-address', `--config-file=${config}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(daemon, 'exit');
  const address = await Promise.race([
    once(createInterface(daemon.stdout), 'line').then(([line]) => String(line)),
    gone.then(
      () => null,
      () => null,
    ),
  ]);
  if (address === null) return null;
  return {
    address,
    stop: async () => {
      daemon.kill();
      await gone;
      await removeFolder(folder);
    },
  };
}
