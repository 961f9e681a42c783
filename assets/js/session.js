// Keep who edits in a cookie of the browser session, so that a reload does not ask for the one-time code again.
export default function session({ data, setStateValue }) {
  if (data.token === null) return;
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${data.name}=${data.token}; path=/; SameSite=Strict${secure}${data.token ? "" : "; max-age=0"}`;
  const kept = document.cookie.split("; ").includes(`${data.name}=${data.token}`);
  if (data.token && !kept && !data.told) setStateValue("refused", true);
}
