/** Asks again until the answer is as wanted; the test's own time limit ends a wait for nothing. */
export async function eventually<Answer>(
  ask: () => PromiseLike<Answer>,
  wanted: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await new Promise((again) => setTimeout(again, 50));
  }
}
