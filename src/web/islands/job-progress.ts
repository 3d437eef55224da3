// Keeps the progress of long work up to date from its event stream, and loads the page anew once it has ended.
for (const region of document.querySelectorAll<HTMLElement>('[data-island="job-progress"]')) follow(region);

function follow(region: HTMLElement): void {
  const { job, state } = region.dataset;
  if (job === undefined || (state !== 'queued' && state !== 'running')) return;
  const part = (name: string) => region.querySelector(`[data-part="${name}"]`);
  const source = new EventSource(`/api/v1/jobs/${job}/events`);
  source.addEventListener('job', ({ data }: MessageEvent<unknown>) => {
    const told: unknown = JSON.parse(String(data));
    if (typeof told !== 'object' || told === null) return;
    const { state: now, step, shareDone } = { state: '', step: '', shareDone: 0, ...told };
    if (now !== 'queued' && now !== 'running') {
      source.close();
      location.reload();
      return;
    }
    const [stateText, stepText, meter] = [part('state'), part('step'), part('meter')];
    if (stateText !== null) stateText.textContent = now === 'running' ? 'Working' : 'Waiting for a worker';
    if (stepText !== null) stepText.textContent = step === '' ? '' : `: ${step}`;
    if (meter instanceof HTMLProgressElement) meter.value = Math.round(shareDone * 100);
  });
}
