import { createApp } from 'vue';

import '../style/token.css';
import '../style/base.css';
import { registerWorker } from './register.ts';
import Pad from './screen/pad.vue';

createApp(Pad).mount('#pad');
void registerWorker();
