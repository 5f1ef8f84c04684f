import type { recognitionJa } from './recognition.ja';

export const recognitionEn: typeof recognitionJa = {
  ask: 'Check for an individual evacuation plan',
  asking: 'Checking',
  offline: 'There is no network, so it is not known whether there is a plan. Check again when the network is back.',
  refused: (why) => `It could not be checked. ${why}`,
  none: 'There is no plan under this name in kana and birth date.',
  planned: 'This person has an individual evacuation plan',
  open: 'See what the shelter may know',
  logged:
    'Who looked and when is written down. It disappears when you leave this screen; nothing stays on this tablet.',
  nothing:
    'There is no consent to tell what it says. You are told only that a plan exists; ask the crisis management office.',
  noRegister: 'There is no consent to tell what care they need. Ask the person and the crisis management office.',
  noPlans: 'There is no consent to tell who helps and where they were to go. Ask the crisis management office.',
  basis: {
    REGISTER_CONSENT: 'Told with the person’s consent (Basic Act on Disaster Management, art. 49-11 (2))',
    REGISTER_DISASTER: 'Told because of the disaster (art. 49-11 (3)). Pass it on only to those who need it.',
    PLAN_CONSENT: 'Told with the consent of the person and the helpers (art. 49-15 (2))',
    PLAN_DISASTER: 'Told because of the disaster (art. 49-15 (3)). Pass it on only to those who need it.',
  },
  reviewDue: (agreed) =>
    `This plan is due for review${agreed && ` (agreed on ${agreed})`}. What it says may be out of date: ask the person.`,
  care: 'Care needed',
  needs: 'Particular needs',
  hours: (hours) => `${hours} h without mains`,
  otherSite: 'Their plan leads to another place. Ask the crisis management office whether they can move.',
  thisSite: 'Their plan leads here.',
  destinations: 'Destination of the plan',
  welfare: 'May go straight to a welfare shelter.',
  relation: (relation) => ` (${relation})`,
  helper: 'Helper',
  items: 'Things they take along',
  remarks: 'Mind',
  noCare: 'The register says nothing of the care they need.',
  noHelpers: 'No helper is named',
  plan: (hazard) => `Plan: ${hazard}`,
  fill: 'Copy what is known onto the card',
  filled: 'Copied into the empty fields. Check with the person.',
  birth: 'Birth date (to check for a plan)',
};
