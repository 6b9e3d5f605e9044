// Waiting for an element's life to come to an end of its loading.

/** Runs inside the page: waits until the element at this place is ready or failed, and drawn. */
export async function reached(index) {
  const element = document.querySelectorAll("news-explainer")[index];
  // An element far below the view may wait until a reader comes near.
  element.scrollIntoView({ block: "nearest" });
  const over = () => ["ready", "failed"].includes(element.dataset.state);
  if (!over()) {
    await new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => over() && end(resolve));
      observer.observe(element, { attributes: true, attributeFilter: ["data-state"] });
      const tooLate = () => reject(new Error(`the element is still "${element.dataset.state}" after 30 s`));
      // A guard against hanging, not a measure.
      const guard = setTimeout(() => end(tooLate), 30_000);
      function end(finish) {
        observer.disconnect();
        clearTimeout(guard);
        finish();
      }
    });
  }
  // What is drawn in the next frames belongs to the state.
  await document.fonts.ready;
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  return element.dataset.state;
}
