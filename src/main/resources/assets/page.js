// What several behaviours ask of the page and its reader.

// Whether somebody changed a field. What can be ticked says "on" where it has no value of its own, which nobody typed.
export function isChanged(field) {
  const ticked = field.type === "checkbox" || field.type === "radio"
  return ticked ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

export function isTyping(element) {
  return element.isContentEditable || element.matches("input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select")
}

// Whether this reader works by single keys.
export function areKeysOn() {
  return localStorage.getItem("keys") !== "off"
}

// Whether this browser shows what its agent is told while no page of the house can be seen.
export function areAlertsOn() {
  return localStorage.getItem("alerts") === "on" && window.Notification?.permission === "granted"
}

// Whether what is being submitted ends the draft of the form: the form itself, or the one that throws it away.
export function isOfDraft({ formElement }, form) {
  return formElement === form || formElement.id === "discard-draft"
}

// What can be done on this page: whatever has a key, or says that it is a command.
export function commands() {
  const seen = new Set()
  return [...document.querySelectorAll("[data-key], [data-command]")]
    .map(element => ({ element, key: element.dataset.key, label: (element.dataset.command || element.textContent).trim() }))
    .filter(({ key, label }) => !seen.has(key + label) && seen.add(key + label))
}

// A menu opens and gets the focus, a field gets it, all else is pressed.
export function perform(element) {
  if (element.matches("input, select, textarea")) return element.focus()
  element.click()
  if (element.matches("summary")) element.parentElement.querySelector("a, button, input, select")?.focus()
}
