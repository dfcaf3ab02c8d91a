import './styles/shared.css';
import './styles/home.css';
import { copyText } from './api/clipboard';
import { browserShelf } from './api/deck_shelf';
import { browserDevice } from './api/device';
import { HOST_SLUGS } from './api/host_slugs';
import { sender } from './api/request';
import { whenShown } from './api/when_shown';
import { browserWorld } from './api/world';
import { lately } from './components/lately';
import { mount, pagePlace } from './components/mount';
import { homePlace } from './model/place';
import { isRecipePlace, readRecipe } from './model/recipe';
import { HomePage } from './pages/HomePage';
import { HomeDesk } from './state/home_desk';
import { LinkMaker } from './state/link_maker';

/** The decks come first; who only passes through needs them not at all. */
const Ways = lately(async () => (await import('./browser_ways')).Ways);
const place = homePlace(location.pathname);
const isRecipe = isRecipePlace(location.pathname);
const desk = new HomeDesk({
  place,
  send: sender(`${place.base}/api`, (...ask) => fetch(...ask), HOST_SLUGS),
  // The way back must not lead over a recipe link: that would create the next session.
  go: (path) => (isRecipe ? location.replace(path) : location.assign(path)),
  shelf: browserShelf(),
  reading: isRecipe ? readRecipe(location.search) : undefined,
});
const LanguagePicker = lately(async () =>
  (await import('./browser_language')).languagePicker(`${place.base}/`, {
    title: desk.title,
    seconds: desk.seconds,
    results: desk.results,
    cards: desk.own.text,
  }),
);
const maker = new LinkMaker({
  desk,
  root: `${location.origin}${place.base}`,
  world: browserWorld(),
  copyText,
});

// Only a page that was kept as it was: one that is just loading has nothing to come back to.
window.addEventListener('pageshow', ({ persisted }) => persisted && desk.comeBack());
whenShown(document, () => desk.follow());
browserDevice().forgetOld(place);
mount(pagePlace(), {
  title: () => '',
  page: () => <HomePage desk={desk} maker={maker} Ways={Ways} LanguagePicker={LanguagePicker} />,
});
