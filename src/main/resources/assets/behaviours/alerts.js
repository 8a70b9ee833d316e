import { Controller } from "@hotwired/stimulus"

const KEY = "alerts"

// Whether this browser shows what its agent is told while no page of the house can be seen.
export function isOn() {
  return localStorage.getItem(KEY) === "on" && window.Notification?.permission === "granted"
}

// Switches that on and off. The browser is asked only when somebody wants it.
export default class extends Controller {
  static targets = ["state", "button"]
  static values = { on: String, off: String, denied: String, start: String, stop: String }

  connect() {
    this.element.hidden = !("Notification" in window)
    this.show()
  }

  async toggle() {
    const start = !isOn()
    if (start) await Notification.requestPermission()
    localStorage.setItem(KEY, start ? "on" : "off")
    this.show()
  }

  show() {
    const denied = window.Notification?.permission === "denied"
    this.stateTarget.textContent = denied ? this.deniedValue : isOn() ? this.onValue : this.offValue
    this.buttonTarget.textContent = isOn() ? this.stopValue : this.startValue
    this.buttonTarget.disabled = denied
  }
}
