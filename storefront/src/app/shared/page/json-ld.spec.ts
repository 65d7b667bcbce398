import { serializeForScript } from './json-ld';

describe('structured data in a page', () => {
  it('cannot end the script it stands in', () => {
    const json = serializeForScript({ name: '</script><script>alert(1)</script>' });

    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script>' });
  });
});
