const api = process.env.API_URL ?? 'http://127.0.0.1:4000';

export default {
  '/graphql': { target: api, ws: true },
  '/media': { target: api },
};
