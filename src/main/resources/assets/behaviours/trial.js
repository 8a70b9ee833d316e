import { Controller } from "@hotwired/stimulus"

// Fills the log-in form with a log-in of the demo; entering is left to the reader.
export default class extends Controller {
  fill({ params: { username, password } }) {
    const form = document.forms.login
    form.username.value = username
    form.password.value = password
    form.querySelector("button").focus()
  }
}
