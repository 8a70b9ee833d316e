import { Controller } from "@hotwired/stimulus"

// Says before sending what the house would refuse: the browser then still has the files that were chosen.
export default class extends Controller {
  static targets = ["words", "files", "verdict"]

  check({ target }) {
    if (!this.wordsTargets.includes(target)) return
    const length = target.value.length
    const { longest, tooLong } = target.dataset
    target.setCustomValidity(length > Number(longest) ? tooLong.replace("{n}", length) : "")
  }

  choose() {
    const refusal = refused([...this.filesTarget.files], this.filesTarget.dataset)
    this.filesTarget.setCustomValidity(refusal)
    this.verdictTarget.textContent = refusal
  }
}

function refused(files, limits) {
  if (files.length > Number(limits.most)) return limits.tooMany.replace("{n}", files.length)
  const large = files.find(file => file.size > Number(limits.largest))
  if (large) return limits.tooLarge.replace("{name}", () => large.name)
  const sum = files.reduce((bytes, file) => bytes + file.size, 0)
  return sum > Number(limits.sum) ? limits.tooMuch : ""
}
