// Shortage: the shortfalls of single roles in one seat, which no surplus of another role or seat may hide.
import type { Model } from '../model/model.ts';
import type { Board } from './board.ts';

/** Works out the shortage of a seat whose people and demand are on the board. @source docs/model/demand.md, eq. 4 */
export function addShortage(model: Model, board: Board): void {
  const span = board.samples * (model.steps + 1);
  model.roles.forEach((role, index) => {
    const from = index * span;
    const into = role.family * span;
    for (let cell = 0; cell < span; cell++) {
      const shortfall = (board.roles.demandFte[from + cell] ?? 0) - (board.roles.fte[from + cell] ?? 0);
      if (shortfall > 0) board.shortageFte[into + cell] = (board.shortageFte[into + cell] ?? 0) + shortfall;
    }
  });
}
