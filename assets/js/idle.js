// Work that can wait, but `within` milliseconds at most: after a key Chromium waits for a frame before it calls itself
// idle, and a page that stands still draws none.
export const whenIdle = (work, within) =>
  window.requestIdleCallback ? requestIdleCallback(work, { timeout: within }) : setTimeout(work, within);
