import { InvitationView } from '../../../../../events/rating/invitation-view.ts';
import { Invitation } from '../../../../../events/rating/rating.ts';
import { expectBody, expectThat, expectProblem } from '../../demo/expectation.ts';
import type { Check } from './check.ts';
import { expectOutcomes, reportEvents } from './events.ts';

export const invitationChecks: readonly Check[] = [
  {
    id: 'invitation.opens',
    zh: '评价邀请返回链接与二维码，链接可以打开',
    en: 'an invitation brings a link and a QR code, and its token opens',
    run: async (scene) => {
      const event = scene.accepted();
      expectOutcomes(await reportEvents(scene, [event]), 'stored');
      const asked = { projectNo: event.projectNo, serviceNumber: 1, channel: 'qr' };
      const reply = await scene.calls.post('/v1/invitations', asked);
      const { token, url, qrSvg } = expectBody(reply, 201, Invitation);
      expectThat(url.includes(token) && qrSvg.includes('<svg'), 'link and QR code', url);
      const opened = await scene.client.open().get(`/v1/invitations/${token}`);
      const { rated } = expectBody(opened, 200, InvitationView);
      expectThat(!rated, 'the contact is not rated yet', rated);
    },
  },
  {
    id: 'invitation.unknown',
    zh: '未知的办件与服务次序被分别拒绝',
    en: 'an unknown case and an unknown contact are told apart',
    run: async (scene) => {
      const event = scene.accepted();
      await reportEvents(scene, [event]);
      const asked = { projectNo: event.projectNo, serviceNumber: 9, channel: 'qr' };
      expectProblem(await scene.calls.post('/v1/invitations', asked), 404, 'contact_unknown');
      const nobody = { ...asked, projectNo: scene.projectNo() };
      expectProblem(await scene.calls.post('/v1/invitations', nobody), 404, 'case_unknown');
      const odd = { ...asked, channel: 'fax' };
      expectProblem(await scene.calls.post('/v1/invitations', odd), 400, 'invalid_input');
    },
  },
];
