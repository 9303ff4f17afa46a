import { identifyFile } from '../identify-work';
import { openSeat } from '../seat';

openSeat({ identify: identifyFile });
