/** A scan that has taken its place is shown in its row; one that was refused leaves the row alone, and the words about it. */
document.body.addEventListener('huizhan:uploaded', (event) => {
  if (event.detail.state === 'stored') event.target.closest('.stamped')?.dispatchEvent(new CustomEvent('refresh'));
});
