import type { ComponentChildren } from 'preact';

/** What a dialog needs. */
export interface ModalProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog over the page. Escape, and a tap beside it, close it; the focus goes back to where it came from. */
export function Modal({ label, onClose, children }: ModalProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      class="modal"
      aria-label={label}
      ref={open}
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        // What is around the dialog is the dialog itself; what is in it is not.
        if (target === currentTarget) currentTarget.close();
      }}
    >
      <div class="modal-body">{children}</div>
    </dialog>
  );
}

/** Stays the same function, so that it is called once: when the dialog appears. */
function open(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
}
