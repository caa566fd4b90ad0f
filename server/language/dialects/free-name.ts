/** A name that the text does not have yet: the wanted one, else with a number behind it. */
export function freeName(wanted: string, text: string): string {
  let name = wanted;
  for (let number = 2; new RegExp(String.raw`\b${name}\b`).test(text); number++) name = `${wanted}${number}`;
  return name;
}

/** The words of a text, without what is neither letter nor digit. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}
