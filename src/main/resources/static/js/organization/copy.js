// A button with data-copy="ID" copies the value of that field; without a clipboard the field is selected for copying by hand.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    const word = button.querySelector('span');
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      word.textContent = button.dataset.copied;
    } catch {
      field.focus();
    }
  });
}
