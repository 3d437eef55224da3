// The crosswalk between frameworks: what is proposed, what a person says of it, and what that brings together.
import { fail, ok, parseMonth, type Result } from '#kernel';
import { currentFrameworks, isSamePair, MAPPING_KINDS, type SkillMapping, type SkillPair } from '#pathways';
import { crosswalkAnswer, MAPPING_WORDS, mappingEffect, type CrosswalkData, type MappingEffect } from '#planning';
import { z } from 'zod';
import type { PackHead } from '../ports.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { atWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** Names less alike than this are not worth a person's time, and more proposals for one skill neither. */
const PROPOSED = { leastSimilarity: 0.45, mostPerSkill: 3 } as const;

/** What somebody says of two skills; `saidBy` null takes back what was said, and leaves a proposal. */
export const mappingTermsSchema = z.strictObject({
  kind: z.enum(MAPPING_KINDS).describe('How the first stands to the second'),
  confidence: z.number().min(0).max(1).describe('How sure whoever says it is'),
  saidBy: z.string().trim().min(1).max(200).nullable().describe('The role that says so, never a person'),
  note: z.string().trim().max(2000),
});
export type MappingTerms = z.infer<typeof mappingTermsSchema>;

export type CrosswalkNow = CrosswalkData & { readonly workspace: Workspace };

/** Coverage before and after, what is confirmed, and proposals between two frameworks in force. */
export async function crosswalkNow(
  desk: Desk,
  frameworks: { readonly from: string; readonly to: string },
): Promise<Result<CrosswalkNow>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const asOf = parseMonth(desk.world.clock().slice(0, 7)) ?? 0;
  const answer = crosswalkAnswer(workspace.value.pack, { ...frameworks, ...PROPOSED, asOf });
  return answer.ok ? ok({ ...answer.value.data, workspace: workspace.value }) : answer;
}

export type FoundMapping = {
  readonly mapping: SkillMapping;
  readonly workspace: Workspace;
  /** Of the file that keeps it, or would. */
  readonly version: number;
  /** What it does to coverage where it is confirmed as it stands. */
  readonly effect: readonly MappingEffect[];
};

/** What the crosswalk says of two skills, or what the likeness of their names proposes. */
export async function findMapping(desk: Desk, pair: SkillPair): Promise<Result<FoundMapping>> {
  const [from, to] = [pair.from, pair.to].map((key) => key.slice(0, Math.max(0, key.indexOf('/'))));
  const now = await crosswalkNow(desk, { from: from ?? '', to: to ?? '' });
  if (!now.ok) return now;
  const { workspace, proposals } = now.value;
  const mapping = [...workspace.pack.skills.mappings, ...proposals].find((each) => isSamePair(each, pair));
  if (mapping === undefined) return notThere(`crosswalk/${pair.from}/${pair.to}`);
  const change = await changeOf(desk, mapping);
  if (!change.ok) return change;
  const effect = mappingEffect(workspace.pack, { ...mapping, saidBy: mapping.saidBy ?? 'whoever confirms it' });
  return effect.ok ? ok({ mapping, workspace, version: change.value.version, effect: effect.value }) : effect;
}

/** Says how two skills that both are listed by frameworks in force stand to each other, or takes it back. */
export async function sayMapping(
  desk: Desk,
  { pair, terms, madeFrom }: { readonly pair: SkillPair; readonly terms: MappingTerms; readonly madeFrom: number },
): Promise<Result<PackHead>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const framework = currentFrameworks(workspace.value.pack.skills.frameworks).find(({ id }) =>
    pair.from.startsWith(`${id}/`),
  );
  if (framework === undefined) return notThere(`crosswalk/${pair.from}`);
  const known = workspace.value.pack.skills.mappings.find((each) => isSamePair(each, pair));
  const mapping: SkillMapping = { ...pair, ...terms, source: known?.source ?? framework.source };
  const change = await changeOf(desk, mapping);
  if (!change.ok) return change;
  const { path, text } = change.value;
  return changePack(desk, {
    changes: [{ path, text, madeFrom }],
    action: 'approve',
    resource: 'crosswalk',
    place: workspace.value.root,
    summary:
      terms.saidBy === null
        ? `It is said no more how ${pair.from} stands to ${pair.to}.`
        : `${pair.from} is ${MAPPING_WORDS[terms.kind]} ${pair.to}, says ${terms.saidBy}.`,
  });
}

async function changeOf(desk: Desk, mapping: SkillMapping) {
  const files = await packTexts(desk);
  if (!files.ok) return fail<never>(...files.problems);
  const texts = new Map([...files.value].map(([path, { text }]) => [path, text]));
  const { path, text } = desk.world.writePackText.mapping(texts, mapping);
  return ok({ path, text, version: files.value.get(path)?.version ?? 0 });
}
