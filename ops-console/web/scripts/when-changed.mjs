// Runs one step of the console's build, unless nothing that it depends on has changed since it last
// succeeded: `node scripts/when-changed.mjs install|build|test OUTPUT_FOLDER [skip]`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const contract = resolve(web, '../src/main/resources/openapi.yaml');
// What the hub makes of check-ins, on which the tablet must agree.
const histories = resolve(web, '../../shelters/src/test/resources/checkin/histories.json');
const [step, output, skip] = process.argv.slice(2);
const made = join(web, 'src/api/schema.ts');

const sources = [
  'package.json',
  'package-lock.json',
  'index.html',
  'public',
  'src',
  'tablet',
  'tsconfig.json',
  'vite.config.ts',
].map((name) => join(web, name));

const steps = {
  install: {
    inputs: [join(web, 'package-lock.json')],
    marker: join(web, 'node_modules/.noroshi-install'),
    result: join(web, 'node_modules/vite'),
    command: ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
  },
  build: {
    inputs: [...sources, contract],
    marker: join(dirname(output), '../console-build.sha256'),
    result: join(output, 'index.html'),
    command: ['run', '--silent', 'build'],
  },
  test: {
    inputs: [...sources, contract, histories],
    marker: join(dirname(output), '../console-test.sha256'),
    result: web,
    command: ['run', '--silent', 'test'],
  },
};

function filesIn(path) {
  if (path === made) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap(filesIn)) hash.update(relative(web, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

const { inputs, marker, result, command } = steps[step];
const now = fingerprint(inputs);
const unchanged = existsSync(result) && existsSync(marker) && readFileSync(marker, 'utf8') === now;
if (!unchanged && skip !== 'true') {
  const run = spawnSync('npm', command, {
    cwd: web,
    stdio: 'inherit',
    env: { ...process.env, NOROSHI_CONSOLE_OUT: output },
  });
  if (run.error) throw run.error;
  if (run.status !== 0) process.exit(run.status ?? 1);
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, now);
}
