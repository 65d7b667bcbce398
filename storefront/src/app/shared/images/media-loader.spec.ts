import { mediaLoader } from './media-loader';

describe('the loader of pictures', () => {
  it('asks for the narrowest rendition that is wide enough', () => {
    expect(mediaLoader({ src: '/media/wave.webp', width: 200 })).toBe('/media/wave.webp?w=320');
    expect(mediaLoader({ src: '/media/wave.webp', width: 4000 })).toBe('/media/wave.webp?w=1280');
  });

  it('leaves other addresses alone', () => {
    expect(mediaLoader({ src: '/favicon.svg', width: 200 })).toBe('/favicon.svg');
  });
});
