import { wordReaders } from '../../registry-of-words';
import { readWith } from '../../read-with';
import { openSeat } from '../seat';
import { takeTable } from '../table-work';

openSeat({ read: readWith(wordReaders), table: takeTable });
