/** 朗读: offered only where the browser has a voice for the language of the page. */
const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
  speechSynthesis.getVoices().find(({ lang }) => lang.replace('_', '-').startsWith(language));

const wordsToRead = (): string =>
  Array.from(document.querySelectorAll('h1, main > p, dt, dd, legend, label, .notice'))
    .filter((part) => part.getClientRects().length > 0)
    .map((part) => part.textContent?.trim() ?? '')
    .join('。');

const speak = (voice: SpeechSynthesisVoice): void => {
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(wordsToRead());
  utterance.voice = voice;
  speechSynthesis.speak(utterance);
};

export const startReadAloud = (): void => {
  const button = document.getElementById('read-aloud');
  if (button === null || !('speechSynthesis' in window)) return;
  const language = document.documentElement.lang.slice(0, 2);
  const show = (): void => {
    button.hidden = voiceFor(language) === undefined;
  };
  show();
  speechSynthesis.addEventListener('voiceschanged', show);
  button.addEventListener('click', () => {
    const voice = voiceFor(language);
    if (speechSynthesis.speaking) speechSynthesis.cancel();
    else if (voice !== undefined) speak(voice);
  });
  addEventListener('pagehide', () => speechSynthesis.cancel());
};
