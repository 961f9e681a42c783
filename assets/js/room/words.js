// The words and the numbers of this page's language.
import { makeNumbers } from "/assets/js/panel/numbers.js";

export const language = document.documentElement.lang;
export const words = JSON.parse(document.getElementById("room-words").textContent);
export const numbers = makeNumbers(language);
