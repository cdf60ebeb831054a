import LogtoClient, { UserScope } from '@logto/browser';

// What the portal's settings say: Logto:Endpoint, one of Api:Clients, Api:Resource. These are the ones of `dotnet run`.
const portal = 'http://localhost:5080';
const resource = 'https://portal.example/api';
const logto = new LogtoClient({
  endpoint: 'http://localhost:3001',
  appId: 'orgportal-spa-dev',
  scopes: [UserScope.Organizations],
  resources: [resource],
});

const here = `${location.origin}/`;
const $ = (id) => document.getElementById(id);

/** Calls the API: with a token for the organization where the path is in one, else with one for the portal's resource. */
async function call(path, { organization, method = 'GET', body, key } = {}) {
  for (let attempt = 1; ; attempt++) {
    const token = organization ? await logto.getOrganizationToken(organization) : await logto.getAccessToken(resource);
    const answer = await fetch(`${portal}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
        // The same for every attempt at one act: a lost answer makes no second organization.
        ...(key && { 'Idempotency-Key': key }),
      },
      body: body && JSON.stringify(body),
    });
    if (answer.ok) {
      return answer.status === 204 ? null : answer.json();
    }

    const problem = await answer.json();
    if (answer.status === 401 && attempt === 1) {
      await logto.clearAccessToken(); // perhaps only the token is too old
    } else if (answer.status === 401) {
      await logto.signIn(here);
    } else if ([429, 503].includes(answer.status) && attempt < 4) {
      await new Promise((go) => setTimeout(go, 1000 * (problem.retryAfterSeconds ?? 2)));
    } else {
      throw Object.assign(new Error(problem.detail ?? problem.title), { problem });
    }
  }
}

/** Shows why something was not done. The code is what a program decides by; the words are for people. */
function say(failure) {
  const { code, errors, permission } = failure?.problem ?? {};
  const fields = Object.entries(errors ?? {}).map(([field, reasons]) => `${field}: ${reasons.join(', ')}`);
  $('status').textContent = failure ? [failure.message, code && `(${code})`, permission, ...fields].filter(Boolean).join(' ') : '';
}

/** Runs what a click starts. */
const on = (id, event, act) => $(id).addEventListener(event, async (happened) => {
  happened.preventDefault();
  say(null);
  await act().catch(say);
});

async function showOrganizations() {
  const mine = await call('/organizations');
  $('organizations').replaceChildren(...mine.items.map(({ id, name, roles }) => {
    const open = Object.assign(document.createElement('button'), { textContent: name, title: roles.join(', ') });
    open.addEventListener('click', () => showMembers(id, name).catch(say));
    const item = document.createElement('li');
    item.append(open);
    return item;
  }));
}

async function showMembers(organization, name) {
  const page = await call(`/organizations/${organization}/members?sort=name`, { organization });
  $('heading').textContent = `${name}: ${page.total} member${page.total === 1 ? '' : 's'}`;
  $('members').replaceChildren(...page.items.map((member) => {
    const row = document.createElement('tr');
    for (const text of [member.name ?? member.id, member.emailAddress ?? '', member.roles.map((role) => role.name).join(', ')]) {
      row.append(Object.assign(document.createElement('td'), { textContent: text }));
    }
    return row;
  }));
  $('team').hidden = false;
}

async function create() {
  const name = $('name').value;
  const made = await call('/organizations', { method: 'POST', body: { name }, key: crypto.randomUUID() });
  $('name').value = '';
  await showOrganizations();
  await showMembers(made.id, name); // Logto gives out a token for it at once: nobody has to sign in again
}

on('sign-in', 'click', () => logto.signIn(here));
on('sign-out', 'click', () => logto.signOut(here));
on('create', 'submit', create);

try {
  if (await logto.isSignInRedirected(location.href)) {
    await logto.handleSignInCallback(location.href);
    history.replaceState(null, '', here);
  }

  const signedIn = await logto.isAuthenticated();
  $('sign-in').hidden = signedIn;
  $('inside').hidden = !signedIn;
  if (signedIn) {
    $('who').textContent = (await call('/me')).name;
    await showOrganizations();
  }
} catch (failure) {
  say(failure);
}
