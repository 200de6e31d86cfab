import { expectThat } from '../../player/expectation.ts';
import type { Check } from './check.ts';
import { reportCase } from './events.ts';

export const invitationChecks: readonly Check[] = [
  {
    id: 'invitation.opens',
    zh: '评价邀请返回链接与二维码，链接可以打开',
    en: 'an invitation brings a link and a QR code, and its token opens',
    run: async (scene) => {
      const { projectNo } = await reportCase(scene);
      const body = { projectNo, serviceNumber: 1, channel: 'qr' };
      const { token, url, qrSvg } = await scene.play('inviteResident', { body });
      expectThat(url.includes(token) && qrSvg.includes('<svg'), 'link and QR code', url);
      const { rated } = await scene.play('openInvitation', { at: { token } });
      expectThat(!rated, 'the contact is not rated yet', rated);
    },
  },
  {
    id: 'invitation.unknown',
    zh: '未知的办件与服务次序被分别拒绝',
    en: 'an unknown case and an unknown contact are told apart',
    run: async (scene) => {
      const { projectNo } = await reportCase(scene);
      const body = { projectNo, serviceNumber: 9, channel: 'qr' };
      await scene.expectRefusal('inviteResident', { body }, '404 contact_unknown');
      const nobody = { ...body, projectNo: scene.createProjectNo() };
      await scene.expectRefusal('inviteResident', { body: nobody }, '404 case_unknown');
      const odd = { ...body, channel: 'fax' };
      await scene.expectRefusal('inviteResident', { body: odd }, '400 invalid_input');
    },
  },
];
