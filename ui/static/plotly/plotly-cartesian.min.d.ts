// What our scripts use of plotly, whose own file is kept as it was published.

export interface Axis {
  _offset: number;
  _length: number;
  _categories: string[];
  /** Where the category of this place stands, in pixels from the axis's beginning. */
  l2p(place: number): number;
}

export interface Drawing extends HTMLElement {
  _fullLayout: { xaxis: Axis; yaxis: Axis; width: number; height: number };
}

export interface Plotly {
  version: string;
  react(element: HTMLElement, data: object[], layout: object, config: object): Promise<Drawing>;
  purge(element: HTMLElement): void;
}

declare global {
  interface Window {
    Plotly: Plotly;
  }
}
