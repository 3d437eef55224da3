// Help with delivering: commitments and evidence, money, communities, agreements, and people on their way.
import type { HelpPage } from '../help-link.tsx';

export const DELIVERING: readonly HelpPage[] = [
  {
    id: 'delivery',
    title: 'Commitments and evidence',
    about: 'From an accepted plan to what was counted, and the six steps for a board.',
    body: (go) => (
      <>
        <p>
          A {go('/delivery', 'commitment', ['read', 'commitment'])} says who starts how many people, by when, from which
          money. It is proposed, then agreed by the body that answers for it, then under way, and in the end done or
          withdrawn. Every step has its reason and its date.
        </p>
        <p>
          <b>Evidence</b> is what was counted in a month: people in post, joiners, leavers. A second person verifies it;
          what is not verified counts nowhere.
        </p>
        <p>
          <b>{go('/six-steps', 'The six steps', ['read', 'commitment'])}</b> put everything on one document that a board
          can approve: what is done, what is missing, what slipped, what that does to the gap, and who must act.
        </p>
      </>
    ),
  },
  {
    id: 'investment',
    title: 'Business cases and money',
    about: 'Tying money to a requirement, a standard and an outcome.',
    body: (go) => (
      <p>
        A {go('/investment', 'business case', ['read', 'business-case'])} ties money to a requirement, a standard, the
        commitments that it pays for and the outcome that it is to bring. Once it is approved, what was spent stands
        beside what was brought. Money without a standard, and standards without money, are shown with the blueprint.
      </p>
    ),
  },
  {
    id: 'communities',
    title: 'Communities of practice',
    about: 'Who has done it already, what they learned, and how practices spread.',
    body: (go) => (
      <p>
        A {go('/communities', 'community', ['read', 'community'])} brings together those who deliver the same
        requirement in different places. It keeps practices that worked, with who took them up, and answers questions: a
        question goes to those who are most likely to know. Places that are asked to deliver and know nobody who has are
        listed first.
      </p>
    ),
  },
  {
    id: 'supplier',
    title: 'Agreements for outcomes',
    about: 'For buyers and suppliers: measures, who verifies, and what is paid.',
    body: (go) => (
      <>
        <p>
          An {go('/partnerships', 'agreement', ['read', 'agreement'])} says what is to change for whom, from which
          baseline to which target by when, how that is counted, who verifies it, what is paid for it, and which skills
          stay in house.
        </p>
        <p>
          <b>Suppliers</b> report a figure with its evidence from the agreement’s page. It counts once the named
          verifier stands behind it; no supplier verifies itself. A figure that is disputed or refused says why: answer
          with better evidence.
        </p>
        <p>
          <b>Payment</b> is a statement of lines, each with its reason: fixed sums, milestones, outcomes reached, what
          is held back and what is given back.
        </p>
      </>
    ),
  },
  {
    id: 'people',
    title: 'Skills, routes and placements',
    about: 'For members of staff and those who lead them.',
    body: (go) => (
      <>
        <p>
          <b>{go('/people/skills', 'My skills', ['read', 'passport'])}</b> hold what you can do, what shows it, and who
          stands behind it. You add a skill, say what there is to see, and ask somebody of your place to verify it.
        </p>
        <p>
          <b>{go('/people/routes', 'Routes', ['read', 'framework'])}</b> lead from a post, a profession or your own
          skills to any role: each step with what it adds, how long it takes and how sure it is.
        </p>
        <p>
          <b>{go('/people/programmes', 'Programmes', ['read', 'programme'])}</b> are the learning that is open. Where a
          round of placements is open, you say where you want to be; a person decides, and gives the reason.
        </p>
        <p>
          What is held of you is {go('/people/privacy', 'yours to see, take with you and erase', ['read', 'passport'])}.
          Leads see how many people show a skill, never who, and no count of few.
        </p>
      </>
    ),
  },
  {
    id: 'members',
    title: 'Members',
    about: 'For administrators: adding people, changing roles, shutting somebody out.',
    body: (go) => (
      <p>
        A {go('/members', 'member', ['read', 'member'])} has one role in one place. You add one with the subject by
        which the login knows them. Whoever is shut out is out with their next request. Nobody can shut themselves out,
        so that somebody is always left who can.
      </p>
    ),
  },
];
