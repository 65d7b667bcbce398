export { renderPicture } from './pictures/render-picture';
export { seedDemo } from './seed-demo';
