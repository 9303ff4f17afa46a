import { readPlain } from '../../documents/plain';
import { readWith } from '../../read-with';
import { openSeat } from '../seat';

openSeat({ read: readWith({ text: readPlain }) });
