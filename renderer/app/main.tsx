import './no-eval';
import './trusted-html';
import './base.css';
import '../components/components.css';
import './shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { App } from './app';
import { ScreenGuard } from './screen-guard';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
// Windows may be set to any language; the words here are UK English, and so are dates and sorting.
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <ScreenGuard>
        <App />
      </ScreenGuard>
    </I18nProvider>
  </StrictMode>,
);
