import { Controller } from "@hotwired/stimulus"

// Fills the log-in form with a log-in of the demo; entering is left to the reader.
export default class extends Controller {
  static values = { password: String }

  fill({ params: { username } }) {
    const form = document.forms.login
    form.username.value = username
    form.password.value = this.passwordValue
    form.querySelector("button").focus()
  }
}
