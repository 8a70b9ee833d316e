import { Controller } from "@hotwired/stimulus"
import { areAlertsOn } from "page"

// Switches on and off whether this browser shows what its agent is told. The browser is asked only when somebody wants it.
export default class extends Controller {
  static targets = ["state", "button"]
  static values = { on: String, off: String, denied: String, start: String, stop: String }

  connect() {
    this.element.hidden = !("Notification" in window)
    this.show()
  }

  async toggle() {
    const start = !areAlertsOn()
    if (start) await Notification.requestPermission()
    localStorage.setItem("alerts", start ? "on" : "off")
    this.show()
  }

  show() {
    const denied = window.Notification?.permission === "denied"
    this.stateTarget.textContent = denied ? this.deniedValue : areAlertsOn() ? this.onValue : this.offValue
    this.buttonTarget.textContent = areAlertsOn() ? this.stopValue : this.startValue
    this.buttonTarget.disabled = denied
  }
}
