import { staffRoles } from '../../../../shared/domain/access/staff-role.ts';
import type { StaffRole } from '../../../../shared/domain/access/staff-role.ts';
import type { LocalAccount } from './account.ts';
import { pageStyle } from './page-style.table.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const both = (zh: string, en: string): string => `${zh} <span lang="en">${en}</span>`;

const roleNames: Record<StaffRole, readonly [string, string]> = {
  handler: ['经办人', 'Handlers'],
  supervisor: ['督办员', 'Supervisors'],
  reviewer: ['申诉审核（信访）', 'Reviewers'],
  hall_admin: ['大厅管理员', 'Hall administrators'],
  clerk: ['书面评价录入', 'Paper form clerks'],
  hotline_operator: ['12345 话务员', 'Hotline operators'],
  system_admin: ['系统管理员', 'System administrators'],
  auditor: ['审计员', 'Auditors'],
};

const notice = `<p class="local" role="note">${both(
  '仅限本机试用：没有密码，人物均为虚构。',
  'For this machine only: no passwords, and every person is invented.',
)}</p>`;

const page = (title: readonly [string, string], content: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title[0]} · ${title[1]}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${both(title[0], title[1])}</h1>
${notice}
${content}
</main>
</body>
</html>`;

const choice = (account: LocalAccount): string => `<li><button name="account" value="${escaped(
  account.id,
)}"><strong>${escaped(account.name)}</strong>
<span>${escaped(`${account.areaName} · ${account.departmentName}`)}</span>
<code>${escaped(account.id)}</code></button></li>`;

const group = (role: StaffRole, accounts: readonly LocalAccount[]): string => {
  const members = accounts.filter((account) => account.roles[0] === role);
  if (members.length === 0) return '';
  const open = members.length <= 10 ? ' open' : '';
  return `<details${open}><summary><h2>${both(...roleNames[role])} (${members.length})</h2></summary>
<ul>${members.map(choice).join('\n')}</ul></details>`;
};

/** 选择账号: every seeded account as one button, by role. */
export const signInPage = (clientName: string, accounts: readonly LocalAccount[]): string =>
  page(
    ['选择账号登录', 'Choose an account'],
    `<p>${both('登录到：', 'Signing in to: ')}<strong>${escaped(clientName)}</strong></p>
<form method="post">
${staffRoles.map((role) => group(role, accounts)).join('\n')}
</form>`,
  );

/** `form` comes from the provider and holds its own protection against forged requests. */
export const signOutPage = (account: LocalAccount | undefined, form: string): string =>
  page(
    ['退出登录', 'Sign out'],
    `<p>${both('当前账号：', 'Signed in as: ')}<strong>${escaped(account?.name ?? '—')}</strong></p>
${form}
<p class="choices"><button type="submit" form="op.logoutForm" name="logout" value="yes">${both(
      '退出',
      'Sign out',
    )}</button>
<button type="submit" form="op.logoutForm">${both('保持登录', 'Stay signed in')}</button></p>`,
  );

export const signedOutPage = (): string =>
  page(['已退出', 'Signed out'], `<p>${both('可以关闭本页。', 'You can close this page.')}</p>`);

export const errorPage = (facts: Readonly<Record<string, unknown>>): string =>
  page(
    ['登录未完成', 'Sign-in was not completed'],
    `<dl>${Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(String(value))}</dd>`)
      .join('')}</dl>`,
  );
