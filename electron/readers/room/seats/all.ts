import { readFile } from '../../registry';
import { openSeat } from '../seat';

openSeat({ read: readFile });
