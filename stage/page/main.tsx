import './styles/colours.css';
import './styles/ground.css';
import './styles/frame.css';
import './styles/people.css';
import './styles/chat.css';
import './styles/card.css';
import './styles/side.css';
import './styles/tour.css';
import './styles/narrow.css';
import { render } from 'preact';
import { App } from './app';

const place = document.getElementById('stage');
if (place) render(<App />, place);
