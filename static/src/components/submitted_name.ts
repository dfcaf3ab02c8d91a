/** The name in the form that was sent, which goes nowhere else. */
export function submittedName(event: SubmitEvent): string {
  event.preventDefault();
  const { elements } = event.currentTarget as HTMLFormElement;
  return (elements.namedItem('name') as HTMLInputElement).value.trim();
}
