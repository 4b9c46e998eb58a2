import { html } from "lit";

// Drawn here, so that no page has to allow images or fonts from elsewhere. All are decorative.
const icon = (path: string) =>
    html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const sendIcon = icon("M12 19V5M5.5 11.5 12 5l6.5 6.5");
export const menuIcon = icon("M12 5.5v.01M12 12v.01M12 18.5v.01");
export const closeIcon = icon("M6 6l12 12M18 6 6 18");
export const restartIcon = icon("M4 5v5h5M4.6 10A8 8 0 1 1 4 13.5");
export const chatIcon = icon(
    "M5 5h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 17h-7l-4.5 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5v-9" +
        "A1.5 1.5 0 0 1 5 5z",
);
export const leafIcon = icon(
    "M12 21v-9M12 16.5c-5 0-7-3.2-7-7C5 5.8 8.5 3 12 3s7 2.8 7 6.5c0 3.8-2 7-7 7z" +
        "M12 12.5l2.8-2.5M12 15l-2.8-2.5",
);
