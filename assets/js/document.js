// The document's language follows the switch; Streamlit hard-wires English.
export default function documentLanguage(component) {
  document.documentElement.lang = component.data.language;
}
