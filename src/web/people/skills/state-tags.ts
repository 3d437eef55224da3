// How far a piece of evidence has come, in words and with the tag's colour, which is never the only sign.
import type { SkillEvidenceRecord } from '#pathways';

type StateTag = { readonly label: string; readonly colour: 'grey' | 'yellow' | 'green' | 'red' };

export const STATE_TAGS: Readonly<Record<SkillEvidenceRecord['state'], StateTag>> = {
  said: { label: 'My own word', colour: 'grey' },
  asked: { label: 'With the verifier', colour: 'yellow' },
  verified: { label: 'Verified', colour: 'green' },
  refused: { label: 'Not verified', colour: 'red' },
};
