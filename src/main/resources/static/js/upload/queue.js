/** Two uploads at a time, whatever their place on the page; the others wait their turn. */

const AT_ONCE = 2;
const waiting = [];
let running = 0;

/** Resolves when it is this one's turn; the function it gives must be called when the turn is over. */
export function turn() {
  return new Promise((begin) => {
    waiting.push(begin);
    next();
  });
}

function next() {
  while (running < AT_ONCE && waiting.length > 0) {
    running += 1;
    let over = false;
    waiting.shift()(() => {
      if (over) return;
      over = true;
      running -= 1;
      next();
    });
  }
}
