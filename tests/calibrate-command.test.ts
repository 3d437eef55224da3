// Calibration as its users meet it: a history becomes rates, and a pack that holds them is a sound pack.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readPack } from '#pack';
import { freshFolder, runCadre } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const hamlet = join(projectRoot, 'packs/hamlet');

/** Three years by band and age, the last a freeze; Mill loses more people than Well. */
function sampleHistory(): string {
  const lines = [2022, 2023, 2024].flatMap((year) => {
    const isFreeze = year === 2024;
    const cells = ['5', '6', '7'].flatMap((band, b) =>
      ['under-35', '35-54', '55-plus'].map((age, a) => {
        const stock = 100 + 60 * b + 20 * a;
        return `${year}-10,,${band},${age},${stock},${Math.round(stock * (isFreeze ? 0.06 : 0.14))},${Math.round(stock * (0.06 + 0.02 * a))}`;
      }),
    );
    const places = [`${year}-10,MILL,,,800,90,100`, `${year}-10,WELL,,,700,70,50`];
    return [...cells, ...places];
  });
  return `period,place,band,ageGroup,stock,joiners,leavers,group\n${lines.map((line) => `${line},all`).join('\n')}\n`;
}

describe('cadre calibrate', () => {
  test('the written pack passes check, holds the rates with their source, and keeps all else word for word', async (context) => {
    const folder = freshFolder(context);
    writeFileSync(join(folder, 'history.csv'), sampleHistory());
    const words = ['calibrate', hamlet, '--history', 'history.csv', '--regime', 'freeze', '--into', 'made'];
    const made = await runCadre(words, { cwd: folder });
    assert.equal(made.exitCode, 0, made.stderr);
    assert.match(made.stdout, /2024-10 {2}freeze/);
    const pack = await readPack(join(folder, 'made'));
    assert.ok(pack.ok, JSON.stringify(pack));
    const register = new Map(pack.value.system.assumptions.map((one) => [one.id, one]));
    for (const id of ['attrition.yearly', 'recruitment.yearly', 'attrition.place-factor', 'recruitment.level']) {
      assert.equal(register.get(id)?.source, 'calibration-history', id);
    }
    assert.equal(register.get('attrition.yearly')?.spread?.kind, 'lognormal');
    assert.equal(register.get('promotion.yearly')?.source, 'hamlet-teaching');
    for (const file of ['stock.csv', 'roles.yaml', 'assumptions/money-and-channels.yaml']) {
      assert.equal(readFileSync(join(folder, 'made', file), 'utf8'), readFileSync(join(hamlet, file), 'utf8'));
    }
    const checked = await runCadre(['check', 'made', '--json'], { cwd: folder });
    assert.equal(checked.exitCode, 0, checked.stdout);
  });

  test('a calibrated pack can be calibrated again on another regime', async (context) => {
    const folder = freshFolder(context);
    writeFileSync(join(folder, 'history.csv'), sampleHistory());
    const calibrate = (pack: string, regime: string, into: string) =>
      runCadre(['calibrate', pack, '--history', 'history.csv', '--regime', regime, '--into', into], { cwd: folder });
    assert.equal((await calibrate(hamlet, 'growth', 'one')).exitCode, 0);
    assert.equal((await calibrate('one', 'freeze', 'two')).exitCode, 0);
    const direct = await calibrate(hamlet, 'freeze', 'three');
    assert.equal(direct.exitCode, 0, direct.stderr);
    assert.equal(
      readFileSync(join(folder, 'two/assumptions/calibrated.yaml'), 'utf8'),
      readFileSync(join(folder, 'three/assumptions/calibrated.yaml'), 'utf8'),
    );
  });

  test('without --into nothing is written, and the answer says what would be set', async (context) => {
    const folder = freshFolder(context);
    writeFileSync(join(folder, 'history.csv'), sampleHistory());
    const told = await runCadre(['calibrate', hamlet, '--history', 'history.csv', '--json'], { cwd: folder });
    assert.equal(told.exitCode, 0, told.stderr);
    assert.match(told.stdout, /"id": "attrition\.yearly"/);
    const bad = await runCadre(
      ['calibrate', hamlet, '--history', 'history.csv', '--regime', 'boom', '--into', 'made'],
      { cwd: folder },
    );
    assert.equal(bad.exitCode, 1);
    assert.match(bad.stderr, /'boom'[\s\S]*Next: /);
    assert.ok(!existsSync(join(folder, 'made')));
  });
});
