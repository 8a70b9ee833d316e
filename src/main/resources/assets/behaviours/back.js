import { Controller } from "@hotwired/stimulus"

// To where the reader came from; a page that was opened by itself follows its link.
export default class extends Controller {
  go(event) {
    if (history.length < 2) return
    event.preventDefault()
    history.back()
  }
}
