// `cadre routes PACK`: the way from one role to another, or the nearest roles from where one stands.
import { Option } from 'commander';
import { fail, formatMonth, type Month } from '#kernel';
import { findRoutes, ROUTE_MEASURES, ROUTE_OBJECTIVES, routesAnswer, type RouteRequest } from '#planning';
import { count, file as fileName, folder, month } from '../option-values.ts';
import { examples, type AddCommand } from '../session.ts';
import { type AnswerFlags, giveAnswer } from './people-answer.ts';

type RouteFlags = AnswerFlags & {
  readonly from?: string;
  readonly to?: string;
  readonly holding: readonly string[];
  readonly by: RouteRequest['objective'];
  readonly measure: RouteRequest['measure'];
  readonly in?: string;
  readonly top: number;
  readonly asOf: Month;
};

export const addRoutesCommand: AddCommand = (program, session) => {
  const { world } = session;
  program
    .command('routes')
    .summary('the way from one role to another, step by step')
    .description(
      'Finds the best route from a role, a post (ROLE:BAND), a profession or own skills to a role or post: each step with\n' +
        'the skills to gain, where they are learned, how long it takes and what it costs. Without --to, the nearest roles.',
    )
    .argument('<pack>', 'folder of the pack', folder)
    .option('--from <role>', 'role, post or profession to start from')
    .option('--holding <skill=level...>', 'skills held over and above, by name or FRAMEWORK/SKILL', [])
    .option('--to <role>', 'role or post to reach')
    .addOption(
      new Option('--by <objective>', 'what makes a route the best').choices(ROUTE_OBJECTIVES).default('effort'),
    )
    .addOption(
      new Option('--measure <measure>', 'what makes a move beside the job viable')
        .choices(ROUTE_MEASURES)
        .default('coverage'),
    )
    .option('--in <framework>', 'take the role levels of a framework for posts')
    .option('--top <number>', 'how many of the nearest to give', count, 20)
    .addOption(
      new Option('--as-of <month>', 'month in which programmes are open, YYYY-MM')
        .argParser(month)
        .default(world.thisMonth, formatMonth(world.thisMonth)),
    )
    .option('--html <file>', 'where to write the page (default: out/ID-OF-THE-PACK-people/routes.html)', fileName)
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples(
        'routes packs/england --from data-analyst --to data-scientist --by time',
        'routes packs/england --from nursing --top 10',
        'routes packs/hamlet --from service-technician --holding "Data analysis=working" --to data-analyst',
        'routes packs/england --in gdad --from junior-developer --to lead-data-engineer',
      ),
    )
    .action(async (directory: string, flags: RouteFlags) => {
      const answer = async () => {
        if (flags.from === undefined && flags.holding.length === 0) return fail<never>(NO_START);
        const pack = await world.readPack(directory);
        if (!pack.ok) return pack;
        const request: RouteRequest = {
          from: flags.from ?? null,
          holding: flags.holding,
          to: flags.to ?? null,
          objective: flags.by,
          measure: flags.measure,
          framework: flags.in ?? null,
          most: flags.top,
          asOf: flags.asOf,
        };
        // Nobody's moves are counted outside the service.
        const found = findRoutes(pack.value, request, { history: () => null, protect: world.protect });
        return found.ok ? { ok: true as const, value: routesAnswer(pack.value, request, found.value) } : found;
      };
      return giveAnswer(session, await answer(), { flags, more: [] });
    });
};

const NO_START = {
  code: 'not-found',
  message: 'neither --from nor --holding is given; a route starts somewhere',
  path: 'from',
  hint: 'Give a role such as --from data-analyst, or skills such as --holding "Data analysis=working".',
} as const;
