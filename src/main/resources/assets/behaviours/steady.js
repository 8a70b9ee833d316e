import { Controller } from "@hotwired/stimulus"

// Stays open or closed as the reader left it when the page is brought up to date.
export default class extends Controller {
  keep(event) {
    if (event.target === this.element && event.detail.attributeName === "open") event.preventDefault()
  }
}
