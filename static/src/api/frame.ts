import { count, decoded, object, record, text } from './decode';
import { type JsonObject, parseJson } from './guard';

/** One frame of a websocket, its data still unknown. */
export interface Frame {
  readonly kind: string;
  readonly data: JsonObject;
  readonly seq: number;
}

const readFrame = record<Frame>({ kind: text, data: object, seq: count });

/** A websocket's text as a frame. */
export function decodeFrame(of: string): Frame | undefined {
  return decoded(readFrame)(parseJson(of));
}
