import { Component } from '@angular/core';

/** The start page. */
@Component({
  selector: 'app-home',
  template: `<div class="shell py-10"><h1 class="text-5xl">Prints</h1></div>`,
})
export class Home {}
