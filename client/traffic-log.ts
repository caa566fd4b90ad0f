import type { EmulatorEvent } from '../core/contracts/emulator.ts';
import { maxTrafficCharacters, maxTrafficRows, type TrafficRow } from '../core/contracts/panel.ts';
import type { Hit } from '../core/routing/trace.ts';

type NewRow = Omit<TrafficRow, 'id'>;

/** The traffic of one API, newest last, and which of its rows the panel has not seen yet. */
export class TrafficLog {
  #rows: TrafficRow[] = [];
  #nextId = 1;
  /** Of text, in all rows together. */
  #characters = 0;
  #generation = 0;
  readonly #unseen = new Map<number, TrafficRow>();
  /** Rows that a later event completes, by what they are found with. */
  readonly #open = new Map<string, number>();

  /** All rows, oldest first. */
  get rows(): readonly TrafficRow[] {
    return this.#rows;
  }

  /** Changes when the log was cleared, so that what was shown of it is void. */
  get generation(): number {
    return this.#generation;
  }

  add(event: EmulatorEvent): void {
    switch (event.type) {
      case 'connected':
        this.#complete(`connect ${event.connectionId}`, {
          at: event.at,
          kind: 'connect',
          connectionId: event.connectionId,
          text: event.userAgent ? `${event.sourceIp} ${event.userAgent}` : event.sourceIp,
          ok: true,
        });
        break;
      case 'disconnected':
        this.#complete(`disconnect ${event.connectionId}`, {
          at: event.at,
          kind: 'disconnect',
          connectionId: event.connectionId,
          text: `${event.code} ${event.reason}`.trim(),
          ok: true,
        });
        break;
      case 'frame': {
        const row: NewRow = {
          at: event.at,
          kind: event.direction,
          connectionId: event.connectionId,
          text: event.text,
          bytes: event.bytes,
          ok: event.origin !== 'error',
          ...(event.hit !== undefined && { hit: event.hit }),
        };
        if (event.direction === 'in' && event.hit !== undefined) this.#complete(`message ${event.hit}`, row);
        else this.#append(row);
        break;
      }
      case 'hit':
        this.#addHit(event.hit);
        break;
      case 'log':
        this.#append({
          at: event.at,
          kind: 'log',
          text: `${event.function}: ${event.text}`,
          ok: true,
          ...(event.hit !== undefined && { hit: event.hit }),
        });
        break;
      case 'notice':
        this.#append({ at: event.at, kind: 'notice', text: event.text, ok: event.level !== 'error' });
        break;
      case 'ready':
        break;
    }
  }

  /** Rows that wait for a later event get none any more: the process that would have sent it is gone. */
  closeOpenRows(): void {
    this.#open.clear();
  }

  clear(): void {
    this.#rows = [];
    this.#characters = 0;
    this.#generation++;
    this.#unseen.clear();
    this.#open.clear();
  }

  /** Rows that are new or changed since the last call, in their order. */
  takeUnseen(): readonly TrafficRow[] {
    const rows = [...this.#unseen.values()];
    this.#unseen.clear();
    return rows;
  }

  #addHit(hit: Hit): void {
    const outcome = { route: hit.route, milliseconds: hit.milliseconds, hit: hit.id, ok: hit.ok };
    const row = { at: hit.at, connectionId: hit.connectionId, ...outcome };
    switch (hit.eventType) {
      case 'CONNECT':
        this.#complete(`connect ${hit.connectionId}`, { ...row, kind: 'connect', text: hit.result }, outcome);
        break;
      case 'MESSAGE':
        this.#complete(`message ${hit.id}`, { ...row, kind: 'in', text: hit.message }, outcome);
        break;
      case 'DISCONNECT':
        this.#complete(
          `disconnect ${hit.connectionId}`,
          { ...row, kind: 'disconnect', text: hit.result },
          outcome,
        );
        break;
    }
  }

  /** Two events tell one row, in either order: the first appends it, the second completes it. */
  #complete(key: string, row: NewRow, additions: Partial<NewRow> = row): void {
    const id = this.#open.get(key);
    if (id === undefined) {
      this.#open.set(key, this.#append(row));
      return;
    }
    this.#open.delete(key);
    const index = id - (this.#rows[0]?.id ?? 0);
    const known = this.#rows[index];
    if (known) this.#put(index, { ...known, ...additions, ok: known.ok && row.ok });
  }

  #append(row: NewRow): number {
    const id = this.#nextId++;
    this.#put(this.#rows.length, { id, ...row });
    if (this.#rows.length > maxTrafficRows * 1.1 || this.#characters > maxTrafficCharacters)
      this.#dropOldest();
    return id;
  }

  #put(index: number, row: TrafficRow): void {
    this.#characters += row.text.length - (this.#rows[index]?.text.length ?? 0);
    this.#rows[index] = row;
    this.#unseen.set(row.id, row);
  }

  /** A tenth at a time, so that a full log does not pay for every row. */
  #dropOldest(): void {
    let dropped = Math.max(0, this.#rows.length - maxTrafficRows);
    let characters = this.#rows.slice(dropped).reduce((sum, { text }) => sum + text.length, 0);
    while (characters > maxTrafficCharacters * 0.9 && dropped < this.#rows.length - 1)
      characters -= this.#rows[dropped++]?.text.length ?? 0;
    this.#rows = this.#rows.slice(dropped);
    this.#characters = characters;
    const first = this.#rows[0]?.id ?? 0;
    for (const id of this.#unseen.keys()) if (id < first) this.#unseen.delete(id);
    for (const [key, id] of this.#open) if (id < first) this.#open.delete(key);
  }
}
