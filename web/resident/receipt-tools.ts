/** Shows a button that needs this script, and what it does. */
const offer = (id: string, act: () => void): void => {
  const button = document.getElementById(id);
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', act);
};

export const startReceiptTools = (): void => {
  if (navigator.clipboard !== undefined)
    offer('copy', () => {
      void navigator.clipboard.writeText(document.getElementById('number')?.textContent ?? '');
    });
  offer('print', () => print());
};
