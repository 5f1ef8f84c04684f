/** The residents' map: the page is complete without it; what it adds is drawn from the page's own list. */
const tools = document.getElementById('tools');
const button = document.getElementById('show');
const whole = document.getElementById('whole');
const box = document.getElementById('map');
const said = document.getElementById('said');

if (tools && button && whole && box && said) {
  tools.hidden = false;
  document.getElementById('print')?.addEventListener('click', () => print());
  button.addEventListener('click', () => {
    said.textContent = button.dataset['loading'] ?? '';
    whole.hidden = false;
    // The library is larger than the page a hundred times: only who wants the map fetches it.
    import('./PublicSheet')
      .then(({ openMap }) => {
        openMap(box);
        button.hidden = true;
        said.textContent = '';
      })
      .catch(() => {
        whole.hidden = true;
        said.textContent = button.dataset['failed'] ?? '';
      });
  });
}
