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

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const formatBilingual = (zh: string, en: string): string => `${zh} <span lang="en">${en}</span>`;

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

const notice = `<p class="local" role="note">${formatBilingual(
  '仅限本机试用：没有密码，人物均为虚构。',
  'For this machine only: no passwords, and every person is invented.',
)}</p>`;

const renderPage = (title: readonly [string, string], content: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title[0]} · ${title[1]}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${formatBilingual(title[0], title[1])}</h1>
${notice}
${content}
</main>
</body>
</html>`;

const renderChoice = (
  account: LocalAccount,
): string => `<li><button name="account" value="${escapeHtml(
  account.id,
)}"><strong>${escapeHtml(account.name)}</strong>
<span>${escapeHtml(`${account.areaName} · ${account.departmentName}`)}</span>
<code>${escapeHtml(account.id)}</code></button></li>`;

const renderGroup = (role: StaffRole, accounts: readonly LocalAccount[]): string => {
  const members = accounts.filter((account) => account.roles[0] === role);
  if (members.length === 0) return '';
  const open = members.length <= 10 ? ' open' : '';
  return `<details${open}><summary><h2>${formatBilingual(...roleNames[role])} (${members.length})</h2></summary>
<ul>${members.map(renderChoice).join('\n')}</ul></details>`;
};

/** 选择账号: every seeded account as one button, by role. */
export const signInPage = (clientName: string, accounts: readonly LocalAccount[]): string =>
  renderPage(
    ['选择账号登录', 'Choose an account'],
    `<p>${formatBilingual('登录到：', 'Signing in to: ')}<strong>${escapeHtml(clientName)}</strong></p>
<form method="post">
${staffRoles.map((role) => renderGroup(role, accounts)).join('\n')}
</form>`,
  );

/** `form` comes from the provider and contains its own CSRF protection. */
export const signOutPage = (account: LocalAccount | undefined, form: string): string =>
  renderPage(
    ['退出登录', 'Sign out'],
    `<p>${formatBilingual('当前账号：', 'Signed in as: ')}<strong>${escapeHtml(account?.name ?? '—')}</strong></p>
${form}
<p class="choices"><button type="submit" form="op.logoutForm" name="logout" value="yes">${formatBilingual(
      '退出',
      'Sign out',
    )}</button>
<button type="submit" form="op.logoutForm">${formatBilingual('保持登录', 'Stay signed in')}</button></p>`,
  );

export const signedOutPage = (): string =>
  renderPage(
    ['已退出', 'Signed out'],
    `<p>${formatBilingual('可以关闭本页。', 'You can close this page.')}</p>`,
  );

export const errorPage = (facts: Readonly<Record<string, unknown>>): string =>
  renderPage(
    ['登录未完成', 'Sign-in was not completed'],
    `<dl>${Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(String(value))}</dd>`)
      .join('')}</dl>`,
  );
