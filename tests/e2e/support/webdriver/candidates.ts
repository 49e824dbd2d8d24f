// Runs in the page: which elements may be the one that a person means.

/** The elements that have a role by themselves, for the roles that are looked for. */
const ELEMENTS = {
  button: 'button, summary',
  checkbox: 'input[type=checkbox]',
  combobox: 'select',
  dialog: 'dialog[open], [role=dialog]',
  heading: 'h1, h2, h3, h4',
  link: 'a[href]',
  rowheader: 'th[scope=row], [role=rowheader]',
  searchbox: 'input[type=search]',
  textbox: 'textarea, input:not([type])',
};

export type Role = keyof typeof ELEMENTS;

/** Whether what a browser calls an element is this role: WebKit calls a list that is closed a button. */
export const isRole = (told: unknown, role: Role) => told === role || (role === 'combobox' && told === 'button');

/** The selector of what may have a role. */
export const selectorOf = (role: Role) => `:is(${ELEMENTS[role]}, [role=${role}])`;

/** The shown elements of the selector whose text or label has this text in it: which of them it is, the browser's own name decides. */
export function candidates(selector: string, text: string, within: Element | null): Element[] {
  const plain = (words: string | null | undefined) => (words ?? '').replace(/\s+/g, ' ').trim();
  const textsOf = (element: Element) => [
    element.textContent,
    element.getAttribute('aria-label'),
    element.getAttribute('placeholder'),
    ...(element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent),
    ...[...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent),
  ];
  return [...(within ?? document).querySelectorAll(selector)].filter(
    (element) => element.checkVisibility() && textsOf(element).some((words) => plain(words).includes(text)),
  );
}
