import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';

/** What a dialog needs. */
export interface ModalProps {
  readonly label: string;
  /** A box over the page, or what takes the whole screen. */
  readonly kind?: 'modal' | 'invite';
  readonly onClose: () => void;
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLDialogElement>) => void;
  readonly children: ComponentChildren;
}

/** A dialog over the page. Escape, and a tap beside it, close it; the focus goes back to where it came from. */
export function Modal({ label, kind = 'modal', onClose, onKeyDown, children }: ModalProps) {
  return (
    <dialog
      ref={show}
      class={kind}
      aria-label={label}
      // It tells late: by then another one may be open.
      onClose={({ currentTarget }) => currentTarget.isConnected && onClose()}
      onCancel={({ currentTarget }) => closeModal(currentTarget, onClose)}
      onClick={({ target, currentTarget }) => {
        // What is around the dialog is the dialog itself; what is in it is not.
        if (target === currentTarget) closeModal(currentTarget, onClose);
      }}
      onKeyDown={onKeyDown}
    >
      <div class={`${kind}-body`}>{children}</div>
    </dialog>
  );
}

/** Closes the dialog that `place` is in, which gives the focus back, and then says so by `onClose`: the dialog tells late. */
export function closeModal(place: Element, onClose: () => void): void {
  place.closest('dialog')?.close();
  onClose();
}

/** Stays the same function, so that it is called once: when the dialog appears. */
function show(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
}
