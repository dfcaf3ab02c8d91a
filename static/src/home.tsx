import './styles/shared.css';
import './styles/home.css';
import { sender } from './api/request';
import { mount, pagePlace } from './components/mount';
import { homePlace } from './model/place';
import { HomePage } from './pages/HomePage';
import { HomeDesk } from './state/home_desk';

const place = homePlace(location.pathname);
const desk = new HomeDesk({
  place,
  send: sender(`${place.base}/api`, (...ask) => fetch(...ask)),
  go: (path) => location.assign(path),
});

window.addEventListener('pageshow', () => desk.comeBack());
mount(pagePlace(), { title: () => '', page: () => <HomePage desk={desk} /> });
