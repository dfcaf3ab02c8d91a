import { faceLength } from '../model/face';

/** What a card's face needs. */
export interface FaceProps {
  readonly choice: string;
}

/** What stands on a card. The longer it is, the smaller it is written. */
export function Face({ choice }: FaceProps) {
  return (
    <bdi class="face" data-length={faceLength(choice)}>
      {choice}
    </bdi>
  );
}
