/**
 * The program's own arguments out of Electron's `process.argv`. Started as `electron <switches> . <ours>` everything up
 * to the application's path is Electron's; a packaged program has only its own path before them. Switches of Chromium
 * that people and test tools pass are left to Chromium.
 */
export function programArguments(argv: readonly string[], defaultApp: boolean): readonly string[] {
  const rest = argv.slice(1);
  const path = rest.findIndex((argument) => !argument.startsWith('-'));
  const own = defaultApp ? rest.slice(path + 1) : rest;
  return own.filter((argument) => !isChromiums(argument));
}

const chromiumSwitches: ReadonlySet<string> = new Set([
  '--no-sandbox',
  '--password-store',
  '--ozone-platform',
  '--ozone-platform-hint',
  '--lang',
  '--force-device-scale-factor',
  '--disable-gpu',
  '--enable-logging',
  '--inspect',
  '--remote-debugging-port',
  '--allow-file-access-from-files',
  '--original-process-start-time',
]);

const isChromiums = (argument: string) => chromiumSwitches.has(argument.split('=', 1)[0] ?? '') || argument.startsWith('-psn_');
