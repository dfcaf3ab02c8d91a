import { isCount, isObject, type JsonObject, parseJson } from './guard';

/** One frame of a websocket, its data still unknown. */
export interface Frame {
  readonly kind: string;
  readonly data: JsonObject;
  readonly seq: number;
}

/** A websocket's text as a frame. */
export function decodeFrame(text: string): Frame | undefined {
  const value = parseJson(text);
  if (!isObject(value)) return undefined;
  const { Kind: kind, Data: data = {}, Seq: seq = 0 } = value;
  if (typeof kind !== 'string' || !isObject(data) || !isCount(seq)) return undefined;
  return { kind, data, seq };
}
