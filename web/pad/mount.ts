import { createApp } from 'vue';

import { productVersion } from '../../events/product-version.ts';

import '../style/token.css';
import '../style/base.css';
import './pad.css';
import { createPad } from './app.ts';
import { browserDeps } from './browser.ts';
import { keepAwake } from './keep-awake.ts';
import { registerWorker } from './register.ts';
import { renewWhenQuiet } from './renew.ts';
import Screens from './screen/pad.vue';

const pad = createPad(browserDeps(productVersion));
createApp(Screens, { pad }).mount('#pad');
keepAwake();
// A pad is touched by everybody: nothing is copied, saved or dragged away from it.
addEventListener('contextmenu', (event) => event.preventDefault());
void registerWorker().then((worker) => renewWhenQuiet(worker, pad));
void pad.start();
