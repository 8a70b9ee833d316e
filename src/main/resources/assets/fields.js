// Whether somebody changed a field. What can be ticked says "on" where it has no value of its own, which nobody typed.
export function isChanged(field) {
  const ticked = field.type === "checkbox" || field.type === "radio"
  return ticked ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}
