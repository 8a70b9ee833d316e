import { Controller } from "@hotwired/stimulus"

// Says above a form what has happened to its ticket since it was opened; what was typed stays as it is.
export default class extends Controller {
  static values = { url: String }

  async look() {
    const response = await fetch(this.urlValue).catch(() => null)
    if (response?.ok && !response.redirected) this.element.innerHTML = await response.text()
  }
}
