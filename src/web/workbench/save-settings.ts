// Keeps the settings of the levers as a scenario, from the form of the workbench.
import type { PageRequest, PageRoute } from '#http';
import { saveLevers } from '#service';
import { deskOf, fieldOf, onward } from '../shell/page-answer.tsx';

export const saveRoute: PageRoute = {
  method: 'POST',
  path: '/workbench/save',
  access: { kind: 'permitted', action: 'create', resource: 'scenario', placeParam: null },
  answer: save,
};

async function save(request: PageRequest) {
  const sent = new URLSearchParams(fieldOf(request, 'settings'));
  const settings = new Map([...sent].map(([lever, text]) => [lever, Number(text)]));
  const saved = await saveLevers(deskOf(request), {
    from: fieldOf(request, 'scenario'),
    name: fieldOf(request, 'name').slice(0, 60),
    settings: new Map([...settings].filter(([, value]) => Number.isFinite(value))),
  });
  return saved.ok ? onward(`/scenarios/${saved.value}`) : saved;
}
